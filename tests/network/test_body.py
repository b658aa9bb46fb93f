"""Unpacking, with a limit."""

import zlib

import pytest

from viewer.network.body import DamagedError, TooLargeError, whole_body

TEXT = b"The water rose. " * 4_000


@pytest.mark.parametrize("wbits", [31, 15, -15])
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_pieces_of_any_size(wbits, size):
    packed = zlib.compress(TEXT, wbits=wbits)
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert whole_body(pieces, "deflate", len(TEXT)) == TEXT


@pytest.mark.parametrize("wbits", [31, -15])
def test_the_end_falls_on_the_end_of_a_piece(wbits):
    for length in (*range(262_144 - 300, 262_144 + 300, 37), 262_144, 524_288):
        assert len(whole_body([zlib.compress(bytes(length), wbits=wbits)], "deflate", 10**6)) == length


@pytest.mark.parametrize("size", [1, 2, 5])
def test_several_packings_are_one_body_wherever_they_are_cut(size):
    packed = zlib.compress(TEXT[:9], wbits=31) + zlib.compress(TEXT[9:], wbits=31)
    assert whole_body([packed[at : at + size] for at in range(0, len(packed), size)], "gzip", 10**6) == TEXT


def test_the_limit_is_of_what_is_unpacked():
    packed = zlib.compress(TEXT, wbits=31)
    with pytest.raises(TooLargeError):
        whole_body([packed], "gzip", len(TEXT) - 1)
    with pytest.raises(TooLargeError):
        whole_body([b"12345"], "", 4)


@pytest.mark.parametrize("packed", [b"nonsense", b"x", zlib.compress(TEXT, wbits=31)[:-9], b"\x1f\x8b"])
def test_what_is_damaged_or_cut_short(packed):
    with pytest.raises(DamagedError):
        whole_body([packed], "gzip", 10**6)


def test_padding_behind_the_end_and_nothing_at_all():
    assert whole_body([zlib.compress(TEXT, wbits=31) + bytes(20)], "gzip", 10**6) == TEXT
    assert whole_body([], "gzip", 10) == b""
