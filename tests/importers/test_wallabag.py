from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from viewer.model import ImportedHighlight

ENTRY = {
    "id": 12,
    "title": "Troops",
    "url": "https://a.example/1",
    "origin_url": "https://t.example/short",
    "given_url": "https://a.example/1",
    "is_archived": 1,
    "archived_at": "2018-11-03T10:00:00+0200",
    "is_starred": True,
    "starred_at": "2018-11-03T11:00:00+0200",
    "content": "<p>Iraqi troops.</p>",
    "created_at": "2018-11-02T11:30:00+0200",
    "updated_at": "2018-11-04T00:00:00+0200",
    "published_at": "2018-11-02T08:00:00+0300",
    "published_by": ["Ada Writer", "Bo Reporter"],
    "annotations": [
        {"text": "a thought", "quote": "Iraqi troops", "created_at": "2018-11-03T12:00:00+0200", "ranges": []}
    ],
    "mimetype": "text/html",
    "language": "en_US",
    "reading_time": 3,
    "domain_name": "a.example",
    "preview_picture": "https://a.example/p.png",
    "tags": ["iraq", "middle east"],
}


@pytest.mark.usefixtures("plain_converter")
def test_every_field_arrives(bring_in):
    (article,), problems = bring_in("All articles.json", json.dumps([ENTRY]))
    assert (article.title, article.url) == ("Troops", "https://a.example/1")
    assert article.markdown == "Iraqi troops."
    assert article.original.data == b"<p>Iraqi troops.</p>"
    assert article.archived
    assert article.read
    assert article.starred
    assert article.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert (article.published, article.published_from) == ("2018-11-02T08:00:00+03:00", "export")
    assert article.authors == ("Ada Writer", "Bo Reporter")
    made = datetime(2018, 11, 3, 10, tzinfo=UTC)
    assert article.highlights == (ImportedHighlight("Iraqi troops", "a thought", made),)
    assert (article.language, article.site) == ("en-US", "a.example")
    assert article.tags == ("iraq", "middle east")
    assert article.item == "All articles.json, item 1"
    extra = dict(article.extra)
    assert extra["wallabag_id"] == "12"
    assert extra["wallabag_origin_url"] == "https://t.example/short"
    for name in ("archived_at", "starred_at", "updated_at", "mimetype", "reading_time", "preview_picture"):
        assert extra[f"wallabag_{name}"] == str(ENTRY[name])
    assert problems == []


@pytest.mark.usefixtures("plain_converter")
def test_older_exports_have_fewer_fields(bring_in):
    entry = {"title": "T", "url": "https://a.example/1", "is_archived": 0, "is_starred": 0, "mimetype": None}
    tags = [{"label": "iraq", "slug": "iraq"}]
    articles, problems = bring_in("export.json", json.dumps([entry, {**entry, "tags": tags, "published_by": None}]))
    assert [(one.archived, one.starred, one.markdown, one.original) for one in articles] == [
        (False, False, "", None)
    ] * 2
    assert articles[1].tags == ("iraq",)
    assert problems == []


@pytest.mark.usefixtures("plain_converter")
def test_a_broken_item_is_named_and_the_others_come(bring_in):
    good = json.dumps({"url": "https://a.example/1", "is_starred": 0})
    text = f'[{good}, 17, {{"url": "https://a.example/2", "is_starred": oops}}, {good}, {{"title": "Lost"}}, {good}'
    articles, problems = bring_in("export.json", text)
    assert [article.item.rpartition(" ")[2] for article in articles] == ["1", "4", "6"]
    assert [problem.item.rpartition(" ")[2] for problem in problems] == ["2", "3", "5"]
    assert "Lost" in problems[2].reason


@pytest.mark.usefixtures("plain_converter")
def test_two_hundred_thousand_levels_are_one_problem(bring_in):
    text = '[{"is_starred": 0, "title": ' + "[" * 200_000
    articles, problems = bring_in("export.json", text)
    assert articles == []
    assert "nested" in problems[0].reason


@pytest.mark.usefixtures("plain_converter")
def test_every_field_of_the_table_arrives(bring_in):
    table = (
        '"Title";"URL";"Content";"Tags";"MIME Type";"Language";"Creation date"\n'
        'Troops;https://a.example/1;"<p>One; two.</p>";"iraq, syria";text/html;en_US;"05/11/2018 09:30:00"\n'
    )
    (article,), problems = bring_in("export.csv", table)
    assert (article.title, article.url, article.markdown) == ("Troops", "https://a.example/1", "One; two.")
    assert (article.tags, article.language) == (("iraq", "syria"), "en-US")
    assert article.saved == datetime(2018, 11, 5, 9, 30, tzinfo=UTC)
    assert article.original.data == b"<p>One; two.</p>"
    assert article.extra == (("wallabag_mimetype", "text/html"),)
    assert problems == []


@pytest.mark.usefixtures("plain_converter")
def test_a_cell_may_be_longer_than_the_usual_limit(bring_in):
    table = f'Title;URL;Content;Tags;MIME Type;Language;Creation date\nT;https://a.example/1;"{"x" * 200_000}";;;;\n'
    (article,), _ = bring_in("export.csv", table)
    assert len(article.markdown) == 200_000
