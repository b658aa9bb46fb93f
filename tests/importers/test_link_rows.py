from __future__ import annotations

from viewer.importers.link_rows import linked
from viewer.importers.sources import bytes_source
from viewer.model import ImportedArticle, ImportProblem


def article(row, url, doubts):
    return ImportedArticle(
        title=row.get("title"), url=url, saved=doubts.moment(row.get("saved"), "saved"), item=row.item
    )


def test_each_row_with_an_address_is_made_and_the_others_are_named():
    table = b"url,title,saved\nhttps://a.example/,A,2018-11-02\n,B,\nhttps://c.example/,C,soon\n"
    first, without, last, doubt = linked(bytes_source("links.csv", table), article)
    assert isinstance(first, ImportedArticle)
    assert isinstance(last, ImportedArticle)
    assert (first.title, first.url, last.title) == ("A", "https://a.example/", "C")
    assert isinstance(without, ImportProblem)
    assert "row 3" in without.item
    assert isinstance(doubt, ImportProblem)
    assert "soon" in doubt.reason
