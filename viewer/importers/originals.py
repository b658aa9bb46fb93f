"""The page that is kept beside an article, read once more, perhaps with another opinion on what the article is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from viewer.importers.kinds import Kind, recognise_source
from viewer.importers.mhtml import read_mhtml
from viewer.importers.page_pictures import MAX_PICTURE, picture_stem
from viewer.importers.pages import original_of, read_decoded_page
from viewer.importers.saved_pages import LARGEST_PAGE
from viewer.importers.sources import file_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.importers.pages import Mode
    from viewer.model import ImportedArticle


def read_original(
    path: str, *, url: str = "", mode: Mode = "article", pictures: str = "", charset: str = ""
) -> ImportedArticle:
    """The article of a page or web archive at ``path``, extracted as ``pages.read_page`` says for ``mode``.

    ``url`` is where the page was found. ``pictures`` is the folder of those that came with the article at first; they
    are found again by their names, and nothing is fetched. ``charset`` is what the server said of it.

    Raises LibraryError, OSError or UnreadableError.
    """
    source = file_source(Path(path))
    data = source.data(LARGEST_PAGE)
    if recognise_source(source) is Kind.MHTML:
        return read_mhtml(data, name=source.name, mode=mode)
    original = original_of(data, source.name, ".html")
    find = _by_name(pictures)
    return read_decoded_page(data, original, url=url, name=source.name, find=find, mode=mode, charset=charset)


def _by_name(folder: str) -> Callable[[str], bytes | None]:
    """A finder for pictures by the name that an import gives them, among the regular files of ``folder``."""
    place = Path(folder)
    is_there = bool(folder) and place.is_dir() and not place.is_symlink()
    kept = {path.stem: path for path in sorted(place.iterdir())} if is_there else {}

    def find(source: str) -> bytes | None:
        path = kept.get(picture_stem(source))
        try:
            if path is None or path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_PICTURE:
                return None
            return path.read_bytes()
        except OSError:
            return None

    return find
