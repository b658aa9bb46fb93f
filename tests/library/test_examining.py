"""What ``dateline doctor`` is told."""

import json
import shutil
import sqlite3

import pytest

from viewer import paths
from viewer.library import Library, Part, Verdict
from viewer.library.saving import PREFIX


def found(library, *verdicts, **options):
    return [one for one in library.examine(**options) if one.verdict in (verdicts or (Verdict.ATTENTION,))]


def index_file():
    return next(paths.cache_folder().rglob("index.db"))


def test_a_sound_library_is_sound(library, snapshot):
    before = snapshot(library.root)
    library.star(library.ids()[:1])
    findings = library.examine()
    assert {one.verdict for one in findings} == {Verdict.SOUND}
    assert [one.part for one in findings] == [Part.INDEX, Part.FILES, Part.MARKS, Part.BACKUPS]
    assert "1 verified backup" in findings[-1].words
    assert snapshot(library.root) == before


def test_an_empty_folder_is_said_to_be_one(tmp_path):
    (tmp_path / "empty").mkdir()
    with Library.open(tmp_path / "empty") as empty:
        assert [one.words for one in empty.examine()] == [
            "No article is in the library yet.",
            "No file of an article is in the folder yet.",
            "No article was marked yet.",
        ]


def test_files_that_cannot_be_read_need_attention_and_others_a_note(folder, library):
    (folder / "empty.md").write_bytes(b"")
    (folder / "dates.md").write_text("---\npublished: 2024-13-45\n---\n\nText.\n")
    findings = {one.path: one for one in library.examine() if one.part is Part.FILES}
    assert findings["empty.md"].verdict is Verdict.ATTENTION
    assert findings["dates.md"].verdict is Verdict.NOTE


def test_an_index_that_is_behind_catches_up(folder, library):
    (folder / "new.md").write_text("# New\n\nWords.")
    (index,) = [one for one in library.examine() if one.part is Part.INDEX]
    assert index.words == "4 articles can be listed, searched and related. It had to catch up with the folder: 1 new."


def break_words(library):
    """Make the full-text index disagree with itself, which opening it does not notice."""
    library.close()
    with sqlite3.connect(index_file()) as connection:
        connection.execute("DELETE FROM words_data WHERE id > 10")
    connection.close()


def test_a_damaged_index_is_told_and_mended_when_asked(folder, library):
    break_words(library)
    with Library.open(folder) as again:
        (finding,) = found(again)
        assert finding.part is Part.INDEX
        assert "“dateline doctor --mend” builds it anew" in finding.words
        (mended,) = found(again, Verdict.ATTENTION, Verdict.MENDED, mend=True)
        assert (mended.part, mended.verdict) == (Part.INDEX, Verdict.MENDED)
        assert len(again.search("troops")) == 2
        assert not found(again)


def test_an_index_that_is_no_database_was_mended_by_opening(folder, library):
    library.close()
    index_file().write_bytes(b"no database" * 1000)
    with Library.open(folder) as again:
        (finding,) = found(again, Verdict.MENDED, Verdict.ATTENTION)
        assert (finding.part, finding.verdict) == (Part.INDEX, Verdict.MENDED)


def test_marks_that_were_restored_need_attention(folder, library):
    library.star(library.ids()[:1])
    library.refresh()
    library.close()
    next(paths.data_folder().rglob("state.db")).write_bytes(b"no database" * 1000)
    with Library.open(folder) as again:
        (finding,) = found(again)
        assert finding.part is Part.MARKS
        assert "were restored" in finding.words


def test_damaged_backups_are_named_and_marks_without_any_too(library):
    library.star(library.ids()[:1])
    library.refresh()
    (backup,) = paths.data_folder().rglob("backups/*.db")
    backup.write_bytes(b"broken")
    broken, none = found(library)
    assert (broken.part, broken.path) == (Part.BACKUPS, str(backup))
    assert "no sound backup" in none.words


def test_marks_of_articles_that_are_gone_are_kept_and_counted(folder, library):
    library.mark_read(library.ids())
    (folder / "bread.txt").unlink()
    (marks,) = [one for one in library.examine() if one.part is Part.MARKS]
    assert marks.words.startswith("3 articles marked as read, starred or begun. The folder is without 1 of them")


@pytest.mark.parametrize(
    "name",
    ["border (Ada's conflicted copy 2020-01-01).md", "border.sync-conflict-20200101-101010-ABCDEFG.md"],
)
def test_conflicted_copies_are_shown_and_left_alone(folder, library, name):
    (folder / "sub" / name).write_text("Other words.")
    (finding,) = found(library, mend=True)
    assert (finding.part, finding.path) == (Part.COPIES, f"sub/{name}")
    assert (folder / "sub" / name).read_text() == "Other words."


def test_highlights_without_their_article_or_that_cannot_be_read_need_attention(folder, library):
    (folder / "gone.annotations.json").write_text('{"items": []}')
    (folder / "border.annotations.json").write_text('{"items": [')
    (folder / "sub" / "before.annotations.json").write_text("{}")
    (folder / "bread.annotations.json").write_text(json.dumps({"items": []}))
    (folder / "gone.original.html").write_text("<p>")
    findings = {one.path: one for one in found(library, Verdict.ATTENTION, Verdict.NOTE)}
    assert set(findings) == {
        "gone.annotations.json",
        "border.annotations.json",
        "sub/before.annotations.json",
        "gone.original.html",
    }
    assert findings["gone.original.html"].verdict is Verdict.NOTE
    assert "gone.md is not there" in findings["gone.annotations.json"].words


def test_an_import_that_was_cut_short_is_told_and_completed_when_asked(folder, library):
    ready = folder / f"{PREFIX}1.ready"
    (ready / "content").mkdir(parents=True)
    (ready / "content" / "new.md").write_text("# New\n\nWords.")
    (folder / f"{PREFIX}2.part").write_bytes(b"half")
    assert {one.verdict for one in library.examine() if one.part is Part.IMPORTS} == {Verdict.ATTENTION, Verdict.NOTE}
    assert [one.part for one in found(library, Verdict.MENDED, mend=True)] == [Part.IMPORTS]
    assert library.find("new.md")
    assert not [path for path in folder.iterdir() if path.name.startswith(PREFIX)]


def test_one_article_file_is_examined_without_sub_folders(folder):
    (folder / "sub" / "a.sync-conflict-1.md").write_text("x")
    with Library.open(folder / "border.md") as library:
        assert not found(library)


def test_no_marks_is_no_fault(library):
    shutil.rmtree(paths.data_folder(), ignore_errors=True)
    assert "No article was marked yet." in [one.words for one in library.examine()]
