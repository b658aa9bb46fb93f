"""Files, pages, feeds and exports of other readers, as articles. These names are the whole of the public interface."""

from viewer.importers.reading import read, read_feed_list
from viewer.importers.recognise import Kind, recognise

__all__ = ["Kind", "read", "read_feed_list", "recognise"]
