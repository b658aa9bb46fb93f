"""An article on paper."""

from __future__ import annotations

import json
import re

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from viewer.app import settle
from viewer.ui import printing
from viewer.ui.export_desk import SaveDialog
from viewer.ui.printing import Press, PrintDialog
from viewer.ui.reader.highlighting import ground
from viewer.ui.theme import SCHEMES


def printed(program, qtbot, target):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    press = Press(program.window.articles, printer, program.jobs, program.window)
    with qtbot.waitSignal(press.printed):
        pass
    return PdfReader(target)


def fills(page):
    """The colours with which something is filled, each as red, green and blue from 0 to 1."""
    number = r"([\d.]+) "
    found = re.findall(rf"{number * 3}scn", page.get_contents().get_data().decode("latin-1"))
    return [tuple(map(float, one)) for one in found]


def test_text_comes_on_paper_without_what_stands_behind_it(program, qtbot, tmp_path):
    pages = printed(program, qtbot, tmp_path / "paper.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Iraq reinforces its border" in text
    assert "Related in your library" not in text


def test_pictures_come_along(program, qtbot, folder, tmp_path):
    picture = QImage(1200, 600, QImage.Format.Format_RGB32)
    picture.fill(QColor("steelblue"))
    assert picture.save(str(folder / "river.png"))
    (folder / "river.md").write_text("# The river\n\n![The river](river.png)\n\n![Gone](gone.png)\n", encoding="utf-8")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("river.md"))
    settle(program)
    pages = printed(program, qtbot, tmp_path / "paper.pdf").pages
    pictures = [entry.get_object() for page in pages for entry in page["/Resources"].get("/XObject", {}).values()]
    assert 1200 in [entry.get("/Width") for entry in pictures]


def test_highlights_come_on_paper_in_the_colours_of_the_light_page(program, qtbot, folder, tmp_path):
    program.window.actions_table["theme_dark"].trigger()
    target = {"source": "lead.md", "selector": {"type": "TextQuoteSelector", "exact": "retook Anbar"}}
    page = {"type": "AnnotationPage", "items": [{"type": "Annotation", "target": target}]}
    (folder / "lead.annotations.json").write_text(json.dumps(page), encoding="utf-8")
    program.session.refresh()
    settle(program)
    paper = printed(program, qtbot, tmp_path / "paper.pdf").pages
    colour = ground(SCHEMES["light"], "yellow")
    assert pytest.approx((colour.redF(), colour.greenF(), colour.blueF()), abs=1e-3) in fills(paper[0])
    assert "highlight" not in " ".join(one.extract_text() for one in paper)


@pytest.fixture
def no_printer(monkeypatch):
    """A machine on which no printer is set up."""
    monkeypatch.setattr(printing, "has_printer", lambda: False)


def ask_to_print(program):
    program.window.actions_table["print_article"].trigger()
    return program.window.findChild(SaveDialog)


def test_without_a_printer_that_is_said_and_a_pdf_is_offered(program, no_printer):
    dialog = ask_to_print(program)
    assert program.window.notice.text == "No printer is set up on this computer. The article can be saved as a PDF."
    assert dialog.nameFilters() == ["Article as a PDF (*.pdf)"]
    assert dialog.selectedFiles()[0].endswith("Iraq reinforces its border.pdf")
    assert program.window.findChild(PrintDialog) is None
    dialog.close()


def test_the_pdf_is_the_article_and_is_told(program, no_printer, qtbot, tmp_path):
    dialog, target = ask_to_print(program), tmp_path / "mine.pdf"
    dialog.fileSelected.emit(str(target))
    qtbot.waitUntil(lambda: program.window.notice.text == f"{target} was written.")
    assert "Iraq reinforces its border" in " ".join(PdfReader(target).pages[0].extract_text().split())
    dialog.close()


def test_what_cannot_be_written_is_told_and_nothing_is_written_over(program, no_printer, folder, qtbot):
    before = (folder / "halt.md").read_bytes()
    for place, said in ((folder / "halt.md", "lies in the library"), (folder / "no" / "a.pdf", "does not exist")):
        dialog = ask_to_print(program)
        dialog.fileSelected.emit(str(place))
        qtbot.waitUntil(lambda said=said: said in program.window.notice.text)
        dialog.close()
        qtbot.waitUntil(lambda: program.window.findChild(SaveDialog) is None)
    assert (folder / "halt.md").read_bytes() == before


def test_with_a_printer_it_is_asked_for(program, monkeypatch):
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    assert ask_to_print(program) is None
    program.window.findChild(PrintDialog).reject()
