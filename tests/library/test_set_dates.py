import json

import pytest

from viewer import paths
from viewer.library import Library
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
    assert item["body"] == [
        {"type": "TextualBody", "value": "2018-10-25", "format": "text/plain", "purpose": "identifying"}
    ]
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
