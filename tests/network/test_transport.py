"""Encryption is verified; proxies are those of the environment."""

from __future__ import annotations

import shutil
import ssl
import subprocess

import pytest

from viewer.network import Fault, Fetcher, FetchError, Limits, Wish, transport
from viewer.network.transport import proxy_for

AMPLE = Limits(1_000_000)
IMPATIENT = Limits(1_000_000, silence=0.5, deadline=1.0)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """The files of a key and of a certificate for localhost that nobody has signed but itself."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl, to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    key, signed = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(signed)]
    about = ["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*made, *about], check=True, capture_output=True)
    return key, signed


@pytest.fixture
def encrypted(server, certificate):
    key, signed = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(signed, key)
    server.encrypt(context)
    return server.address("/").replace("http://127.0.0.1", "https://localhost")


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    transport.verified.cache_clear()
    yield
    transport.verified.cache_clear()


def test_a_certificate_of_the_system_is_enough(server, encrypted, trusted):
    server.give("/", "over an encrypted line")
    assert Fetcher().fetch(Wish(encrypted, limits=AMPLE)).data == b"over an encrypted line"


def test_one_that_nobody_vouches_for_is_not(server, encrypted):
    server.give("/", "x")
    with pytest.raises(FetchError, match="could not prove that it is localhost") as caught:
        Fetcher().fetch(Wish(encrypted, limits=AMPLE))
    assert caught.value.fault is Fault.CERTIFICATE
    assert "self" in str(caught.value)
    assert server.asked == []


def test_nor_is_one_of_another_name(server, encrypted, trusted):
    server.give("/", "x")
    with pytest.raises(FetchError, match="could not prove"):
        Fetcher().fetch(Wish(encrypted.replace("localhost", "127.0.0.1"), limits=AMPLE))
    assert server.asked == []


def test_an_encrypted_line_that_drips_is_cut_too(server, encrypted, trusted):
    def answer(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not server.ended.wait(0.05):
            handler.wfile.write(b"x")

    server.answers["/"] = answer
    with pytest.raises(FetchError) as caught:
        Fetcher().fetch(Wish(encrypted, limits=IMPATIENT))
    assert caught.value.fault is Fault.TIME


def test_proxies_of_the_environment(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "near.example")
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    assert proxy_for("https://news.example/") == "http://proxy.example:3128"
    assert proxy_for("http://news.example/") == ""
    assert proxy_for("https://near.example/") == ""
    assert proxy_for("https://localhost/") == ""
    monkeypatch.setenv("https_proxy", "socks5://proxy.example:1080")
    with pytest.raises(FetchError, match="does not speak"):
        proxy_for("https://news.example/")
