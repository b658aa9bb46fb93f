"""Events made by hand, and the pane on a theme."""

from __future__ import annotations

from datetime import date

import pytest

from viewer.model import (
    Basis,
    Chronology,
    DatedPassage,
    Event,
    Factuality,
    Interval,
    Passage,
    Precision,
    Timex,
    TimexType,
)
from viewer.ui.theme import Theme
from viewer.ui.timeline import TimelinePane

PUBLISHED = date(2018, 11, 2)


class Maker:
    """Makes events, each in a sentence of its own."""

    def __init__(self):
        self.count = 0

    def __call__(self, label, first=None, last=None, precision=Precision.DAY, **given):
        number, self.count = self.count, self.count + 1
        first, last = self._number(first), self._number(last)
        interval = dated_by = None
        if first is not None or last is not None:
            interval = Interval(first, last, precision, given.get("approximate", False))
            timex = Timex(
                begin=0,
                end=5,
                text=given.get("text", "words"),
                type=given.get("type", TimexType.DATE),
                value=given.get("value", ""),
                basis=Basis.EXPLICIT,
                rule="a rule",
                mod=given.get("mod", ""),
                interval=interval,
                steps=given.get("steps", ()),
            )
            dated_by = DatedPassage(Passage(number, 0, 5), timex)
        return Event(
            passage=Passage(number, 0, 40),
            label=label,
            order=number,
            factuality=given.get("factuality", Factuality.REPORTED),
            basis=given.get("basis", Basis.EXPLICIT),
            interval=interval,
            dated_by=dated_by,
            sources=given.get("sources", ()),
            readings=given.get("readings", ()),
            conflict=given.get("conflict", ""),
        )

    def on(self, label, day, **given):
        return self(label, day, day, **given)

    @staticmethod
    def _number(day):
        return day.toordinal() if isinstance(day, date) else day


@pytest.fixture
def make():
    return Maker()


@pytest.fixture
def story(make):
    """One event of every kind, in the order of the text."""
    return Chronology(
        (),
        (
            make("Troops reinforced their positions"),
            make.on("The operation was suspended", date(2018, 11, 1)),
            make(
                "The province was retaken",
                date(2017, 9, 1),
                date(2017, 12, 31),
                Precision.YEAR,
                mod="END",
                value="2017",
            ),
            make("The border post was captured", date(2017, 1, 1), date(2017, 12, 31), Precision.YEAR, value="2017"),
            make(
                "Trade is to be revived",
                date(2018, 10, 11),
                date(2018, 10, 20),
                Precision.MONTH,
                mod="MID",
                value="2018-10",
                factuality=Factuality.PLANNED,
            ),
            make(
                "All measures had been taken",
                date(2018, 11, 1),
                date(2018, 11, 2),
                factuality=Factuality.ATTRIBUTED,
                sources=("Lieutenant Colonel Abbas Mohammad",),
                readings=("2018-11-01", "2018-11-02"),
                conflict="In 2018 the 2nd of November was a Friday.",
            ),
            make("Some 2,000 fighters are in the town", factuality=Factuality.ATTRIBUTED, sources=("the coalition",)),
        ),
    )


@pytest.fixture
def theme(qapp):
    result = Theme("light")
    yield result
    result.deleteLater()


@pytest.fixture
def pane(qtbot, theme):
    """An empty pane of the usual size, on the screen."""
    result = TimelinePane(theme)
    qtbot.addWidget(result)
    result.resize(1000, 210)
    result.show()
    return result


@pytest.fixture
def told(pane, story):
    """The pane with the story in it."""
    pane.set_chronology(story, PUBLISHED)
    return pane
