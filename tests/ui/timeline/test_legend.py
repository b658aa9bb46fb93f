from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from viewer.ui.timeline.legend import Legend


def test_opens_above_a_point_and_explains_every_mark(qtbot, theme):
    owner = QWidget()
    qtbot.addWidget(owner)
    legend = Legend(theme, owner)
    legend.open_at(QPoint(600, 500))
    assert legend.isVisible()
    assert legend.frameGeometry().bottom() <= 505
    assert "contradicts itself" in legend.accessibleDescription()
    light = legend.grab().toImage()
    theme.choose("dark")
    assert legend.grab().toImage() != light
    legend.close()


def test_stays_on_the_screen(qtbot, theme):
    owner = QWidget()
    qtbot.addWidget(owner)
    legend = Legend(theme, owner)
    legend.open_at(QPoint(20, 20))
    assert legend.screen().availableGeometry().contains(legend.frameGeometry())
    legend.close()
