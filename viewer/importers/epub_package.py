"""The package file of an e-book: what it says of the book, and its chapters in the order of reading (EPUB 2 and 3)."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from viewer.importers.archives import ZIP_FAULTS
from viewer.importers.markup import Tag, check_xml, plain, tags
from viewer.importers.sources import Source, UnreadableError
from viewer.importers.words import decode, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_PACKAGE = 16 * 1024 * 1024
MOST_CHAPTERS = 5000
_PAGES = frozenset(["application/xhtml+xml", "text/html", "text/x-oeb1-document"])


@dataclass(slots=True)
class Package:
    """``meta`` holds what stands under each name of Dublin Core; ``chapters`` are names of entries, in order.

    ``titles`` are those of the table of contents, by the name of the entry. ``locked`` are entries under a protection.
    """

    meta: dict[str, list[str]] = field(default_factory=dict)
    chapters: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()

    def first(self, name: str) -> str:
        """The first text under a name of Dublin Core, or ""."""
        return next(iter(self.meta.get(name, [])), "")


def read_package(entries: Mapping[str, Source]) -> Package:
    """The package that ``META-INF/container.xml`` names. Raises UnreadableError where there is none."""
    container = _xml(entries, "META-INF/container.xml")
    roots = [tag.attributes().get("full-path", "") for tag in tags(container) if tag.local_name == "rootfile"]
    name = next((root for root in map(_normal, roots) if root in entries), "")
    if not name:
        raise UnreadableError("The e-book names no list of its chapters; it may be damaged.")
    text = _xml(entries, name)
    package = Package(meta=_meta(text), locked=_locked(entries))
    manifest = _manifest(text, posixpath.dirname(name))
    package.chapters = _spine(text, manifest)
    package.titles = _titles(entries, manifest)
    return package


def resolve(base: str, link: str) -> str:
    """The name of the entry that a link in the entry ``base`` leads to."""
    return _normal(posixpath.join(posixpath.dirname(base), unquote(link.split("#")[0])))


def _normal(name: str) -> str:
    return posixpath.normpath(name).lstrip("/") if name else ""


def _xml(entries: Mapping[str, Source], name: str) -> str:
    if name not in entries:
        raise UnreadableError(f"The e-book has no {name}; it may be damaged.")
    try:
        text = decode(entries[name].data(LARGEST_PACKAGE))
    except ZIP_FAULTS as error:
        raise UnreadableError(f"The e-book is damaged ({one_line(str(error))[:100]}).") from error
    check_xml(text)
    return text


def _meta(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    opened: Tag | None = None
    for tag in tags(text):
        if opened and tag.closing and tag.name == opened.name:
            value = one_line(plain(text[opened.end : tag.begin][:20_000]))
            if value:
                found.setdefault(opened.local_name, []).append(value)
        opened = tag if tag.name.startswith("dc:") and not tag.closing and not tag.empty else None
    return found


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    kind: str
    properties: str


def _manifest(text: str, folder: str) -> dict[str, _Member]:
    found: dict[str, _Member] = {}
    for tag in tags(text):
        if tag.local_name == "item":
            fields = tag.attributes()
            name = resolve(f"{folder}/x" if folder else "x", fields.get("href", ""))
            kind, properties = fields.get("media-type", "").lower(), fields.get("properties", "")
            found.setdefault(fields.get("id", ""), _Member(name, kind, properties))
    return found


def _spine(text: str, manifest: Mapping[str, _Member]) -> list[str]:
    wanted = (tag.attributes().get("idref", "") for tag in tags(text) if tag.local_name == "itemref")
    members = (manifest[name] for name in wanted if name in manifest)
    return list(dict.fromkeys(member.name for member in members if member.kind in _PAGES))[:MOST_CHAPTERS]


def _titles(entries: Mapping[str, Source], manifest: Mapping[str, _Member]) -> dict[str, str]:
    """The table of contents, of EPUB 3 or of EPUB 2; none where it cannot be read, for it is only a help."""
    found: dict[str, str] = {}
    for member in manifest.values():
        try:
            if "nav" in member.properties.split():
                found = {**_from_nav(_xml(entries, member.name), member.name), **found}
            elif member.kind == "application/x-dtbncx+xml":
                found = {**found, **_from_ncx(_xml(entries, member.name), member.name)}
        except (UnreadableError, OSError):
            continue
    return found


def _from_nav(text: str, base: str) -> dict[str, str]:
    found: dict[str, str] = {}
    link: Tag | None = None
    for tag in tags(text):
        if link and tag.name == "a":
            title = one_line(plain(text[link.end : tag.begin][:2000]))
            found.setdefault(resolve(base, link.attributes().get("href", "")), title)
        link = tag if tag.name == "a" and not tag.closing else link if tag.name != "a" else None
    return found


_NCX_POINT = re.compile(
    r"<(?:ncx:)?text>([^<]{0,2000})</(?:ncx:)?text>|<(?:ncx:)?content\b[^>]{0,500}?\bsrc=[\"']([^\"']{1,500})", re.I
)


def _from_ncx(text: str, base: str) -> dict[str, str]:
    found: dict[str, str] = {}
    label = ""
    for point in _NCX_POINT.finditer(text):
        if point[2] is None:
            label = one_line(plain(point[1]))
        else:
            found.setdefault(resolve(base, plain(point[2])), label)
    return found


def _locked(entries: Mapping[str, Source]) -> frozenset[str]:
    """The entries that are encrypted. Fonts often are, in books that can be read all the same."""
    if "META-INF/encryption.xml" not in entries:
        return frozenset()
    found = tags(_xml(entries, "META-INF/encryption.xml"))
    links = (tag.attributes().get("uri", "") for tag in found if tag.local_name == "cipherreference")
    return frozenset(_normal(unquote(link)) for link in links)
