from __future__ import annotations

import pytest

from viewer.ui.theme import SCHEMES, Theme


def luminance(color):
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ground", ["base", "window", "raised"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "conflict", "planned"])
def test_every_text_can_be_read_on_every_ground(name, ink, ground):
    colors = SCHEMES[name]
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ground", ["selection", "highlight", "hover"])
def test_text_can_be_read_where_it_is_marked(name, ground):
    assert contrast(SCHEMES[name].text, getattr(SCHEMES[name], ground)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_text_on_the_accent_can_be_read(name):
    assert contrast(SCHEMES[name].on_accent, SCHEMES[name].accent) >= 4.5


def test_choosing_a_scheme_is_told_once(qapp, qtbot):
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert (theme.name, theme.colors.dark) == ("dark", True)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_an_unknown_choice_is_the_system_s(qapp):
    assert Theme("purple").choice == "system"
