"""Hostile articles in a library: each is listed, opens, and nothing in it is fetched, run or read from elsewhere."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from viewer.library import Library
from viewer.model import BlockKind

SECRET = "the secret outside"

ARTICLES = {
    "script": "<script>alert('run')</script><script src=https://evil.example/x.js></script>",
    "handlers": "<img src=x.png onerror=\"alert('run')\"><b onclick=alert(1) onmouseover='alert(1)'>b</b>",
    "iframe": "<iframe src=https://evil.example/></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "object": "<object data=file:///etc/passwd></object><embed src=https://evil.example/x><applet code=x></applet>",
    "meta": "<meta http-equiv=refresh content='0;url=https://evil.example/'><base href=https://evil.example/>",
    "form": (
        "<form action=https://evil.example/><input name=a value=alert><button "
        "formaction=javascript:alert(1)>b</button></form>"
    ),
    "svg": (
        "<svg onload=alert(1)><image href=file:///etc/passwd "
        "/><foreignObject><script>alert(1)</script></foreignObject></svg>"
    ),
    "math": "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
    "style": "<style>@import 'https://evil.example/x.css'; p{background:url(file:///etc/passwd)}</style>",
    "link": (
        "<link rel=stylesheet href=https://evil.example/x.css><p style='background:url(//evil.example/x.png)'>a</p>"
    ),
    "noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "attributes": "Text {: onclick=alert(1) }\n\n## Heading {: style='x:expression(alert(1))' }",
    "mutation": (
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>"
    ),
    "comment": "<!--><img src=x onerror=alert(1)>--> <!-- <script> -->",
    "template": "<template><script>alert(1)</script></template><xmp><script>alert(1)</script></xmp>",
    "remote images": (
        "![a](https://evil.example/x.png) ![b](//evil.example/x.png) <img "
        "src=HTTPS://evil.example/x.png srcset='//evil.example/y.png 2x'>"
    ),
    "local images": (
        "![a](file:///etc/passwd) ![b](/etc/passwd) ![c](../outside.png) ![d](%2Fetc%2Fpasswd) ![e](..%2Foutside.png)"
    ),
    "data images": "![a](data:image/png;base64,AAAA) <img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "devices": "![a](/dev/zero) ![b](pipe.png) ![c](link.png) ![d](folder.png) ![e](linked/outside.png)",
    "vector images": "![a](x.svg) ![b](x.SVGZ) ![c](x.svg?y.png#z)",
    "windows images": "![a](C:/x.png) ![b](\\\\host\\share\\x.png) <img src='\\\\host\\x.png'> <img src='C:\\x.png'>",
    "javascript links": (
        "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) <a "
        "href='java\tscript:alert(1)'>c</a> <javascript:alert(1)> [d]\n\n[d]: javascript:alert(1)"
    ),
    "hidden schemes": (
        "<a href='&#1;javascript:alert(1)'>a</a> <a href='java&#0;script:x'>b</a> "
        "[c](&#106;avascript:alert(1)) <a href='\u202ejavascript:x'>d</a>"
    ),
    "other links": (
        "[a](data:text/html,<script>alert(1)</script>) [b](file:///etc/passwd) "
        "[c](smb://host/x) [d](vscode:x) [e](vbscript:x) [f](mailto:?attach=/etc/passwd) <a "
        "href='tel:1'>g</a>"
    ),
    "wiki links": (
        "[[javascript:alert(1)]] [[file:///etc/passwd|here]] [[../../outside]] ![[https://evil.example/x.png]]"
    ),
    "nested": "<div>" * 20_000 + "deep <script>alert(1)</script>",
    "bold": "<b>" * 20_000 + "deep",
    "lists": "<ul>" * 10_000 + "deep",
    "tables": "<table><tr><td>" * 50 + "deep",
    "spans": "<table><tr><td colspan=1000000000 rowspan=1000000000>a</table>",
    "rows": "<table>" + "<tr><td>x" * 20_000,
    "brackets": "[" * 10_000,
    "sections": "<![CDATA[" * 4_000,
    "items": "- " * 2_000,
    "notes": "\n\n".join(f"x[^{n}]\n\n[^{n}]: note" for n in range(3_000)),
    "overrides": "a\u202etxt.exe &#x202e;b \u2066c",
    "marks": "a" + "\u0301" * 100_000,
    "front matter": (
        "---\ntitle: !!python/object/apply:os.system ['touch run']\nx: &a [*a, *a]\n---\n<script>alert(1)</script>"
    ),
}
ALLOWED_LINK = re.compile(r"https?://|mailto:[^?]+@[^?]+$|#|(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?!//)[^\\]")
ACTIVE = ("alert", "@import", "expression(", "onerror", "<script", "<iframe", "<img", "javascript:")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A library of hostile articles, with a secret beside it and odd files within."""
    around = tmp_path_factory.mktemp("around")
    (around / "outside.png").write_text(SECRET)
    (around / "outside.md").write_text(SECRET)
    inside = around / "library"
    inside.mkdir()
    (inside / "folder.png").mkdir()
    (inside / "x.svg").write_text("<svg/>")
    os.mkfifo(inside / "pipe.png")
    (inside / "link.png").symlink_to(around / "outside.png")
    (inside / "linked").symlink_to(around)
    for name, text in ARTICLES.items():
        (inside / f"{name}.md").write_text(text, encoding="utf-8")
    return inside


@pytest.fixture(scope="module")
def library(folder, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with Library.open(folder, cache=home / "cache", data=home / "data") as opened:
        opened.refresh()
        yield opened


def opened(library, name):
    id = library.find(f"{name}.md")
    return id, library.document(id)


def test_every_hostile_article_is_in_the_library(library):
    assert {row.path.stem for row in library.articles()} >= set(ARTICLES)


@pytest.mark.parametrize("name", ARTICLES)
def test_only_harmless_links_stand_in_the_text(library, name):
    _, document = opened(library, name)
    for link in (run.link for block in document.blocks for run in block.runs if run.link):
        assert ALLOWED_LINK.match(link), link
        assert link.isprintable()


@pytest.mark.parametrize("name", ARTICLES)
def test_no_picture_comes_from_outside_the_library(library, folder, name):
    id, document = opened(library, name)
    for block in document.blocks:
        assert (block.image is not None) == (block.kind is BlockKind.IMAGE)
        if block.image:
            assert not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]", block.image.source)
            path = library.image_path(id, block.image.source)
            assert path is None or (path.is_file() and path.is_relative_to(folder.resolve()))


@pytest.mark.parametrize("name", ARTICLES)
def test_no_link_leads_to_an_article_outside(library, name):
    id, document = opened(library, name)
    for block in document.blocks:
        for run in block.runs:
            target = library.link_target(id, run.link)
            assert target is None or library.article(target).path.stem in ARTICLES


NOTHING_TO_RUN = [
    "script", "handlers", "iframe", "object", "meta", "form", "svg", "math", "style", "link", "noscript", "mutation",
    "template", "nested", "front matter",
]  # fmt: skip


@pytest.mark.parametrize("name", NOTHING_TO_RUN)
def test_what_would_run_is_not_even_text(library, name):
    _, document = opened(library, name)
    text = document.text.lower()
    assert not [word for word in ACTIVE if word in text]


@pytest.mark.parametrize("name", ARTICLES)
def test_the_text_is_printable(library, name):
    id, document = opened(library, name)
    strange = set("".join(block.text for block in document.blocks)) & set("\n\r\t\x00\u202e\u2066\u2029")
    assert not strange
    title = library.article(id).title
    assert title.isprintable()


def test_pictures_that_are_no_regular_file_below_the_library_have_no_path(library):
    id = library.find("devices.md")
    for source in (
        "/dev/zero",
        "pipe.png",
        "link.png",
        "folder.png",
        "linked/outside.png",
        "../outside.png",
        "x\0.png",
    ):
        assert library.image_path(id, source) is None


def test_opening_reads_nothing_outside_the_library(folder, tmp_path, trace_of_files):
    with Library.open(folder, cache=tmp_path / "cache", data=tmp_path / "data") as opened_library:
        opened_library.refresh()
        for name in ARTICLES:
            _, document = opened(opened_library, name)
            assert SECRET not in document.text
    own = {Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve(), Path(__file__).resolve().parents[2]}
    allowed = (folder.resolve(), tmp_path.resolve(), *own)
    strangers = [path for path in trace_of_files if not Path(path).resolve().is_relative_to(Path("/proc"))]
    strangers = [path for path in strangers if not any(Path(path).resolve().is_relative_to(root) for root in allowed)]
    assert strangers == []
    assert not (Path.cwd() / "run").exists()


TRACED: list[list[str]] = []


def _audit(event, arguments):
    """An audit hook cannot be taken away again, so it is added once and fills whatever list is waiting."""
    if TRACED and event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        TRACED[-1].append(os.fsdecode(arguments[0]))
    if TRACED and event in {"socket.connect", "subprocess.Popen", "os.system", "os.exec", "webbrowser.open"}:
        TRACED[-1].append(f"/{event}")


@pytest.fixture
def trace_of_files():
    """The paths of all files that Python code of this process opens, and what it connects to or starts."""
    if not hasattr(sys, "_dateline_audited"):
        sys.addaudithook(_audit)
        sys._dateline_audited = True
    opened_files: list[str] = []
    TRACED.append(opened_files)
    yield opened_files
    TRACED.remove(opened_files)
