import os
import sys

import pytest

from viewer.library.source import UnreadableError, fingerprint_of, read_source


def refusal(folder, name="a.md"):
    with pytest.raises(UnreadableError) as caught:
        read_source(folder, name)
    return caught.value


def test_text_and_a_fingerprint_of_its_bytes(tmp_path):
    (tmp_path / "a.md").write_bytes("Größe\r\n".encode())
    source = read_source(tmp_path, "a.md")
    assert source.text == "Größe\n"
    assert source.fingerprint == fingerprint_of("Größe\r\n".encode())
    assert source.stamp.size == 9
    assert source.note == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\0" * 4096, "zero bytes"),
        (b"%PDF-1.7 text", "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "not text"),
        (bytes(range(1, 9)) * 500, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(tmp_path, content, reason):
    (tmp_path / "a.md").write_bytes(content)
    error = refusal(tmp_path)
    assert reason in str(error)
    assert error.lasting


def test_a_file_cut_off_within_a_character_opens_with_a_note(tmp_path):
    (tmp_path / "a.md").write_bytes("A long enough line that ends in ü".encode()[:-1])
    source = read_source(tmp_path, "a.md")
    assert source.text.startswith("A long enough line")
    assert source.note


def test_a_missing_file_may_come_back(tmp_path):
    assert not refusal(tmp_path).lasting


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_tried_again(tmp_path):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "a.md").chmod(0)
    assert not refusal(tmp_path).lasting


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_link_or_a_pipe_put_in_the_place_of_an_article_is_not_opened(tmp_path):
    (tmp_path / "real.md").write_text("secret")
    (tmp_path / "a.md").symlink_to(tmp_path / "real.md")
    assert "cannot be opened" in str(refusal(tmp_path))
    os.mkfifo(tmp_path / "pipe.md")
    assert "not a regular file" in str(refusal(tmp_path, "pipe.md"))
