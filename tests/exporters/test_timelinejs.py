import csv
import io
import json

from viewer.exporters import timelinejs_csv, timelinejs_json
from viewer.exporters.timelinejs import COLUMNS


def slides_of(timeline):
    root = json.loads(timelinejs_json(timeline))
    assert set(root) == {"title", "events", "scale"}
    return root, {slide["text"]["headline"]: slide for slide in root["events"]}


def test_every_dated_event_is_a_slide_with_a_date(timeline):
    root, slides = slides_of(timeline)
    assert len(slides) == 11
    assert all("year" in slide["start_date"] for slide in slides.values())
    assert len({slide["unique_id"] for slide in slides.values()}) == 11
    assert slides["A day"]["start_date"] == {"year": 2018, "month": 11, "day": 1}
    assert slides["A time"]["start_date"] == {
        "year": 2018,
        "month": 11,
        "day": 1,
        "hour": 20,
        "minute": 10,
        "second": 0,
    }
    assert slides["A month"]["start_date"] == {"year": 2017, "month": 2}
    assert slides["A year"]["start_date"] == {"year": 2016}
    assert slides["A span"]["end_date"] == {"year": 2018, "month": 10, "day": 28}
    assert slides["Long ago"]["start_date"]["year"] == -43
    assert "end_date" not in slides["A day"]
    assert root["title"]["text"]["headline"] == "Troops &lt;at&gt; the border"


def test_doubt_and_source_stand_in_words(timeline):
    _, slides = slides_of(timeline)
    assert slides["A conflict"]["display_date"] == "1 or 2 Nov 2018"
    assert "In doubt: The 2nd was a Friday." in slides["A conflict"]["text"]["text"]
    assert "According to The SDF." in slides["A span"]["text"]["text"]
    text = slides["A day"]["text"]["text"]
    assert '<a href="https://news.example/a?b=1&amp;c=&quot;2&quot;">' in text
    assert "<b>" not in text


def test_undated_events_are_listed_by_the_title(timeline):
    root, _ = slides_of(timeline)
    assert "<li>Undated &lt;one&gt;; =two: " in root["title"]["text"]["text"]


def test_the_spreadsheet_has_the_columns_that_are_read(timeline):
    head, title, *rows = csv.reader(io.StringIO(timelinejs_csv(timeline)))
    assert tuple(head) == COLUMNS
    assert len(COLUMNS) == 19
    assert title[head.index("Type")] == "title"
    found = {row[head.index("Headline")]: dict(zip(head, row, strict=True)) for row in rows}
    assert len(found) == 11
    time = found["A time"]
    assert (time["Year"], time["Month"], time["Day"], time["Time"]) == ("2018", "11", "1", "20:10")
    assert (found["A span"]["End Day"], found["A span"]["Display Date"]) == ("28", "26–28 Oct 2018")
    assert found["Long ago"]["Year"] == "-43"
