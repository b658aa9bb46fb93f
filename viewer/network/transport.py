"""The way to a host: encryption that is verified, and the proxy that the system's settings ask for."""

from __future__ import annotations

import ssl
from functools import cache
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager

from viewer.network.faults import Fault, FetchError
from viewer.network.guard import WatchedConnection, WatchedEncryptedConnection

_HERE = ("localhost", "127.0.0.1", "::1")


class _Pool(HTTPConnectionPool):
    ConnectionCls = WatchedConnection


class _EncryptedPool(HTTPSConnectionPool):
    ConnectionCls = WatchedEncryptedConnection


def proxy_for(address: str) -> str:
    """The proxy that the system's settings name for ``address``, "" for none; this machine itself is never asked so.

    Raises FetchError for one that is not of HTTP.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host in _HERE or host.endswith(".localhost") or proxy_bypass(host):
        return ""
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
    proxy = proxy if "://" in proxy or not proxy else f"http://{proxy}"
    if proxy and urlsplit(proxy).scheme not in ("http", "https"):
        raise FetchError(
            Fault.FORBIDDEN, f"The proxy {proxy} is of a kind that Dateline does not speak; use one of HTTP."
        )
    return proxy


def pools(proxy: str) -> PoolManager:
    """Connections, directly or through ``proxy``; all of them watched."""
    manager = ProxyManager(proxy, num_pools=2, ssl_context=verified()) if proxy else _direct()
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _EncryptedPool}
    return manager


def _direct() -> PoolManager:
    return PoolManager(num_pools=2, ssl_context=verified())


@cache
def verified() -> ssl.SSLContext:
    """Certificates are verified with those of the system; where it keeps none, with those of Mozilla."""
    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if not (places.cafile or places.capath or context.get_ca_certs()):
        import certifi

        context.load_verify_locations(certifi.where())
    return context
