import json

import pytest

from viewer import paths
from viewer.library import Library, readers
from viewer.library.digest import Refusal
from viewer.library.scan import ANNOTATIONS
from viewer.model import Basis, LibraryError, Passage, UsageError

TEXT = """---
title: The town
published: 2018-11-02
---

Troops entered the town on Thursday. Rebels left in May 2017. On Thursday the mayor resigned.

Soldiers were killed near the bridge.
"""


@pytest.fixture
def town(tmp_path):
    folder = tmp_path / "towns"
    folder.mkdir()
    (folder / "town.md").write_text(TEXT)
    with Library.open(folder, cache=tmp_path / "cache", data=tmp_path / "data") as library:
        library.refresh()
        yield library


@pytest.fixture
def id(town):
    return next(iter(town.ids()))


@pytest.fixture
def document(town, id):
    return town.document(id)


def passage(document, words, block=0, after=0):
    begin = document.blocks[block].text.index(words, after)
    return Passage(block, begin, begin + len(words))


def dated(town, id, word):
    return next(event for event in town.timeline(id) if word in event.label)


def file_of(town):
    return town.root / f"town{ANNOTATIONS}"


def items(town):
    return json.loads(file_of(town).read_text("utf-8"))["items"]


def test_a_date_that_was_set_is_kept_beside_the_article_and_shown_everywhere(town, id, document):
    before = (town.root / "town.md").read_bytes()
    changes = town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    assert changes.changed == (id,)
    event = dated(town, id, "Troops")
    assert (event.when, event.basis) == ("2018-10-25", Basis.READER)
    assert dated(town, id, "mayor").when == "2018-11-01"
    assert [row.id for row in town.search("when:2018-10-25")] == [id]
    (item,) = items(town)
    assert item["motivation"] == "identifying"
    assert (item["body"][0]["value"], item["body"][0]["purpose"]) == ("2018-10-25", "identifying")
    assert item["target"]["selector"][0]["exact"] == "Thursday"
    assert (town.root / "town.md").read_bytes() == before
    assert town.refresh() == type(changes)()


def test_it_is_no_highlight_and_no_note(town, id, document):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    town.highlight(id, document, [passage(document, "Rebels left")])
    assert [one.quote for one in town.annotations(id, document).all] == ["Rebels left"]


def test_setting_again_replaces_and_forgetting_gives_back_what_dateline_reads(town, id, document):
    words = passage(document, "Thursday")
    town.set_date(id, document, words, "2018-10-25")
    town.set_date(id, document, words, "2018-10-18")
    assert [item["body"][0]["value"] for item in items(town)] == ["2018-10-18"]
    assert not town.set_date(id, document, words, "2018-10-18")
    town.forget_date(id, document, words)
    assert not file_of(town).exists()
    event = dated(town, id, "Troops")
    assert (event.when, event.basis) == ("2018-11-01", Basis.PUBLICATION)
    assert not town.search("when:2018-10-18")
    assert [row.id for row in town.search("when:2018-11-01")] == [id]
    assert not town.forget_date(id, document, words)


def test_all_of_it_can_be_undone_and_done_again(town, id, document):
    words = passage(document, "Thursday")
    first = town.set_date(id, document, words, "2018-10-25")
    second = town.set_date(id, document, words, "2018-10-18")
    town.undo(second.undo)
    assert dated(town, id, "Troops").when == "2018-10-25"
    undone = town.undo(first.undo)
    assert dated(town, id, "Troops").when == "2018-11-01"
    assert not town.search("when:2018-10-25")
    town.undo(undone.undo)
    assert dated(town, id, "Troops").when == "2018-10-25"
    assert [row.id for row in town.search("when:2018-10-25")] == [id]


def test_words_can_be_said_to_be_no_date(town, id, document):
    words = passage(document, "May 2017")
    town.set_date(id, document, words, "")
    assert items(town)[0]["body"][0]["value"] == "XXXX"
    assert not any("Rebels" in event.label for event in town.timeline(id))
    (timex,) = [dated.timex for dated in town.chronology(id).timexes if dated.passage == words]
    assert (timex.interval, timex.basis) == (None, Basis.READER)


def test_the_index_keeps_what_was_worked_out_with_it(town, id, document, monkeypatch):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    monkeypatch.setattr("viewer.library.digest.analyse_document", lambda *_: pytest.fail("was dated again"))
    assert dated(town, id, "Troops").when == "2018-10-25"


def test_what_came_while_dateline_was_not_running_counts_too(town, id, document, tmp_path):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    content = file_of(town).read_text("utf-8").replace("2018-10-25", "2018-10-24")
    file_of(town).write_text(content, encoding="utf-8")
    assert dated(town, id, "Troops").when == "2018-10-24"


def test_an_event_without_a_date_gets_one(town, id, document):
    event = dated(town, id, "Soldiers")
    town.set_date(id, document, event.passage, "2018-10~")
    assert dated(town, id, "Soldiers").when == "2018-10~"


def test_it_outlives_the_index_and_a_text_that_moved(town, id, document, tmp_path):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    longer = TEXT.replace("Troops", "New words stand in front. Troops")
    (town.root / "town.md").write_text(longer)
    with Library.open(town.root, cache=tmp_path / "other", data=tmp_path / "data") as again:
        again.refresh()
        assert dated(again, next(iter(again.ids())), "Troops").when == "2018-10-25"
        assert len(again.search("when:2018-10-25")) == 1


def test_what_others_wrote_stays_to_the_letter(town, id, document):
    other = (
        '{"items": [ {"id": "x", "motivation": "identifying", "body": {"purpose": "identifying", "value": "Q42"}} ]}'
    )
    file_of(town).write_text(other)
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    assert file_of(town).read_text("utf-8").startswith(other.removesuffix(" ]}"))
    assert len(items(town)) == 2


def change_text(town, old, new):
    text = (town.root / "town.md").read_text("utf-8")
    assert old in text
    (town.root / "town.md").write_text(text.replace(old, new), encoding="utf-8")
    town.refresh()


def test_it_goes_to_no_other_words_when_its_own_are_gone(town, id, document):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    change_text(town, "Troops entered the town on Thursday. ", "")
    assert dated(town, id, "mayor").when == "2018-11-01"
    assert not town.search("when:2018-10-25")
    (lost,) = town.annotations(id, town.document(id)).all
    assert (lost.quote, lost.passages) == ("Thursday", ())
    assert "2018-10-25" in lost.note
    town.remove_highlight(id, lost.key)
    assert not file_of(town).exists()


def test_it_is_not_set_in_a_text_that_is_another_by_now(town, id, document):
    change_text(town, "Thursday", "Friday")
    with pytest.raises(LibraryError, match="changed meanwhile"):
        town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    assert not file_of(town).exists()


def test_what_another_program_did_meanwhile_is_found_by_the_next_look(town, id, document):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    content = file_of(town).read_text("utf-8")
    file_of(town).write_text(content.replace("2018-10-25", "2018-10-11"), encoding="utf-8")
    assert town.refresh().changed == (id,)
    assert [len(town.search(f"when:2018-10-{day}")) for day in (25, 11)] == [0, 1]
    file_of(town).unlink()
    assert town.refresh().changed == (id,)
    assert not town.search("when:2018-10-11")
    assert len(town.search("when:2018-11-01")) == 1
    assert not town.refresh()


@pytest.mark.parametrize("name", ["city.MD", "city.Markdown", "sub.folder/city.v2.txt"])
def test_it_is_found_beside_a_file_however_that_is_called(town, id, document, name):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    file = town.root / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(TEXT if not name.endswith("txt") else TEXT.partition("---\n\n")[2].strip() + "\n")
    town.refresh()
    file.with_name(f"{file.stem}{ANNOTATIONS}").write_bytes(file_of(town).read_bytes())
    changed = town.find(name)
    assert town.refresh().changed == (changed,)
    assert len(town.search("when:2018-10-25")) == 2
    assert not town.refresh()


def test_what_cannot_be_dated_is_not_tried_for_ever(town, id, document, monkeypatch):
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    file_of(town).write_text(file_of(town).read_text("utf-8").replace("2018-10-25", "2018-10-11"), encoding="utf-8")

    def refuse(_root, path):
        return Refusal(path, "It takes too long.")

    monkeypatch.setitem(readers._READINGS, "full", refuse)
    town.refresh()
    monkeypatch.undo()
    assert not town.refresh()


def test_annotations_that_lead_nowhere_are_none(town, id):
    file_of(town).symlink_to(town.root / "nowhere.json")
    town.refresh()
    assert town.problems() == ()
    assert dated(town, id, "Troops").when == "2018-11-01"


def test_a_highlight_has_nothing_dated_anew(town, id, document, monkeypatch):
    town.highlight(id, document, [passage(document, "Rebels left")])
    monkeypatch.setattr("viewer.library.digest.analyse_document", lambda *_: pytest.fail("was dated again"))
    assert not town.refresh()
    assert not town.refresh()


def test_what_is_set_while_a_refresh_reads_is_not_lost_to_it(town, id, document, monkeypatch):
    read = readers.InThisThread.read

    def slowly(self, kind, root, paths):
        for reading in read(self, kind, root, paths):
            if kind == "full":
                town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
            yield reading

    (town.root / "town.md").touch()
    with town._database.writing() as connection:
        connection.execute("UPDATE article SET stage = 1")
    monkeypatch.setattr(readers.InThisThread, "read", slowly)
    town.refresh()
    monkeypatch.undo()
    town.refresh()
    assert len(town.search("when:2018-10-25")) == 1
    assert dated(town, id, "Troops").when == "2018-10-25"


def test_what_else_the_annotation_says_stays(town, id, document):
    words = passage(document, "Thursday")
    town.set_date(id, document, words, "2018-10-25")
    page = json.loads(file_of(town).read_text("utf-8"))
    more = ["http://dbpedia.org/resource/Thursday", {"type": "TextualBody", "value": "Why?", "purpose": "commenting"}]
    page["items"][0]["body"] += more
    file_of(town).write_text(json.dumps(page), encoding="utf-8")
    assert [one.note for one in town.annotations(id, document).all] == ["Why?"]
    town.set_date(id, document, words, "2018-10-18")
    assert items(town)[0]["body"][1:] == more
    changes = town.forget_date(id, document, words)
    assert items(town)[0]["body"] == more
    assert dated(town, id, "Troops").when == "2018-11-01"
    town.undo(changes.undo)
    assert dated(town, id, "Troops").when == "2018-10-18"


def test_what_others_identify_is_no_date_of_the_reader(town, id, document):
    town.set_date(id, document, passage(document, "Thursday"), "1984")
    page = json.loads(file_of(town).read_text("utf-8"))
    del page["items"][0]["body"][0]["conformsTo"]
    file_of(town).write_text(json.dumps(page), encoding="utf-8")
    assert dated(town, id, "Troops").when == "2018-11-01"


def test_once_it_is_written_nothing_says_that_it_is_not(town, id, document, monkeypatch):
    def gone(*_args):
        raise LibraryError("The article cannot be shown.")

    monkeypatch.setattr(type(town), "_analysed", gone)
    changes = town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    assert changes.undo is not None
    assert len(items(town)) == 1


def test_nobody_sets_more_dates_than_are_looked_at(town, id, document, monkeypatch):
    monkeypatch.setattr("viewer.library.set_dates.MOST_DATES", 1)
    town.set_date(id, document, passage(document, "May 2017"), "2017-06")
    town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    assert [one.when for one in town.set_dates(id, document)] == ["2017-06"]


@pytest.mark.parametrize("content", ["", "[", "{}", '{"items": [1, null, {"motivation": ["identifying"]}]}'])
def test_a_file_that_says_no_dates_changes_none(town, id, content):
    before = town.timeline(id)
    file_of(town).write_text(content)
    assert town.timeline(id) == before


def test_a_file_that_cannot_be_read_is_named_and_left(town, id, document):
    file_of(town).write_text("{ not JSON")
    with pytest.raises(LibraryError, match=r"town\.annotations\.json"):
        town.set_date(id, document, passage(document, "Thursday"), "2018-10-25")
    assert file_of(town).read_text() == "{ not JSON"


def test_what_is_no_date_is_refused(town, id, document):
    with pytest.raises(UsageError, match="no date in EDTF"):
        town.set_date(id, document, passage(document, "Thursday"), "soon")
    with pytest.raises(UsageError, match="no words"):
        town.set_date(id, document, Passage(0, 3, 3), "2018")
    assert not file_of(town).exists()


def test_the_sample_library_stays_as_it_came(tmp_path):
    with Library.open(paths.sample_library(), cache=tmp_path / "c", data=tmp_path / "d") as sample:
        sample.refresh()
        id = next(iter(sample.ids()))
        with pytest.raises(UsageError, match="library of your own"):
            sample.set_date(id, sample.document(id), Passage(0, 0, 3), "2018")
