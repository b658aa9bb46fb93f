"""The bytes of an answer, unpacked, never more than may come: a small packed answer can unpack to any size."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = 256 * 1024
_GZIP = b"\x1f\x8b"
_TELLING = len(_GZIP)
_RAW = -zlib.MAX_WBITS
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
PACKINGS = ("", "identity", "gzip", "x-gzip", "deflate")


class TooLargeError(Exception):
    """There is more of it than may come."""


class DamagedError(Exception):
    """It cannot be unpacked, or ends before its end."""


def whole_body(pieces: Iterable[bytes], packing: str, most: int) -> bytes:
    """All of the body, unpacked as its ``packing`` (Content-Encoding, one of ``PACKINGS``) says.

    Raises TooLargeError beyond ``most`` unpacked bytes, and DamagedError where it ends too early or cannot be unpacked.
    """
    found = bytearray()
    for piece in pieces if packing in ("", "identity") else _unpacked(pieces):
        found += piece
        if len(found) > most:
            raise TooLargeError
    return bytes(found)


class _Unpacker(Protocol):
    """What zlib gives."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, /, max_length: int = ...) -> bytes: ...


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unpacker: _Unpacker | None = None
    held = b""  # the first byte of a packing alone does not say which it is
    for given in pieces:
        piece, held = held + given, b""
        while piece:
            if unpacker is None or unpacker.eof:
                if len(piece) < _TELLING:
                    held = piece
                    break
                if unpacker is not None and not piece.startswith(_GZIP):
                    break  # several packings, one behind the other, are one body; all else behind it is padding
                unpacker = _unpacker_for(piece)
            try:
                yield unpacker.decompress(piece, _PIECE)
            except zlib.error as error:
                raise DamagedError from error
            piece = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    while unpacker is not None and not unpacker.eof and (rest := unpacker.decompress(b"", _PIECE)):
        yield rest  # all was read, but not all of it given out yet
    if held if unpacker is None else not unpacker.eof:
        raise DamagedError


def _unpacker_for(piece: bytes) -> _Unpacker:
    """For gzip and zlib; "deflate" is also sent without the frame that the standard asks for."""
    framed = piece.startswith(_GZIP) or (piece[0] & 0x0F == 8 and (piece[0] << 8 | piece[1]) % 31 == 0)
    return zlib.decompressobj(_GZIP_OR_ZLIB if framed else _RAW)
