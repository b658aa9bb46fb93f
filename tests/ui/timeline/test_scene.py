from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont

from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.layout import Chip
from viewer.ui.timeline.painting import Brushwork, Fonts
from viewer.ui.timeline.scene import Scene
from viewer.ui.timeline.viewport import Viewport

PUBLISHED = date(2018, 11, 2)


@pytest.fixture
def scene(qapp, story):
    return Scene(Brushwork(Fonts.of(QFont())), entries_of(story.events), PUBLISHED)


@pytest.fixture
def view(scene):
    return Viewport(scene.scale(even=False), 760.0, room=scene.room(760.0))


def test_publication_is_on_the_scale(scene):
    assert scene.scale(even=True).days[-1] == PUBLISHED.toordinal() + 1


def test_a_layout_is_made_once_per_size_and_zoom(scene, view):
    first = scene.layout(view, 180.0, -1)
    assert scene.layout(view.at(30), 180.0, 2) is first
    assert scene.layout(view.zoomed(2, 100), 180.0, -1) is not first


def test_the_chosen_one_gets_a_card_where_it_had_none(qapp, make):
    entries = entries_of([make.on(f"Event number {number}", PUBLISHED) for number in range(30)])
    scene = Scene(Brushwork(Fonts.of(QFont())), entries, None)
    view = Viewport(scene.scale(even=False), 760.0)
    (chip,) = scene.layout(view, 180.0, -1).chips
    hidden = chip.indexes[3]
    assert hidden in {card.index for card in scene.layout(view, 180.0, hidden).cards}


def test_what_lies_under_a_point(scene, view):
    layout = scene.layout(view, 180.0, -1)
    card, mark = layout.cards[0], layout.marks[0]
    assert scene.target_at(layout, QPointF(card.left + 5, layout.card_top(card) + 5)) == card.index
    assert scene.target_at(layout, QPointF(mark.left + 2, layout.mark_y(mark))) == mark.index
    assert scene.target_at(layout, QPointF(1, 1)) == -1


def test_a_chip_lies_under_its_point(qapp, make):
    entries = entries_of([make.on(f"Event number {number}", PUBLISHED) for number in range(30)])
    scene = Scene(Brushwork(Fonts.of(QFont())), entries, None)
    layout = scene.layout(Viewport(scene.scale(even=False), 760.0), 180.0, -1)
    (chip,) = layout.chips
    found = scene.target_at(layout, scene.brushwork.chip_box(layout, chip).center())
    assert isinstance(found, Chip)


def test_an_undated_entry_has_no_day(scene):
    assert scene.middle_day(6) is None
    assert scene.middle_day(-1) is None
    assert scene.middle_day(3) == date(2018, 11, 1).toordinal() + 0.5
