"""The commands that show the window, or a picture of it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from viewer.cli.arguments import Command, Parser, base_parser, positive
from viewer.cli.output import complain
from viewer.model import LibraryError, UsageError

_NO_DISPLAY = "There is no display, so the window cannot be opened."
_INSTEAD = "Use “dateline screenshot --out FILE” or “dateline list”, or set DISPLAY or QT_QPA_PLATFORM=offscreen."
_DESCRIPTION = "Read saved articles offline, each with the timeline of what it reports."
_COMMANDS_HELP = """\
commands:
  list                  the articles of the library, newest first
  search WORDS...       articles that hold the words
  related ARTICLE       articles that tell the same story, and why
  timeline ARTICLE      what an article reports, in the order of time
  add PATH|ADDRESS...   bring pages, feeds and exports of other readers into the library
  feeds                 follow feeds, and bring in what is new
  mark ARTICLE...       read, starred, archived, in the trash, or no longer so
  date ARTICLE ...      when an article was published, or what date words of it mean
  tag ARTICLE...        change the tags in articles' files
  shelves               archive, trash, stories, saved searches, tags and sections, with their numbers
  export WHAT           a timeline or the whole library, in formats that others read
  doctor                whether files, index, marks and backups are sound
  screenshot --out PNG  a picture of the window, without a display
  “dateline COMMAND --help” says more about each.

An ARTICLE is a path, a file name, an id, or the beginning of a title.
Without a FOLDER, the sample library that comes with the program is opened.

examples:
  dateline                              open the sample library
  dateline ~/Articles                   open your own
  dateline report.md                    open one article, with its folder as the library
  dateline list --library ~/Articles --json
  dateline search '"border troops" OR Hajin'
  dateline timeline border-troops-reinforced --explain
  dateline add saved-page.html pocket.zip --library ~/Articles
  dateline feeds add https://news.example/rss --library ~/Articles
  dateline export timeline border-troops-reinforced --format html --out timeline.html

exit status: 0 done, 1 something in the input failed, 2 usage
"""


def _open_parser() -> Parser:
    usage = "dateline [FOLDER|FILE] [options]\n       dateline COMMAND [options]"
    parser = base_parser("dateline", _DESCRIPTION, usage, _COMMANDS_HELP)
    parser.add_argument("place", nargs="?", type=Path, metavar="FOLDER|FILE", help="what to open in the window")
    parser.add_argument(
        "--or-screenshot", type=Path, metavar="PNG", help="where there is no display, write a picture of the window"
    )
    return parser


def _screenshot_parser() -> Parser:
    parser = base_parser("dateline screenshot", "A picture of the window, without a display.")
    parser.add_argument("--out", type=Path, required=True, metavar="PNG")
    parser.add_argument("--size", type=_size, default=(1400, 900), metavar="1000x700", help="in logical pixels")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="1.5", help="device pixels for a logical one")
    parser.add_argument("--theme", choices=("light", "dark", "sepia"), default="light")
    parser.add_argument("--article", metavar="ARTICLE", help="which article to show")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    size = (positive(width), positive(height))
    if not all(200 <= side <= 10_000 for side in size):
        raise argparse.ArgumentTypeError("a side of the picture is between 200 and 10000")
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number between 0.5 and 4")
    return scale


def _open(options: argparse.Namespace) -> int:
    place = options.place or options.library
    if options.place and options.library:
        raise UsageError("Give the library once: either as FOLDER or with --library.")
    article = _check_place(place) if place else None
    if _has_display():
        gc.disable()  # what is loaded at the start stays, and the window then collects by itself (ui/collector.py)
        from viewer.app import run

        return int(run(place, article))
    if options.or_screenshot is None:
        raise UsageError(f"{_NO_DISPLAY} {_INSTEAD}")
    complain(f"{_NO_DISPLAY} A picture of it is written to {options.or_screenshot} instead.")
    from viewer.app import screenshot

    return int(screenshot(place, options.or_screenshot, (1400, 900), 1.0, "light", article))


def _check_place(place: Path) -> str | None:
    """The name of the article where ``place`` is a file. Raises LibraryError where it cannot be opened."""
    from viewer.library import find_places

    return find_places(place).opened_file or None


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _screenshot(options: argparse.Namespace) -> int:
    if not options.out.absolute().parent.is_dir():
        raise LibraryError(f"The folder {options.out.absolute().parent} does not exist. Make it, or choose another.")
    if options.library:
        _check_place(options.library)
    from viewer.app import screenshot

    return int(screenshot(options.library, options.out, options.size, options.scale, options.theme, options.article))


COMMANDS: dict[str, Command] = {"open": (_open_parser, _open), "screenshot": (_screenshot_parser, _screenshot)}
