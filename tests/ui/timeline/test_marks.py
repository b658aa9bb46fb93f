from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.model import Basis, Event, Factuality, Passage
from viewer.ui.theme import SCHEMES
from viewer.ui.timeline.entries import Entry, Shape
from viewer.ui.timeline.layout import Mark
from viewer.ui.timeline.marks import draw_glyph, draw_mark, mark_color
from viewer.ui.timeline.scale import Span


def entry_of(shape=Shape.DAY, factuality=Factuality.REPORTED, **given):
    event = Event(Passage(0, 0, 0), "", 0, factuality, Basis.EXPLICIT)
    return Entry(0, event, "", "", shape, (Span(0, 1),), **given)


def drawn(entry, scheme="light", grey=True):
    colors = SCHEMES[scheme]
    image = QImage(60, 24, QImage.Format.Format_RGB32)
    image.fill(colors.base)
    painter = QPainter(image)
    points = (16.0, 44.0) if entry.shape == Shape.CONFLICT else ()
    left, right = (30.0, 30.0) if entry.shape == Shape.DAY else (10.0, 50.0)
    draw_mark(painter, entry, Mark(0, left, right, 0, points), 12.0, colors)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image


KINDS = [
    *(entry_of(factuality=factuality) for factuality in Factuality),
    *(entry_of(shape) for shape in (Shape.SPAN, Shape.WITHIN, Shape.ABOUT, Shape.CONFLICT)),
    entry_of(Shape.SPAN, Factuality.PLANNED),
    entry_of(Shape.SPAN, Factuality.NEGATED),
    entry_of(Shape.SPAN, Factuality.ATTRIBUTED),
]


@pytest.mark.parametrize(("one", "other"), list(combinations(range(len(KINDS)), 2)))
def test_two_kinds_differ_in_shape_and_not_in_colour_alone(qapp, one, other):
    white, black = (
        [[image.pixelColor(x, y).value() > 200 for x in range(60)] for y in range(24)]
        for image in (drawn(KINDS[one]), drawn(KINDS[other]))
    )
    assert white != black


@pytest.mark.parametrize("scheme", list(SCHEMES))
@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_every_mark_is_seen_in_every_scheme(qapp, scheme, kind):
    image = drawn(KINDS[kind], scheme)
    shades = [image.pixelColor(x, y).value() for x in range(60) for y in range(24)]
    assert max(shades) - min(shades) > 60


def test_a_soft_edge_fades(qapp):
    image = drawn(entry_of(Shape.ABOUT))
    shades = [image.pixelColor(x, 12).value() for x in (11, 16, 22, 30)]
    assert shades == sorted(shades, reverse=True)
    assert shades[0] - shades[-1] > 80


@pytest.mark.parametrize(
    ("given", "role"),
    [
        ({}, "accent"),
        ({"factuality": Factuality.PLANNED}, "planned"),
        ({"factuality": Factuality.NEGATED}, "muted"),
        ({"shape": Shape.CONFLICT}, "conflict"),
        ({"shape": Shape.UNDATED}, "muted"),
    ],
)
def test_the_colour_repeats_what_the_shape_says(given, role):
    colors = SCHEMES["light"]
    assert mark_color(entry_of(**given), colors) == getattr(colors, role)


@pytest.mark.parametrize("shape", [Shape.UNDATED, Shape.CONFLICT])
def test_a_glyph_stands_where_it_is_put(qapp, shape):
    image = QImage(40, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_glyph(painter, entry_of(shape), QPointF(12, 12), SCHEMES["light"], QColor("white"))
    painter.end()
    assert image.pixelColor(10, 12) != QColor("white")
    assert image.pixelColor(32, 12) == QColor("white")
