from __future__ import annotations

from builders import root_of

from viewer.importers.html_footnotes import find_footnotes


def labels(body, url=""):
    found = find_footnotes(root_of(body), url)
    return list(found.references.values()), list(found.notes.values())


def test_raised_numbers_lead_to_notes():
    body = "<p>a<sup><a href='#n1'>1</a></sup> b<sup><a href='#n2'>[2]</a></sup> c<sup><a href='#n1'>1</a></sup></p>"
    assert labels(body + "<ol><li id=n1>One</li><li id=n2>Two</li></ol>") == (["1", "2", "1"], ["1", "2"])


def test_an_anchor_in_the_note_stands_for_its_paragraph():
    found = find_footnotes(root_of("<a class=footnote href='#x'>*</a><p><a name=x></a>The note.</p>"), "")
    assert [note.tag for note in found.notes] == ["p"]


def test_the_whole_address_of_the_page_counts_as_the_page():
    body = "<sup><a href='http://a.org/p#n'>1</a></sup><p id=n>Note</p>"
    assert labels(body, "http://a.org/p") == (["1"], ["1"])
    assert labels(body, "http://b.org/p") == ([], [])


def test_other_links_within_the_page_are_none():
    assert labels("<a href='#s'>Section 1</a><sup><a href='#no'>1</a></sup><div id=s>Text</div>") == ([], [])


def test_notes_above_their_reference_are_none():
    assert labels("<p id=n>Note</p><sup><a href='#n'>1</a></sup>") == ([], [])
