from __future__ import annotations

import base64
import os

import pytest
from builders import png

from viewer.importers.page_pictures import Pictures, data_of, in_folder


def data_address(data):
    return "data:image/png;base64," + base64.b64encode(data).decode()


def nothing(source):
    return None


def test_a_picture_in_the_page_becomes_a_file():
    pictures = Pictures(nothing, "")
    assert pictures.place(data_address(png())) == "files/image-1.png"
    assert [(file.name, file.data) for file in pictures.files] == [("files/image-1.png", png())]


def test_alike_pictures_are_one_and_alike_names_are_two():
    found = {"x/Ä photo.jpg": png(color=1), "y/photo.JPG": png(color=2), "z/photo.png": png(color=1)}
    pictures = Pictures(found.get, "")
    assert [pictures.place(source) for source in found] == ["files/photo.png", "files/photo-2.png", "files/photo.png"]


@pytest.mark.parametrize(
    "data",
    [b"<svg/>", b"not a picture", png(2**31 - 1, 2**31 - 1), png(30_000, 30_000), b"\x89PNG\r\n\x1a\n"],
)
def test_what_is_no_sensible_picture_does_not_come(data):
    pictures = Pictures(nothing, "")
    assert pictures.place(data_address(data)) == ""
    assert pictures.files == []


def test_a_picture_on_the_web_keeps_its_address():
    pictures = Pictures(nothing, "http://a.org/x/")
    assert pictures.place("b.jpg") == "http://a.org/x/b.jpg"
    assert pictures.place("file:///etc/passwd") == ""
    assert Pictures(nothing, "").place("b.jpg") == ""


def test_names_of_the_page_lead_nowhere():
    found = {"../../evil.png": png(), "CON.png": png(color=3), "a\\..\\b.png": png(color=4)}
    pictures = Pictures(found.get, "")
    for source in found:
        folder, name = pictures.place(source).split("/")
        assert folder == "files"
        assert name.replace("-", "").removesuffix(".png").isalnum()


@pytest.mark.parametrize("source", ["data:image/png;base64,%%%", "data:image/png;base64", "data:;base64,a"])
def test_broken_data(source):
    assert not data_of(source)


def test_only_regular_files_of_the_folder_are_read(tmp_path):
    folder = tmp_path / "page_files"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(png())
    (folder / "a b.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    os.mkfifo(folder / "pipe.png")
    find = in_folder(folder)
    assert find("a%20b.png") == png()
    assert find("page_files/a%20b.png?x=1") == png()
    refused = [
        "link.png",
        "pipe.png",
        "../outside.png",
        "page_files/../../outside.png",
        "/etc/hostname",
        "",
        ".",
        "a\0b",
    ]
    assert [find(source) for source in [*refused, "file:///etc/hostname", "//host/x.png", "none.png"]] == [None] * 11
    assert in_folder(None)("a.png") is None
