from __future__ import annotations

from PySide6.QtCore import QByteArray

from viewer.ui.settings import DEFAULT_SIZE, MAX_SIZE, MIN_SIZE, Reading, Settings


def test_what_was_set_is_there_the_next_time(qapp, tmp_path):
    file = tmp_path / "settings.ini"
    first = Settings(file)
    first.appearance = "sepia"
    first.reading = Reading(size=22)
    first.library = tmp_path
    first.set_last_article(tmp_path, 2**51 + 1)
    first.set_flag("show_related", False)
    first.set_state("geometry", QByteArray(b"\x00\x01\xff"))
    first.save()
    second = Settings(file)
    assert second.appearance == "sepia"
    assert second.reading.size == 22
    assert second.library == tmp_path
    assert second.last_article(tmp_path) == 2**51 + 1
    assert second.last_article(tmp_path / "other") is None
    assert second.flag("show_related", True) is False
    assert second.state("geometry").data() == b"\x00\x01\xff"


def test_a_file_full_of_nonsense_counts_as_not_set(qapp, tmp_path):
    file = tmp_path / "settings.ini"
    file.write_text("[General]\nappearance=plaid\n[reading]\nsize=enormous, very\n[window]\ngeometry=%%%\n")
    settings = Settings(file)
    assert settings.appearance == "system"
    assert settings.reading.size == DEFAULT_SIZE
    assert settings.state("geometry") is None
    assert settings.flag("show_related", True) is True


def test_text_grows_and_shrinks_within_bounds():
    reading = Reading()
    assert reading.larger().smaller() == reading
    for _ in range(50):
        reading = reading.larger()
    assert reading.size == MAX_SIZE
    for _ in range(50):
        reading = reading.smaller()
    assert reading.size == MIN_SIZE
