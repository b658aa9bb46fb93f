"""Addresses as people type them, as the web takes them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from viewer.network.faults import Fault, FetchError

LONGEST = 8_000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PORT_NOT_SCHEME = re.compile(r"[^/?#:]+:\d{1,5}(?:[/?#]|\Z)")
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=\S)", re.I)
_CONTROLS = re.compile(r"[\x00-\x20\x7f]")
_SAFE = "/:;=@!$&'()*+,%~-._?#[]|"


def whole_address(typed: str) -> str:
    """What somebody typed as an address of http or https: "example.org/a b" gives "https://example.org/a%20b".

    The host is in small letters and, where it has letters beyond ASCII, in punycode; the fragment is left out.
    Raises FetchError (``Fault.ADDRESS``) for what is none, or has a name and a password in it.
    """
    written = typed.strip()
    shown = written[:200]
    if not written or len(written) > LONGEST:
        raise _no_address(shown)
    written = _FEED_SCHEME.sub(lambda found: "" if "://" in written[found.end() :] else "http://", written, count=1)
    if not _SCHEME.match(written) or _PORT_NOT_SCHEME.match(written):
        written = f"https://{written.removeprefix('//')}"
    try:
        parts = urlsplit(written)
        port = parts.port
        host = _in_ascii(parts.hostname or "")
    except ValueError as error:
        raise _no_address(shown) from error
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not host or _CONTROLS.search(parts.netloc):
        raise _no_address(shown)
    if parts.username is not None:
        raise FetchError(Fault.ADDRESS, f"{shown} holds a name and perhaps a password; give the address without them.")
    place = f"[{host}]" if ":" in host else host
    if port not in (None, {"http": 80, "https": 443}[scheme]):
        place = f"{place}:{port}"
    return urlunsplit((scheme, place, quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE), ""))


def host_of(address: str) -> str:
    """The host of an address, "" where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _in_ascii(host: str) -> str:
    """A host name as the name servers know it. Raises ValueError where it can be none."""
    if host.isascii():
        if not host or re.search(r"[^A-Za-z0-9.:_%-]", host):
            raise ValueError(host)
        return host.lower().rstrip(".")
    return host.encode("idna").decode("ascii").lower().rstrip(".")


def _no_address(shown: str) -> FetchError:
    return FetchError(Fault.ADDRESS, f"“{shown}” is no web address. It begins with https:// or http://.")
