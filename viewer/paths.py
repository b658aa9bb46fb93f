"""Where things are: what the program ships, and the folders of this user.

The four environment variables of the XDG base directory specification are honoured on every system, so that a test
or a portable installation can move everything.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that ships with the program: inside an installed wheel, or beside the package in a checkout."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of icons, themes and translations."""
    return _shipped("resources")


def sample_library() -> Path:
    """The folder of the sample library, opened in place and never written to."""
    return _shipped("articles")


def is_sample(folder: Path) -> bool:
    """Whether ``folder``, a real path, is the sample library."""
    return folder == sample_library().resolve()


def cache_folder() -> Path:
    """The folder of what can be made anew at any time: indexes and scaled pictures. Not created here."""
    return _user_folder("XDG_CACHE_HOME", mac="Library/Caches", windows="LOCALAPPDATA", other=".cache", leaf="cache")


def data_folder() -> Path:
    """The folder of what the reader would miss: read marks, stars, positions. Not created here."""
    return _user_folder(
        "XDG_DATA_HOME",
        mac="Library/Application Support",
        windows="APPDATA",
        other=".local/share",
        leaf="data",
    )


def config_folder() -> Path:
    """The folder of settings. Not created here."""
    return _user_folder("XDG_CONFIG_HOME", mac="Library/Preferences", windows="APPDATA", other=".config", leaf="config")


def _user_folder(variable: str, *, mac: str, windows: str, other: str, leaf: str) -> Path:
    given = os.environ.get(variable)
    if given:
        return Path(given) / "dateline"
    if sys.platform == "darwin":
        return Path.home() / mac / "Dateline"
    if sys.platform == "win32":
        base = os.environ.get(windows)
        return (Path(base) if base else Path.home() / "AppData") / "Dateline" / leaf
    return Path.home() / other / "dateline"
