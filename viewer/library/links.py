"""Where a link or a picture of an article leads: to another article, or to a file that lies below the library."""

from __future__ import annotations

import posixpath
import re
import stat
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from viewer.library.scan import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path, PurePosixPath

    from viewer.model import Document

# Compiled when first needed: a start does without them.
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]+:"
_DRIVE = r"^[A-Za-z]:"
_TRACKING = r"(?i)^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|ref_src|smid|cmpid)="
_MOST_LINKS = 500


def targets_of(document: Document, path: PurePosixPath) -> tuple[str, ...]:
    """The keys of everything that an article links to, in order, without repeats."""
    links = (run.link for block in document.blocks for run in block.runs if run.link)
    return tuple(dict.fromkeys(key for link in links if (key := target_key(link, path))))[:_MOST_LINKS]


def target_key(link: str, path: PurePosixPath) -> str:
    """What a link in the article at ``path`` points at: a path below the library, or ``//host/path``; else ""."""
    if link.lower().startswith(("http://", "https://")):
        return url_key(link)
    if re.match(_SCHEME, link) or link.startswith(("#", "//")):
        return ""
    return inner_path(link, path) or ""


def url_key(url: str) -> str:
    """An address as ``//host/path?query``, so that two spellings of one page are equal; "" for no address."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return ""
    if not host or parts.scheme.lower() not in ("http", "https"):
        return ""
    query = "&".join(item for item in parts.query.split("&") if item and not re.match(_TRACKING, item))
    return f"//{host}{port}{unquote(parts.path).rstrip('/')}{'?' + query if query else ''}"


def inner_path(link: str, path: PurePosixPath) -> str | None:
    """A relative link as a path below the library; None where it leads out of it or is no path."""
    written = unquote(link.split("#")[0].split("?")[0]).replace("\\", "/")
    if not written or "\0" in written or re.match(_DRIVE, written) or written.startswith("//"):
        return None
    base = "" if written.startswith("/") else path.parent.as_posix()
    joined = posixpath.normpath(posixpath.join(base, written.lstrip("/")))
    return None if joined in (".", "..") or joined.startswith("../") else joined


def paths_meant(key: str) -> Iterable[str]:
    """The files that the path ``key`` may mean, likeliest first: as written, with a suffix, an exported page."""
    yield key
    yield from (key + suffix for suffix in SUFFIXES)
    stem, dot, suffix = key.rpartition(".")
    if dot and suffix.lower() in ("html", "htm"):
        yield from (f"{stem}{ending}" for ending in SUFFIXES)


def regular_file_below(root: Path, source: str, path: PurePosixPath) -> Path | None:
    """The file that the article at ``path`` names as ``source``, if it is a regular file that really lies in ``root``.

    Symbolic links are resolved first; devices, pipes and everything outside give None.
    """
    if re.match(_SCHEME, source):
        return None
    inner = inner_path(source, path)
    if inner is None:
        return None
    try:
        real = (root / inner).resolve(strict=True)
        inside = real.is_relative_to(root.resolve())
        return real if inside and stat.S_ISREG(real.stat().st_mode) else None
    except (OSError, ValueError, RuntimeError):
        return None
