from __future__ import annotations

from datetime import UTC, datetime

from viewer.model import ImportedHighlight

HEADER = "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"


def test_every_field_arrives(bring_in):
    row = (
        '7,Troops,"My note,\nof two lines",An excerpt,https://a.example/1,News / Syria,"iraq, middle east",'
        '2018-11-02T09:30:00.000Z,https://a.example/cover.png,"Highlight: First one\nNote: a thought\nColor: red\n'
        'Highlight: Second","true"\n'
    )
    (article,), problems = bring_in("raindrop.csv", HEADER + row)
    assert (article.title, article.url) == ("Troops", "https://a.example/1")
    assert article.note == "My note,\nof two lines"
    assert article.description == "An excerpt"
    assert article.sections == ("News", "Syria")
    assert article.tags == ("iraq", "middle east")
    assert article.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert article.starred
    assert article.highlights == (
        ImportedHighlight("First one", "a thought", color="red"),
        ImportedHighlight("Second"),
    )
    assert dict(article.extra) == {"raindrop_id": "7", "raindrop_cover": "https://a.example/cover.png"}
    assert problems == []


def test_plain_highlights_and_the_unsorted_folder(bring_in):
    row = '8,T,,,https://a.example/2,Unsorted,,,,"First one\n\nSecond",false\n'
    (article,), problems = bring_in("raindrop.csv", HEADER + row)
    assert [highlight.quote for highlight in article.highlights] == ["First one", "Second"]
    assert (article.sections, article.starred, article.saved) == ((), False, None)
    assert problems == []
