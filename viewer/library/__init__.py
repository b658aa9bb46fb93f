"""The folder of Markdown files, its index and the reader's own marks, behind one door: ``Library``."""

from viewer.library.library import Library
from viewer.library.places import Places, find_places
from viewer.library.values import AddedArticle, AddReport, Changes, Counts, KnownArticle, NamedCount, Progress

__all__ = [
    "AddReport",
    "AddedArticle",
    "Changes",
    "Counts",
    "KnownArticle",
    "Library",
    "NamedCount",
    "Places",
    "Progress",
    "find_places",
]
