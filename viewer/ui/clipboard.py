"""What was copied, or is dropped: files, addresses, a piece of a page, or text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.ui.address_dialog import web_address

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

SHORTEST_ARTICLE = 60
"""Characters: less, on one line, is no article but something copied for another purpose."""

_WEB = ("http", "https")


@dataclass(frozen=True, slots=True)
class Copied:
    """One of these, and else nothing: files of this machine, addresses of the web, or text."""

    files: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    text: str = ""
    is_html: bool = False


def copied(data: QMimeData | None) -> Copied:
    """What lies on the clipboard or was dropped; some systems give None for a clipboard that holds nothing."""
    if data is None:
        return Copied()
    urls = data.urls()
    if urls and all(url.isLocalFile() for url in urls):
        return Copied(files=tuple(url.toLocalFile() for url in urls))
    if urls and all(url.scheme() in _WEB for url in urls):
        return Copied(addresses=tuple(dict.fromkeys(bytes(url.toEncoded().data()).decode("ascii") for url in urls)))
    text = data.text()
    words = text.split()
    if words and all(word.lower().startswith(("http://", "https://")) and web_address(word) for word in words):
        return Copied(addresses=tuple(dict.fromkeys(words)))
    if len(text.strip()) < SHORTEST_ARTICLE and "\n" not in text.strip():
        return Copied()
    return Copied(text=data.html(), is_html=True) if data.hasHtml() else Copied(text=text)


def copied_address(data: QMimeData | None) -> str:
    """The address on the clipboard, where there is one and nothing else; to be suggested."""
    found = copied(data).addresses
    return found[0] if len(found) == 1 else ""
