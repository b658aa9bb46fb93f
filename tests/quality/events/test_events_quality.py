from __future__ import annotations

from datetime import date

import pytest

from tests.quality.events.score import HALVES, HERE, Expected, Score, read_document, read_documents, score
from viewer.chronology import analyse
from viewer.model import Basis, BlockKind, Event, Factuality

HELD = tuple(half for half in HALVES if half != "entries")  # these have not come so far: the table lists what is wrong


@pytest.fixture(scope="module")
def lead() -> tuple[Event, ...]:
    reading = read_document(HERE / "documents" / "border-troops-reinforced.txt")
    return analyse(reading.blocks, reading.published).events


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {half: score(read_documents(half)) for half in HALVES}


def find(events: tuple[Event, ...], words: str) -> Event:
    (event,) = [event for event in events if words in event.label]
    return event


def days(event: Event) -> tuple[date | None, date | None]:
    return event.begin, event.end


@pytest.mark.parametrize(
    ("words", "factuality", "sources"),
    [
        ("have reinforced their positions", Factuality.REPORTED, ()),
        ("five or six kilometres away", Factuality.ATTRIBUTED, ("General Qassem al-Mohammadi",)),
        ("IS recaptured some ground", Factuality.REPORTED, ()),
        ("sending reinforcements", Factuality.REPORTED, ()),
        ("up to 20,000 Hashd fighters", Factuality.ATTRIBUTED, ("NBC News",)),
        ("some 2,000 of the group's fighters", Factuality.ATTRIBUTED, ("US-led coalition against IS",)),
    ],
)
def test_the_undated_reports_of_the_lead(lead, words, factuality, sources):
    event = find(lead, words)
    assert (event.when, event.basis) == ("", Basis.PUBLICATION_ONLY)
    assert (event.factuality, event.sources) == (factuality, sources)


@pytest.mark.parametrize(
    ("words", "when", "basis"),
    [
        ("more armoured cars arrived", (date(2018, 11, 2), date(2018, 11, 2)), Basis.PUBLICATION),
        ("fighting back an SDF assault", (None, date(2018, 11, 2)), Basis.PUBLICATION),
        ("halted its fight", (date(2018, 11, 1), date(2018, 11, 1)), Basis.PUBLICATION),
        ("cleared IS from the west bank", (date(2017, 1, 1), date(2017, 12, 31)), Basis.PUBLICATION),
    ],
)
def test_the_dates_of_the_lead(lead, words, when, basis):
    event = find(lead, words)
    assert (days(event), event.basis) == (when, basis)


def test_late_2017_is_the_last_months_of_that_year(lead):
    event = find(lead, "retook Anbar")
    assert event.begin >= date(2017, 9, 1)
    assert event.end == date(2017, 12, 31)
    assert event.interval.approximate


def test_the_hope_of_mid_october_is_a_plan_of_both_capitals(lead):
    event = find(lead, "hoped to revive trade")
    assert (event.factuality, event.sources) == (Factuality.PLANNED, ("Baghdad", "Damascus"))
    assert event.begin.month == event.end.month == 10
    assert not [event for event in lead if "trade" in event.label and event.factuality is Factuality.REPORTED]


def test_the_halt_is_said_by_the_sdf(lead):
    event = find(lead, "halted its fight")
    assert (event.factuality, event.sources) == (Factuality.ATTRIBUTED, ("SDF",))


def test_the_thursday_that_was_a_friday_is_a_conflict(lead):
    event = find(lead, "all measures had been taken")
    assert event.when == "[2018-11-01,2018-11-02]"
    assert event.readings == ("2018-11-01", "2018-11-02")
    assert "Friday" in event.conflict
    assert event.sources == ("Lieutenant Colonel Abbas Mohammad",)


def test_figures_come_with_their_bounds(lead):
    figures = find(lead, "up to 20,000").figures
    assert [figure.lower()[:24] for figure in figures] == ["between 6,000 and 10,000", "up to 20,000 hashd fight"]


def test_the_reinforcements_follow_the_recapture(lead):
    assert find(lead, "recaptured").order < find(lead, "sending reinforcements").order


@pytest.mark.parametrize("half", HELD)
def test_nearly_every_expected_event_is_found(scores, half):
    assert scores[half].dated_placed >= 0.95


@pytest.mark.parametrize("half", HALVES)
def test_factuality_is_right(scores, half):
    assert scores[half].factuality >= 0.90


@pytest.mark.parametrize(
    ("half", "precision", "recall"),
    [
        ("tuning", 0.90, 0.90),
        ("held out", 0.88, 0.90),
        ("fresh", 0.75, 0.75),
        ("last", 0.90, 0.90),
        ("styles", 0.90, 0.90),
        ("papers", 0.88, 0.90),
    ],
)
def test_dates_are_right(scores, half, precision, recall):
    assert scores[half].precision >= precision
    assert scores[half].recall >= recall


def test_dates_are_right_in_all_documents_together():
    everything = score(read_documents())
    assert everything.precision >= 0.87
    assert everything.recall >= 0.90


def test_documents_keep_what_their_markdown_sets_out():
    blocks = {reading.name: reading.blocks for reading in read_documents("entries")}
    assert BlockKind.HEADING in {block.kind for block in blocks["chronology-border"]}
    assert BlockKind.CELL in {block.kind for block in blocks["table-football"]}
    assert {block.level for block in blocks["list-merger"] if block.kind is BlockKind.LIST_ITEM} == {1, 2}


def test_a_document_may_allow_either_factuality():
    expected = Expected("2023-06-14", "reported/attributed", "samples")
    assert [expected.allows(each) for each in ("reported", "attributed", "planned")] == [True, True, False]


def test_the_scorer_counts_what_is_missing():
    reading = read_document(HERE / "documents" / "wire-ferry.txt")
    empty = score([type(reading)(reading.name, "", (), reading.published, "en", reading.expected)])
    assert (empty.found, empty.right) == (0, 0)
    assert empty.wanted == sum(not expected.optional for expected in reading.expected)
