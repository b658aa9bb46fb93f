"""Feeds in the window: the list, asking for what is new, and the schedule that the reader may set."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from viewer.library import Progress
from viewer.library.links import url_key
from viewer.model import ImportProblem
from viewer.ui.command_process import run_command
from viewer.ui.feeds_dialog import FeedRow, FeedsDialog
from viewer.ui.jobs import sentence_of
from viewer.ui.words import plural, sentence_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.library import Library
    from viewer.ui.bringing import OfferedFeed
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings

_SAMPLE = "The sample library follows no feeds. Open a folder of your own: “Open folder” in the File menu."
_NONE = "No feed is followed yet. “Feeds” in the File menu takes one."
_WHERE = "“Feeds” in the File menu says why."
_KNOWN = "{} followed already. “Refresh feeds now” asks for what is new."
_TICK_MS = 60_000
_FIRST_TICK_MS = 15_000
_SECONDS_OF_AN_HOUR = 3600


class FeedsDesk(QObject):
    """Follows feeds. ``told`` carries a sentence, ``progressed`` how far a refresh is, ``refused`` bad entries."""

    told = Signal(object)
    progressed = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._jobs, self._window = session, settings, jobs, window
        self._dialog: FeedsDialog | None = None
        self._tickets: list[Ticket] = []
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.look_at_the_clock)
        session.opened.connect(self._on_opened)
        self._on_opened()

    # The list

    def show_feeds(self) -> None:
        """Open the list of feeds, or bring it forward."""
        library = self._session.own_library(_SAMPLE)
        if library is None:
            return
        if self._dialog is None:
            self._dialog = self._new_dialog(library)
        self._list()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.field.setFocus()

    def _new_dialog(self, library: Library) -> FeedsDialog:
        dialog = FeedsDialog(self._settings.feed_hours(library.root), self._window)
        dialog.add_wanted.connect(self.follow)
        dialog.remove_wanted.connect(self.remove)
        dialog.refresh_wanted.connect(self.refresh)
        dialog.import_wanted.connect(self.import_list)
        dialog.export_wanted.connect(self.export_list)
        dialog.scheduled.connect(self.set_schedule)
        dialog.finished.connect(self._on_closed)
        return dialog

    def _on_closed(self) -> None:
        self._dialog = None

    def _list(self) -> None:
        library = self._session.library
        if library is not None and self._dialog is not None:
            self._jobs.start("read", partial(_rows, library), self._on_rows, failed=self._on_failed, slot="feeds")

    def _on_rows(self, rows: Sequence[FeedRow]) -> None:
        if self._dialog is not None:
            self._dialog.show_rows(rows)

    # Following

    def follow(self, address: str) -> None:
        """Follow the feed at an address, or that of the site there, and bring in what it holds."""
        self._run(["add"], [address], "asking the feed", self._on_followed)

    def offer(self, feeds: Sequence[OfferedFeed]) -> None:
        """Ask, once for each, whether feeds that came up as addresses shall be followed; of those that are, say so."""
        library = self._session.library
        if library is not None:
            self._jobs.start("read", partial(_sorted_out, library, feeds), self._on_offered, failed=self._on_failed)

    def _on_offered(self, found: tuple[Sequence[OfferedFeed], Sequence[OfferedFeed]]) -> None:
        new, known = found
        if known:
            names = sentence_list([f"“{feed.title or feed.url}”" for feed in known])
            self._say(_KNOWN.format(f"{names} {'is' if len(known) == 1 else 'are'}"))
        self._ask_for(new)

    def _ask_for(self, feeds: Sequence[OfferedFeed]) -> None:
        from PySide6.QtWidgets import QMessageBox

        from viewer.ui.dialogs import put_sign

        for feed in feeds:
            box = QMessageBox(self._window)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.setWindowTitle("Follow this feed?")
            put_sign(box, "help")
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(f"“{feed.title or feed.url}” is a feed. Follow it, and bring in what it holds?")
            box.setInformativeText(feed.url)
            button = box.addButton("Follow", QMessageBox.ButtonRole.AcceptRole)
            button.setObjectName(feed.url)
            button.clicked.connect(self._on_offer_taken)
            box.addButton(QMessageBox.StandardButton.Cancel)
            box.setDefaultButton(button)
            box.open()

    def _on_offer_taken(self) -> None:
        self.follow(self.sender().objectName())

    def remove(self, urls: Sequence[str]) -> None:
        """Follow feeds no more; what came of them stays."""
        library = self._session.own_library(_SAMPLE)
        if library is not None:
            work = partial(_removed, library, tuple(urls))
            self._jobs.start("write", work, self._on_removed, failed=self._on_failed, essential=True)

    def _on_removed(self, count: int) -> None:
        self._say(f"{plural(count, 'feed')} removed. What came of {'it' if count == 1 else 'them'} stays.")

    def import_list(self) -> None:
        """Ask for an OPML file and follow what it lists."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, "Import a list of feeds", "", "Lists of feeds (*.opml *.xml);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def import_file(self, file: str) -> None:
        """Follow what the OPML file ``file`` lists; nothing is asked for yet."""
        self._run(["import"], [file], "reading the list", self._on_followed)

    def export_list(self) -> None:
        """Ask where to write the list as OPML."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, "Export the list of feeds", "feeds.opml", "Lists of feeds (*.opml)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_file)
        dialog.open()

    def export_file(self, file: str) -> None:
        """Write the list of feeds to ``file``."""
        library = self._session.library
        if library is not None:
            work = partial(_exported, library, Path(file))
            self._jobs.start("write", work, self._say, failed=self._on_failed, essential=True)

    def _on_followed(self, found: dict[str, Any]) -> None:
        parts = [f"“{found['followed'][0]['title']}” is followed"] if len(found["followed"]) == 1 else []
        parts = parts or [
            f"{plural(len(found['followed']), 'new feed') if found['followed'] else 'No new feeds'} followed"
        ]
        if found["refreshed"]:
            articles = sum(one["added"] for one in found["refreshed"]["feeds"])
            parts.append(plural(articles, "new article") if articles else "no new articles")
        faults = [one["fault"] for one in (found["refreshed"] or {"feeds": []})["feeds"] if one["fault"]]
        reasons = [one["reason"] for one in found["problems"]] + faults
        if reasons and not found["followed"]:
            self._say(reasons[0])
        else:
            self._say(" ".join([", ".join(parts) + ".", *reasons[:1]]))
        if len(reasons) > 1:
            self.refused.emit(tuple(ImportProblem(one["item"], one["reason"]) for one in found["problems"]))
        self._session.refresh()

    # Refreshing

    def refresh_feeds(self) -> None:
        """Ask every feed for what is new."""
        self.refresh(())

    def refresh(self, urls: Sequence[str]) -> None:
        """Ask these feeds for what is new; all of them for none."""
        self._run(["refresh"], urls, "asking feeds", self._on_refreshed)

    def cancel(self) -> None:
        """End what is under way; what came until now stays, and what did not is offered again."""
        if self._tickets:
            for ticket in self._tickets:
                ticket.cancel()
            self._tickets.clear()
            self.progressed.emit(None)
            self._session.refresh()

    def _run(
        self, action: Sequence[str], names: Sequence[str], phase: str, done: Callable[[dict[str, Any]], None]
    ) -> None:
        library = self._session.own_library(_SAMPLE)
        if library is None:
            return
        command = ["feeds", *action, *names, "--json", "--progress", "--library", str(library.root)]
        self.progressed.emit(Progress(0, 0, phase))
        ticket = self._jobs.start(
            "gather", partial(run_command, command), done, failed=self._on_failed, progress=self.progressed.emit
        )
        self._tickets = [*self._tickets[-20:], ticket]

    def _on_refreshed(self, found: dict[str, Any]) -> None:
        self._say(sentence(found))
        problems = found["entries"]["problems"]
        if problems:
            self.refused.emit(tuple(ImportProblem(one["item"], one["reason"]) for one in problems))
        self._session.refresh()

    def _say(self, words: str) -> None:
        self.progressed.emit(None)
        self.told.emit(words)
        self._list()
        if self._dialog is not None:
            self._dialog.say(words)

    def _on_failed(self, error: Exception) -> None:
        self.progressed.emit(None)
        self._say(sentence_of(error))

    # The schedule

    def set_schedule(self, hours: int) -> None:
        """Ask feeds every ``hours`` hours while the window is open; 0 for never."""
        library = self._session.own_library(_SAMPLE)
        if library is not None:
            self._settings.set_feed_hours(library.root, hours)
            self._on_opened()

    def _on_opened(self, _library: object = None) -> None:
        """Another library, or another schedule: look at the clock soon, if there is anything to look for."""
        if self._dialog is not None and _library is not None:
            self._dialog.close()
        library = self._session.library
        if library is not None and self._settings.feed_hours(library.root):
            self._clock.start(_FIRST_TICK_MS)
        else:
            self._clock.stop()

    def look_at_the_clock(self) -> None:
        """Refresh where the schedule says that it is time."""
        library = self._session.library
        hours = self._settings.feed_hours(library.root) if library is not None else 0
        if library is None or not hours:
            return
        self._clock.start(_TICK_MS)
        if time.time() - self._settings.feeds_asked(library.root) >= hours * _SECONDS_OF_AN_HOUR:
            self._settings.set_feeds_asked(library.root, time.time())
            command = ["feeds", "refresh", "--due", "--json", "--progress", "--library", str(library.root)]
            self._jobs.start("gather", partial(run_command, command), self._on_due, failed=self._on_due_failed)

    def _on_due(self, found: dict[str, Any]) -> None:
        """What a schedule brought is told; that it brought nothing is not."""
        self._list()
        if any(one["added"] for one in found["feeds"]):
            self.told.emit(sentence(found))
            self._session.refresh()

    def _on_due_failed(self, error: Exception) -> None:
        """A schedule complains of nothing that can wait: the list of feeds says it."""
        sentence_of(error)  # raises a bug of ours


def sentence(found: dict[str, Any]) -> str:
    """What a refresh brought: "12 new articles from 3 feeds, 1 feed failed"."""
    asked = [one for one in found["feeds"] if not one["left_alone"]]
    if not found["feeds"]:
        return _NONE
    brought, failed = [one for one in asked if one["added"]], [one for one in asked if one["fault"]]
    articles = sum(one["added"] for one in brought)
    parts = [
        f"{plural(articles, 'new article')} from {plural(len(brought), 'feed')}"
        if articles
        else f"Nothing new in {plural(len(asked), 'feed')}"
    ]
    if failed:
        parts.append(f"{plural(len(failed), 'feed')} failed")
    if left := len(found["feeds"]) - len(asked):
        parts.append(f"{plural(left, 'feed')} left alone")
    why = f" {_WHERE}" if failed else ""
    return ", ".join(parts) + "." + why + (f" {found['entries']['stopped']}" if found["entries"]["stopped"] else "")


def _rows(library: Library, _ticket: Ticket) -> list[FeedRow]:
    states = library.feed_states.all()
    rows = []
    for feed in library.feeds.all():
        state = states.get(url_key(feed.url))
        rows.append(FeedRow(feed.title, feed.url, state.answered if state else 0.0, state.fault if state else ""))
    return rows


def _removed(library: Library, urls: Sequence[str], _ticket: Ticket) -> int:
    return library.feeds.remove(urls)


def _exported(library: Library, file: Path, _ticket: Ticket) -> str:
    from viewer.library.given_files import write_given

    write_given(file, library.feeds.opml())
    return f"The list of feeds was written to {file}."


def _sorted_out(
    library: Library, feeds: Sequence[OfferedFeed], _ticket: Ticket
) -> tuple[Sequence[OfferedFeed], Sequence[OfferedFeed]]:
    """The feeds that are not followed yet, and those that are; each once."""
    followed = {url_key(feed.url) for feed in library.feeds.all()}
    each = {url_key(feed.url): feed for feed in reversed(feeds)}
    known = [feed for key, feed in each.items() if key in followed]
    return [feed for feed in each.values() if feed not in known][::-1], known[::-1]
