from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from tests.exporters.conftest import ARTICLE, entry
from viewer.chronology import analyse
from viewer.document import parse
from viewer.exporters import html_page, markdown_page, timeline_of, timeline_of_story
from viewer.model import Article, Report
from viewer.stories.merging import merge


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


def told(id, title, text):
    """An article with its text, and the reports in it."""
    document, article = parse(text), Article(id, PurePosixPath(f"{id}.md"), title, published=date(2019, 5, 4))
    events = analyse(document.blocks, article.published, "en").events
    return (article, document), [
        Report(id, title, article.published, event, document.blocks[0].text) for event in events
    ]


def test_an_event_of_a_story_stands_once_with_all_its_reports():
    one, first = told(1, "One", "The troops left the hills on 3 May 2019.")
    two, second = told(2, "Two", "The troops left the hills on 3 May 2019. It rained on 4 May 2019.")
    timeline = timeline_of_story("The hills", merge([*first, *second]), {1: one, 2: two})
    assert [[report.article.title for report in entry.reports] for entry in timeline.dated] == [["One", "Two"], ["Two"]]
    assert timeline.undated_heading == "Without a date"
    for page in (html_page(timeline), markdown_page(timeline)):
        assert page.count("The troops left the hills on 3 May 2019.") == 2


def test_a_report_whose_article_is_gone_is_left_out():
    one, first = told(1, "One", "The troops left the hills on 3 May 2019.")
    assert timeline_of_story("The hills", merge(first), {}).entries == ()
    assert len(timeline_of_story("The hills", merge(first), {1: one}).entries) == 1
