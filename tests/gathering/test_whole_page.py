"""The whole page of an article that is there already."""

from __future__ import annotations

import pytest

from tests.gathering.test_addresses import WORDS, page
from viewer.gathering.addresses import Addresses
from viewer.gathering.whole_page import fetch_whole_page
from viewer.model import LibraryError, UsageError

SUMMARY = "---\ntitle: The barrage was repaired\nsource: {}\nmood: mine\n---\n\n{}\n"


@pytest.fixture
def put(server, library):
    def write(path, text):
        (library.root / "Barrage.md").write_text(SUMMARY.format(server.address(path), text))
        library.refresh()
        return library.find("Barrage.md")

    return write


def fetch(library, id):
    with Addresses() as addresses:
        return fetch_whole_page(library, id, addresses)


def test_the_page_takes_the_place_of_a_summary_and_all_else_stays(server, library, put, picture):
    server.give("/a", page('<link rel="canonical" href="/b">', f'<img src="/map.png" alt="A map">{WORDS * 4}'))
    server.give("/map.png", picture(), "image/png")
    id = put("/a", "Only the first words, in other words than the page has.")
    library.mark_read([id])
    library.star([id])
    found = fetch(library, id)
    assert (found.changed, found.kept, found.problems) == (True, True, ())
    article = library.article(id)
    text = (library.root / article.path).read_text()
    assert "The water rose slowly" in text
    assert "mood: mine" in text
    assert (article.path.name, article.url, article.read, article.starred) == (
        "Barrage.md",
        server.address("/a"),
        True,
        True,
    )
    assert [block.image.source for block in library.document(id).blocks if block.image]
    assert library.image_path(id, next(b.image.source for b in library.document(id).blocks if b.image)) is not None
    kept = [one for one in library.root.rglob("*.md") if "Only the first words" in one.read_text()]
    assert len(kept) == 1


def test_an_article_of_which_only_the_address_was_known_is_completed(server, library, put):
    server.give("/a", page())
    id = put("/a", f"[{server.address('/a')}]({server.address('/a')})")
    found = fetch(library, id)
    assert (found.changed, found.kept) == (True, False)
    assert "The water rose slowly" in (library.root / "Barrage.md").read_text()
    assert library.find("Barrage.md") == id


def test_what_is_whole_already_stays(server, library, put):
    server.give("/a", page())
    id = put("/a", "Only the first words, in other words than the page has.")
    fetch(library, id)
    before = (library.root / "Barrage.md").read_bytes()
    assert not fetch(library, id).changed
    assert (library.root / "Barrage.md").read_bytes() == before


def test_what_cannot_be_had_changes_nothing(server, library, put):
    id = put("/gone", "Some words.")
    before = (library.root / "Barrage.md").read_bytes()
    with pytest.raises(LibraryError, match="404"):
        fetch(library, id)
    assert (library.root / "Barrage.md").read_bytes() == before


def test_an_article_without_an_address(library):
    (library.root / "mine.md").write_text("# Mine\n\nWords.\n")
    library.refresh()
    with pytest.raises(UsageError, match="has no address"):
        fetch(library, library.find("mine.md"))
