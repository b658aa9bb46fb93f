from __future__ import annotations

import os

import pytest

from viewer.importers import Kind, recognise

TEXTS = {
    "x1": ("title,url,time_added,tags,status\n", Kind.POCKET_TABLE),
    "x2": ("<title>Pocket Export</title><h1>Unread</h1>", Kind.POCKET_PAGE),
    "x3": ("URL,Title,Selection,Folder\n", Kind.INSTAPAPER),
    "x4": ("URL,Title,Selection,Folder,Timestamp,Tags\n", Kind.INSTAPAPER),
    "x5": ('[{"id": 1, "is_archived": 0}]', Kind.WALLABAG),
    "x6": ("Title;URL;Content;Tags;MIME Type;Language;Creation date\n", Kind.WALLABAG_TABLE),
    "x7": ("Highlight,Book Title,Book Author,Amazon Book ID,Note\n", Kind.READWISE_HIGHLIGHTS),
    "x8": ("Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n", Kind.READWISE_READER),
    "x9": ("id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n", Kind.RAINDROP),
    "y1": ("\ufeff<!DOCTYPE NETSCAPE-Bookmark-file-1>\n", Kind.BOOKMARKS),
    "y2": ('<?xml version="1.0"?>\n<!-- a list -->\n<opml version="2.0">', Kind.OPML),
    "y3": ('<?xml version="1.0"?><rss version="2.0">', Kind.FEED),
    "y4": ('<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
    "y5": ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', Kind.JSON_FEED),
    "y6": ("%PDF-1.7\n", Kind.PDF),
    "y7": ("From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", Kind.MHTML),
    "y8": ("<!-- saved from url=(0020)https://a.example/ -->\n<html>", Kind.PAGE),
    "y9.txt": ("<!doctype html><p>A page under another name", Kind.PAGE),
    "z1.md": ("title,url,time_added: a note about tables\n", Kind.MARKDOWN),
    "z2.md": ("---\ntitle: x\n---\nText", Kind.MARKDOWN),
    "z3.txt": ("One, two; three.\n", Kind.TEXT),
    "z4.html": ("<p>A fragment", Kind.PAGE),
    "z5.json": ('{"a": 1}', Kind.UNKNOWN),
    "z6.csv": ("a,b,c\n1,2,3\n", Kind.UNKNOWN),
    "z7.bin": ("\x00\x01\x02\x03", Kind.UNKNOWN),
    "z8.txt": ("", Kind.TEXT),
}


@pytest.mark.parametrize("name", TEXTS)
def test_by_content_and_then_by_name(tmp_path, name):
    text, kind = TEXTS[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert recognise(tmp_path / name) is kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["part_000000.csv"], Kind.ARCHIVE),
        (["metadata_0_to_20.json", "content/a.html"], Kind.OMNIVORE),
        (["export/metadata_20_to_40.json"], Kind.OMNIVORE),
        (["mimetype", "META-INF/container.xml"], Kind.EPUB),
        (["[Content_Types].xml", "word/document.xml"], Kind.UNKNOWN),
    ],
)
def test_archives_by_the_names_of_their_entries(tmp_path, zipped, names, kind):
    (tmp_path / "x").write_bytes(zipped(dict.fromkeys(names, "x")))
    assert recognise(tmp_path / "x") is kind


def test_folders_and_pipes(tmp_path):
    assert recognise(tmp_path) is Kind.FOLDER
    os.mkfifo(tmp_path / "pipe")
    assert recognise(tmp_path / "pipe") is Kind.UNKNOWN
