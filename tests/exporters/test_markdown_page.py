from viewer.document import parse
from viewer.exporters import Timeline, markdown_page
from viewer.exporters.markdown_page import escaped
from viewer.model import BlockKind


def test_every_event_has_its_footnote(timeline):
    document = parse(markdown_page(timeline))
    notes = [block for block in document.blocks if block.kind == BlockKind.FOOTNOTE]
    assert len(notes) == len(timeline.entries)
    source = "Troops; <b>borders</b>, \\ and “more”, News & Co, 2 Nov 2018."
    assert notes[0].text.startswith(f"““A day”, they said.” {source}")
    items = [block.text for block in document.blocks if block.kind == BlockKind.LIST_ITEM]
    assert len(items) == len(timeline.entries)
    assert any("1 or 2 Nov 2018: A conflict (The 2nd was a Friday.)" in item for item in items)
    assert "Undated <one>; =two" in items[-1]


def test_signs_of_markdown_are_shown_as_they_are():
    assert escaped("a *b* [c](d)\n# e ~f~ &lt;") == r"a \*b\* \[c\](d) \# e &#126;f&#126; &amp;lt;"


def test_an_empty_timeline_is_a_title():
    assert markdown_page(Timeline("Nothing", ())) == "# Nothing\n\n"
