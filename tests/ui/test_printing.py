"""An article on paper."""

from __future__ import annotations

from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from viewer.app import settle
from viewer.ui.printing import Press


def printed(program, qtbot, target):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    press = Press(program.window.articles, printer, program.jobs, program.window)
    with qtbot.waitSignal(press.printed, timeout=10_000):
        pass
    return PdfReader(target)


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
