from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from tests.exporters.conftest import ARTICLE, entry
from viewer.chronology import analyse
from viewer.document import parse
from viewer.exporters import timeline_of
from viewer.model import Article


def test_a_quotation_is_the_whole_sentence():
    document = parse("First words. The troops left on 3 May 2019 for the hills. Last words.")
    article = Article(1, PurePosixPath("a.md"), "Title", published=date(2019, 5, 4))
    timeline = timeline_of(article, document, analyse(document.blocks, article.published, "en").events)
    found = timeline.dated[0]
    assert found.quotation == "The troops left on 3 May 2019 for the hills."
    assert (timeline.title, found.article, found.citation) == ("Title", article, "Title, 4 May 2019")
    assert "3 May 2019" in found.receipt


def test_only_addresses_of_the_web_are_given_on():
    assert entry().address == ARTICLE.url
    assert entry(article=replace(ARTICLE, url="javascript:alert(1)")).address == ""


def test_dated_and_undated_are_told_apart(timeline):
    assert len(timeline.dated) == 11
    assert [one.when for one in timeline.undated] == ["no date given"]
