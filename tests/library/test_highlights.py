import json
import os
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from viewer.document import parse
from viewer.library import Library, highlights
from viewer.library.highlights import read_annotations
from viewer.model import ImportedArticle, ImportedHighlight

TEXT = (
    "Helicopters came 😀 on Thursday.\n\nThe “last” pocket held.\n\n![A map](map.png)\n\nHajin fell, and Hajin stood.\n"
)
DOCUMENT = parse(TEXT)
PATH = PurePosixPath("sub/a.annotations.json")


def read(tmp_path, content):
    """What a file of annotations says: JSON, or the very bytes."""
    (tmp_path / "sub").mkdir(exist_ok=True)
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    (tmp_path / PATH).write_bytes(raw)
    return read_annotations(tmp_path, PATH, DOCUMENT)


def quoting(words, note="", **selectors):
    target = {"source": "a.md", "selector": [{"type": "TextQuoteSelector", "exact": words, **selectors}]}
    return {"type": "Annotation", "target": target, **({"body": {"value": note}} if note else {})}


def words(annotation, document=DOCUMENT):
    return [document.blocks[one.block].text[one.begin : one.end] for one in annotation.passages]


def test_what_an_import_keeps_is_read_again(tmp_path):
    made = datetime(2020, 1, 2, 12, tzinfo=UTC)
    highlights = (
        ImportedHighlight("Hajin fell", "a note", made, "pink", ("war", "towns"), "page 7"),
        ImportedHighlight("Helicopters came"),
        ImportedHighlight("", "on its own"),
    )
    with Library.open(tmp_path, cache=tmp_path / ".c", data=tmp_path / ".d") as library:
        library.add([ImportedArticle("A border", TEXT, highlights=highlights, note="of the whole")])
        library.refresh()
        (id,) = library.ids()
        document = library.document(id)
        first, second, third, fourth = library.annotations(id, document).all
    assert [first.note, second.note] == ["on its own", "of the whole"]
    assert not first.quote
    assert words(third, document) == ["Helicopters came"]
    assert (fourth.note, fourth.tags, fourth.color, fourth.location) == ("a note", ("war", "towns"), "pink", "page 7")
    assert fourth.made == made
    assert words(fourth, document) == ["Hajin fell"]


def test_an_article_without_annotations_has_none(tmp_path):
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    with Library.open(tmp_path, cache=tmp_path / ".c", data=tmp_path / ".d") as library:
        library.refresh()
        (id,) = library.ids()
        assert library.annotations(id, library.document(id)) is None


def test_a_quotation_over_paragraphs_has_a_passage_in_each_and_none_in_a_picture(tmp_path):
    picture = next(block.text for block in DOCUMENT.blocks if block.image)
    (one,) = read(tmp_path, {"items": [quoting(f"pocket held. {picture} Hajin fell")]}).all
    assert words(one) == ["pocket held.", "Hajin fell"]


def test_they_stand_in_the_order_of_the_text_and_those_without_a_place_at_the_end(tmp_path):
    items = [quoting("never said"), quoting("Hajin fell"), {"bodyValue": "of all"}, quoting("on Thursday")]
    found = read(tmp_path, items)
    assert [one.quote or one.note for one in found.all] == ["of all", "on Thursday", "Hajin fell", "never said"]
    assert [one.quote for one in found.highlights] == ["on Thursday", "Hajin fell", "never said"]
    assert found.all[-1].passages == ()


def test_a_file_that_marks_everything_over_and_over_is_read_in_bounds(tmp_path, monkeypatch):
    monkeypatch.setattr(highlights, "_MOST_PASSAGES", 10)
    every = {"target": {"selector": {"type": "TextPositionSelector", "start": 0, "end": len(DOCUMENT.text)}}}
    found = read(tmp_path, {"items": [every] * 50}).all
    assert len(found) == 50
    assert sum(len(one.passages) for one in found) <= 10


def test_offsets_are_those_of_code_points(tmp_path):
    (one,) = read(tmp_path, [quoting("😀 on")]).all
    assert words(one) == ["😀 on"]


def test_the_words_around_tell_which_of_two_places_is_meant(tmp_path):
    (one,) = read(tmp_path, [quoting("Hajin", prefix="fell, and ", suffix=" stood")]).all
    block = DOCUMENT.blocks[one.passages[0].block].text
    assert one.passages[0].begin == block.rindex("Hajin")


def test_a_place_alone_quotes_what_stands_there(tmp_path):
    target = {"selector": {"type": "TextPositionSelector", "start": 0, "end": 11}}
    (one,) = read(tmp_path, [{"target": [target], "modified": "2021-05-06T07:08:09Z"}]).all
    assert (one.quote, words(one)) == ("Helicopters", ["Helicopters"])
    assert one.made == datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "item",
    [
        None,
        7,
        "a word",
        [],
        {},
        {"target": "a.md"},
        {"target": [[[]]], "body": [[], 3, {"value": {}}], "created": 5},
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": ["x"]}}},
        {"target": {"selector": {"type": "TextPositionSelector", "start": -4, "end": 10**30}}},
        {"target": {"selector": {"type": "TextPositionSelector", "start": "0", "end": None}}, "body": {"value": " "}},
        {"target": {"selector": [None, {"type": ["TextQuoteSelector"]}], "styleClass": {}}, "bodyValue": 4},
    ],
)
def test_what_says_nothing_is_left_out(tmp_path, item):
    found = read(tmp_path, {"items": [item, quoting("Hajin fell")]})
    assert [one.quote for one in found.all] == ["Hajin fell"]
    assert not found.fault


def test_what_cannot_be_shown_is_replaced(tmp_path):
    item = quoting("Hajin fell", "zero \0, half \ud83d, bell \a\r\nline") | {"created": "0001-01-01T00:00:00+14:00"}
    (one,) = read(tmp_path, {"items": [item]}).all
    assert one.note == "zero \ufffd, half \ufffd, bell \ufffd\nline"


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"items": [', b"{}", b'{"items": {}}', b"\xff\xfe\x00", b"[" * 100_000, b"1" * 5_000]
)
def test_a_damaged_file_is_a_sentence(tmp_path, content):
    found = read(tmp_path, content)
    assert found.all == ()
    assert found.fault.startswith("a.annotations.json: It cannot be read as annotations (")
    assert found.fault.endswith("Restore it from a backup of yours; Dateline leaves it as it is.")


def test_what_is_no_regular_file_is_a_sentence(tmp_path):
    (tmp_path / "sub").mkdir()
    os.mkfifo(tmp_path / PATH)
    assert "not a regular file" in read_annotations(tmp_path, PATH, DOCUMENT).fault
    (tmp_path / PATH).unlink()
    (tmp_path / "outside.json").write_text("[]")
    (tmp_path / PATH).symlink_to(tmp_path / "outside.json")
    assert "cannot be opened" in read_annotations(tmp_path, PATH, DOCUMENT).fault
    (tmp_path / PATH).unlink()
    (tmp_path / PATH).mkdir()
    assert read_annotations(tmp_path, PATH, DOCUMENT).fault


def test_of_very_many_the_first_are_shown_and_that_is_said(tmp_path):
    found = read(tmp_path, [quoting("Hajin", f"note {n}") for n in range(2_001)])
    assert len(found.all) == 2_000
    assert found.fault == (
        "Only the first 2,000 of 2,001 highlights and notes are shown; all of them are in a.annotations.json."
    )
