"""A short, eased movement from 0.0 to 1.0, for a widget that knows what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle, QWidget

_MILLISECONDS = 140


class Motion(QVariantAnimation):
    """Emits ``moved`` with the eased share of the way; none where the system asks for no animation."""

    moved = Signal(float)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(_MILLISECONDS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._pass_on)

    def begin(self, *, animated: bool) -> None:
        """Start from 0.0, or be at 1.0 at once."""
        self.stop()
        style = self._widget.style()
        allowed = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._widget) > 0
        if animated and allowed and self._widget.isVisible():
            self.start()
        else:
            self.moved.emit(1.0)

    def _pass_on(self, share: float) -> None:
        self.moved.emit(share)
