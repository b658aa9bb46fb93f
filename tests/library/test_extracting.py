"""Extracting an article again: seen before it is used, nothing lost, and back again."""

import base64
from dataclasses import replace

import pytest

from viewer import paths
from viewer.library import Library
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight, LibraryError, UsageError

WORDS = "The barrage near the border was repaired on Monday, and the water rose slowly behind its gates all day long. "
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00\x90\x91h6"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
PAGE = f"""<html><head><title>Barrage</title></head><body>
<article><p>{WORDS * 8}</p><img src="https://cdn.example/gate.png"><p>{WORDS * 8}</p></article>
<footer><p>Imprint and the address of the publisher stand here.</p></footer></body></html>"""
ITEM = ImportedArticle(
    "Barrage",
    "A short and wrong extraction.\n\n![Gate](gate.png)",
    url="https://news.example/barrage",
    published="2018-11-05",
    tags=("water",),
    starred=True,
    highlights=(ImportedHighlight("near the border was repaired"), ImportedHighlight("wrong extraction")),
    files=(ImportedFile("gate.png", PNG),),
    original=ImportedFile("page.html", PAGE.encode()),
)


@pytest.fixture
def mine(tmp_path):
    (tmp_path / "mine").mkdir()
    with Library.open(tmp_path / "mine") as library:
        library.add([ITEM])
        yield library


def only(library):
    (article,) = library.articles()
    return article


def test_it_is_shown_before_anything_is_written(mine, snapshot):
    before = snapshot(mine.root)
    found = mine.extract(only(mine).id, "page")
    assert "Imprint" in found.body
    assert "![](Barrage.files/gate.png)" in found.body
    assert (found.mode, found.pictures, found.placed, found.unplaced) == ("page", (), 1, 1)
    changes = mine.compare_extraction(only(mine).id, found)
    assert changes.added > 300
    assert changes.removed == 6
    assert snapshot(mine.root) == before


def test_it_takes_the_place_of_the_text_which_is_kept(mine):
    before = only(mine)
    text = (mine.root / "Barrage.md").read_text()
    assert mine.use_extraction(before.id, mine.extract(before.id, "page")) == (1, 1)
    mine.refresh()
    now = only(mine)
    assert (now.id, now.title, now.starred, now.tags, now.url) == (before.id, "Barrage", True, ("water",), ITEM.url)
    assert "Imprint" in mine.document(now.id).text
    assert "extraction: whole page\n" in (mine.root / "Barrage.md").read_text()
    assert mine.image_path(now.id, "Barrage.files/gate.png").read_bytes() == PNG
    (kept,) = mine.others(now.id)
    assert (kept.kind, kept.name, kept.is_newest) == ("version", "2018-11-05", False)
    mine.use_version(now.id, kept.name)
    assert (mine.root / "Barrage.md").read_text() == text


def test_the_second_time_changes_nothing(mine):
    id = only(mine).id
    for _ in range(2):
        mine.use_extraction(id, mine.extract(id, "page"))
    assert mine.compare_extraction(id, mine.extract(id, "page")).is_same
    assert len(mine.others(id)) == 1


def test_the_first_choice_leaves_no_mark(mine):
    id = only(mine).id
    mine.use_extraction(id, mine.extract(id, "other"))
    assert "extraction: other extraction\n" in (mine.root / "Barrage.md").read_text()
    mine.use_extraction(id, mine.extract(id, "article"))
    assert "extraction:" not in (mine.root / "Barrage.md").read_text()


def test_a_picture_that_is_not_there_yet_is_added_and_none_replaced(mine):
    (mine.root / "Barrage.files" / "gate.png").write_bytes(PNG[:-1] + b"!")
    page = mine.root / "Barrage.original.html"
    data = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    page.write_text(PAGE.replace("https://cdn.example/gate.png", data))
    (mine.root / "Barrage.files" / "image-1.png").write_bytes(b"another")
    id = only(mine).id
    found = mine.extract(id, "article")
    assert [name for name, _ in found.pictures] == ["Barrage.files/image-1-again-2.png"]
    mine.use_extraction(id, found)
    assert (mine.root / "Barrage.files" / "image-1-again-2.png").read_bytes() == PNG
    assert (mine.root / "Barrage.files" / "image-1.png").read_bytes() == b"another"


def test_what_cannot_be_extracted_is_said(mine, tmp_path):
    id = only(mine).id
    with pytest.raises(UsageError, match="no extraction “best”"):
        mine.extract(id, "best")
    page = mine.root / "Barrage.original.html"
    page.write_text("<html><body></body></html>")
    with pytest.raises(LibraryError, match="could not be extracted again"):
        mine.extract(id, "page")
    page.unlink()
    assert not mine.has_original(id)
    with pytest.raises(LibraryError, match="is not kept beside it"):
        mine.extract(id, "page")
    (tmp_path / "outside.html").write_text(PAGE)
    page.symlink_to(tmp_path / "outside.html")
    assert not mine.has_original(id)


def test_the_sample_library_is_not_written_to(mine):
    found = mine.extract(only(mine).id, "page")
    with Library.open(paths.sample_library()) as sample:
        sample.refresh()
        with pytest.raises(UsageError, match="not written to"):
            sample.use_extraction(sample.ids()[0], found)


def test_a_page_whose_character_set_only_the_server_knew(tmp_path):
    (tmp_path / "theirs").mkdir()
    text = "Ќа границе построили плотину. " * 30
    page = f"<html><body><article><p>{text}</p></article></body></html>".encode("iso8859_5")
    stated = (("original_charset", "iso-8859-5"),)
    item = ImportedArticle("Плотина", "Коротко.", "https://news.example/dam", extra=stated)
    with Library.open(tmp_path / "theirs") as library:
        library.add([replace(item, original=ImportedFile("page.html", page))])
        assert text.strip() in library.extract(only(library).id, "article").body


def test_folders_that_lead_out_are_neither_read_nor_written(mine, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (mine.root / "Barrage.versions").symlink_to(outside)
    id = only(mine).id
    before = (mine.root / "Barrage.md").read_text()
    with pytest.raises(LibraryError, match="could not be exchanged"):
        mine.use_extraction(id, mine.extract(id, "page"))
    assert (mine.root / "Barrage.md").read_text() == before
    (mine.root / "Barrage.files").rename(outside / "files")
    (mine.root / "Barrage.files").symlink_to(outside / "files")
    assert mine.extract(id, "page").pictures == ()
    assert "cdn.example/gate.png" in mine.extract(id, "page").body
