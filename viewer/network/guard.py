"""Connections that are watched: where they lead, and how long all of it takes.

A page of the web must not make this program ask machines of the reader's own network for anything. Only where the
address that the reader typed leads there itself may what follows from it lead there too.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
from contextvars import ContextVar
from typing import TYPE_CHECKING

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection

from viewer.network.faults import Fault, FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Watch:
    """Watches one request. ``home_allowed``: whether it may lead to the reader's own network.

    ``was_home`` says afterwards whether it did; ``expired`` whether its time ran out.
    """

    def __init__(self, deadline: float, *, home_allowed: bool, through_proxy: bool = False) -> None:
        self.home_allowed, self.through_proxy = home_allowed, through_proxy
        self.was_home = False
        self.expired = False
        self._guard = threading.Lock()
        # A second handle of the connection: encryption takes the first one over, and it could not be cut any more.
        self._handle: socket.socket | None = None
        self._timer = threading.Timer(deadline, self._expire)
        self._timer.daemon = True

    @contextlib.contextmanager
    def active(self) -> Iterator[None]:
        """Watch what the block does on this thread, until its time is over: then its connection is cut."""
        token = _WATCH.set(self)
        self._timer.start()
        try:
            yield
        finally:
            self._timer.cancel()
            _WATCH.reset(token)
            with self._guard:
                self._let_go()

    def check(self, ip: str, host: str) -> None:
        """Note where a name leads. Raises FetchError where the request may not go there."""
        if self.through_proxy or not is_home(ip):
            return
        if not self.home_allowed:
            raise FetchError(
                Fault.FORBIDDEN, f"{host} leads into your own network, where a page of the web has no business."
            )
        self.was_home = True

    def hold(self, sock: socket.socket) -> None:
        """The connection to cut when the time is over."""
        with self._guard:
            self._let_go()
            self._handle = sock.dup()
            if self.expired:
                _cut(self._handle)

    def _let_go(self) -> None:
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def _expire(self) -> None:
        with self._guard:
            self.expired = True
            if self._handle is not None:
                _cut(self._handle)


_WATCH: ContextVar[Watch] = ContextVar("watch")


def _cut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def is_home(ip: str) -> bool:
    """Whether an IP address is of this machine or of its own network, or of none that the web is on."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return not (mapped or address).is_global or address.is_multicast


def _connect(connection: HTTPConnection) -> socket.socket:
    """A connection to the first address of the host that may be asked and that answers."""
    watch = _WATCH.get()
    host = connection.host
    try:
        found = socket.getaddrinfo(host.strip("[]"), connection.port, 0, socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(host, connection, reason) from error
    last: OSError = OSError("no address")
    for ip in dict.fromkeys(str(entry[4][0]) for entry in found):
        watch.check(ip, host)
        try:
            sock = create_connection((ip, connection.port), connection.timeout, None, connection.socket_options)
        except OSError as error:
            last = error
            continue
        watch.hold(sock)
        return sock
    if isinstance(last, TimeoutError):
        raise ConnectTimeoutError(connection, f"Connection to {host} timed out.") from last
    raise NewConnectionError(connection, f"Failed to establish a new connection: {last}") from last


class WatchedConnection(HTTPConnection):
    """An unencrypted connection that is watched."""

    def _new_conn(self) -> socket.socket:
        return _connect(self)


class WatchedEncryptedConnection(HTTPSConnection):
    """An encrypted connection that is watched."""

    def _new_conn(self) -> socket.socket:
        return _connect(self)
