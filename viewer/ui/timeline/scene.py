"""What the canvas shows and where: entries, scale, layout, and what lies under a point. Knows fonts, but no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.ui.timeline.layout import Chip, Layout, Metrics, lay_out
from viewer.ui.timeline.scale import Scale, Span, elastic_scale, even_scale
from viewer.ui.timeline.wording import published_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QPointF

    from viewer.ui.timeline.entries import Entry
    from viewer.ui.timeline.painting import Brushwork
    from viewer.ui.timeline.viewport import Viewport

_NOBODY = -1
_REACH = 9.0
_SIGN = 14.0
_WIDEST_LETTERS, _NARROWEST_LETTERS = 34, 18
_LONGEST_MEASURED = 120


@dataclass(frozen=True, slots=True)
class _Laid:
    layout: Layout
    carded: frozenset[int]


class Scene:
    """The entries of one article, measured with one set of fonts."""

    def __init__(self, brushwork: Brushwork, entries: Sequence[Entry] = (), published: date | None = None) -> None:
        self.brushwork = brushwork
        self.entries = tuple(entries)
        self.published = published
        self.wanted_days = frozenset(
            int(day) for entry in self.entries for span in entry.spans for day in (span.begin, span.end - 1)
        )
        self._dated = [entry for entry in self.entries if entry.spans]
        self._widths = {entry.index: self._measured(entry) for entry in self._dated}
        self._laid: dict[int, _Laid] = {}
        self._laid_for: tuple[object, ...] = ()

    def scale(self, *, even: bool) -> Scale:
        """The even or the elastic scale of the entries and the day of publication."""
        spans = [span for entry in self._dated for span in entry.spans]
        if self.published and spans:
            day = float(self.published.toordinal())
            spans.append(Span(day, day + 1.0))
        return even_scale(spans) if even else elastic_scale(spans)

    def room(self, width: float) -> float:
        """Room at the right, in a window of ``width``, for the publication line's words and the last cards."""
        words = self.brushwork.small.horizontalAdvance(published_words(self.published))
        return min(max(words + 16.0, 60.0), 0.25 * width)

    def middle_day(self, index: int) -> float | None:
        """The middle of an entry's (first) span; None for an undated or an unknown one."""
        if not 0 <= index < len(self.entries) or not self.entries[index].spans:
            return None
        span = self.entries[index].spans[0]
        return (span.begin + span.end) / 2

    def layout(self, viewport: Viewport, height: float, selected: int) -> Layout:
        """The layout for a zoom and a size; one in which ``selected`` has a card, whoever else loses his."""
        key = (viewport.scale, viewport.width, viewport.zoom, viewport.room, height)
        if key != self._laid_for:
            self._laid, self._laid_for = {}, key
        plain = self._lay_out(viewport, height, _NOBODY)
        if selected in plain.carded or self.middle_day(selected) is None:
            return plain.layout
        return self._lay_out(viewport, height, selected).layout

    def _lay_out(self, viewport: Viewport, height: float, first: int) -> _Laid:
        if first not in self._laid:
            self._laid = {key: laid for key, laid in self._laid.items() if key == _NOBODY}
            size = (viewport.content, height)
            layout = lay_out(self._dated, viewport.axis, size, self._metrics(), self._widths, first)
            self._laid[first] = _Laid(layout, frozenset(card.index for card in layout.cards))
        return self._laid[first]

    def _metrics(self) -> Metrics:
        small, label = self.brushwork.small, self.brushwork.label
        letter = label.averageCharWidth()
        return Metrics(small.height(), label.height(), _WIDEST_LETTERS * letter, _NARROWEST_LETTERS * letter)

    def _measured(self, entry: Entry) -> tuple[float, float]:
        date_width = self.brushwork.small.horizontalAdvance(entry.date) + _SIGN
        return date_width, self.brushwork.label.horizontalAdvance(entry.label[:_LONGEST_MEASURED])

    def target_at(self, layout: Layout, point: QPointF) -> int | Chip:
        """The entry whose card or mark is at a point of the content, or a chip, or -1."""
        x, y = point.x(), point.y()
        for card in layout.cards:
            top = layout.card_top(card)
            if card.left <= x <= card.right and top <= y <= top + layout.card_height:
                return card.index
        for chip in layout.chips:
            if self.brushwork.chip_box(layout, chip).adjusted(-2, -2, 2, 2).contains(point):
                return chip
        near = [
            (mark.right - mark.left, mark.index)
            for mark in layout.marks
            if mark.row >= 0
            and mark.left - _REACH <= x <= mark.right + _REACH
            and abs(layout.mark_y(mark) - y) <= layout.rows[mark.row] / 2 + 1
        ]
        return min(near)[1] if near else -1
