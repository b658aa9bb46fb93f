"""Addresses that lead out of the library: which may be opened at all, and where they lead."""

from __future__ import annotations

from PySide6.QtCore import QUrl

_SCHEMES = {"http", "https", "mailto"}


def outside_address(link: str) -> QUrl | None:
    """The address behind a link that leads out of the library; None where it may not be opened at all."""
    url = QUrl(link.strip(), QUrl.ParsingMode.TolerantMode)
    if url.scheme() not in _SCHEMES or not url.isValid():
        return None
    if url.scheme() == "mailto":
        return QUrl("mailto:" + url.path())
    return url if url.host() else None


def host_sentence(url: QUrl) -> str:
    """Where an address leads, in words; a look-alike host is shown as what it is."""
    if url.scheme() == "mailto":
        return f"This link writes a message to {url.path()}."
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if "xn--" in host:
        shown = url.host(QUrl.ComponentFormattingOption.FullyDecoded)
        return f"This link leads to {host}. Its letters may look like another name: {shown}."
    plain = "" if url.scheme() == "https" else " The connection is not encrypted."
    return f"This link leads to {host}.{plain}"
