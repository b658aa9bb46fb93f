"""Files, pages, feeds and exports of other readers to articles. Loaded by name, for the parsers take their time."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.importers.mhtml import read_mhtml
    from viewer.importers.pages import read_page

_HOMES = {
    "read_mhtml": "viewer.importers.mhtml",
    "read_page": "viewer.importers.pages",
}

__all__ = ["read_mhtml", "read_page"]


def __getattr__(name: str) -> object:
    """The public name ``name`` from the module that makes it. Raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
