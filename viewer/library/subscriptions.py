"""The feeds of a library: ``feeds.opml`` in its folder, a list that every other reader of feeds understands (OPML 2.0).

What others wrote into the file, its folders, its order and unknown attributes, stays as it is.
"""

from __future__ import annotations

import email.utils
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.library.links import url_key
from viewer.library.locks import held
from viewer.library.saving import save
from viewer.library.source import UnreadableError, read_regular_file
from viewer.model import ImportedFeed, LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from lxml.etree import _Element as Element

FILE = "feeds.opml"

_FEED_TYPES = {"rss", "atom", "feed", "jsonfeed"}

_WAIT_FOR_OTHERS = 20.0
_BUSY = "Another Dateline is changing the feeds of this library. Wait until it is done, and then try again."
_UNREADABLE = "The list of feeds {} cannot be read ({}). Mend it or move it away; it is left as it is."
_UNWRITABLE = "The list of feeds {} could not be written ({}). Nothing is changed; make room, or check its permissions."
_EMPTY = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>Feeds</title>
</head>
<body>
</body>
</opml>
"""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed that the reader follows. ``folders`` are those that it stands in, the outermost first."""

    url: str
    title: str
    site_url: str = ""
    folders: tuple[str, ...] = ()


class Subscriptions:
    """The feeds of the library in the folder ``root``; ``lock`` keeps two programs from changing them at once."""

    def __init__(self, root: Path, lock: Path) -> None:
        self.path = root / FILE
        self._lock = lock

    def all(self) -> tuple[Subscription, ...]:
        """Every feed once, in the order of the file. Raises LibraryError where that cannot be read."""
        found: dict[str, Subscription] = {}
        for element in _feeds(self._read()):
            feed = _subscription(element)
            found.setdefault(_key(feed.url), feed)
        return tuple(found.values())

    def entries(self) -> tuple[tuple[Subscription, ...], tuple[str, ...]]:
        """Every feed as often as it stands in the file, and the names of those without an address of the web.

        Raises LibraryError where the file cannot be read.
        """
        root = self._read()
        without = (one for one in root.iter("outline") if _is_meant_as_feed(one) and not _url(one))
        names = tuple(_title(one) or "An entry without a name" for one in without)
        return tuple(map(_subscription, _feeds(root))), names

    def add(self, feeds: Iterable[ImportedFeed]) -> tuple[Subscription, ...]:
        """Subscribe to feeds that are not in the list yet, each in its folders; gives those that are new.

        Raises LibraryError where the file cannot be read or written.
        """
        added: list[Subscription] = []

        def change(root: Element) -> None:
            known = {_key(_url(element)) for element in _feeds(root)}
            for feed in feeds:
                if _key(feed.url) not in known:
                    known.add(_key(feed.url))
                    added.append(_put(_folder(_body(root), feed.folders), feed))

        self._change(change)
        return tuple(added)

    def remove(self, urls: Iterable[str]) -> int:
        """Take feeds out of the list, wherever they stand in it; gives how many. Their articles stay.

        Raises LibraryError where the file cannot be read or written.
        """
        unwanted, removed = {_key(url) for url in urls}, set[str]()

        def change(root: Element) -> None:
            for element in list(_feeds(root)):
                if (key := _key(_url(element))) in unwanted:
                    removed.add(key)
                    _take_out(element)

        self._change(change)
        return len(removed)

    def move(self, moved: Iterable[tuple[str, str]]) -> None:
        """Give feeds the address that they have moved to: (old, new). Raises LibraryError as ``remove`` does."""
        places = {_key(old): new for old, new in moved}

        def change(root: Element) -> None:
            for element in _feeds(root):
                if new := places.get(_key(_url(element)), ""):
                    element.set(_name(element, "xmlUrl"), new)

        if places:
            self._change(change)

    def opml(self) -> bytes:
        """The file as it is; a list without feeds where there is none yet. Raises LibraryError."""
        return self._bytes() or _EMPTY

    def _bytes(self) -> bytes:
        try:
            return read_regular_file(self.path)[0] if self.path.exists() else b""
        except (UnreadableError, OSError) as error:
            raise LibraryError(_UNREADABLE.format(self.path, error)) from error

    def _read(self) -> Element:
        from lxml import etree  # only for whoever has feeds

        raw = self._bytes() or _EMPTY
        if b"<!DOCTYPE" in raw[:100_000].upper():
            raise LibraryError(_UNREADABLE.format(self.path, "it declares a document type"))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise LibraryError(_UNREADABLE.format(self.path, error)) from error
        if root.tag != "opml":
            raise LibraryError(_UNREADABLE.format(self.path, "it is no OPML"))
        return root

    def _change(self, change: Callable[[Element], None]) -> None:
        from lxml import etree

        self._lock.parent.mkdir(parents=True, exist_ok=True)
        with held(self._lock, _WAIT_FOR_OTHERS) as is_ours:
            if not is_ours:
                raise LibraryError(_BUSY)
            root = self._read()
            before = etree.tostring(root)
            change(root)
            if etree.tostring(root) == before:
                return
            _note_the_change(root)
            self._write(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8"))

    def _write(self, raw: bytes) -> None:
        try:
            save(self.path, raw, replace=True)
        except OSError as error:
            raise LibraryError(_UNWRITABLE.format(self.path, error.strerror)) from error


def _key(url: str) -> str:
    return url_key(url) or url


def _feeds(root: Element) -> Iterator[Element]:
    return (element for element in root.iter("outline") if _url(element))


def _name(element: Element, name: str) -> str:
    """How the file writes the name of an attribute: some writers do not keep to its capitals."""
    return next((str(key) for key in element.attrib if str(key).lower() == name.lower()), name)


def _get(element: Element, name: str) -> str:
    return " ".join((element.get(_name(element, name)) or "").split())


def _url(element: Element) -> str:
    url = _get(element, "xmlUrl")
    return url if url_key(url) else ""


def _is_meant_as_feed(element: Element) -> bool:
    return bool(_get(element, "xmlUrl")) or _get(element, "type").lower() in _FEED_TYPES


def _subscription(element: Element) -> Subscription:
    folders = [_title(one) for one in element.iterancestors("outline") if not _url(one)]
    url = _url(element)
    return Subscription(url, _title(element) or url, _get(element, "htmlUrl"), tuple(reversed(folders)))


def _title(element: Element) -> str:
    return _get(element, "title") or _get(element, "text")


def _body(root: Element) -> Element:
    from lxml import etree

    body = root.find("body")
    return body if body is not None else etree.SubElement(root, "body")


def _folder(place: Element, folders: Sequence[str]) -> Element:
    """The folder below ``place``, made where there is none."""
    for name in folders:
        found = [one for one in place.iterchildren("outline") if not _url(one) and _title(one) == name]
        place = found[0] if found else _outline(place, {"text": name, "title": name})
    return place


def _put(place: Element, feed: ImportedFeed) -> Subscription:
    title = feed.title or feed.url
    fields = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url, "htmlUrl": feed.site_url}
    return _subscription(_outline(place, {name: value for name, value in fields.items() if value}))


def _outline(place: Element, fields: dict[str, str]) -> Element:
    from lxml import etree

    if not (place.text or "").strip() and not len(place):
        place.text = "\n"
    made = etree.SubElement(place, "outline", {name: _without_controls(value) for name, value in fields.items()})
    made.tail = "\n"
    return made


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        for child in list(element):  # what stands below a feed is not the feed
            element.addprevious(child)
        parent.remove(element)


def _note_the_change(root: Element) -> None:
    for element in root.iterfind("head/dateModified"):
        element.text = email.utils.formatdate()


def _without_controls(text: str) -> str:
    return "".join(one for one in text if one.isprintable() or one == " ")
