"""A real HTTP server on this machine, that answers as a test tells it to."""

from __future__ import annotations

import gzip
import socket
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_HERE = {"127.0.0.1", "localhost", "::1"}
_CONNECT, _LOOK_UP = socket.socket.connect, socket.getaddrinfo


class Loopback:
    """``answers`` are functions of a handler, or (status, headers, body), by path; ``asked`` what came."""

    def __init__(self):
        self.answers, self.asked = {}, []
        self.ended = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.asked.append((self.path, dict(self.headers)))
                answer = server.answers.get(self.path, (404, {}, b"no such page"))
                with suppress(OSError):
                    answer(self) if callable(answer) else self.reply(*answer)

            def reply(self, status=200, headers=(), body=b""):
                self.send_response(status)
                headers = {"Content-Length": str(len(body)), **dict(headers)}
                for name, value in headers.items():
                    if value is not None:
                        self.send_header(name, value)
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def port(self):
        return self._server.server_address[1]

    def address(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def encrypt(self, context):
        """Speak encrypted from now on."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)

    def give(self, path, body, kind="text/html; charset=utf-8", status=200, **headers):
        """Answer ``path`` with a body; header names with "_" for "-"."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        self.answers[path] = (status, {"Content-Type": kind, **named}, data)

    def give_packed(self, path, body, kind="text/html; charset=utf-8"):
        self.answers[path] = (200, {"Content-Type": kind, "Content-Encoding": "gzip"}, gzip.compress(body))

    def lead(self, path, place, status=302):
        self.answers[path] = (status, {"Location": place}, b"")

    def paths(self):
        return [path for path, _ in self.asked]

    def close(self):
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def loopback(monkeypatch):
    """The server, with connections to this machine allowed, and to no other."""

    def connect(sock, address):
        if isinstance(address, tuple) and address[0] not in _HERE:
            raise AssertionError(f"a connection to {address[0]} was asked for")
        return _CONNECT(sock, address)

    def look_up(host, *rest, **more):
        if host not in _HERE:
            raise socket.gaierror(socket.EAI_NONAME, f"{host} was asked for")
        return _LOOK_UP(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Loopback()
    try:
        yield server
    finally:
        server.close()
