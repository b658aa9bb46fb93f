from __future__ import annotations

import pytest
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleFactory, QWidget

from viewer.ui.timeline.motion import Motion


class Still(QProxyStyle):
    """A style of a system that asks for no animation."""

    def styleHint(self, hint, *others):  # noqa: N802
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, *others)


@pytest.fixture
def widget(qtbot):
    result = QWidget()
    qtbot.addWidget(result)
    style = QStyleFactory.create("Fusion")
    style.setParent(result)
    result.setStyle(style)
    return result


@pytest.fixture
def way(widget):
    motion, shares = Motion(widget), []
    motion.moved.connect(shares.append)
    return motion, shares


def test_ends_at_the_whole_way(qtbot, widget, way):
    motion, shares = way
    widget.show()
    with qtbot.waitSignal(motion.finished):
        motion.begin(animated=True)
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


def test_takes_no_longer_than_150_milliseconds(way):
    assert way[0].duration() <= 150


@pytest.mark.parametrize("shown", [True, False])
def test_is_there_at_once_where_it_is_not_wanted_or_not_seen(widget, way, shown):
    motion, shares = way
    widget.setVisible(shown)
    motion.begin(animated=not shown)
    assert shares == [1.0]


def test_is_there_at_once_where_the_system_asks_for_stillness(widget, way):
    motion, shares = way
    style = Still("Fusion")
    style.setParent(widget)
    widget.setStyle(style)
    widget.show()
    motion.begin(animated=True)
    assert shares == [1.0]
