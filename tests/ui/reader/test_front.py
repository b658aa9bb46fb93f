"""What stands before and after an article."""

import pytest
from PySide6.QtCore import Qt

from viewer.app import settle

ARABIC = (
    "---\ntitle: القوات تصل إلى الحدود\nlang: ar\ntags: [العراق]\ncredit: with reporting from AFP\n---\n\n"
    "وصلت القوات العراقية إلى الحدود يوم الخميس. راجع [التقرير](halt.md).\n"
)


def sides(reader):
    """The lines behind the text, and whether they begin at the right."""
    block, found = reader.document().begin(), {}
    while block.isValid():
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        found[block.text()] = block.blockFormat().alignment() == right
        block = block.next()
    return found


@pytest.mark.parametrize("name", ["lead.md", "arabic.md"])
@pytest.mark.parametrize("command", ["", "theme_dark"])
def test_what_stands_behind_an_article_is_on_the_side_of_its_text(program, folder, name, command):
    (folder / "arabic.md").write_text(ARABIC, encoding="utf-8")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find(name))
    settle(program)
    if command:  # the page is set anew with all of it
        program.window.actions_table[command].trigger()
        settle(program)
    found = sides(program.window.reader)
    title = "The SDF halts its campaign near Hajin"
    tags = "Tags   العراق" if name == "arabic.md" else "Tags   Iraq"
    for line in ("↑ Back to top", "Related in your library", title, "With reporting from AFP", tags):
        assert found[line] is (name == "arabic.md"), line
