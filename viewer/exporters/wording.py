"""What is in doubt about an event, as exports say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model import Factuality

if TYPE_CHECKING:
    from viewer.model import Event

_FACTUALITY = {
    Factuality.PLANNED: "planned or hoped for, not reported as done",
    Factuality.CONDITIONAL: "only under a condition",
    Factuality.NEGATED: "reported as not having happened",
}


def doubts(event: Event) -> tuple[str, ...]:
    """What is in doubt about an event, a few words or a sentence each; none where nothing is."""
    found = [event.conflict, event.timex.doubt if event.timex else "", _FACTUALITY.get(event.factuality, "")]
    if event.interval and event.interval.approximate:
        found.append("the date is approximate")
    if event.interval and None in (event.interval.first, event.interval.last):
        found.append("only one end of the time is known")
    return tuple(dict.fromkeys(doubt for doubt in found if doubt))
