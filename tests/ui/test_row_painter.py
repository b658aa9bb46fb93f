import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tests.ui.test_theme import contrast
from viewer.ui.row_painter import RowDelegate, RowText
from viewer.ui.theme import SCHEMES, Theme


class Delegate(RowDelegate):
    def row_text(self, index):
        return None


def drawn(delegate, theme, text, hits, width=160):
    image = QImage(width, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(12)
    delegate._lines(painter, text, font, theme.colors.muted, QRect(0, 0, width, 60), 2, hits)
    painter.end()
    return image


@pytest.mark.parametrize(
    "text", ["the border", "the border " + "and on " * 40, "and on " * 5 + "the border " + "and on " * 40]
)
def test_hits_stand_out_in_a_snippet_that_fits_and_in_one_that_is_cut(theme, text):
    delegate = Delegate(theme)
    begin = text.index("border")
    assert drawn(delegate, theme, text, [(begin, begin + 6)]) != drawn(delegate, theme, text, [])


def test_a_hit_behind_the_cut_changes_nothing_that_is_seen(theme):
    delegate = Delegate(theme)
    text = "and on " * 25 + "border"
    cut = drawn(delegate, theme, text, [(len(text) - 6, len(text))])
    assert not cut.isNull()


def test_hits_are_counted_in_characters_not_in_the_units_of_qt(theme):
    looks = Delegate(theme)._looks("🙂🙂 border", [(3, 9)])
    assert [(look.start, look.length) for look in looks] == [(5, 6)]


class Row(RowDelegate):
    def row_text(self, index):
        return RowText("", "2 November 2018", "", ())


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", [QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver])
def test_the_quiet_line_can_be_read_on_a_chosen_row_and_under_the_pointer(qapp, scheme, state):
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(SCHEMES[scheme].window)
    option = QStyleOptionViewItem()
    option.rect, option.font, option.state = image.rect(), QFont(), state | QStyle.StateFlag.State_Enabled
    option.font.setPixelSize(40)  # so that its strokes are wider than the softened edge of one
    painter = QPainter(image)
    Row(Theme(scheme)).paint(painter, option, QModelIndex())
    painter.end()
    seen = [image.pixelColor(x, y) for x in range(12, 190) for y in range(4, 56)]
    ground = image.pixelColor(190, 56)
    assert max(contrast(color, ground) for color in seen) >= 4.5
