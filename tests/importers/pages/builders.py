"""Small pages of our own, and pictures of a few bytes."""

from __future__ import annotations

import struct
import zlib

from lxml import html

SENTENCE = "The council met on Tuesday, heard the engineers, and put the bridge out of use until spring."


def prose(number: int = 1) -> str:
    return f"Paragraph {number}. " + " ".join([SENTENCE] * 3)


def page(body: str, head: str = "", attributes: str = 'lang="en"') -> bytes:
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode()


def article(inner: str = "", head: str = "<title>The bridge is shut</title>") -> bytes:
    paragraphs = "".join(f"<p>{prose(number)}</p>" for number in range(1, 5))
    return page(f"<nav><a href='/'>Home</a></nav><article>{paragraphs}{inner}<p>{prose(9)}</p></article>", head)


def root_of(body: str, head: str = "") -> html.HtmlElement:
    return html.document_fromstring(page(body, head).decode())


def png(width: int = 60, height: int = 50, color: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([color] * min(width, 100)) for _ in range(min(height, 100)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
