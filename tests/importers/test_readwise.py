from __future__ import annotations

from datetime import UTC, datetime

from viewer.model import ImportedHighlight

HIGHLIGHTS = "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at"
READER = "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"


def test_every_field_of_the_highlights_arrives(bring_in):
    table = (
        f"{HIGHLIGHTS},Document tags\n"
        '"First, passage",The Border,Ada Writer,B00X,A thought,yellow,"war,front",location,312,'
        '2018-11-02 09:30:00+00:00,"iraq, syria"\n'
        "Other,Another Book,,,,,,page,3,,\n"
        "Second,The Border,Ada Writer,B00X,,blue,,location,400,2018-11-03 09:30:00+00:00,\n"
    )
    (border, other), problems = bring_in("readwise-data.csv", table)
    first = ImportedHighlight(
        "First, passage",
        "A thought",
        datetime(2018, 11, 2, 9, 30, tzinfo=UTC),
        "yellow",
        ("war", "front"),
        "location 312",
    )
    assert border.highlights[0] == first
    assert (border.highlights[1].quote, border.highlights[1].color) == ("Second", "blue")
    assert (border.title, border.authors) == ("The Border", ("Ada Writer",))
    assert border.tags == ("iraq", "syria")
    assert border.markdown == "> First, passage\n\nA thought\n\n> Second"
    assert border.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert border.extra == (("readwise_amazon_book_id", "B00X"),)
    assert (other.title, other.highlights[0].location) == ("Another Book", "page 3")
    assert problems == []


def test_the_last_column_may_be_absent_and_an_empty_row_is_named(bring_in):
    table = f"{HIGHLIGHTS}\nA passage,The Border,,,,,,,,\n,The Border,,,,,,,,\n"
    (article,), problems = bring_in("readwise-data.csv", table)
    assert (article.tags, len(article.highlights)) == ((), 1)
    assert [problem.item for problem in problems] == ["readwise-data.csv, row 3"]


def test_every_field_of_the_reader_arrives(bring_in):
    table = READER + (
        'Troops,https://a.example/1,01abc,"[\'middle east\', ""l\'avant""]",2018-11-02 09:30:00+00:00,0.25,later,True\n'
        "Two,https://a.example/2,01abd,[],2018-11-02 09:30:00+00:00,1,archive,False\n"
    )
    (first, second), problems = bring_in("reader.csv", table)
    assert (first.title, first.url) == ("Troops", "https://a.example/1")
    assert first.tags == ("middle east", "l'avant")
    assert first.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert first.progress == 0.25
    assert first.read
    assert not first.archived
    assert dict(first.extra) == {"reader_id": "01abc", "reader_location": "later"}
    assert (second.progress, second.archived, second.read, second.tags) == (1.0, True, True, ())
    assert problems == []


def test_an_item_of_a_feed_was_never_saved(bring_in):
    table = READER + "Passing,https://a.example/1,1,[],,0,feed,False\nKept,https://a.example/2,2,[],,no,new,False\n"
    (kept,), problems = bring_in("reader.csv", table)
    assert (kept.title, kept.progress, kept.read) == ("Kept", 0.0, False)
    assert "never saved" in problems[0].reason
    assert "“no”" in problems[1].reason
