"""Which texts of an import are other versions, and of which day."""

from datetime import UTC, date, datetime

import pytest

from viewer.library.article_files import files_of
from viewer.library.digest import read_quickly, text_key
from viewer.library.version_keeping import VersionKeeper, day_of, text_of_item
from viewer.model import ImportedArticle


@pytest.mark.parametrize(
    ("item", "day"),
    [
        (ImportedArticle("T", published="2018-11-02", updated="2018-11-03T09:00:00Z"), date(2018, 11, 3)),
        (ImportedArticle("T", published="2018-11-02", updated="2018-11-01"), date(2018, 11, 2)),
        (ImportedArticle("T", published="no day", saved=datetime(2019, 1, 2, tzinfo=UTC)), date(2019, 1, 2)),
        (ImportedArticle("T", header="---\ndate: 2017-05-06\n---\n", markdown="x"), date(2017, 5, 6)),
    ],
)
def test_the_day_that_a_version_is_called_after(item, day):
    assert day_of(item) == day


def test_an_article_of_this_very_import_is_remembered(tmp_path):
    keeper = VersionKeeper(tmp_path)
    first = ImportedArticle("T", "Twelve were hurt.", published="2018-11-02")
    keeper.note(first, "T.md")
    assert keeper.files_for(first, "T.md") is None
    folder, files = keeper.files_for(ImportedArticle("T", "Fifteen were hurt.", published="2018-11-02"), "T.md")
    assert (folder, files.name) == ("T.versions", "2018-11-02")
    assert keeper.files_for(ImportedArticle("T", " *** "), "T.md") is None


def test_words_are_those_of_the_file():
    assert text_of_item(ImportedArticle("T", "Some *words*\nand [a link](x).")) == "Some words and a link."


def test_the_index_knows_a_text_by_what_an_import_knows_it_by(tmp_path):
    item = ImportedArticle("T", "Café, *words* \x07 and\n[a link](x).\n\n- one\n- two")
    (tmp_path / "T.md").write_bytes(files_of(item, "T").article)
    assert read_quickly(tmp_path, "T.md").text_key == text_key(text_of_item(item))
