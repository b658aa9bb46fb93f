from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from viewer.model import Factuality
from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.painting import Brushwork, Fonts, sign_of


@pytest.fixture
def brushwork(qapp):
    return Brushwork(Fonts.of(QFont()))


class TestWrapping:
    def test_a_short_label_stays_on_one_line(self, brushwork):
        assert brushwork.wrapped("Mosul fell", 200, 2) == ("Mosul fell",)

    def test_a_longer_one_breaks_between_words(self, brushwork):
        lines = brushwork.wrapped("Iraqi forces retook the province", 120, 2)
        assert " ".join(lines) == "Iraqi forces retook the province"
        assert len(lines) == 2

    @pytest.mark.parametrize("lines", [1, 2])
    def test_what_does_not_fit_ends_in_an_ellipsis(self, brushwork, lines):
        found = brushwork.wrapped("word " * 60, 120, lines)
        assert len(found) == lines
        assert found[-1].endswith("…")
        assert all(brushwork.label.horizontalAdvance(line) <= 121 for line in found)

    def test_a_word_without_end_breaks_anywhere(self, brushwork):
        assert len(brushwork.wrapped("x" * 300, 120, 2)) == 2

    @pytest.mark.parametrize("text", ["", " "])
    def test_nothing_is_no_error(self, brushwork, text):
        assert len(brushwork.wrapped(text, 120, 2)) == 1


@pytest.mark.parametrize("size", [-1, 14])
def test_fonts_keep_their_order(qapp, size):
    font = QFont()
    if size > 0:
        font.setPixelSize(size)
    fonts = Fonts.of(font)
    brushwork = Brushwork(fonts)
    assert brushwork.small.height() <= brushwork.label.height()
    assert fonts.strong.weight() > fonts.small.weight()


def test_each_doubt_has_a_sign_of_its_own(make):
    events = [make("x", factuality=factuality) for factuality in Factuality]
    assert [sign_of(entry) for entry in entries_of(events)] == ["", "“", "?", "?", "×"]


def test_a_contradiction_is_marked_before_all(make):
    event = make("x", 736_999, 737_000, readings=("2018-11-01", "2018-11-02"), factuality=Factuality.ATTRIBUTED)
    assert sign_of(entries_of([event])[0]) == "!"
