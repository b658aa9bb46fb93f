"""Texts that are set out by dates: an entry happened when its head says, and its own dates are read from there."""

from __future__ import annotations

from datetime import date

import pytest

from viewer.chronology import analyse
from viewer.document import parse
from viewer.model import Basis

CASES = {
    "a day over paragraphs": (
        "2019-11-08",
        "## 9 October 2014\n\nA border guard is shot dead near Mirk.\n\n## 10 October 2014\n\nThe frontier was closed.",
        [("2014-10-09", "A border guard is shot dead near Mirk"), ("2014-10-10", "The frontier was closed")],
    ),
    "a bold line": (
        "2019-11-08",
        "**1923**\n\nArthur opens a bicycle shop.\n\n**1931**\n\nThe first motorcycle leaves the works.",
        [("1923", "Arthur opens a bicycle shop"), ("1931", "The first motorcycle leaves the works")],
    ),
    "a weekday": (
        "2019-11-08",
        "## Thursday\n\nPolice arrested two men.\n\n## Wednesday\n\nThe minister resigned at noon.",
        [("2019-11-06T12:00:00", "The minister resigned"), ("2019-11-07", "Police arrested two men")],
    ),
    "a year over days": (
        "2019-11-08",
        "## 2014\n\n- 9 October: A guard is shot dead.\n\n## 2015\n\n- 1 February: Both sides agree to talks.",
        [("2014-10-09", "A guard is shot dead"), ("2015-02-01", "Both sides agree to talks")],
    ),
    "a nested list": (
        "2019-11-08",
        "- 2014\n    - 9 October: A guard is shot dead.\n- 2015\n    - 1 February: Both sides agree to talks.",
        [("2014-10-09", "A guard is shot dead"), ("2015-02-01", "Both sides agree to talks")],
    ),
    "months and numbers of days": (
        "2019-11-08",
        "## 2014\n\n### March\n\n**3:** Surveyors place stones.\n\n### May\n\n**9:** A guard is shot dead.",
        [("2014-03-03", "Surveyors place stones"), ("2014-05-09", "A guard is shot dead")],
    ),
    "a month over prose": (
        "2019-11-08",
        "## October 2014\n\nOn the 9th a guard was shot dead. On 10 October the frontier was closed.",
        [("2014-10-09", "a guard was shot dead"), ("2014-10-10", "the frontier was closed")],
    ),
    "months over two years": (
        "2012-02-10",
        "## December 1914 – January 1915\n\nBy Christmas 2,000 men had died. On 20 January a truce was agreed.",
        [("1914-12-25", "2,000 men had died"), ("1915-01-20", "a truce was agreed")],
    ),
    "entries in order": (
        "2022-03-18",
        "- July 2012: A bomb killed the minister.\n- September: The mission left.\n- March 2020: A truce took hold.\n"
        "- June: Schools reopened.",
        [
            ("2012-07", "A bomb killed the minister"),
            ("2012-09", "The mission left"),
            ("2020-03", "A truce took hold"),
            ("2020-06", "Schools reopened"),
        ],
    ),
    "the newest first": (
        "2022-03-18",
        "- March 2021: Schools reopened.\n- January: A truce took hold.\n- November: The mission left.\n"
        "- May 2019: A bomb killed the minister.",
        [
            ("2019-05", "A bomb killed the minister"),
            ("2020-11", "The mission left"),
            ("2021-01", "A truce took hold"),
            ("2021-03", "Schools reopened"),
        ],
    ),
    "a day within the year that leads": (
        "2019-11-08",
        "**2015:** Both governments agreed to a joint commission on 1 February.",
        [("2015-02-01", "Both governments agreed to a joint commission")],
    ),
    "further sentences": (
        "2023-07-05",
        "- 27 June: The army entered the town. Rebels fled to the hills.\n- 28 June: The mayor resigned.",
        [
            ("2023-06-27", "The army entered the town"),
            ("2023-06-27", "Rebels fled to the hills"),
            ("2023-06-28", "The mayor resigned"),
        ],
    ),
    "a full stop behind the date": (
        "2021-03-08",
        "- **Jan. 22, 4 a.m.** — The dam gives way.\n- **28 February 2021.** Rebels seized the airport.",
        [("2021-01-22T04:00:00", "The dam gives way"), ("2021-02-28", "Rebels seized the airport")],
    ),
    "days that are counted": (
        "2021-03-30",
        "**Day 0 (2021-02-19):** A traveller checked in.\n\n**Day 17 — Monday, 8 March:** The town was sealed off.",
        [("2021-02-19", "A traveller checked in"), ("2021-03-08", "The town was sealed off")],
    ),
    "bulletins that are counted": (
        "2017-09-07",
        "**Update 4 — Sept. 6, 8 p.m.**\n\nThe eye passed San Juan.\n\n**Update 1 — Aug. 30**\n\nThe storm has formed.",
        [("2017-08-30", "The storm has formed"), ("2017-09-06T20:00:00", "The eye passed San Juan")],
    ),
    "a diary": (
        "2022-03-28",
        "**Wed 9 Feb:** Camp 1 was established yesterday.\n\n**Sat 19 Feb:** We shall try for the summit on Tuesday.",
        [("2022-02-08", "Camp 1 was established"), ("2022-02-22", "We shall try for the summit")],
    ),
    "weekdays with the number of their day": (
        "2018-04-08",
        "**TUESDAY 10**\n\n- Zuckerberg meets the Senate.\n\n**FRIDAY 13**\n\n- The bank reports its earnings.",
        [("2018-04-10", "Zuckerberg meets the Senate"), ("2018-04-13", "The bank reports its earnings")],
    ),
    "a calendar of what is to come": (
        "2023-12-29",
        "**7 January** Bangladesh votes.\n\n**5 November** The United States votes.",
        [("2024-01-07", "Bangladesh votes"), ("2024-11-05", "The United States votes")],
    ),
    "a heading that tells": (
        "2022-03-18",
        "### 5 March 2012: A bomb kills the minister\n\nThree men were arrested.\n\n### 9 March 2012: The UN leaves",
        [
            ("2012-03-05", "A bomb kills the minister"),
            ("2012-03-05", "Three men were arrested"),
            ("2012-03-09", "The UN leaves"),
        ],
    ),
    "terms with their dates": (
        "2018-04-20",
        "First lit\n:   1 November 1858\n\nListed as a monument\n:   6 June 1991\n\n1886\n:   A fog horn was added.",
        [("1858-11-01", "First lit"), ("1886", "A fog horn was added"), ("1991-06-06", "Listed as a monument")],
    ),
    "rows in order": (
        "2021-08-27",
        "| Date | Event |\n|---|---|\n| 14 June 2019 | A petition is issued |\n| 30 October | It is dismissed |",
        [("2019-06-14", "A petition is issued"), ("2019-10-30", "It is dismissed")],
    ),
    "a date in two columns": (
        "2023-06-20",
        "| Year | Date | Event |\n|---|---|---|\n| 2009 | March | The route is announced |\n"
        "| 2014 | 8 May | Tunnelling begins |\n| | November | The machine gets stuck |",
        [
            ("2009-03", "The route is announced"),
            ("2014-05-08", "Tunnelling begins"),
            ("2014-11", "The machine gets stuck"),
        ],
    ),
    "a day and a time in two columns": (
        "2022-03-18",
        "| Date | Time | Event |\n|---|---|---|\n| 16 March | 05:47 | The first shock was felt |",
        [("2022-03-16T05:47:00", "The first shock was felt")],
    ),
    "a report before the day of its entry": (
        "2019-10-14",
        "**Report no. 7 | 14 October 2019**\n\n| | 11 Oct | 12 Oct |\n|---|---|---|\n| Dead | 12 | 87 |\n\n"
        "The government declared an emergency on 12 October.",
        [("2019-10-12", "The government declared an emergency")],
    ),
}


def told(published, text, language="en"):
    chronology = analyse(parse(text, language=language).blocks, date.fromisoformat(published), language)
    return [(event.when or "-", event.label) for event in chronology.events]


@pytest.mark.parametrize(("published", "text", "expected"), CASES.values(), ids=CASES)
def test_an_entry_has_the_date_of_its_head(published, text, expected):
    assert told(published, text) == expected


def test_one_date_on_a_line_of_its_own_dates_nothing():
    assert told("2018-11-02", "**2 November 2018**\n\nTroops attacked the town.") == [("-", "Troops attacked the town")]


def test_the_story_of_a_year_is_no_entry():
    text = "## 2014: the line is erased\n\nTroops attacked the town. " + "The river is wide and slow there. " * 10
    found = told("2019-11-24", f"{text}\n\n## 2015: the long way back\n\nThe town was retaken.")
    assert [when for when, _ in found] == ["-", "-"]


def test_a_history_under_a_year_tells_on_beyond_it():
    march = "The campaign began on 10 September 1914, and Sabar fell on 3 October 1914. " + "The roads were bad. " * 15
    winter = (
        "In December the river froze. " + "The men were tired and the guns stood still. " * 8 + "In February it thawed."
    )
    blocks = parse(f"## 1914: the march\n\n{march}\n\n{winter}", language="en").blocks
    values = {dated.timex.text: dated.timex.value for dated in analyse(blocks, date(2012, 2, 10)).timexes}
    assert (values["December"], values["February"]) == ("1914-12", "1915-02")


def test_an_event_is_dated_by_the_words_of_its_head():
    blocks = parse("## 2014\n\n- 9 October: It began.\n\n**10 October**\n\nThe frontier was closed.").blocks
    chronology = analyse(blocks, date(2019, 11, 8))
    closed = next(event for event in chronology.events if "closed" in event.label)
    assert blocks[closed.dated_by.passage.block].text == "10 October"
    assert blocks[closed.passage.block].text == "The frontier was closed."


def test_a_receipt_tells_what_the_head_gave():
    blocks = parse("## 2014\n\n- 9 October: It began yesterday.").blocks
    _, day, before = (dated.timex for dated in analyse(blocks, date(2019, 11, 8)).timexes)
    assert (day.basis, day.steps) == (Basis.TEXT, ("“9 October”: the year is told by “2014”",))
    assert (before.value, before.basis, before.anchor) == ("2014-10-08", Basis.TEXT, "2014-10-09")
    assert "the day of the entry" in before.steps[0]
    assert "publication" not in " ".join(before.steps)


def test_without_a_day_of_publication_the_entries_tell_it():
    blocks = parse("## 2014\n\n- 9 October: A guard was shot yesterday.\n- 11 October: The road reopened.").blocks
    events = analyse(blocks, None).events
    assert [event.when for event in events] == ["2014-10-08", "2014-10-11"]


def test_entries_of_other_languages():
    text = "## 9. Oktober 2014\n\nEin Grenzschützer wird erschossen.\n\n## 10. Oktober 2014\n\nDie Grenze ist zu."
    assert told("2019-11-08", text, "de") == [
        ("2014-10-09", "Ein Grenzschützer wird erschossen"),
        ("2014-10-10", "Die Grenze ist zu"),
    ]
