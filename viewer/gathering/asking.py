"""Asking feeds whether they have anything new: a few at a time, one at a time of each host."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.library.feed_memory import FeedState
from viewer.network import FEED, Fault, FetchError, Wish, host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from viewer.library.subscriptions import Subscription
    from viewer.network import Fetched, Fetcher, Limits

AT_ONCE = 6
FIRST_PAUSE_S = 15 * 60
LONGEST_PAUSE_S = 2 * 86_400
SHORTEST_PAUSE_S = 60
"""After a fault of its own a server is left alone, each time twice as long."""

_ACCEPT = "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of asking one feed: an answer or a fault, and its new state.

    ``unreached``: there was no way to its server at all, as where this machine has no connection.
    """

    feed: Subscription
    state: FeedState
    fetched: Fetched | None = None
    unreached: bool = False


def may_be_asked(state: FeedState, now: float, *, is_named: bool, only_due: bool) -> str:
    """Why a feed is not asked now, as a sentence; "" where it may be.

    One that is gone is asked only when it is named; what a server asks for is kept to; and a schedule (``only_due``)
    waits longer after each failure.
    """
    if state.gone and not is_named:
        return "It is gone for good, so it was not asked."
    if now < state.not_before and (state.is_asked_to_wait or only_due):
        until = time.strftime("%H:%M on %d %b", time.localtime(state.not_before))
        return f"It is left alone until {until}."
    return ""


def ask_all(
    fetcher: Fetcher, feeds: Sequence[Subscription], states: Mapping[str, FeedState], limits: Limits = FEED
) -> Iterator[Reply]:
    """A reply for each feed, as they come. Closing the iterator asks no more of them."""
    hosts: dict[str, list[Subscription]] = {}
    for feed in feeds:
        hosts.setdefault(host_of(feed.url), []).append(feed)
    waiting: queue.SimpleQueue[list[Subscription]] = queue.SimpleQueue()
    for group in hosts.values():
        waiting.put(group)
    replies: queue.SimpleQueue[Reply] = queue.SimpleQueue()
    stopped = threading.Event()

    def work() -> None:
        while not stopped.is_set():
            try:
                group = waiting.get_nowait()
            except queue.Empty:
                return
            for feed in group:
                if not stopped.is_set():
                    replies.put(ask(fetcher, feed, states.get(feed.url, FeedState()), limits))

    for _ in range(min(AT_ONCE, len(hosts))):
        threading.Thread(target=work, name="feeds", daemon=True).start()
    try:
        for _ in feeds:
            yield replies.get()
    finally:
        stopped.set()


def ask(fetcher: Fetcher, feed: Subscription, state: FeedState, limits: Limits = FEED) -> Reply:
    """The reply of one feed. Never raises for what the network does."""
    now = time.time()
    try:
        fetched = fetcher.fetch(Wish(feed.url, _ACCEPT, limits, state.etag, state.modified))
    except FetchError as error:
        unreached = error.fault in (Fault.NAME, Fault.REFUSED)
        return Reply(feed, after_fault(state, now, str(error), error), unreached=unreached)
    except Exception as error:  # one feed never stops the rest
        return Reply(feed, after_fault(state, now, f"It could not be asked ({type(error).__name__}: {error})."))
    return answered(feed, fetched, now)


def answered(feed: Subscription, fetched: Fetched, now: float) -> Reply:
    """The reply of a feed whose answer came at ``now``, in Unix seconds."""
    return Reply(feed, FeedState(fetched.etag, fetched.modified, asked=now, answered=now), fetched)


def without_blame(reply: Reply, before: FeedState) -> Reply:
    """The reply of a feed that nobody could have reached: it is not left alone longer for that."""
    state = replace(reply.state, failures=before.failures, not_before=before.not_before)
    return replace(reply, state=state)


def after_fault(state: FeedState, now: float, sentence: str, error: FetchError | None = None) -> FeedState:
    """The state of a feed that could not be had; what its last good answer said is kept."""
    failures = state.failures + 1
    pause: float = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** min(failures - 1, 20))
    asked_to_wait = error.retry_after if error else 0
    return replace(
        state,
        asked=now,
        fault=sentence,
        failures=failures,
        not_before=now + (max(SHORTEST_PAUSE_S, asked_to_wait) if asked_to_wait else pause),
        is_asked_to_wait=bool(asked_to_wait),
        gone=error is not None and error.fault is Fault.GONE,
    )
