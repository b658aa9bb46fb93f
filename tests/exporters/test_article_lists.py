import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from tests.exporters.conftest import ARTICLE
from viewer.exporters import article_row, articles_csv, articles_json

MARKED = replace(
    ARTICLE, read=True, position=0.5, authors=("A", "B"), published_at=datetime(2018, 11, 2, 20, 10, tzinfo=UTC)
)
OTHER = replace(ARTICLE, id=8, path=PurePosixPath("x.md"), title="=1+1", published=None)


def test_json_holds_rows_and_texts():
    pieces = list(articles_json([(MARKED, "# Text\n"), (OTHER, "")]))
    assert len(pieces) > 3
    first, second = json.loads("".join(pieces))["articles"]
    assert (first["path"], first["published"], first["published_at"]) == (
        "war/border.md",
        "2018-11-02",
        "2018-11-02T20:10:00+00:00",
    )
    assert (first["read"], first["position"], first["authors"], first["markdown"]) == (
        True,
        0.5,
        ["A", "B"],
        "# Text\n",
    )
    assert "markdown" not in second
    assert json.loads("".join(articles_json([])))["articles"] == []
    assert set(second) == set(article_row(OTHER))


def test_csv_has_a_line_for_each_article():
    first, second = csv.DictReader(io.StringIO(articles_csv([MARKED, OTHER])))
    assert (first["authors"], first["read"], first["starred"]) == ("A; B", "yes", "no")
    assert (second["title"], second["published"], second["id"]) == ("'=1+1", "", "8")
