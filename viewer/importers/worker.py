"""The process in which strangers' bytes are read: without a network, within 1 GB, and gone when it takes too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer import importers
from viewer.importers.answers import Alive, Begun, Done, Ended, Failed
from viewer.importers.reading import Portion, PortionReader, in_words
from viewer.importers.turns import told
from viewer.importers.words import one_line
from viewer.model import DatelineError
from viewer.workers.child import MOST_MEMORY, be_modest, die_in, most_memory_used, serve, shut_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.importers.turns import Place

ORPHANED_AFTER = 90.0
QUESTIONS = frozenset(
    [
        *("read_feed", "read_feed_list", "describe_feed", "read_page", "read_mhtml"),
        *("read_fetched", "feeds_behind", "read_pasted", "read_subscription", "read_original"),
    ]
)


def main() -> None:
    """Serve until standard input ends."""
    be_modest()
    shut_off()
    portions = PortionReader()
    serve(lambda request, send: _handle(portions, request, _Teller(send)))


class _Teller:
    """Sends answers; between two of them this process ends by itself should nobody end it."""

    def __init__(self, send: Callable[[object], None]) -> None:
        self._send = send

    def say(self, answer: object) -> None:
        die_in(0)  # while it is taken nobody is late
        self._send(answer)
        die_in(ORPHANED_AFTER)

    def begin(self, place: Place, name: str) -> None:
        self.say(Begun(place, name))

    def end(self, place: Place) -> None:
        self.say(Ended(place))

    def live(self) -> None:
        self.say(Alive())


def _handle(portions: PortionReader, request: tuple[Any, ...], teller: _Teller) -> None:
    die_in(ORPHANED_AFTER)
    kind, *rest = request
    try:
        if kind == "portion":
            _read_portion(teller, portions, *rest)
        else:
            _answer(teller, *rest)
        teller.say(Done(is_worn=most_memory_used() > MOST_MEMORY // 2))
    except MemoryError:
        teller.say(Failed("It needs more memory than Dateline allows (1 GB)."))
    die_in(0)


def _read_portion(teller: _Teller, portions: PortionReader, portion: Portion, last: Place) -> None:
    with told(teller, last):
        for one in portions.read(portion):
            teller.say(one)


def _answer(teller: _Teller, question: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
    """What one of the functions of ``viewer.importers`` gives, be it one value or several."""
    if question not in QUESTIONS:
        raise AssertionError(f"{question} is not asked of a reader apart")
    try:
        with told(teller):
            found = getattr(importers, question)(*arguments, **options)
            for one in found if hasattr(found, "__next__") else iter([found]):
                teller.say(one)
    except (DatelineError, OSError) as error:
        teller.say(Failed(in_words(error)))
    except (ValueError, TypeError, LookupError, RecursionError, AttributeError) as error:
        teller.say(Failed(f"It could not be read ({type(error).__name__}: {one_line(str(error))[:200]})."))
