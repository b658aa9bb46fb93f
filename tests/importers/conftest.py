"""What the tests of importers share."""

from __future__ import annotations

import sys
import types

import pytest


@pytest.fixture
def plain_converter(monkeypatch):
    """Stands for the converter of HTML, so that the tests hold the fields and not its Markdown."""
    module = types.ModuleType("viewer.importers.html_markdown")
    module.markdown_of = lambda html, *, url="": html.replace("<p>", "").replace("</p>", "\n\n")
    monkeypatch.setitem(sys.modules, "viewer.importers.html_markdown", module)


@pytest.fixture
def bring_in(tmp_path):
    """Writes a file and gives what ``read`` makes of it: the articles, and the problems."""
    from viewer.importers import read
    from viewer.model import ImportedArticle

    def bring(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        found = list(read(path))
        articles = [one for one in found if isinstance(one, ImportedArticle)]
        return articles, [one for one in found if not isinstance(one, ImportedArticle)]

    return bring


@pytest.fixture
def zipped():
    """Makes the bytes of a zip file from names and contents."""
    import io
    import zipfile

    def make(entries):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in entries.items():
                archive.writestr(name, data)
        return stream.getvalue()

    return make
