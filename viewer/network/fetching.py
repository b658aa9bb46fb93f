"""Fetching one address: redirects, kinds, sizes and times, each bounded; every fault a sentence."""

from __future__ import annotations

import email.utils
import re
import ssl
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from urllib3 import Timeout
from urllib3 import exceptions as http

from viewer import __version__
from viewer.network.addresses import host_of, whole_address
from viewer.network.body import PACKINGS, DamagedError, TooLargeError, whole_body
from viewer.network.faults import Fault, FetchError, of_status
from viewer.network.guard import Watch, is_home
from viewer.network.limits import PAGE, Limits
from viewer.network.transport import pools, proxy_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from urllib3 import BaseHTTPResponse

USER_AGENT = f"Dateline/{__version__} (article reader; asks only when its reader does)"

_MOVED = frozenset([301, 302, 303, 307, 308])
_FOR_GOOD = frozenset([301, 308])
_NOT_MODIFIED = 304
_PIECE = 64 * 1024
_LONGEST_WAIT = 30 * 86_400
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be fetched. ``accept`` is the kind wished for, ``etag`` and ``modified`` what an earlier answer said.

    ``from_home``: whether what led here lies in the reader's own network, so that this may too; None for an address
    that the reader gave.
    """

    address: str
    accept: str = "text/html,application/xhtml+xml,*/*;q=0.8"
    limits: Limits = PAGE
    etag: str = ""
    modified: str = ""
    from_home: bool | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. ``address`` is where it came from in the end, ``moved_to`` where the wished one moved for good or "".

    ``kind`` is the media type in small letters ("text/html"; "" where none was stated), ``charset`` as stated.
    ``unchanged``: the server says that nothing changed since ``etag`` and ``modified``; then there is no ``data``.
    ``at_home``: whether it came from the reader's own network.
    """

    address: str
    data: bytes
    kind: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    moved_to: str = ""
    unchanged: bool = False
    at_home: bool = False


class Fetcher:
    """Fetches addresses, each over a connection of its own, without cookies and without saying where from.

    Safe to use from several threads.
    """

    def fetch(self, wish: Wish) -> Fetched:
        """The answer to ``wish``, after its redirects. Raises FetchError for everything that is not one."""
        ends = time.monotonic() + wish.limits.deadline
        step = replace(wish, address=whole_address(wish.address))
        seen, moved_to, only_for_good = [step.address], "", True
        while True:
            answer = _Step(step, wish.address, ends).take()
            if isinstance(answer, Fetched):
                return replace(answer, moved_to=moved_to)
            if answer.address in seen or len(seen) > wish.limits.redirects:
                raise FetchError(Fault.REDIRECTS, f"{wish.address} leads from one address to the next without an end.")
            seen.append(answer.address)
            only_for_good = only_for_good and answer.for_good
            moved_to = answer.address if only_for_good else moved_to
            step = replace(step, address=answer.address, from_home=bool(step.from_home) or answer.at_home)


@dataclass(frozen=True, slots=True)
class _Moved:
    """A redirect: where to, whether for good, and whether it came from the reader's own network."""

    address: str
    for_good: bool
    at_home: bool


class _Step:
    """One request without its redirects. ``named`` is the address that the reader knows, ``ends`` the last moment."""

    def __init__(self, wish: Wish, named: str, ends: float) -> None:
        self._wish, self._named = wish, named
        proxy = proxy_for(wish.address)
        home_allowed = wish.from_home is not False
        self._pools = pools(proxy)
        self._watch = Watch(max(0.001, ends - time.monotonic()), home_allowed=home_allowed, through_proxy=bool(proxy))
        if proxy and not home_allowed and _is_home_by_name(wish.address):
            raise FetchError(Fault.FORBIDDEN, f"{wish.address} lies in your own network, where no page may lead.")

    def take(self) -> Fetched | _Moved:
        """The answer, or where it lies instead. Raises FetchError."""
        try:
            with self._watch.active():
                response = self._ask()
                try:
                    return self._read(response)
                finally:
                    response.close()
        except (http.HTTPError, OSError, ValueError) as error:
            raise self._told(error) from error
        finally:
            self._pools.clear()

    def _ask(self) -> BaseHTTPResponse:
        limits = self._wish.limits
        return self._pools.request(
            "GET",
            self._wish.address,
            headers=_headers(self._wish),
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
            timeout=Timeout(connect=limits.connect, read=limits.silence),
        )

    def _read(self, response: BaseHTTPResponse) -> Fetched | _Moved:
        status, headers, home = response.status, response.headers, self._watch.was_home
        if status in _MOVED and (place := headers.get("Location", "").strip()):
            return _Moved(self._next(place), status in _FOR_GOOD, home)
        conditions = headers.get("ETag", "")[:1000], headers.get("Last-Modified", "")[:100]
        if status == _NOT_MODIFIED and (self._wish.etag or self._wish.modified):
            etag, modified = conditions
            kept = etag or self._wish.etag, modified or self._wish.modified
            return Fetched(self._wish.address, b"", "", "", *kept, unchanged=True, at_home=home)
        if not 200 <= status < 300:
            raise of_status(self._named, status, retry_after(headers))
        kind, charset = media_type(headers.get("Content-Type", ""))
        self._check_kind(kind)
        return Fetched(self._wish.address, self._body(response), kind, charset, *conditions, at_home=home)

    def _next(self, place: str) -> str:
        """The address that a redirect names. Raises FetchError where it is none of the web."""
        try:
            whole = urljoin(self._wish.address, place)
            if urlsplit(whole).scheme not in ("http", "https"):
                raise ValueError(whole)
            return whole_address(whole)
        except (ValueError, FetchError) as error:
            shown = place[:200]
            raise FetchError(Fault.FORBIDDEN, f"{self._named} leads to “{shown}”, which is not of the web.") from error

    def _check_kind(self, kind: str) -> None:
        group = kind.partition("/")[0]
        if group in ("video", "audio"):
            thing = "a film" if group == "video" else "a sound"
            raise FetchError(Fault.KIND, f"{self._named} is {thing} ({kind}), no page. Add the page that it stands on.")

    def _body(self, response: BaseHTTPResponse) -> bytes:
        packing, most = response.headers.get("Content-Encoding", "").strip().lower(), self._wish.limits.bytes
        if packing not in PACKINGS:
            raise FetchError(Fault.DAMAGED, f"{self._named} came packed as “{packing[:40]}”, which was not asked for.")
        stated = response.headers.get("Content-Length", "")
        try:
            if stated.isdecimal() and len(stated) < 20 and int(stated) > most:
                raise TooLargeError
            body = whole_body(_pieces(response), packing, most)
        except TooLargeError as error:
            sentence = f"{self._named} is larger than {most // 1_000_000:,} MB, which no article is. Nothing was kept."
            raise FetchError(Fault.SIZE, sentence) from error
        except DamagedError as error:
            raise self._cut_short() from error
        if self._watch.expired:  # where no length was stated, a connection that is cut looks like the end
            raise self._too_slow()
        if not body:
            raise FetchError(Fault.DAMAGED, f"{self._named} came empty. Nothing was kept; try again later.")
        return body

    def _cut_short(self) -> FetchError:
        if self._watch.expired:
            return self._too_slow()
        return FetchError(Fault.DAMAGED, f"{self._named} came damaged or cut short. Nothing was kept; try again later.")

    def _too_slow(self) -> FetchError:
        return FetchError(Fault.TIME, f"{self._named} took too long to answer. Try again later.")

    def _told(self, error: Exception) -> FetchError:
        """A fault of the network as a sentence."""
        if self._watch.expired:
            return self._too_slow()
        host = host_of(self._wish.address)
        if isinstance(error, http.ProxyError):
            return FetchError(Fault.REFUSED, f"The proxy did not lead to {host}. Check the proxy's settings.")
        if isinstance(error, http.NameResolutionError):
            sentence = f"No machine by the name of {host} was found. Check the address, and the connection."
            return FetchError(Fault.NAME, sentence)
        if isinstance(error, http.SSLError | ssl.SSLError):
            return FetchError(Fault.CERTIFICATE, _of_certificate(host, error))
        if isinstance(error, http.NewConnectionError):
            sentence = f"{host} could not be reached. Check the address and the connection, or try again later."
            return FetchError(Fault.REFUSED, sentence)
        return self._too_slow() if isinstance(error, http.TimeoutError | TimeoutError) else self._cut_short()


def _headers(wish: Wish) -> Mapping[str, str]:
    wished = {"User-Agent": USER_AGENT, "Accept": wish.accept, "Accept-Encoding": "gzip, deflate"}
    conditions = {"If-None-Match": wish.etag, "If-Modified-Since": wish.modified}
    return wished | {
        name: value for name, value in conditions.items() if value and value.isascii() and value.isprintable()
    }


def _pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    return response.stream(_PIECE, decode_content=False)


def media_type(written: str) -> tuple[str, str]:
    """Media type and character set of a Content-Type: "text/HTML; charset=x" gives ("text/html", "x")."""
    found = _CHARSET.search(written[:500])
    return written[:200].partition(";")[0].strip().lower(), found[1] if found else ""


def retry_after(headers: Mapping[str, str], now: float | None = None) -> int:
    """The seconds that Retry-After asks for, at most thirty days; 0 where it does not say."""
    written = headers.get("Retry-After", "").strip()[:60]
    if written.isascii() and written.isdecimal():
        return min(_LONGEST_WAIT, int(written[:12]))
    try:
        moment = email.utils.parsedate_to_datetime(written).timestamp()
    except (TypeError, ValueError, OverflowError, OSError):
        return 0
    return min(_LONGEST_WAIT, max(0, round(moment - (time.time() if now is None else now))))


def _of_certificate(host: str, error: Exception) -> str:
    reason = next((one.verify_message for one in _causes(error) if isinstance(one, ssl.SSLCertVerificationError)), "")
    why = f" ({reason})" if reason else ""
    return f"{host} could not prove that it is {host}{why}. It was not asked for anything; do not trust the address."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 10:
        yield error
        inner = next((one for one in error.args if isinstance(one, BaseException)), None)
        error, seen = inner or error.__cause__ or error.__context__, seen + 1


def _is_home_by_name(address: str) -> bool:
    host = host_of(address)
    try:
        return is_home(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
