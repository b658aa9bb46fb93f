from __future__ import annotations

from datetime import UTC, datetime


def test_every_field_of_the_newer_table_arrives(bring_in):
    table = (
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        'https://a.example/1,Troops,"A passage, chosen",War reports,1541151000,"[""iraq"",""syria""]"\n'
        "https://a.example/2,Two,,Archive,1541151001,[]\n"
        "https://a.example/3,Three,,Starred,1541151002,\n"
        "https://a.example/4,Four,,Unread,1541151003,\n"
    )
    articles, problems = bring_in("instapaper-export.csv", table)
    first = articles[0]
    assert (first.title, first.url, first.description) == ("Troops", "https://a.example/1", "A passage, chosen")
    assert first.sections == ("War reports",)
    assert first.tags == ("iraq", "syria")
    assert first.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert [article.archived for article in articles] == [False, True, False, False]
    assert [article.read for article in articles] == [False, True, False, False]
    assert [article.starred for article in articles] == [False, False, True, False]
    assert [article.sections for article in articles[1:]] == [(), (), ()]
    assert problems == []


def test_the_older_table_has_four_columns(bring_in):
    (article,), problems = bring_in("export.csv", "URL,Title,Selection,Folder\r\nhttps://a.example/1,T,S,Archive\r\n")
    assert (article.title, article.description, article.archived, article.saved) == ("T", "S", True, None)
    assert problems == []


def test_a_row_without_an_address_is_named(bring_in):
    articles, problems = bring_in("export.csv", "URL,Title,Selection,Folder\n,Lost,,Unread\nhttps://a.example/1,T,,\n")
    assert [article.title for article in articles] == ["T"]
    assert "Lost" in problems[0].reason
