"""The inbox in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from viewer.app import settle
from viewer.ui.inbox_desk import InboxDesk


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(program):
    program.window.actions_table["show_inbox"].trigger()
    made = program.window.inbox.desk
    assert isinstance(made, InboxDesk)
    return made


def look(program, desk):
    """Two looks, as they come two seconds apart."""
    for _ in range(2):
        desk.look()
        settle(program)


def test_it_is_off_until_the_reader_chooses_a_folder(program, desk, settings, inbox):
    box = program.window.findChild(QMessageBox)
    assert "folder of your choice" in box.text()
    assert settings.inbox(program.session.library.root) is None
    desk.watch(str(inbox))
    assert settings.inbox(program.session.library.root) == inbox
    assert program.window.notice.text.startswith(f"What arrives in {inbox}")


def test_what_arrives_comes_in_and_is_put_away(program, desk, inbox):
    desk.watch(str(inbox))
    (inbox / "One.md").write_text("# One of the inbox\n\nText of one.")
    (inbox / "two.part").write_text("half")
    look(program, desk)
    assert program.window.notice.text == "From the inbox: “One of the inbox” added."
    assert sorted(path.name for path in inbox.iterdir()) == ["Added", "two.part"]


def test_what_still_grows_is_waited_for(program, desk, inbox):
    desk.watch(str(inbox))
    path = inbox / "One.md"
    for text in ("# O", "# One\n\nText.", "# One\n\nText that is whole."):
        path.write_text(text)
        desk.look()
        settle(program)
    assert path.exists()
    look(program, desk)
    assert not path.exists()


def test_what_cannot_be_read_stays_and_is_told_once(program, desk, inbox):
    desk.watch(str(inbox))
    (inbox / "odd.bin").write_bytes(bytes(range(256)) * 9)
    look(program, desk)
    assert "odd.bin: " in program.window.notice.text
    program.window.notice.hide()
    look(program, desk)
    assert program.window.notice.text == ""
    assert (inbox / "odd.bin").exists()


def test_a_folder_within_the_library_is_refused(program, desk, folder, settings):
    (folder / "inside").mkdir()
    desk.watch(str(folder / "inside"))
    assert "within each other" in program.window.notice.text
    assert settings.inbox(folder) is None


def test_the_reader_may_do_without(program, desk, inbox, settings):
    desk.watch(str(inbox))
    desk.stop()
    (inbox / "One.md").write_text("# One\n\nText.")
    look(program, desk)
    assert (inbox / "One.md").exists()
    assert settings.inbox(program.session.library.root) is None


def test_a_folder_that_vanished_is_no_trouble(program, desk, inbox):
    desk.watch(str(inbox))
    inbox.rmdir()
    look(program, desk)
    assert program.window.notice.text.startswith("What arrives in")


def test_it_is_watched_again_when_the_library_is_opened_again(program, inbox, folder, settings):
    settings.set_inbox(folder, inbox)
    program.session.open(folder)
    settle(program)
    desk = program.window.inbox.desk
    (inbox / "One.md").write_text("# One\n\nText.")
    look(program, desk)
    assert not (inbox / "One.md").exists()


def test_the_sample_library_takes_nothing_in(program, desk):
    program.session.open_sample()
    settle(program)
    program.window.actions_table["show_inbox"].trigger()
    assert "takes nothing in" in program.window.notice.text
