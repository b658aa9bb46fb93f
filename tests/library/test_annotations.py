import json
from datetime import UTC, datetime

import pytest

from viewer.document import parse
from viewer.library.annotations import annotations_of, quotes_in, said_in, texts_in
from viewer.model import ImportedArticle, ImportedHighlight

DOCUMENT = parse("Iraqi troops moved. The “last” pocket — Hajin — held.\n\nThe next paragraph follows.")


def items_of(article):
    page = json.loads(annotations_of(article, DOCUMENT, "A b.md"))
    assert page["type"] == "AnnotationPage"
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return page["items"]


def test_a_highlight_is_kept_by_its_words_and_by_its_place():
    made = datetime(2020, 1, 2, tzinfo=UTC)
    highlight = ImportedHighlight('The "last" pocket', "a note", made, "yellow")
    (item,) = items_of(ImportedArticle("T", highlights=(highlight, highlight)))
    quote, place = item["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "The “last” pocket",
        "prefix": "Iraqi troops moved. ",
        "suffix": " — Hajin — held.\n\nThe next parag",
    }
    assert DOCUMENT.text[place["start"] : place["end"]] == quote["exact"]
    assert (item["target"]["source"], item["target"]["styleClass"]) == ("A%20b.md", "yellow")
    assert (item["motivation"], item["created"]) == ("highlighting", "2020-01-02T00:00:00Z")
    assert item["body"][0]["value"] == "a note"
    assert items_of(ImportedArticle("T", highlights=(highlight,))) == [item]


def test_a_quote_that_is_not_in_the_text_is_kept_all_the_same():
    (item,) = items_of(ImportedArticle("T", highlights=(ImportedHighlight("never said"),)))
    assert item["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "never said"}]


def test_notes_without_a_quotation_belong_to_the_whole_article():
    first, second = items_of(ImportedArticle("T", note="of all", highlights=(ImportedHighlight("", "on its own"),)))
    assert (first["motivation"], first["body"][0]["value"]) == ("commenting", "on its own")
    assert second["target"] == {"source": "A%20b.md"}


def test_nothing_marked_is_nothing_written():
    assert annotations_of(ImportedArticle("T", note=" ", highlights=(ImportedHighlight(" "),)), DOCUMENT, "a.md") == ""


def test_tags_of_a_highlight_and_where_it_stood_are_kept():
    highlight = ImportedHighlight("Hajin", tags=("war",), location="page 7")
    (item,) = items_of(ImportedArticle("T", highlights=(highlight,)))
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [("tagging", "war"), ("describing", "page 7")]


@pytest.mark.parametrize(
    "item",
    [
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": "a gate"}}, "body": {"value": "Why?"}},
        {"target": ["x", {"selector": [{"type": "TextQuoteSelector", "exact": "a gate"}]}], "bodyValue": "Why?"},
    ],
)
def test_annotations_that_others_wrote_say_the_same_however_they_are_built(item, tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([item]))
    assert said_in(item) == ("a gate", "Why?")
    assert quotes_in(tmp_path / "a.json") == ("a gate",)
    assert texts_in(tmp_path / "a.json") == ("a gate\nWhy?",)
