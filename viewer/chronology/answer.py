"""What resolving an expression comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.model import Basis, Interval, TimexType

if TYPE_CHECKING:
    from datetime import date

    from viewer.chronology.days import Place


class Answer(NamedTuple):
    """A TIMEX3 value with its receipt.

    ``place`` is what later relative dates may count from; ``clip`` -1 keeps what lies before publication, 1 what lies
    after; ``zone`` is the offset of a time ("-05:00", "Z"); ``begins`` is the first day of a length that names it, with
    ``within`` the day from which that long is counted; ``span`` is the value that has its days, where ``value`` follows
    another custom; with ``states_year`` bare months behind it take its year.
    """

    value: str
    type: TimexType = TimexType.DATE
    mod: str = ""
    basis: Basis = Basis.UNRESOLVED
    anchor: str = ""
    place: Place | None = None
    reach: int = 0
    clip: int = 0
    zone: str = ""
    begins: date | None = None
    within: bool = False
    states_year: bool = False
    readings: tuple[Interval, ...] = ()
    span: str = ""
    steps: tuple[str, ...] = ()
    doubt: str = ""
