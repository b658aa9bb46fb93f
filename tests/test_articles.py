"""The sample library: what every user sees first must parse, hold together and be right about its own calendar."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parent.parent / "articles"
PATHS = sorted(FOLDER.glob("*.md"))
LEAD = "border-troops-reinforced"
SAMPLE_NOTE = "Written for Dateline from public facts; not a news report of its day."
ARABIC = re.compile(r"[\u0600-\u06ff]")
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_WEEKDAY = "|".join(day_name)
_MONTH = "|".join(list(month_name)[1:])
_DAY = rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))(?:,? (?P<year>\d{{4}}))?"
WEEKDAY_FIRST = re.compile(rf"\b(?P<weekday>{_WEEKDAY}),? {_DAY}\b")
WEEKDAY_LAST = re.compile(rf"\b{_DAY},? (?:was )?an? (?P<weekday>{_WEEKDAY})\b")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample article as the file gives it; the values of the front matter are strings, as typed."""

    name: str
    front: dict
    body: str

    @property
    def published(self) -> date | None:
        stated = self.front.get("published")
        return datetime.fromisoformat(stated.replace("Z", "+00:00")).date() if stated else None

    @property
    def prose(self) -> str:
        """The body without link targets, pictures and code, so that only words are left."""
        text = re.sub(r"```.*?```", "", self.body, flags=re.DOTALL)
        return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text))


def load(path: Path) -> Sample:
    opening, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", f"{path.name} does not begin with front matter"
    return Sample(path.stem, yaml.load(front, Loader=yaml.BaseLoader), body)


SAMPLES = {path.stem: load(path) for path in PATHS}
each = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())


def wrong_weekdays(text: str, year_of_writing: int | None) -> set[str]:
    """The pairs of weekday and date that no calendar has.

    A date without a year is taken in the year named last before it, or in the year of writing, as a reader would.
    """
    wrong = set()
    for match in [*WEEKDAY_FIRST.finditer(text), *WEEKDAY_LAST.finditer(text)]:
        named = [int(year) for year in re.findall(r"\b[12]\d{3}\b", text[: match.start()])]
        years = (
            [int(match["year"])] if match["year"] else [*named[-1:], *([year_of_writing] if year_of_writing else [])]
        )
        month = list(month_name).index(match["month"] or match["month2"])
        days = [date(year, month, int(match["day"] or match["day2"])) for year in years]
        if match["weekday"] not in [day_name[day.weekday()] for day in days]:
            wrong.add(match[0])
    return wrong


def minutes(sample: Sample) -> int:
    return max(1, round(len(sample.prose.split()) / 230))


def test_there_are_enough_articles_of_every_length():
    lengths = [minutes(sample) for sample in SAMPLES.values()]
    assert len(lengths) >= 14
    assert min(lengths) == 1
    assert 10 <= max(lengths) <= 12
    assert len(set(lengths)) >= 5


@each
def test_front_matter_names_the_article(sample):
    for key in ("title", "author", "site", "description", "lang"):
        assert isinstance(sample.front[key], str), key
        assert sample.front[key].strip(), key
    for key in ("section", "tags"):
        assert isinstance(sample.front[key], list), key
        assert all(sample.front[key]), key
    assert not re.search(r"^# ", sample.body, flags=re.MULTILINE), "the title is in the front matter and nowhere else"


@each
def test_says_that_it_is_a_sample(sample):
    assert sample.front["sample"] == SAMPLE_NOTE


@each
def test_names_no_address_of_a_real_site(sample):
    addresses = re.findall(r"https?://([^/\s)\"]+)", yaml.dump(sample.front) + sample.body)
    assert set(addresses) <= {"example.org"}


@each
def test_dates_of_the_file_are_in_order(sample):
    saved = date.fromisoformat(sample.front["created"])
    if sample.published:
        assert sample.published <= saved
        assert sample.published <= date.fromisoformat(sample.front.get("updated", saved.isoformat()))


@each
def test_every_link_and_picture_leads_to_a_file_of_the_library(sample):
    for picture, target in LINK.findall(sample.body):
        file = (FOLDER / target).resolve()
        assert file.is_file(), f"{sample.name} names {target}, which does not exist"
        assert file.is_relative_to(FOLDER.resolve())
        assert not picture or file.read_bytes().startswith(PNG_SIGNATURE)


@each
def test_footnotes_come_in_pairs(sample):
    called = re.findall(r"\[\^(\w+)\](?!:)", sample.body)
    written = re.findall(r"^\[\^(\w+)\]:", sample.body, flags=re.MULTILINE)
    assert sorted(called) == sorted(written)


def test_weekdays_are_right_but_for_the_one_that_is_wrong_on_purpose():
    found = {
        sample.name: wrong
        for sample in SAMPLES.values()
        if sample.front["lang"] == "en"
        and (wrong := wrong_weekdays(sample.prose, sample.published.year if sample.published else None))
    }
    conflict = {"Thursday, November 2"}
    assert found == {LEAD: conflict, "chronicle-of-the-border-war": conflict}, "the chronicle quotes the lead article"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("on Thursday, November 1, they", set()),
        ("on Thursday, November 2, they", {"Thursday, November 2"}),
        ("on Thursday, 2 November 2017, they", set()),
        ("in 2017, on Thursday, 2 November, they", set()),
        ("in 2016, on Thursday, 2 November, they", {"Thursday, 2 November"}),
        ("began on October 26, a Monday,", {"October 26, a Monday"}),
        ("2 November 2018 was a Friday", set()),
        ("2 November 2018 was a Monday", {"2 November 2018 was a Monday"}),
    ],
)
def test_the_calendar_check_sees_a_wrong_weekday(text, wrong):
    assert wrong_weekdays(text, 2018) == wrong


@pytest.mark.parametrize(
    "words",
    [
        "reinforced their positions",
        "for weeks",
        "around Hajin",
        "Lieutenant Colonel Abbas Mohammad",
        "Thursday, November 2",
        "control towers, observation posts, earth berms and trenches",
        "Between 6,000 and 10,000 Iraqi soldiers and up to 20,000 Hashd fighters",
        "throughout the day",
        "five or six kilometres away inside Syria, according to General Qassem al-Mohammadi",
        "in late 2017",
        "captured last year",
        "In mid-October, Baghdad and Damascus said that they hoped",
        "on Thursday that it had halted",
        "some 2,000",
        "Hashd al-Shaabi",
        "Hashd al-Shabi",
    ],
)
def test_the_lead_article_reports_in_these_words(words):
    assert words in SAMPLES[LEAD].prose


def test_the_lead_article_is_a_report_of_its_day():
    lead = SAMPLES[LEAD]
    assert lead.published == date(2018, 11, 2)
    assert lead.front["section"] == ["Middle East", "War"]
    assert lead.front["credit"] == "with reporting from AFP"
    text, related = lead.body.split("## Related\n")
    assert "(operation-suspended.md)" in text
    assert len(LINK.findall(related)) >= 4


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a table", r"^\|[-:| ]+\|$"),
        ("a footnote", r"^\[\^\w+\]: "),
        ("a picture with a caption", r'^!\[[^\]]+\]\(\S+\.png "[^"]+"\)$'),
        ("a quotation", r"^> \S"),
        ("a definition list", r"^:   \S"),
        ("a block of code", r"^```$"),
    ],
)
def test_some_article_has(what, pattern):
    assert any(re.search(pattern, sample.body, flags=re.MULTILINE) for sample in SAMPLES.values()), what


def test_one_article_is_arabic_and_says_so():
    arabic = [sample for sample in SAMPLES.values() if len(ARABIC.findall(sample.body)) > 500]
    assert [sample.front["lang"] for sample in arabic] == ["ar"]
    assert ARABIC.search(arabic[0].front["title"])


def test_one_article_has_no_publication_date_and_one_was_updated():
    assert [sample.name for sample in SAMPLES.values() if sample.published is None] == ["towns-and-sides"]
    assert [sample.name for sample in SAMPLES.values() if "updated" in sample.front] == ["operation-suspended"]


@pytest.mark.parametrize(
    ("one", "its_date", "other", "other_date"),
    [
        ("bukamal-declared", "Wednesday, November 8, 2017", "bukamal-taken-twice", "Thursday, November 9, 2017"),
        ("hajin-campaign-begins", "on Monday", "hajin-three-weeks-on", "Tuesday, 11 September 2018"),
    ],
)
def test_two_articles_date_the_same_event_differently(one, its_date, other, other_date):
    assert its_date in SAMPLES[one].prose
    assert other_date in SAMPLES[other].prose


@pytest.mark.parametrize("name", ["euphrates-barrages", "mosul-library-reopens"])
def test_two_articles_stand_apart_from_the_story(name):
    links = [target for sample in SAMPLES.values() for _, target in LINK.findall(sample.body)]
    assert f"{name}.md" not in links
    assert not LINK.findall(SAMPLES[name].body)
    assert not re.search(r"Islamic State|Hashd|SDF|Hajin", SAMPLES[name].prose)


def test_the_articles_of_the_story_are_woven_together():
    apart = {"euphrates-barrages", "mosul-library-reopens", "taziz-al-hudud"}
    linked = {target.removesuffix(".md") for sample in SAMPLES.values() for _, target in LINK.findall(sample.body)}
    assert set(SAMPLES) - apart <= linked
