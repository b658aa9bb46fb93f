from __future__ import annotations

import pytest

from viewer.importers.markup import check_xml, plain, tags
from viewer.importers.sources import UnreadableError


def test_tags_and_their_attributes():
    text = "<!-- <a> --><A HREF='x>y' b=1 c B=2 d=\"&amp;\"><![CDATA[<b>]]><br/></A><?x <i> ?>"
    found = list(tags(text))
    assert [(tag.name, tag.closing, tag.empty) for tag in found] == [
        ("a", False, False),
        ("br", False, True),
        ("a", True, False),
    ]
    assert found[0].attributes() == {"href": "x>y", "b": "1", "c": "", "d": "&"}


@pytest.mark.parametrize("text", ["<a", "<a href='", "<!-- never closed <a>", "< a>", "<![CDATA[ <a>", ""])
def test_what_is_cut_off(text):
    assert len(list(tags(text))) <= 1


@pytest.mark.parametrize("text", ["<a '\"" * 200_000, "<!--" * 500_000, "<a" * 500_000, "<![CDATA[" * 300_000])
def test_crafted_text_takes_one_pass(text):
    assert len(list(tags(text))) <= len(text)


def test_plain():
    assert plain("a <b>b</b> &lt;c&gt;<![CDATA[ d ]]>") == "a b <c> d "


@pytest.mark.parametrize("text", ["<a><!ENTITY b 'c'></a>", "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", "<a>" * 501])
def test_harmful_xml(text):
    with pytest.raises(UnreadableError, match="refused"):
        check_xml(text)


@pytest.mark.parametrize("text", ["<a/>" * 1000, "<!DOCTYPE html><a></a>", "<a>" * 500, "<a><![CDATA[<!ENTITY>]]></a>"])
def test_harmless_xml(text):
    check_xml(text)
