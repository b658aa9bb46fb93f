"""The folder of Markdown files, its index and the reader's own marks, behind one door: ``Library``."""

from viewer.library.library import Library
from viewer.library.places import Places, find_places
from viewer.library.values import Changes, Counts, NamedCount, Progress

__all__ = ["Changes", "Counts", "Library", "NamedCount", "Places", "Progress", "find_places"]
