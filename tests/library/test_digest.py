import zlib
from datetime import date
from pathlib import Path

import pytest

from viewer.library import digest
from viewer.library.digest import FullReading, QuickReading, Refusal, read_fully, read_quickly
from viewer.library.readers import InThisThread, read_safely


def test_a_quick_reading_lists_and_finds(folder):
    reading = read_quickly(folder, "border.md")
    assert isinstance(reading, QuickReading)
    assert reading.metadata.title == "Troops at the border"
    assert reading.metadata.language == "en"
    text = zlib.decompress(reading.packed_text).decode()
    assert "Iraqi troops reinforced Hajin" in text
    assert "title:" not in text
    assert reading.notes == ()


def test_a_full_reading_dates_links_and_weighs(folder):
    reading = read_fully(folder, "sub/before.md")
    assert isinstance(reading, FullReading)
    day = date(2018, 9, 10).toordinal()
    assert (day, day, 1) in reading.dated.days
    assert read_fully(folder, "border.md").links == ("sub/before.md",)
    assert reading.fingerprint == read_quickly(folder, "sub/before.md").fingerprint
    assert "Hajin" in reading.vector.spellings


def test_a_text_file_is_no_markdown(folder):
    (folder / "plain.txt").write_text("A title\n\n*not emphasis* [not](a-link.md)\n")
    assert read_fully(folder, "plain.txt").links == ()


def test_a_file_that_is_no_article_is_a_refusal(folder):
    (folder / "empty.md").write_bytes(b"")
    for reading in (read_quickly, read_fully):
        refusal = reading(folder, "empty.md")
        assert isinstance(refusal, Refusal)
        assert "empty" in refusal.reason


def test_a_fault_in_dating_leaves_everything_else(folder, monkeypatch):
    def fail(*_):
        raise RuntimeError("boom")

    monkeypatch.setattr("viewer.chronology.analyse", fail)
    reading = read_fully(folder, "border.md")
    assert reading.links == ("sub/before.md",)
    assert "RuntimeError: boom" in reading.notes[0]


@pytest.mark.parametrize(("fault", "words"), [(RuntimeError("boom"), "boom"), (MemoryError(), "more memory")])
def test_any_other_fault_is_a_refusal_of_that_file_alone(folder, monkeypatch, fault, words):
    def fail(text):
        if "bakery" in text:
            raise fault
        return text

    monkeypatch.setattr(digest, "crude_text", fail)
    (folder / "bread.txt").rename(folder / "bread.md")
    readings = list(InThisThread().read("quick", folder, ["border.md", "bread.md"]))
    assert isinstance(readings[0], QuickReading)
    assert words in readings[1].reason
    assert read_safely("quick", Path(folder), "missing.md").lasting is False
