from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.document import parse
from viewer.model import BlockKind

ARTICLES = sorted((Path(__file__).resolve().parents[2] / "articles").glob("*.md"))
FORBIDDEN = {"\n", "\r", "\u2029", "\x00", "\u202e", "\u2066"}
PIECES = """
[ ] ( ) ![ ]( * ** _ __ ` ``` ~~ == < > </ <b> </b> <p> <div> </div> <table> <tr> <td> </table> <i> <ul> <li> <br> <pre>
<img\tsrc=a.png> <!-- --> <![CDATA[ ]]> <? &amp; &#x202e; &#10; &#8233; &#xfffc; \\ | |-| [^1] [^1]: [[a]] http://a.b/ a
word. é \u0301 \u202e \ud800 \u2028 \u2029 \x00 \x02 \ufffc مرحبا 今日。 " ' # - > 1. : ---
=== <svg> <a\thref="x"> </a> </p>
"""
WHITE_SPACE = [" ", "\n", "\n\n", "    ", "\t"]
TOKENS = [piece for line in PIECES.strip("\n").split("\n") for piece in line.split(" ")]
MARKDOWN = st.lists(st.sampled_from(TOKENS + WHITE_SPACE), max_size=60).map("".join)


def assert_sound(document):
    for block in document.blocks:
        assert not FORBIDDEN & set(block.text)
        assert ("\ufffc" in block.text) == (block.kind is BlockKind.IMAGE)
        assert (block.cell is not None) == (block.kind is BlockKind.CELL)
        if block.kind is not BlockKind.CODE:
            assert block.text == block.text.strip()
        assert_in_order(block.text, block.sentences)
        assert_in_order(block.text, [(run.begin, run.end) for run in block.runs])
        covered = "".join(block.text[begin:end] for begin, end in block.sentences)
        assert "".join(covered.split()) == "".join(block.text.split())


def assert_in_order(text, spans):
    position = 0
    for begin, end in spans:
        assert position <= begin < end <= len(text)
        position = end


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_any_text_becomes_sound_blocks(markdown):
    assert_sound(parse(markdown))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_become_sound_blocks(text):
    assert_sound(parse(text, title=text[:20]))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_sample_articles(path):
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    document = parse(body)
    assert_sound(document)
    assert document.notice == ""
    assert document.words > 100
    for block in document.blocks:
        assert not any(mark in block.text for mark in ("](", "**", "|--", "[^", "<p", "```"))
        assert all(run.link == "" or "://" in run.link or run.link[0] == "#" or ".md" in run.link for run in block.runs)


def test_there_are_sample_articles():
    assert ARTICLES


def test_the_language_is_told_or_taken():
    assert parse("أعلنت القوات أنها سيطرت على البلدة.").language == "ar"
    assert parse("La ville est prise par les troupes et la route est ouverte.").language == "fr"
    assert parse("Text.", language="de-AT").language == "de-AT"


@pytest.mark.parametrize("first", ["# The title\n\n", "The Title\n===\n\n", "![m](m.png)\n\n## *The* title!\n\n"])
def test_a_heading_that_repeats_the_title_goes(first):
    kinds = [block.kind for block in parse(first + "Text\n\n# The title", title="The Title").blocks]
    assert kinds.count(BlockKind.HEADING) == 1
    assert kinds[-1] is BlockKind.HEADING


@pytest.mark.parametrize("title", ["", "Another title", "The title of"])
def test_another_heading_stays(title):
    assert parse("# The title\n\nText", title=title).blocks[0].kind is BlockKind.HEADING


def test_a_heading_of_a_later_section_stays():
    assert len(parse("Text\n\n# The title", title="The title").blocks) == 2


def test_a_fault_of_the_parser_gives_plain_text_and_says_so(monkeypatch):
    monkeypatch.setattr("viewer.document.markup.to_html", lambda _markdown: 1 / 0)
    document = parse("*a*\n\nb")
    assert [block.text for block in document.blocks] == ["*a*", "b"]
    assert document.notice.startswith("This article is shown as plain text")


def test_html_over_the_limits_is_shown_without_its_tags():
    document = parse("<div>" * 1_000 + "<script>alert(1)</script>One &amp; two<p>three")
    assert [block.text for block in document.blocks] == ["One & two", "three"]
    assert "HTML" in document.notice


def test_a_long_table_is_shown_in_part_with_a_notice():
    document = parse("|a|b|\n|-|-|\n" + "|1|2|\n" * 5_000 + "\nAfter")
    assert document.blocks[0].kind is BlockKind.CELL
    assert document.blocks[-1].text == "After"
    assert "table" in document.notice


def test_the_parsers_are_loaded_only_when_something_is_parsed():
    code = "import sys, viewer.document; print(any(name in sys.modules for name in ('markdown', 'nh3')))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_definitions_in_a_row_are_read_whatever_their_number():
    document = parse("term\n: meaning\n" * 1_000)
    assert document.notice == ""
    assert [block.kind for block in document.blocks] == [BlockKind.TERM, BlockKind.DEFINITION] * 1_000


def test_lists_as_people_write_them():
    items = parse("Text:\n- a\n  - b\n    1) c\n\n       more\n- d").blocks[1:]
    assert [(block.text, block.marker, block.level) for block in items] == [
        ("a", "•", 1), ("b", "◦", 2), ("c", "1.", 3), ("more", "", 3), ("d", "•", 1),
    ]  # fmt: skip
