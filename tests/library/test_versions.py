"""An article whose text changed is kept as a version of it: no second article, and nothing lost."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

import pytest

from viewer import paths
from viewer.library import Library
from viewer.library.versions import list_versions
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight, LibraryError, UsageError

FIRST = ImportedArticle(
    "Troops at the gate",
    "The troops came on Thursday. Twelve were hurt.\n\n![A map](map.png)\n\nSee [the rest](#rest).",
    url="https://news.example/gate",
    published="2018-11-02",
    tags=("mine",),
    highlights=(ImportedHighlight("The troops came"), ImportedHighlight("Twelve were hurt.")),
    files=(ImportedFile("map.png", b"one"),),
    item="first",
)
UPDATE = replace(
    FIRST,
    title="Troops at the gate, fifteen hurt",
    markdown="The troops came on Thursday. Fifteen were hurt.\n\n![A map](map.png)\n\nThe gate is closed.",
    updated="2018-11-03T09:00:00+00:00",
    highlights=(),
    files=(ImportedFile("map.png", b"two"),),
    item="update",
)


@pytest.fixture
def mine(tmp_path):
    (tmp_path / "mine").mkdir()
    with Library.open(tmp_path / "mine") as library:
        library.add([FIRST])
        yield library


def only(library):
    (article,) = library.articles()
    return article


def test_an_update_is_a_version_and_no_second_article(mine):
    before = (mine.root / "Troops at the gate.md").read_bytes()
    report = mine.add([UPDATE])
    assert (report.added, report.already, bool(report)) == ((), (), True)
    assert str(report.versions[0].version) == "Troops at the gate.versions/2018-11-03.md"
    assert (mine.root / "Troops at the gate.md").read_bytes() == before
    kept = mine.root / "Troops at the gate.versions"
    assert "![A map](2018-11-03.files/map.png)" in (kept / "2018-11-03.md").read_text()
    assert (kept / "2018-11-03.files" / "map.png").read_bytes() == b"two"
    assert only(mine).title == "Troops at the gate"
    assert mine.problems() == ()


def test_nothing_comes_twice(mine):
    assert len(mine.add([UPDATE, FIRST, UPDATE]).versions) == 1
    again = mine.add([UPDATE, FIRST])
    assert ([one.item for one in again.already], again.versions) == (["update", "first"], ())


def test_a_dry_run_says_the_same_and_writes_nothing(mine, snapshot):
    before = snapshot(mine.root)
    other = replace(UPDATE, url="https://news.example/new", highlights=())
    items = [other, replace(other, markdown="Other words."), UPDATE, other]
    dry = mine.add(items, dry_run=True)
    assert snapshot(mine.root) == before
    wet = mine.add(items)
    assert [len(one) for one in (dry.added, dry.versions, dry.already)] == [1, 2, 1]
    assert [len(one) for one in (wet.added, wet.versions, wet.already)] == [1, 2, 1]


@pytest.mark.parametrize(
    "item",
    [
        replace(FIRST, markdown="The troops came on Thursday…"),
        replace(FIRST, markdown=""),
        replace(FIRST, markdown="  The troops came on *Thursday*.\nTwelve were hurt. ![A map](map.png) See the rest."),
    ],
)
def test_an_excerpt_or_the_same_words_are_no_version(mine, item):
    assert mine.add([replace(item, highlights=())]).versions == ()


def test_another_reading_of_the_same_page_is_no_version(tmp_path):
    page = ImportedFile("page.html", b"<p>The troops came on Thursday.")
    (tmp_path / "new").mkdir()
    with Library.open(tmp_path / "new") as library:
        library.add([replace(FIRST, original=page)])
        assert library.add([replace(UPDATE, original=page)]).versions == ()
        assert len(library.add([replace(UPDATE, original=ImportedFile("page.html", b"<p>Other"))]).versions) == 1


def test_two_articles_with_one_address_keep_their_own_texts(mine):
    (mine.root / "second.md").write_text("---\nurl: https://news.example/gate\n---\n\nQuite another text.\n")
    report = mine.add([UPDATE])
    assert [str(one.path) for one in report.versions] == ["Troops at the gate.md"]
    assert len(mine.articles()) == 2
    assert "Quite another text." in (mine.root / "second.md").read_text()


def test_versions_of_one_day_are_numbered_and_sorted(mine):
    mine.add([replace(UPDATE, markdown=f"Text number {n}.") for n in range(11)])
    names = [one.name for one in list_versions(mine.root, only(mine).path)]
    assert names == [*(f"2018-11-03 {n}" for n in range(11, 1, -1)), "2018-11-03"]


def test_an_undated_version_is_called_after_the_day_it_was_saved(mine):
    item = replace(UPDATE, published="", updated="", saved=datetime(2019, 1, 2, tzinfo=UTC))
    (version,) = mine.add([item]).versions
    assert version.version.name == "2019-01-02.md"


def test_the_newer_version_stands_first_and_an_older_one_is_none(mine):
    mine.add([UPDATE, replace(UPDATE, markdown="Older.", updated="", published="2018-11-01")])
    newest, older = mine.others(only(mine).id)
    assert (newest.name, newest.is_newest, newest.is_later) == ("2018-11-03", True, True)
    assert (older.name, older.is_newest, older.is_later) == ("2018-11-01", False, False)
    found = mine.compare(only(mine).id, newest)
    assert (found.added, found.removed) == (7, 4)


def test_a_change_on_the_very_day_is_newer_by_its_time(mine):
    mine.add([replace(UPDATE, updated="2018-11-02T23:00:00+00:00")])
    assert mine.others(only(mine).id)[0].is_newest


def test_using_a_version_keeps_the_text_before_and_all_that_is_the_readers(mine):
    mine.add([UPDATE])
    article = only(mine)
    mine.star([article.id])
    file = mine.root / article.path
    file.write_text(file.read_text().replace("tags:\n", "tags:\n  - later\n"))
    assert mine.use_version(article.id, "2018-11-03") == (1, 1)
    mine.refresh()
    now = only(mine)
    assert (now.id, now.starred, now.title) == (article.id, True, UPDATE.title)
    assert (now.tags, now.updated, now.published) == (("later", "mine"), date(2018, 11, 3), date(2018, 11, 2))
    assert "Fifteen were hurt." in mine.document(now.id).text
    assert mine.image_path(now.id, "Troops at the gate.versions/2018-11-03.files/map.png").read_bytes() == b"two"
    assert "Troops%20at%20the%20gate.versions/2018-11-03.files/map.png" in file.read_text()
    assert [(one.name, one.is_newest) for one in mine.others(now.id)] == [("2018-11-03", False), ("2018-11-02", False)]


def test_words_between_two_rules_go_and_come_back_whole(mine):
    article = only(mine)
    file = mine.root / article.path
    folder = file.with_name(f"{file.stem}.versions")
    folder.mkdir()
    (folder / "2018-11-03.md").write_text("Other words.\n")
    file.write_text("---\nSome words, which are no keys.\n---\nMore of them.\n")
    before = file.read_text()
    mine.use_version(article.id, "2018-11-03")
    assert file.read_text() == "Other words.\n"
    (kept,) = (one for one in list_versions(mine.root, article.path) if one.name != "2018-11-03")
    assert (mine.root / kept.path).read_text() == before
    mine.use_version(article.id, kept.name)
    assert file.read_text() == before


def test_there_and_back_again_is_the_same_text_and_no_more_versions(mine):
    mine.add([UPDATE])
    article = only(mine)
    before = (mine.root / article.path).read_text()
    for name in ("2018-11-03", "2018-11-02", "2018-11-03", "2018-11-02"):
        mine.use_version(article.id, name)
    assert (mine.root / article.path).read_text() == before
    assert len(list_versions(mine.root, article.path)) == 2


def test_what_cannot_be_used_is_said(mine):
    with pytest.raises(UsageError, match=r"“2018-11-09” is no version of Troops at the gate\.md\. There are: none\."):
        mine.use_version(only(mine).id, "2018-11-09")
    (mine.root / "plain.txt").write_text("Words of the sea.\n")
    (mine.root / "plain.versions").mkdir()
    (mine.root / "plain.versions" / "2018-11-01.md").write_text("Others.")
    mine.refresh()
    with pytest.raises(UsageError, match="plain text file"):
        mine.use_version(mine.find("plain"), "2018-11-01")
    (mine.root / "plain.versions" / "2018-11-01.md").write_bytes(b"\0\0")
    with pytest.raises(LibraryError, match="cannot be read"):
        mine.use_version(mine.find("plain"), "2018-11-01")


def test_the_sample_library_is_not_written_to():
    with Library.open(paths.sample_library()) as sample:
        sample.refresh()
        with pytest.raises(UsageError, match="not written to"):
            sample.use_version(sample.ids()[0], "2018-11-03")


def test_versions_are_no_articles_even_when_theirs_was_renamed(mine):
    mine.add([UPDATE])
    (mine.root / "Troops at the gate.md").rename(mine.root / "Gate.md")
    assert mine.refresh().added == ()
    assert str(only(mine).path) == "Gate.md"
    found = [one for one in mine.examine() if one.path == "Troops at the gate.versions"]
    assert [one.verdict.value for one in found] == ["attention"]


def test_ten_thousand_versions(mine):
    folder = mine.root / "Troops at the gate.versions"
    folder.mkdir()
    for number in range(10_000):
        day = date.fromordinal(date(1990, 1, 1).toordinal() + number)
        (folder / f"{day}.md").write_text(f"Text {number}.")
    assert len(mine.others(only(mine).id)) == 10_000
    report = mine.add([UPDATE])
    assert report.versions == ()
    assert "10,000 versions are kept already" in report.problems[0].reason


@pytest.mark.parametrize("folder", ["../outside", "/tmp/outside-of-a-library", "inner/../../outside"])
def test_a_forged_leftover_leads_nowhere(mine, tmp_path, folder):
    left = mine.root / ".dateline-0123456789abcdef.ready"
    (left / "content").mkdir(parents=True)
    (left / "content" / "x.md").write_text("Forged.")
    (left / "marks.json").write_text(f'{{"folder": "{folder}"}}')
    mine.add([UPDATE])
    assert not list(tmp_path.rglob("x.md"))
    assert not left.exists()


KILLED = """
import os, sys
from viewer.library import Library
count, wanted = 0, int(sys.argv[2])
def here(frame, event, argument):
    global count
    if frame.f_code.co_filename.endswith(("exchanging.py", "saving.py")) and event == "line":
        count += 1
        if count == wanted:
            os._exit(9)
    return here
with Library.open(sys.argv[1]) as library:
    (id,) = library.ids()
    sys.settrace(here)
    library.use_version(id, "2018-11-03")
    sys.settrace(None)
"""


def test_a_kill_while_a_version_is_used_loses_neither_text(mine):
    mine.add([UPDATE])
    path = only(mine).path
    before = (mine.root / path).read_text()
    seen = set()
    for moment in [3, 30, 60, 75, 90, 110, 100_000]:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", KILLED, str(mine.root), str(moment)]
        status = subprocess.run(command, env=environment, check=False).returncode
        present = (mine.root / path).read_text()
        kept = [(mine.root / one.path).read_text() for one in list_versions(mine.root, PurePosixPath(path))]
        texts = [present, *kept]
        assert any("Twelve were hurt." in text for text in texts)
        assert any("Fifteen were hurt." in text for text in texts)
        seen.add((status, "Fifteen" in present))
        (mine.root / path).write_text(before)
    assert seen >= {(9, False), (0, True)}


def test_a_folder_of_versions_that_leads_out_is_neither_read_nor_written(mine, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "2018-11-01.md").write_text("A secret of another place.")
    (mine.root / "Troops at the gate.versions").symlink_to(outside)
    report = mine.add([UPDATE])
    assert report.versions == ()
    assert "leads out of the library" in report.problems[0].reason
    assert mine.others(only(mine).id) == ()
    assert [path.name for path in outside.iterdir()] == ["2018-11-01.md"]
    assert not list(mine.root.glob(".dateline-*"))
