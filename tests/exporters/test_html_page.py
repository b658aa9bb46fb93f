import re
from html.parser import HTMLParser

from viewer.exporters import Timeline, html_page

VOID = {"meta", "link", "img", "br"}


class Reader(HTMLParser):
    """Checks that tags close, and keeps what the page would ask for."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.links, self.ids = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        found = dict(attributes)
        self.links += [found[name] for name in ("href", "src", "cite") if name in found]
        self.ids += [found["id"]] if "id" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(timeline):
    reader = Reader()
    reader.feed(html_page(timeline))
    assert reader.open == []
    return reader


def test_the_page_needs_nothing_else_and_runs_nothing(timeline):
    page = read(timeline)
    assert not {"script", "img", "link", "iframe", "object", "b"} & set(page.tags)
    assert "default-src 'none'" in html_page(timeline)
    assert all(link.startswith("#") or link == timeline.entries[0].address for link in page.links)


def test_every_event_leads_to_its_footnote_and_back(timeline):
    page = read(timeline)
    count = len(timeline.entries)
    for number in range(1, count + 1):
        assert {f"event-{number}", f"note-{number}"} <= set(page.ids)
        assert {f"#event-{number}", f"#note-{number}"} <= set(page.links)
    assert len(page.ids) == len(set(page.ids)) == 2 * count


def test_what_is_known_and_what_is_in_doubt_can_be_told_apart(timeline):
    page = html_page(timeline)
    assert '<time datetime="2018-11-01">1 Nov 2018</time>' in page
    assert '<span class="doubt">The 2nd was a Friday.</span>' in page
    assert '<span class="when">c. 11–20 Oct 2018</span>' in page
    assert re.search(r"Without a date.*Undated &lt;one&gt;", page, re.S)


def test_an_empty_timeline_says_so():
    assert "Nothing is reported" in html_page(Timeline("T", ()))
