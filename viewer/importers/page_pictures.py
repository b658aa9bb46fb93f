"""The pictures of a page: which of them come with the article, under what name."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from viewer.importers.page_picture_kind import picture_kind, picture_size
from viewer.model import ImportedFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAX_PICTURE = 20_000_000
MAX_ALL = 120_000_000
MAX_PICTURES = 200
MAX_PIXELS = 60_000_000
SMALLEST = 8
FOLDER = "files"

_UNSAFE = re.compile(r"[^a-z0-9]+")


class Pictures:
    """Gives each picture of one page its place: a file that comes along, or the address where it can be fetched.

    ``find`` gives the bytes for an address as the page writes it, None where they did not come with the page.
    """

    def __init__(self, find: Callable[[str], bytes | None], url: str) -> None:
        self._find = find
        self._url = url
        self._places: dict[str, str] = {}
        self._by_digest: dict[bytes, str] = {}
        self._names: set[str] = set()
        self._total = 0
        self.files: list[ImportedFile] = []

    def place(self, source: str) -> str:
        """What to write for ``source``: "files/NAME", a web address, or "" for a picture that cannot come."""
        if source not in self._places:
            self._places[source] = self._placed(source)
        return self._places[source]

    def _placed(self, source: str) -> str:
        data = data_of(source) if source.startswith("data:") else self._find(source)
        if data is not None and (name := self._kept(source, data)):
            return name
        return "" if source.startswith(("data:", "cid:", "blob:")) else self._web_address(source)

    def _web_address(self, source: str) -> str:
        """The whole address, "" where it is none of http or https, nor relative on a page of unknown address."""
        try:
            whole = urljoin(self._url, source) if self._url else source
            scheme = urlsplit(whole).scheme
        except ValueError:
            return ""
        return whole if scheme in {"http", "https"} else ""

    def _kept(self, source: str, data: bytes) -> str:
        kind = picture_kind(data)
        if not kind or len(data) > MAX_PICTURE or self._total + len(data) > MAX_ALL or len(self.files) >= MAX_PICTURES:
            return ""
        width, height = picture_size(data, kind)
        if min(width, height) < SMALLEST or width * height > MAX_PIXELS:
            return ""
        digest = hashlib.sha256(data).digest()
        if digest not in self._by_digest:
            self._by_digest[digest] = name = self._new_name(source, kind)
            self._total += len(data)
            self.files.append(ImportedFile(name, data))
        return self._by_digest[digest]

    def _new_name(self, source: str, kind: str) -> str:
        """A name of small letters and digits that no other picture has, after the address where it has a good one."""
        stem = picture_stem(source)
        stem = stem if len(stem) > 1 else f"image-{len(self.files) + 1}"
        name, number = stem, 1
        while name in self._names:
            number += 1
            name = f"{stem}-{number}"
        self._names.add(name)
        return f"{FOLDER}/{name}.{kind}"


def picture_stem(source: str) -> str:
    """Small letters and digits after the last part of a picture's address, "" where it has none of use."""
    path = "" if source.startswith(("data:", "cid:")) else unquote(source.partition("?")[0]).replace("\\", "/")
    return _UNSAFE.sub("-", path.rpartition("/")[2].rpartition(".")[0].lower()).strip("-")[:60]


def data_of(source: str) -> bytes | None:
    """The bytes that a ``data:`` address holds; None where it is too long or broken."""
    head, comma, body = source.partition(",")
    if not comma or len(body) > MAX_PICTURE * 3 // 2:
        return None
    try:
        if head.lower().rstrip().endswith(";base64"):
            return base64.b64decode(unquote(body) if "%" in body else body)
        return unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None


def in_folder(folder: Path | None) -> Callable[[str], bytes | None]:
    """A finder for pictures that were saved beside a page: regular files below ``folder``, and nothing else."""
    root = folder.resolve() if folder is not None else None

    def find(source: str) -> bytes | None:
        return _read_below(root, source) if root is not None else None

    return find


def _read_below(root: Path, source: str) -> bytes | None:
    path = unquote(source.partition("?")[0].partition("#")[0])
    if not path or ":" in path or "\0" in path or path.startswith(("/", "\\")) or "\\" in path:
        return None
    parts = [part for part in path.split("/") if part not in {"", "."}]
    for below in (parts, parts[1:] if parts and parts[0] == root.name else []):
        if below and ".." not in below and (data := _read_file(root, root.joinpath(*below))):
            return data
    return None


def _read_file(root: Path, path: Path) -> bytes | None:
    """The file's bytes, if it is a regular one within ``root`` on every way and not too large."""
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root) or not real.is_file() or real.stat().st_size > MAX_PICTURE:
            return None
        return real.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return None
