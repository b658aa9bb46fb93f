"""Opening, reading and searching a library changes not one byte of it, nor the date of a file."""

from __future__ import annotations

import hashlib
import shutil

import pytest

from viewer import cli, paths
from viewer.app import Program, settle
from viewer.library import Library
from viewer.ui.settings import Settings

LEAD = "border-troops-reinforced"
READING = {
    "list": ("list", "--json"),
    "list of a view": ("list",),
    "search": ("search", "troops"),
    "related": ("related", LEAD),
    "timeline": ("timeline", LEAD, "--explain"),
    "doctor": ("doctor",),
    "export of the library": ("export", "library", "--format", "zip", "--out"),
    "export of rows": ("export", "library", "--format", "csv", "--out"),
    "export of a timeline": ("export", "timeline", LEAD, "--format", "html", "--out"),
}
# Whatever shows, moves, marks and looks; not what brings in, or asks first.
COMMANDS = (
    *("refresh_library", "find_next", "find_previous", "next_date", "previous_date", "copy_link", "toggle_read"),
    *("toggle_star", "toggle_archive", "mark_all_read", "undo", "redo", "text_larger", "text_smaller", "text_normal"),
    *("theme_dark", "theme_sepia", "theme_light", "show_library", "show_related", "show_timeline", "next_article"),
    *("previous_article", "next_unread", "go_back", "go_forward", "back_to_top", "search_library", "focus_library"),
    *("focus_article", "focus_related", "focus_timeline", "timeline_list", "zoom_in", "zoom_out", "zoom_fit"),
)


@pytest.fixture
def copy(tmp_path):
    """The sample library as a folder of the reader's own, marked before so that nothing is the first time."""
    folder = tmp_path / "copy"
    shutil.copytree(paths.sample_library(), folder)
    return folder


def look(root):
    """Every name below, with content, size, mode and date of change; of folders too."""
    return {
        str(path.relative_to(root)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            (status := path.lstat()).st_size,
            status.st_mode,
            status.st_mtime_ns,
        )
        for path in [root, *sorted(root.rglob("*"))]
    }


@pytest.mark.parametrize("name", READING)
def test_a_command_that_reads(copy, tmp_path, capsys, name):
    arguments = READING[name]
    out = [str(tmp_path / "out")] if arguments[-1] == "--out" else []
    before = look(copy)
    assert cli.main([*arguments, *out, "--library", str(copy)]) in (0, 1), capsys.readouterr().err
    capsys.readouterr()
    assert look(copy) == before


def test_the_library(copy):
    before = look(copy)
    with Library.open(copy) as library:
        library.refresh()
        for row in library.articles():
            library.read(row.id), library.related(row.id), library.timeline(row.id)
            library.image_path(row.id, "sketch-map.png"), library.link_target(row.id, "x.md")
        library.search('"border" troops Ir*')
        for view in ("all", "unread", "starred", "archive", "trash"):
            library.ids(view)
        library.mark_read(library.ids()), library.star(library.ids()), library.trash(library.ids())
        library.examine(mend=True)
        library.refresh()
    assert look(copy) == before


def test_the_window(copy, tmp_path, qapp):
    before = look(copy)
    program = Program(qapp, Settings(tmp_path / "settings.ini"), "light")
    program.open(copy)
    program.window.show()
    settle(program)
    for article in program.session.library.ids():
        program.window.articles.open(article)
        settle(program)
    for name in COMMANDS:
        action = program.window.actions_table[name]
        if action.isEnabled():
            action.trigger()
            settle(program)
    program.window.lists.search_library()
    program.session.search("troops")
    settle(program)
    program.close()
    assert look(copy) == before
