"""Our own icons: SVG of one stroke width, coloured from the palette, sharp at every scale."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from viewer import paths

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtSvg import QSvgRenderer

_PLACEHOLDER = b"currentColor"
_RATIOS = {1.0, 2.0}
_DISABLED = 0.4
_APPLICATION = "dateline"


def icon(name: str, color: QColor, size: int = 20) -> QIcon:
    """The icon ``name`` in one colour, ``size`` logical pixels square. Raises KeyError for an unknown name."""
    return _icon(name, color.name(QColor.NameFormat.HexArgb), size)


def application_icon() -> QIcon:
    """The program's own icon, in its own colours; drawn when a window manager asks, at the size it asks for."""
    return QIcon(str(_folder() / f"{_APPLICATION}.svg"))


@cache
def icon_names() -> frozenset[str]:
    """The names that ``icon`` knows."""
    return frozenset(path.stem for path in _folder().glob("*.svg")) - {_APPLICATION}


def _folder() -> Path:
    return paths.resources() / "icons"


@lru_cache(maxsize=512)
def _icon(name: str, color_name: str, size: int) -> QIcon:
    if name not in icon_names():
        raise KeyError(name)
    color = QColor(color_name)
    source = _source(name).replace(_PLACEHOLDER, color.name().encode())
    renderer = _renderer(source)
    result = QIcon()
    for ratio in sorted(_RATIOS | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        pixmap = _pixmap(renderer, size, ratio, color.alphaF())
        result.addPixmap(pixmap)
        result.addPixmap(_faded(pixmap), QIcon.Mode.Disabled)
    return result


def _renderer(source: bytes) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # a library of its own, and no icon is drawn before the first page

    return QSvgRenderer(QByteArray(source))


def _faded(pixmap: QPixmap) -> QPixmap:
    """The look of a disabled icon, made from the drawn one: drawing it again would cost ten times as much."""
    result = QPixmap(pixmap.size())
    result.setDevicePixelRatio(pixmap.devicePixelRatio())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(_DISABLED)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return result


@cache
def _source(name: str) -> bytes:
    return (_folder() / f"{name}.svg").read_bytes()


def _pixmap(renderer: QSvgRenderer, size: int, ratio: float, opacity: float = 1.0) -> QPixmap:
    edge = round(size * ratio)
    pixmap = QPixmap(QSize(edge, edge))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
