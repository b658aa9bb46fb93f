from __future__ import annotations

import pytest

from viewer.importers import read
from viewer.importers.markdown_files import split_header

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def test_the_front_matter_passes_through_unchanged(bring_in):
    header = (
        '---\r\ntitle: "Troops"   # odd\r\nurl: https://a.example/1\r\nzz: [ b,a ]\r\npublished: 2018-11-02\r\n---\r\n'
    )
    (article,), problems = bring_in("note.md", header + "\r\nText\r\n")
    assert article.header + article.markdown == header + "\r\nText\r\n"
    assert article.header == header
    assert (article.url, article.published, article.published_from) == (
        "https://a.example/1",
        "2018-11-02",
        "front matter",
    )
    assert problems == []


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("---\ntitle: a\n---\nText", "---\ntitle: a\n---\n"),
        ("+++\ntitle = 'a'\n+++\nText", "+++\ntitle = 'a'\n+++\n"),
        ("---\nA rule above\n\n---\nText", ""),
        ("---\ntitle: never closed", ""),
        ("Text\n---\na: b\n---\n", ""),
    ],
)
def test_what_is_front_matter(text, header):
    assert split_header(text) == (header, text[len(header) :])


def test_titles_in_the_order_of_trust(bring_in):
    assert bring_in("my-note.md", '---\ntitle: "One: two"\n---\n# Three\n')[0][0].title == "One: two"
    assert bring_in("my-note.md", "# Three\n\nText")[0][0].title == "Three"
    assert bring_in("my-note.md", "Text")[0][0].title == "My note"


def test_an_obsidian_vault_brings_its_pictures(tmp_path, bring_in):
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / ".obsidian" / "plugin.md").write_text("no")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "map one.png").write_bytes(PNG)
    (tmp_path / "fake.png").write_text("<svg>")
    bring_in(
        "War/Syria/note.md", "![[map one.png|300]] ![x](../../fake.png) ![](https://a.example/x.png) ![[other note]]"
    )
    article, problem = read(tmp_path)
    assert [(file.name, file.data) for file in article.files] == [("map one.png", PNG)]
    assert article.sections == ("War", "Syria")
    assert article.item == "War/Syria/note.md"
    assert "../../fake.png" in problem.reason


def test_a_hugo_site_brings_its_pictures(tmp_path, bring_in):
    (tmp_path / "static" / "img").mkdir(parents=True)
    (tmp_path / "hugo.toml").write_text("title = 'A site'")
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "index.html").write_text("<html>{{ .Title }}")
    bring_in("content/data.csv", "a,b")
    (tmp_path / "static" / "img" / "map.png").write_bytes(PNG)
    bring_in("content/posts/hajin-falls/index.md", '+++\ndate = "2018-12-14"\n+++\n![Map](/img/map.png) ![](here.png)')
    (tmp_path / "content/posts/hajin-falls/here.png").write_bytes(PNG)
    (bundle,) = read(tmp_path)
    assert {file.name for file in bundle.files} == {"/img/map.png", "here.png"}
    assert (bundle.title, bundle.sections, bundle.published) == ("Hajin falls", (), "2018-12-14")


def test_a_jekyll_site_dates_its_files_by_name(tmp_path, bring_in):
    (tmp_path / "_config.yml").write_text("title: A site")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "map.png").write_bytes(PNG)
    bring_in("_posts/2018-11-02-border-troops.md", "![](/map.png)")
    (dated,) = read(tmp_path)
    assert [file.name for file in dated.files] == ["/map.png"]
    assert (dated.title, dated.published, dated.published_from) == ("Border troops", "2018-11-02", "file name")


def test_no_picture_from_outside_the_folder(tmp_path, bring_in):
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "vault" / "note.md").write_text("![](../secret.png) ![](link.png) ![](/etc/x.png) ![](file:///x.png)")
    article, problem = read(tmp_path / "vault")
    assert article.files == ()
    assert "../secret.png, link.png, /etc/x.png" in problem.reason


def test_a_folder_in_an_archive_brings_its_pictures(bring_in, zipped):
    entries = {
        "lib/War/note.md": "![](../img/a.png) ![](b.png) ![](../../../x.png)",
        "lib/img/a.png": PNG,
        "x.png": PNG,
    }
    (article,), problems = bring_in("lib.zip", zipped(entries | {"lib/War/b.png": "no picture"}))
    assert [(file.name, file.data) for file in article.files] == [("../img/a.png", PNG)]
    assert article.sections == ("lib", "War")
    assert "b.png, ../../../x.png" in problems[0].reason


def test_ten_thousand_brackets(bring_in):
    (article,), _ = bring_in("a.md", "![" * 10_000 + "[" * 100_000)
    assert article.files == ()
