"""Refreshing the feeds of a library: ask, read what is new, add it, remember it; in this order.

What an entry is known by is remembered only once its article is in the library, and that a feed was read only after
that: cut short anywhere, the same entries are offered again, and none comes twice.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from viewer.gathering.addresses import SECONDS_TO_READ
from viewer.gathering.asking import Reply, after_fault, answered, ask_all, may_be_asked, without_blame
from viewer.importers import FetchedFeed, Questioner
from viewer.importers.feeds import EMPTY
from viewer.importers.words import one_line
from viewer.library import AddReport, Progress
from viewer.library.feed_memory import FeedState, SeenEntries, marks_of
from viewer.library.links import url_key
from viewer.model import DatelineError, ImportedArticle, ImportProblem
from viewer.network import FEED, Fetcher, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from viewer.library import Library
    from viewer.library.subscriptions import Subscription
    from viewer.network import Fetched

    Tell = Callable[[Progress], bool | None]

ASKING = "asking feeds"


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What became of one feed: how many of its entries are new articles, and why it could not be had, or "".

    ``moved_to`` is its new address, where it has one. ``left_alone`` says why it was not asked.
    """

    feed: Subscription
    added: int = 0
    already: int = 0
    fault: str = ""
    moved_to: str = ""
    left_alone: str = ""


@dataclass(frozen=True, slots=True)
class FeedsReport:
    """What became of every feed, and of every entry that was new."""

    feeds: tuple[FeedOutcome, ...]
    entries: AddReport


@dataclass(slots=True)
class _News:
    """What one feed brought: new entries by the name that they have in the report, and all marks of them."""

    reply: Reply
    entries: list[ImportedArticle] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    already: int = 0


class FeedRefresh:
    """One refresh of the feeds of ``library``. ``had`` are answers that came just now, by the address of the feed."""

    def __init__(
        self,
        library: Library,
        *,
        fetcher: Fetcher | None = None,
        tell: Tell | None = None,
        limits: Limits = FEED,
        had: Mapping[str, Fetched] | None = None,
    ) -> None:
        self._had = {url_key(url): fetched for url, fetched in (had or {}).items()}
        self._library, self._fetcher, self._tell, self._limits = library, fetcher or Fetcher(), tell, limits
        self._states = library.feed_states.all()
        self._left_alone: list[FeedOutcome] = []
        self._cancelled = self._is_fresh = False

    def run(
        self, feeds: Sequence[Subscription], *, named: bool = False, only_due: bool = False, dry_run: bool = False
    ) -> FeedsReport:
        """Ask the feeds, and bring what is new into the library.

        ``named``: the reader named these very feeds; ``only_due``: nobody asked just now, a schedule does. Raises
        LibraryError as ``Library.add`` does, and where it cannot be known which entries came before.
        """
        seen = SeenEntries(self._library.root)
        news = self._ask(self._askable(feeds, named=named, only_due=only_due), seen)
        entries: list[ImportedArticle | ImportProblem] = []
        for one in news:
            entries += [*one.problems, *one.entries]
        report = self._library.add(entries, dry_run=dry_run) if entries else AddReport(dry_run=dry_run)
        report = replace(report, cancelled=report.cancelled or self._cancelled)
        if not dry_run:
            self._remember(news, seen, complete=not (report.stopped or report.cancelled))
        outcomes = _outcomes(news, report)
        return FeedsReport((*outcomes, *self._left_alone), report)

    def _askable(self, feeds: Sequence[Subscription], *, named: bool, only_due: bool) -> list[Subscription]:
        now, askable = time.time(), []
        for feed in feeds:
            state = self._states.get(url_key(feed.url))
            is_here = self._answer_of(feed) is not None
            why = may_be_asked(state, now, is_named=named, only_due=only_due) if state and not is_here else ""
            if why:
                self._left_alone.append(FeedOutcome(feed, left_alone=why))
            else:
                askable.append(feed)
        return askable

    def _ask(self, feeds: Sequence[Subscription], seen: SeenEntries) -> list[_News]:
        """What each feed brought, until the caller cancels."""
        news: list[_News] = []
        taken: set[str] = set()
        states = {feed.url: state for feed in feeds if (state := self._states.get(url_key(feed.url)))}
        with Questioner(SECONDS_TO_READ) as apart:
            for number, reply in enumerate(self._replies(feeds, states), 1):
                news.append(self._read(reply, apart, seen, taken))
                if self._tell and self._tell(Progress(number, len(feeds), ASKING)) is False:
                    self._cancelled = True
                    break
        if news and all(one.reply.unreached for one in news):  # no connection: that is the fault of none of them
            for one in news:
                one.reply = without_blame(one.reply, states.get(one.reply.feed.url, FeedState()))
        return news

    def _replies(self, feeds: Sequence[Subscription], states: Mapping[str, FeedState]) -> Iterator[Reply]:
        """The answers that are here already, then those of the feeds that have to be asked."""
        now = time.time()
        here = [answered(feed, had, now) for feed in feeds if (had := self._answer_of(feed))]
        asked = [feed for feed in feeds if self._answer_of(feed) is None]
        return chain(here, ask_all(self._fetcher, asked, states, self._limits))

    def _answer_of(self, feed: Subscription) -> Fetched | None:
        return self._had.get(url_key(feed.url))

    def _read(self, reply: Reply, apart: Questioner, seen: SeenEntries, taken: set[str]) -> _News:
        """The new entries of a feed that answered. ``taken`` are the marks of what other feeds brought just now."""
        news, fetched = _News(reply), reply.fetched
        if fetched is None or fetched.unchanged:
            return news
        try:
            found = apart.ask("read_subscription", fetched.data, url=fetched.address, charset=fetched.charset)
        except DatelineError as error:
            news.reply = _unreadable(reply, str(error))
            return news
        info = next((one for one in found if isinstance(one, FetchedFeed)), FetchedFeed(fetched.address, ""))
        entries = [one for one in found if isinstance(one, ImportedArticle)]
        for number, (entry, marks) in enumerate(_marked(entries, info), 1):
            new = [mark for mark in marks if mark not in seen]
            if len(new) == len(marks) and taken.isdisjoint(marks):
                self._take(news, replace(entry, item=f"{reply.feed.title}, {number}: {entry.title}"))
            news.marks += new
            taken.update(marks)
        for problem in (one for one in found if isinstance(one, ImportProblem)):
            _note(news, problem, seen, whole=problem.item == one_line(fetched.address))
        return news

    def _take(self, news: _News, entry: ImportedArticle) -> None:
        """Take an entry up, unless the library has its article: what a feed says of that is no version of it."""
        if not self._is_fresh:
            self._library.refresh()
            self._is_fresh = True
        if entry.url and self._library.at_address(entry.url) is not None:
            news.already += 1
        else:
            news.entries.append(replace(entry, saved=datetime.now(UTC)))

    def _remember(self, news: Sequence[_News], seen: SeenEntries, *, complete: bool) -> None:
        """Note what came. Of an import that was cut short nothing is noted: what came is known by its address."""
        if complete:
            seen.add(mark for one in news for mark in one.marks)
        kept = [one.reply for one in news if complete or not one.entries]
        moved = [(one.feed.url, one.fetched.moved_to) for one in kept if one.fetched and one.fetched.moved_to]
        self._library.feeds.move(moved)
        places = dict(moved)
        states: dict[str, FeedState] = {places.get(one.feed.url, one.feed.url): one.state for one in kept}
        self._library.feed_states.keep(states)


def _note(news: _News, problem: ImportProblem, seen: SeenEntries, *, whole: bool) -> None:
    """Take up what is wrong with a feed as a whole, or with one entry; the latter once, not at each refresh."""
    if whole:
        if problem.reason != EMPTY:
            news.reply = _unreadable(news.reply, problem.reason)
        return
    [mark] = marks_of(ImportedArticle(f"{news.reply.feed.url} {problem.item} {problem.reason}"))
    if mark not in seen:
        news.problems.append(problem)
        news.marks.append(mark)


def _unreadable(reply: Reply, reason: str) -> Reply:
    """The reply with its fault; it is asked for again as a whole, and where it moved to is not believed."""
    asked = replace(reply.state, etag="", modified="", answered=0.0)
    sentence = f"What came from {reply.feed.url} cannot be read. {reason}"
    return replace(reply, state=after_fault(asked, reply.state.asked, sentence), fetched=None)


def _marked(entries: Sequence[ImportedArticle], info: FetchedFeed) -> Iterable[tuple[ImportedArticle, tuple[str, ...]]]:
    """Each entry with its marks; one whose address is that of the site, or of other entries too, comes without it."""
    shared = Counter(
        address for address, _ in {(url_key(one.url), dict(one.extra).get("feed_id", "")) for one in entries}
    )
    site = url_key(info.site_url)
    for entry in entries:
        address = url_key(entry.url)
        if address and (shared[address] > 1 or address == site) and entry.markdown.strip():
            marks = marks_of(entry, address_is_its_own=False)
            yield replace(entry, url="", extra=(*entry.extra, ("feed_link", entry.url))), marks
        else:
            yield entry, marks_of(entry)


def _outcomes(news: Sequence[_News], report: AddReport) -> tuple[FeedOutcome, ...]:
    """What became of each feed that was asked."""
    not_new = Counter([*(one.item for one in report.already), *(one.item for one in report.problems)])
    was_there = Counter(one.item for one in report.already)
    outcomes = []
    for one in news:
        names = {entry.item for entry in one.entries}
        added = 0 if report.stopped else len(one.entries) - sum(not_new[name] for name in names)
        moved = one.reply.fetched.moved_to if one.reply.fetched else ""
        already = one.already + sum(was_there[name] for name in names)
        outcomes.append(FeedOutcome(one.reply.feed, added, already, one.reply.state.fault, moved))
    return tuple(outcomes)
