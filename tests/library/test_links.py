import os
import sys
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.document import parse
from viewer.library.links import inner_path, paths_meant, regular_file_below, target_key, targets_of, url_key

HERE = PurePosixPath("war/border.md")


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("before.md", "war/before.md"),
        ("../peace/a.md#part", "peace/a.md"),
        ("/war/a%20b.md?x=1", "war/a b.md"),
        ("./sub\\c.md", "war/sub/c.md"),
        ("../../etc/passwd", None),
        ("%2e%2e/%2e%2e/x", None),
        ("//host/share/x.png", None),
        ("C:\\x.png", None),
        ("#part", None),
        ("", None),
        ("a\0b", None),
        ("..", None),
    ],
)
def test_a_relative_link_stays_in_the_library(link, path):
    assert inner_path(link, HERE) == path


@given(st.text(max_size=60))
def test_no_link_leads_out_of_the_library(link):
    path = inner_path(link, HERE)
    assert path is None or not path.startswith(("/", ".."))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.News.example/a/",
        "http://news.example/a?utm_source=x&fbclid=y",
        "https://news.example:443/a#part",
    ],
)
def test_spellings_of_one_address_are_equal(url):
    assert url_key(url) == "//news.example/a"


def test_what_is_no_address_has_no_key():
    assert [url_key(text) for text in ("", "mailto:a@b.c", "javascript:x", "https://[", "ftp://x/y")] == [""] * 5
    assert url_key("https://a.example/x?id=1") != url_key("https://a.example/x?id=2")


def test_links_of_a_document_become_keys():
    document = parse("See [a](a.md), [b](https://x.example/b), [c](#c), [again](a.md) and <mailto:x@y.example>.")
    assert targets_of(document, HERE) == ("war/a.md", "//x.example/b")
    assert target_key("smb://host/x", HERE) == ""


def test_a_path_may_be_meant_without_its_suffix_or_as_a_page():
    assert list(paths_meant("a/b"))[:2] == ["a/b", "a/b.md"]
    assert "a/b.md" in paths_meant("a/b.html")


def test_a_picture_below_the_library(tmp_path):
    (tmp_path / "war").mkdir()
    (tmp_path / "war" / "map 1.png").write_bytes(b"x")
    assert regular_file_below(tmp_path, "map%201.png", HERE) == (tmp_path / "war" / "map 1.png").resolve()
    assert regular_file_below(tmp_path, "missing.png", HERE) is None
    assert regular_file_below(tmp_path, ".", HERE) is None


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
@pytest.mark.parametrize("source", ["out.png", "dev.png", "pipe.png", "loop.png", "/dev/zero", "file:///etc/passwd"])
def test_devices_pipes_and_links_out_of_the_library_are_not_given(tmp_path, source):
    root = tmp_path / "library"
    (root / "war").mkdir(parents=True)
    (tmp_path / "secret").write_text("x")
    (root / "war" / "out.png").symlink_to(tmp_path / "secret")
    (root / "war" / "dev.png").symlink_to("/dev/zero")
    (root / "war" / "loop.png").symlink_to("loop.png")
    os.mkfifo(root / "war" / "pipe.png")
    assert regular_file_below(root, source, HERE) is None
