"""Folders of articles, and the pictures that stand in them."""

from __future__ import annotations

import os
import posixpath
import stat
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viewer.importers.sources import Source

LARGEST_PICTURE = 25_000_000
_MORE_PLACES = ("static", "assets")  # where Hugo and Jekyll keep what an address beginning with "/" names
_SETTINGS = ("toml", "yaml", "yml", "json")
_MARKDOWN = frozenset([".md", ".markdown", ".mdown"])
_COMPANIONS = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico"),
    *(".css", ".js", ".woff", ".woff2", ".ttf"),
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")


def is_companion(name: str) -> bool:
    """Whether a file's name is that of something that belongs to articles and is none (pictures, styles)."""
    return name.lower().endswith(_COMPANIONS)


def is_picture(data: bytes) -> bool:
    """Whether bytes begin as a PNG, JPEG, GIF, WebP, AVIF or BMP does. SVG, which can hold programs, is none here."""
    return data.startswith(_PICTURES) or data[8:12] == b"WEBP" or data[4:12] in (b"ftypavif", b"ftypavis")


class Folder:
    """The topmost folder of an import. Nothing outside it is ever opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # Folders that could not be looked into, with the reason; complete once ``files`` came to its end.
        self.unreadable: list[OSError] = []

    def files(self) -> Iterator[Path]:
        """All files that may be articles, by name; no hidden ones, no symbolic links, no parts of saved pages.

        Of the folder of a site generator only the articles: the rest of it makes pages of them.
        """
        places = [self.path / name for name in _articles_of_site(self.path)]
        for place in places or [self.path]:
            yield from (path for path in self._below(place) if not places or path.suffix.lower() in _MARKDOWN)

    def _below(self, folder: Path) -> Iterator[Path]:
        for place, folders, files in os.walk(folder, onerror=self.unreadable.append, followlinks=False):
            pages = {Path(name).stem for name in files if name.lower().endswith((".html", ".htm"))}
            folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_of_page(name, pages))
            for name in sorted(files):
                path = Path(place, name)
                if not name.startswith(".") and not is_companion(name) and not path.is_symlink():
                    yield path

    def picture(self, name: str, near: str) -> bytes | None:
        """The picture that an article in ``near``, a folder below this one, names, or None.

        Looked for beside the article, below this folder, where site generators keep pictures, and, for a bare name as
        Obsidian writes it, anywhere below this folder. At most 25 MB.
        """
        relative = relative_name(name)
        places = [self.path / near, self.path, *(self.path / place for place in _MORE_PLACES)]
        found = next((data for place in places if (data := self._read(place / relative)) is not None), None)
        if found is None and (bare := self._by_name.get(PurePosixPath(relative).name)):
            return self._read(bare)
        return found

    @cached_property
    def _by_name(self) -> dict[str, Path]:
        """Every picture below the folder by its bare name, the first of each name."""
        found: dict[str, Path] = {}
        for place, folders, files in os.walk(self.path, followlinks=False):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in files:
                if is_companion(name):
                    found.setdefault(name, Path(place, name))
        return found

    @cached_property
    def _real(self) -> Path:
        return self.path.resolve()

    def _read(self, path: Path) -> bytes | None:
        try:
            real = path.resolve()
            status = real.stat()
            if not real.is_relative_to(self._real) or not stat.S_ISREG(status.st_mode):
                return None
            data = real.read_bytes() if status.st_size <= LARGEST_PICTURE else b""
        except (OSError, ValueError, RuntimeError):  # no such file, a name that cannot be one, a circle of links
            return None
        return data if is_picture(data) else None


class ArchiveFolder:
    """The pictures among the entries of an archive, found by the names that its articles give them."""

    def __init__(self, entries: Iterable[Source]) -> None:
        self._entries = {entry.name: entry for entry in entries if is_companion(entry.name)}

    def picture(self, name: str, near: str) -> bytes | None:
        """The picture that an article in the folder ``near`` of the archive names, or None. At most 25 MB."""
        relative = relative_name(name)
        entry = self._entries.get(posixpath.normpath(posixpath.join(near, relative))) or self._entries.get(relative)
        if entry is None or entry.size > LARGEST_PICTURE:
            return None
        with entry.open() as stream:
            data = stream.read(LARGEST_PICTURE)
        return data if is_picture(data) else None


def relative_name(name: str) -> str:
    """A picture's name as a path below a folder, as far as it is one."""
    return unquote(name).split("?")[0].replace("\\", "/").lstrip("/")


def _articles_of_site(folder: Path) -> list[str]:
    """The folders of a Hugo or Jekyll site that hold its articles; none for any other folder."""
    hugo = any((folder / f"{name}.{ending}").is_file() for name in ("hugo", "config") for ending in _SETTINGS)
    if hugo and (folder / "content").is_dir():
        return ["content"]
    jekyll = (folder / "_config.yml").is_file()
    return [name for name in ("_posts", "_drafts") if jekyll and (folder / name).is_dir()]


def _is_of_page(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures of a page saved beside it (``Page_files`` of ``Page.html``)."""
    stem, ending = folder[:-6], folder[-6:].lower()
    return ending in ("_files", ".files") and stem in pages
