"""The page that is kept beside an article, read again."""

import pytest

from viewer.importers.originals import read_original
from viewer.model import LibraryError

WORDS = "The barrage near the border was repaired on Monday, and the water rose slowly behind its gates all day long. "
PAGE = f"""<html><head><title>Barrage</title></head><body><nav><p>Home</p></nav>
<article><p>{WORDS * 8}</p><img src="https://cdn.example/a/Gate%20One.png?w=9"><p>{WORDS * 8}</p></article>
<footer><p>Imprint and the address of the publisher stand here.</p></footer></body></html>"""
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00\x90\x91h6"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "Barrage.original.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_each_opinion_is_its_own(page):
    first, whole = (read_original(str(page), mode=mode).markdown for mode in ("article", "page"))
    assert "Imprint" not in first
    assert "Imprint" in whole
    assert first.count("barrage") == whole.count("barrage") == 16
    assert "barrage" in read_original(str(page), mode="other").markdown


def test_pictures_that_came_at_first_are_found_by_name(page, tmp_path):
    (tmp_path / "Barrage.files").mkdir()
    (tmp_path / "Barrage.files" / "gate-one.png").write_bytes(PNG)
    item = read_original(str(page), pictures=str(tmp_path / "Barrage.files"))
    assert [(file.name, file.data) for file in item.files] == [("files/gate-one.png", PNG)]
    assert "](files/gate-one.png)" in item.markdown
    assert read_original(str(page), pictures=str(tmp_path / "none")).files == ()


def test_a_link_among_the_pictures_is_not_followed(page, tmp_path):
    (tmp_path / "Barrage.files").mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "Barrage.files" / "gate-one.png").symlink_to(tmp_path / "secret.png")
    assert read_original(str(page), pictures=str(tmp_path / "Barrage.files")).files == ()


def test_a_web_archive_is_known_by_its_content(tmp_path):
    path = tmp_path / "x.original.html"
    path.write_text(
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"
        f"--B\nContent-Type: text/html; charset=utf-8\nContent-Location: https://news.example/b\n\n{PAGE}\n--B--\n"
    )
    item = read_original(str(path))
    assert item.url == "https://news.example/b"
    assert "barrage" in item.markdown


def test_an_empty_page_is_refused(tmp_path):
    (tmp_path / "x.original.html").write_text("<html><body></body></html>")
    with pytest.raises(LibraryError, match="holds no article"):
        read_original(str(tmp_path / "x.original.html"))
