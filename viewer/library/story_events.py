"""The timeline of a story: what all its articles report, gathered from the index and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model import DatelineError, Report
from viewer.stories.merging import merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viewer.library.library import Library
    from viewer.model import StoryEvent


def story_events(library: Library, ids: Iterable[int]) -> tuple[StoryEvent, ...]:
    """The events that these articles report; an article that cannot be read just now is left out."""
    return merge(report for id in ids for report in _reports(library, id))


def _reports(library: Library, id: int) -> Iterator[Report]:
    try:
        article = library.article(id)
        document, chronology = library.read(id)
    except DatelineError:
        return
    for event in chronology.events:
        passage = event.passage
        text = document.blocks[passage.block].text[passage.begin : passage.end]
        yield Report(id, article.title, article.published, event, text)
