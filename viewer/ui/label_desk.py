"""Tags and stories of articles: what they have, what the reader wants them to have, and making a story."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject

from viewer.ui.check_dialog import CheckDialog, Choice, Chosen
from viewer.ui.story_dialog import Candidate, StoryDialog, candidates_of, proposed_name
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.library import Library
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.organise_desk import OrganiseDesk
    from viewer.ui.session import Session

_FEW = 25
_RELATED = 25


class _Names(NamedTuple):
    """Names to choose from for some articles; of stories with their ids."""

    ids: Sequence[int]
    choices: tuple[Choice, ...]
    stories: Mapping[str, int]


class _Proposal(NamedTuple):
    name: str
    candidates: tuple[Candidate, ...]
    taken: frozenset[str]


class LabelDesk(QObject):
    """Opens the dialogs, and does through ``organise`` what comes of them."""

    def __init__(self, session: Session, jobs: Jobs, organise: OrganiseDesk, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._organise, self._window = session, jobs, organise, window
        self._names = _Names((), (), {})

    def edit_tags(self) -> None:
        """Choose the tags of the selected articles, or of the open one; they stand in files, so not in the sample's."""
        if self._session.own_library() is not None:
            self._ask(_tags, self._on_tags)

    def edit_stories(self) -> None:
        """Choose the stories that the articles belong to."""
        self._ask(_stories, self._on_stories)

    def make_story(self) -> None:
        """Make a story of the articles and of what tells the same."""
        self._ask(_proposal, self._on_proposal)

    def _ask(self, question: Callable[[Library, Sequence[int], Ticket], Any], answer: Callable[[Any], None]) -> None:
        ids, library = self._organise.targets(), self._session.library
        if ids and library is not None:
            self._jobs.start("read", partial(question, library, ids), answer, slot="labels")

    # Tags

    def _on_tags(self, names: _Names) -> None:
        self._names = names
        dialog = CheckDialog(f"Tags of {_called(names.ids)}", "Add a tag", names.choices, self._window)
        dialog.chosen.connect(self._on_tags_chosen)
        dialog.open()

    def _on_tags_chosen(self, chosen: Chosen) -> None:
        ids = self._names.ids
        self._organise.do(
            lambda library, report: library.retag(ids, add=chosen.added, remove=chosen.removed, progress=report),
            many=len(ids) > _FEW,
        )

    # Stories

    def _on_stories(self, names: _Names) -> None:
        self._names = names
        dialog = CheckDialog(f"Stories of {_called(names.ids)}", "Add to a story", names.choices, self._window)
        dialog.chosen.connect(self._on_stories_chosen)
        dialog.open()

    def _on_stories_chosen(self, chosen: Chosen) -> None:
        names = self._names
        for name in chosen.added:
            self._add_to(names.stories.get(name), name, names.ids)
        for name in chosen.removed:
            self._take_from(names.stories[name], names.ids)

    def _add_to(self, story: int | None, name: str, ids: Sequence[int]) -> None:
        if story is None:
            self._organise.do(lambda library, _report: library.make_story(name, ids))
        else:
            self._organise.do(lambda library, _report: library.change_story(story, add=ids))

    def _take_from(self, story: int, ids: Sequence[int]) -> None:
        self._organise.do(lambda library, _report: library.change_story(story, remove=ids))

    def _on_proposal(self, proposal: _Proposal) -> None:
        dialog = StoryDialog(proposal.name, proposal.candidates, self._window, proposal.taken)
        dialog.made.connect(self._on_made)
        dialog.open()

    def _on_made(self, name: str, ids: Sequence[int]) -> None:
        self._organise.do(lambda library, _report: library.make_story(name, ids))


def _called(ids: Sequence[int]) -> str:
    return "this article" if len(ids) == 1 else plural(len(ids), "article")


def _tags(library: Library, ids: Sequence[int], _ticket: Ticket) -> _Names:
    having = Counter(tag for article in library.rows(ids) for tag in article.tags)
    return _Names(ids, _choices({tag.name for tag in library.tags()} | having.keys(), having, len(ids)), {})


def _stories(library: Library, ids: Sequence[int], _ticket: Ticket) -> _Names:
    stories, chosen = library.stories(), frozenset(ids)
    having = Counter({story.name: len(chosen.intersection(story.articles)) for story in stories})
    return _Names(ids, _choices(having, having, len(ids)), {story.name: story.id for story in stories})


def _choices(names: Iterable[str], having: Mapping[str, int], count: int) -> tuple[Choice, ...]:
    """Each name with whether all, none or some of ``count`` articles have it."""
    states = ((name, having.get(name, 0)) for name in names)
    return tuple(Choice(name, None if 0 < number < count else number > 0) for name, number in states)


def _proposal(library: Library, ids: Sequence[int], _ticket: Ticket) -> _Proposal:
    chosen = library.rows(ids)
    related = library.related(ids[0], limit=_RELATED) if len(ids) == 1 else ()
    name = proposed_name(chosen[0].title) if chosen else ""
    taken = frozenset(story.name for story in library.stories())
    return _Proposal(name, tuple(candidates_of(chosen, related)), taken)
