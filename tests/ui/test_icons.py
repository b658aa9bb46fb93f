from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer

from viewer import paths
from viewer.ui.icons import application_icon, icon, icon_names

NEEDED = (
    "library all unread star star-filled read section tag search back forward top timeline list related "
    "zoom-in zoom-out fit scale-even scale-elastic appearance text-larger text-smaller open-folder "
    "open-file link external sidebar-left sidebar-right panel-bottom help close next previous warning calendar "
    "refresh info menu "
)
SVG = "{http://www.w3.org/2000/svg}"


def test_every_icon_that_the_program_needs_is_there():
    assert set(NEEDED.split()) <= icon_names()


@pytest.mark.parametrize("name", sorted([*icon_names()]))
def test_drawn_with_one_pen_and_no_text(qapp, name):
    source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(source)
    assert root.get("viewBox") == "0 0 24 24"
    assert set(re.findall(r'stroke-width="([^"]*)"', source)) == {"1.75"}
    assert root.get("stroke-linecap") == "round"
    assert set(re.findall(r'(?:stroke|fill)="([^"]*)"', source)) == {"none", "currentColor"}
    assert {element.tag for element in root.iter()} <= {f"{SVG}{tag}" for tag in ("svg", "path", "circle", "rect")}
    assert QSvgRenderer(QByteArray(source.encode())).isValid()


@pytest.mark.parametrize("size", [16, 20, 32])
def test_takes_the_colour_asked_for(qapp, size):
    image = icon("star-filled", QColor("#A8401A"), size).pixmap(QSize(size, size)).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle == QColor("#A8401A")
    assert image.pixelColor(0, 0).alpha() == 0


def test_is_sharp_on_a_dense_screen(qapp):
    pixmap = icon("search", QColor("black")).pixmap(QSize(20, 20), 2.0)
    assert pixmap.width() == 40


def test_is_made_once(qapp):
    color = QColor("#123456")
    assert icon("list", color).cacheKey() == icon("list", QColor(color)).cacheKey()


def test_an_unknown_name_is_an_error(qapp):
    with pytest.raises(KeyError, match="no-such-icon"):
        icon("no-such-icon", QColor("black"))


def test_the_programs_own_icon_is_no_menu_icon(qapp):
    assert "dateline" not in icon_names()
    for size in (16, 32, 48, 128, 256):
        drawn = application_icon().pixmap(size).toImage()
        assert drawn.width() == size
        assert drawn.pixelColor(size // 2, size // 2).alpha() == 255


def test_the_desktop_entry_names_the_icon_and_the_command():
    entry = (paths.resources() / "dateline.desktop").read_text(encoding="utf-8")
    assert entry.startswith("[Desktop Entry]\n")
    assert "\nIcon=dateline\n" in entry
    assert "\nExec=dateline-viewer %f\n" in entry
