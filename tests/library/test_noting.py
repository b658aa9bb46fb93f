"""Highlights and notes of the reader's: written, changed, taken away, undone, and nothing of others lost."""

from __future__ import annotations

import errno
import json
import os
from pathlib import PurePosixPath

import pytest

from viewer import paths
from viewer.document import parse
from viewer.library import Library, annotation_file, rewriting, saving
from viewer.library.annotating import Annotator
from viewer.library.highlights import read_annotations
from viewer.library.noting import Noting
from viewer.model import ImportedArticle, ImportedHighlight, LibraryError, Passage, UsageError

TEXT = (
    "# One\r\n\r\nHelicopters 😀 came at night.\r\n\r\nHajin fell, and Hajin stood.\r\n\r\n![map](m.png)\r\n\r\n"
    "| a | b |\r\n|---|---|\r\n| c | d |\r\n"
)
DOCUMENT = parse(TEXT.replace("\r\n", "\n"))
FALL = Passage(2, 0, 10)
OTHERS = (
    '{"label":"mine","n":1.10,"items":[{"id":"x","type":"Annotation","creator":"me","body":[{"type":"TextualBody",'
    '"value":"Why?","purpose":"commenting","lang":"en"},{"value":"war","purpose":"tagging"}],"target":{"source":"one.md",'
    '"extra":[1e400],"selector":{"type":"TextQuoteSelector","exact":"Hajin stood"}}},"odd"],"zz":null}'
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "one.md").write_bytes(TEXT.encode())
    return tmp_path


@pytest.fixture
def file(folder):
    return folder / "sub" / "one.annotations.json"


@pytest.fixture
def notes(folder):
    return Noting(folder, 7, PurePosixPath("sub/one.md"))


def read(folder, document=DOCUMENT):
    return read_annotations(folder, PurePosixPath("sub/one.annotations.json"), document).all


def words(one, document=DOCUMENT):
    return [document.blocks[p.block].text[p.begin : p.end] for p in one.passages]


def entries(folder):
    return sorted(path.name for path in (folder / "sub").iterdir())


def test_a_highlight_is_written_as_a_web_annotation_and_read_again(folder, file, notes):
    changes = notes.add(DOCUMENT, [FALL], "green", "Really?")
    assert changes.status == (7,)
    (item,) = json.loads(file.read_text())["items"]
    quote, place = item["target"]["selector"]
    assert (quote["exact"], quote["suffix"][:5]) == ("Hajin fell", ", and")
    assert DOCUMENT.text[place["start"] : place["end"]] == "Hajin fell"
    assert item["target"]["source"] == "one.md"
    (one,) = read(folder)
    assert (one.quote, one.note, one.color, one.passages, one.key) == (
        "Hajin fell",
        "Really?",
        "green",
        (FALL,),
        item["id"],
    )
    assert one.made is not None


@pytest.mark.parametrize(
    ("passages", "seen"),
    [
        ([Passage(1, 0, 13)], ["Helicopters 😀"]),
        ([Passage(1, 14, 18)], ["came"]),
        ([Passage(1, 12, 13)], ["😀"]),
        ([Passage(1, 22, 28), Passage(2, 0, 5)], ["night.", "Hajin"]),
        ([Passage(0, 0, 3), Passage(1, 0, 28), Passage(2, 0, 5)], ["One", "Helicopters 😀 came at night.", "Hajin"]),
        ([Passage(2, 16, 28), Passage(3, 0, 1), Passage(4, 0, 1)], ["Hajin stood.", "a"]),
        ([Passage(6, 0, 1), Passage(7, 0, 1)], ["c", "d"]),
        ([Passage(1, 11, 19)], ["😀 came"]),
        ([Passage(7, 0, 1), Passage(5, 0, 1)], ["b", "d"]),
        ([Passage(1, 0, 11), Passage(2, 16, 28)], ["Helicopters", "Hajin stood."]),
    ],
)  # fmt: skip
def test_offsets_hold_over_blocks_signs_beyond_the_first_plane_and_cells(folder, notes, passages, seen):
    notes.add(DOCUMENT, passages, "yellow", "")
    (one,) = read(folder)
    assert words(one) == seen


@pytest.mark.parametrize("passages", [[], [Passage(1, 3, 3)], [Passage(1, 11, 12)], [Passage(3, 0, 1)]])
def test_what_holds_no_words_is_refused(folder, notes, passages):
    with pytest.raises(UsageError, match="no words"):
        notes.add(DOCUMENT, passages, "yellow", "")
    assert entries(folder) == ["one.md"]


def test_every_step_is_undone_and_done_again(folder, file, notes):
    made = notes.add(DOCUMENT, [FALL], "yellow", "").undo
    first = file.read_bytes()
    (one,) = read(folder)
    noted = notes.change(one.key, "blue", "A note", None).undo
    second = file.read_bytes()
    gone = notes.remove(one.key).undo
    assert not file.exists()
    again = notes.undo(gone)
    assert file.read_bytes() == second
    notes.undo(again.undo)
    notes.undo(gone)
    notes.undo(noted)
    assert file.read_bytes() == first
    done_again = notes.undo(made)
    assert entries(folder) == ["one.md"]
    notes.undo(done_again.undo)
    assert file.read_bytes() == first


def test_what_others_wrote_stays_to_the_letter(folder, file, notes):
    file.write_text(OTHERS)
    made = notes.add(DOCUMENT, [FALL], "yellow", "")
    head, tail = OTHERS[: OTHERS.index(',"odd"') + 6], '],"zz":null}'
    assert file.read_text().startswith(head)
    assert file.read_text().endswith(tail)
    notes.undo(made.undo)
    assert file.read_text() == OTHERS


def test_what_is_changed_keeps_all_that_is_not(folder, file, notes):
    file.write_text(OTHERS)
    changed = notes.change("x", "pink", "Because.", "Why?")
    page = json.loads(file.read_text())
    item = page["items"][0]
    assert (page["label"], page["items"][1], item["creator"]) == ("mine", "odd", "me")
    assert item["body"][0] == {"type": "TextualBody", "value": "Because.", "purpose": "commenting", "lang": "en"}
    assert item["body"][1] == {"value": "war", "purpose": "tagging"}
    assert item["target"]["styleClass"] == "pink"
    assert item["target"]["selector"] == {"type": "TextQuoteSelector", "exact": "Hajin stood"}
    notes.undo(changed.undo)
    assert file.read_text() == OTHERS
    notes.change("x", None, "", None)
    assert [one["value"] for one in json.loads(file.read_text())["items"][0]["body"]] == ["war"]


def test_a_highlight_of_several_places_is_one_with_a_target_for_each(folder, file, notes):
    notes.add(DOCUMENT, [Passage(5, 0, 1), Passage(7, 0, 1)], "yellow", "")
    (item,) = json.loads(file.read_text())["items"]
    assert [target["selector"][0]["exact"] for target in item["target"]] == ["b", "d"]
    notes.change(item["id"], "blue", None, None)
    (one,) = read(folder)
    assert (one.quote, one.color, len(one.passages)) == ("b\nd", "blue", 2)
    assert [target["styleClass"] for target in json.loads(file.read_text())["items"][0]["target"]] == ["blue", "blue"]


def test_a_note_given_as_a_plain_value_is_one(folder, file, notes):
    file.write_text('{"items": [{"bodyValue": "old", "target": "one.md"}]}')
    (one,) = read(folder)
    notes.change(one.key, None, "new", "old")
    (one,) = read(folder)
    assert (one.note, one.quote) == ("new", "")
    assert "bodyValue" not in file.read_text()


def test_annotations_of_one_id_or_none_are_told_apart(folder, file, notes):
    items = [{"id": "x", "bodyValue": "a"}, {"id": "x", "bodyValue": "b"}, {"bodyValue": "c"}, {"bodyValue": "d"}]
    file.write_text(json.dumps({"items": items}))
    for one in read(folder):
        notes.change(one.key, None, one.note.upper(), one.note)
    assert [one.note for one in read(folder)] == ["A", "B", "C", "D"]


def test_what_another_program_adds_or_changes_meanwhile_is_kept(folder, file, notes):
    notes.add(DOCUMENT, [FALL], "yellow", "")
    (one,) = read(folder)
    page = json.loads(file.read_text())
    page["items"][0]["body"] = [{"type": "TextualBody", "value": "Theirs", "purpose": "commenting"}]
    page["items"].insert(0, {"id": "new", "bodyValue": "of all"})
    file.write_text(json.dumps(page))
    notes.change(one.key, "blue", None, None)
    assert [(found.note, found.color) for found in read(folder)] == [("of all", ""), ("Theirs", "blue")]
    with pytest.raises(LibraryError, match=r"changed by another program meanwhile.*“Theirs”"):
        notes.change(one.key, None, "Mine", "")
    notes.change(one.key, None, "Mine", "Theirs")
    assert [found.note for found in read(folder)] == ["of all", "Mine"]


def test_a_file_that_is_written_while_this_one_is_is_read_again(folder, file, notes, write_meanwhile):
    file.write_text('{"items": []}')
    write_meanwhile(rewriting, file, '{"items": [{"id": "theirs", "bodyValue": "of all"}]}')
    notes.add(DOCUMENT, [FALL], "yellow", "")
    assert [one.note or one.quote for one in read(folder)] == ["of all", "Hajin fell"]


def test_a_file_that_comes_while_one_is_made_is_read_again(folder, file, notes, write_meanwhile):
    write_meanwhile(saving, file, '{"items": [{"id": "theirs", "bodyValue": "of all"}]}')
    notes.add(DOCUMENT, [FALL], "yellow", "")
    assert [one.note or one.quote for one in read(folder)] == ["of all", "Hajin fell"]
    assert entries(folder) == ["one.annotations.json", "one.md"]


def test_what_was_changed_since_is_not_undone(folder, file, notes):
    made = notes.add(DOCUMENT, [FALL], "yellow", "")
    (one,) = read(folder)
    notes.change(one.key, None, "Later", None)
    left = file.read_bytes()
    undone = notes.undo(made.undo)
    assert (undone.kept, undone.undo) == ((7,), None)
    assert file.read_bytes() == left
    removed = notes.remove(one.key)
    file.write_bytes(left)
    assert notes.undo(removed.undo).kept == (7,)
    assert file.read_bytes() == left


def test_what_is_gone_is_said(folder, file, notes):
    for act in (lambda: notes.remove("x"), lambda: notes.change("x", "blue", None, None)):
        with pytest.raises(LibraryError, match=r"no longer in sub/one\.annotations\.json"):
            act()
    assert not file.exists()


@pytest.mark.parametrize("damaged", [b'{"items": [', b"", b"{}", b'{"items": 7}', b"\xff\xfe\x00", b"[" * 100_000])
def test_what_cannot_be_read_is_named_and_left_as_it_is(folder, file, notes, damaged):
    file.write_bytes(damaged)
    for act in (lambda: notes.add(DOCUMENT, [FALL], "yellow", ""), lambda: notes.remove("x")):
        with pytest.raises(LibraryError, match=r"sub/one\.annotations\.json: It cannot be read .* backup of yours"):
            act()
    assert file.read_bytes() == damaged
    assert entries(folder) == ["one.annotations.json", "one.md"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_other_encodings_of_json_stay_what_they_are(folder, file, notes, encoding):
    file.write_bytes(OTHERS.encode(encoding))
    made = notes.add(DOCUMENT, [Passage(1, 0, 13)], "yellow", "Größe 😀")
    assert [one.quote for one in read(folder)] == ["Helicopters 😀", "Hajin stood"]
    notes.undo(made.undo)
    assert file.read_bytes() == OTHERS.encode(encoding)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_to_is_named(folder, notes):
    (folder / "sub").chmod(0o555)
    try:
        with pytest.raises(LibraryError, match=r"sub/one\.annotations\.json could not be written: .*write-protected"):
            notes.add(DOCUMENT, [FALL], "yellow", "")
    finally:
        (folder / "sub").chmod(0o755)


def test_a_file_that_is_write_protected_is_named(folder, file, notes):
    notes.add(DOCUMENT, [FALL], "yellow", "")
    before = file.read_bytes()
    file.chmod(0o444)
    with pytest.raises(LibraryError, match=r"sub/one\.annotations\.json: The file is write-protected"):
        notes.add(DOCUMENT, [FALL], "blue", "")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "write-protected"), (errno.EIO, "Nothing was changed")],
)
@pytest.mark.parametrize("is_there", [False, True])
def test_a_disk_that_takes_nothing_leaves_all_as_it_was(folder, file, notes, monkeypatch, code, reason, is_there):
    if is_there:
        file.write_text(OTHERS)

    def fail(*_):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", fail)
        with pytest.raises(LibraryError, match=rf"sub/one\.annotations\.json.*({reason}|as it was)"):
            notes.add(DOCUMENT, [FALL], "yellow", "")
    assert entries(folder) == ["one.annotations.json", "one.md"][not is_there :]
    assert not is_there or file.read_text() == OTHERS


def test_nothing_is_written_through_a_link_that_leads_out(folder, file, notes, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "kept.json"
    outside.write_text('{"items": []}')
    file.symlink_to(outside)
    with pytest.raises(LibraryError, match="leads out of the library"):
        notes.add(DOCUMENT, [FALL], "yellow", "")
    assert outside.read_text() == '{"items": []}'


def test_a_file_is_never_made_larger_than_can_be_read(folder, file, notes, monkeypatch):
    monkeypatch.setattr(annotation_file, "MOST_BYTES", 700)
    notes.add(DOCUMENT, [FALL], "yellow", "")
    with pytest.raises(LibraryError, match="would be larger"):
        notes.add(DOCUMENT, [FALL], "yellow", "long " * 200)
    assert len(read(folder)) == 1


def test_an_import_brings_its_own_beside_them_and_not_the_same_twice(folder, notes):
    notes.add(DOCUMENT, [FALL], "yellow", "")
    item = ImportedArticle("T", highlights=(ImportedHighlight("Hajin fell"), ImportedHighlight("Hajin stood")))
    assert Annotator(folder).add(item, "sub/one.md", dry_run=False) == 1
    assert [one.quote for one in read(folder)] == ["Hajin fell", "Hajin stood"]


def test_a_text_that_changed_since_still_shows_them(folder, notes):
    notes.add(DOCUMENT, [FALL], "yellow", "mine")
    later = parse("A new first paragraph.\n\nIn the end\nHajin fell, and more.\n")
    (one,) = read(folder, later)
    assert words(one, later) == ["Hajin fell"]
    (one,) = read(folder, parse("Nothing of it is left.\n"))
    assert (one.quote, one.note, one.passages) == ("Hajin fell", "mine", ())


def test_a_note_on_the_whole_article_has_no_words_of_it(folder, notes):
    with pytest.raises(UsageError, match="nothing to keep"):
        notes.note(" \n")
    made = notes.note("Of all")
    (one,) = read(folder)
    assert (one.quote, one.note, one.passages) == ("", "Of all", ())
    notes.undo(made.undo)
    assert entries(folder) == ["one.md"]


def test_the_door_highlights_and_undoes(folder, file):
    with Library.open(folder) as library:
        library.refresh()
        (id,) = library.ids()
        document = library.document(id)
        changes = library.highlight(id, document, [FALL], "pink")
        assert changes.status == (id,)
        (one,) = library.annotations(id, document).all
        library.change_highlight(id, one.key, note="Why?")
        changes = library.remove_highlight(id, one.key)
        assert library.annotations(id, document) is None
        library.undo(changes.undo)
        (one,) = library.annotations(id, document).all
        assert (one.color, one.note) == ("pink", "Why?")
        (folder / "sub" / "one.md").unlink()
        library.refresh()
        assert library.undo(changes.undo).kept == (id,)


def test_the_sample_library_stays_as_it_came(library, monkeypatch):
    monkeypatch.setattr(paths, "sample_library", lambda: library.root)
    id = library.ids()[0]
    with pytest.raises(UsageError, match="sample library"):
        library.highlight(id, library.document(id), [Passage(0, 0, 3)])
