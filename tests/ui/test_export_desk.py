"""Writing a timeline and the library from the window."""

from __future__ import annotations

import json
import zipfile

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from viewer.app import settle
from viewer.ui.export_desk import LIBRARIES, TIMELINES, Format, SaveDialog


def format_of(formats, suffix) -> Format:
    return next(one for one in formats if one.suffix == suffix)


@pytest.fixture
def desk(program):
    settle(program)
    return program.window.exports.desk


def write_timeline(program, desk, path):
    desk.write_timeline(path, format_of(TIMELINES, path.suffix[1:]))
    settle(program)
    return path


def test_a_page_with_sources_is_written(program, desk, tmp_path):
    page = write_timeline(program, desk, tmp_path / "border.html").read_text(encoding="utf-8")
    assert "Iraq reinforces its border" in page
    assert program.window.notice.text == f"{tmp_path / 'border.html'} was written."


def test_other_programs_formats_are_written(program, desk, tmp_path):
    slides = json.loads(write_timeline(program, desk, tmp_path / "border.json").read_text(encoding="utf-8"))
    assert slides["events"]
    assert "VEVENT" in write_timeline(program, desk, tmp_path / "border.ics").read_text(encoding="utf-8")


def test_a_picture_is_sharp_and_holds_what_the_pane_shows(program, desk, tmp_path):
    image = QImage(str(write_timeline(program, desk, tmp_path / "border.png")))
    assert image.width() == 2 * program.window.timeline.pane.drawing.width()
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 3


def test_a_drawing_and_a_page_are_written(program, desk, tmp_path):
    assert "<svg" in write_timeline(program, desk, tmp_path / "border.svg").read_text(encoding="utf-8")
    assert len(PdfReader(write_timeline(program, desk, tmp_path / "border.pdf")).pages) == 1


def test_while_the_list_is_shown_the_drawing_is_written_all_the_same(program, desk, tmp_path):
    program.window.actions_table["timeline_list"].setChecked(True)
    image = QImage(str(write_timeline(program, desk, tmp_path / "border.png")))
    assert image.width() > 400


def test_the_library_is_written_as_it_is(program, desk, folder, tmp_path):
    path = tmp_path / "all.zip"
    desk.write_library(path, format_of(LIBRARIES, "zip"))
    settle(program)
    with zipfile.ZipFile(path) as archive:
        assert archive.read("lead.md") == (folder / "lead.md").read_bytes()


def test_the_list_of_feeds_is_written(program, desk, tmp_path):
    path = tmp_path / "feeds.opml"
    desk.write_library(path, format_of(LIBRARIES, "opml"))
    settle(program)
    assert "<opml" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["html", "png"])
def test_a_folder_that_is_not_there_is_told(program, desk, tmp_path, suffix):
    write_timeline(program, desk, tmp_path / "gone" / f"border.{suffix}")
    assert str(tmp_path / "gone") in program.window.notice.text


def test_an_article_is_never_written_over(program, desk, folder):
    before = (folder / "lead.md").read_bytes()
    write_timeline(program, desk, folder / "lead.md")
    assert "is not written over" in program.window.notice.text
    assert (folder / "lead.md").read_bytes() == before


def test_a_picture_of_an_article_is_never_written_over(program, desk, folder):
    (folder / "map.png").write_bytes(b"a picture of the reader's")
    write_timeline(program, desk, folder / "map.png")
    assert (folder / "map.png").read_bytes() == b"a picture of the reader's"


def test_the_dialog_offers_the_title_as_a_name_and_follows_the_format(program):
    chosen = []
    dialog = SaveDialog("Export", 'War: what/now? "Hajin"', TIMELINES, program.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.chosen.connect(lambda path, format: chosen.append((path.name, format.suffix)))
    dialog.selectNameFilter(TIMELINES[2].filter)
    dialog.filterSelected.emit(TIMELINES[2].filter)
    dialog.fileSelected.emit(dialog.selectedFiles()[0])
    assert chosen == [("War what now Hajin.ics", "ics")]


def test_both_commands_ask_where_to(program):
    for name in ("export_timeline", "export_library"):
        program.window.actions_table[name].trigger()
        dialog = program.window.findChild(SaveDialog)
        assert dialog is not None
        dialog.reject()
        dialog.deleteLater()
        settle(program)
