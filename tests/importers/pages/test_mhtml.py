from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from builders import article, png, prose

from viewer.importers import read_mhtml
from viewer.importers.mhtml import MAX_PARTS
from viewer.model import LibraryError


def envelope(html, pictures=(), head=""):
    parts = [f"Content-Type: text/html\r\nContent-Location: http://a.org/n/bridge\r\n{head}\r\n{html}"]
    for location, data in pictures:
        body = base64.encodebytes(data).decode()
        parts.append(f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{location}\r\n\r\n{body}")
    start = "From: <Saved>\r\nSubject: Bridge\r\nDate: Fri, 02 Nov 2018 20:10:00 -0000\r\nMIME-Version: 1.0\r\n"
    start += 'Content-Type: multipart/related; type="text/html"; boundary="b-1"\r\n\r\n'
    return (start + "".join(f"--b-1\r\n{part}\r\n" for part in parts) + "--b-1--\r\n").encode()


def test_the_page_and_its_pictures():
    inner = "<img src='img/one.png' alt=One><img src='cid:two@x' alt=Two>"
    pictures = [
        ("Content-Location: http://a.org/n/img/one.png", png(color=1)),
        ("Content-ID: <two@x>", png(color=2)),
    ]
    data = envelope(article(inner).decode(), pictures)
    found = read_mhtml(data, name="bridge.mhtml")
    assert prose(1) in found.markdown
    assert found.url == "http://a.org/n/bridge"
    assert [(file.name, file.data) for file in found.files] == [
        ("files/one.png", png(color=1)),
        ("files/image-2.png", png(color=2)),
    ]
    assert found.saved is not None
    assert found.saved.replace(tzinfo=UTC) == datetime(2018, 11, 2, 20, 10, tzinfo=UTC)
    assert found.original is not None
    assert found.original.data == data


def test_a_quoted_page_in_another_character_set():
    text = article("<p>Über die Brücke führt kein Weg.</p>").decode()
    body = "".join(f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in text.encode("cp1252"))
    data = envelope("", head="").replace(
        b"Content-Type: text/html\r\n",
        b"Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n",
    )
    data = data.replace(b"/n/bridge\r\n\r\n", b"/n/bridge\r\n\r\n" + body.encode())
    assert "Über die Brücke führt kein Weg." in read_mhtml(data, name="x.mhtml").markdown


@pytest.mark.parametrize("data", [b"", b"no mail at all", b"Content-Type: image/png\r\n\r\nx"])
def test_no_page_is_said_in_a_sentence(data):
    with pytest.raises(LibraryError, match=r"^x\.mhtml holds no web page"):
        read_mhtml(data, name="x.mhtml")


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: text/plain\r\n\r\n" * (MAX_PARTS + 1),
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(500)),
    ],
)
def test_too_many_parts_are_refused(data):
    with pytest.raises(LibraryError, match=r"x\.mhtml holds too many parts"):
        read_mhtml(data, name="x.mhtml")
