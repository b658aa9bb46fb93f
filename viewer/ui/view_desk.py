"""Panes, sizes and colours: what the View, Go and Timeline menus do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from viewer.ui.reader.formats import PageStyle
from viewer.ui.settings import Reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.actions import Actions
    from viewer.ui.main_window import MainWindow
    from viewer.ui.settings import Settings
    from viewer.ui.theme import Theme


class ViewDesk(QObject):
    """Shows and hides, enlarges and colours, and moves the keyboard from pane to pane."""

    def __init__(self, window: MainWindow, settings: Settings, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._settings, self._theme = window, settings, theme
        self._articles, self._lists, self._reader = window.articles, window.lists, window.reader
        self._library_pane, self._related_pane = window.library_pane, window.related_pane
        self._timeline = window.timeline

    @property
    def _actions(self) -> Actions:
        return self._window.actions_table

    def text_larger(self) -> None:
        """One step larger."""
        self._set_reading(self._settings.reading.larger())

    def text_smaller(self) -> None:
        """One step smaller."""
        self._set_reading(self._settings.reading.smaller())

    def text_normal(self) -> None:
        """The size that Dateline came with."""
        self._set_reading(Reading())

    def theme_system(self, wanted: bool) -> None:
        """Light or dark as the system is."""
        self._choose_theme("system", wanted)

    def theme_light(self, wanted: bool) -> None:
        """Dark text on light paper."""
        self._choose_theme("light", wanted)

    def theme_dark(self, wanted: bool) -> None:
        """Light text on a dark page."""
        self._choose_theme("dark", wanted)

    def theme_sepia(self, wanted: bool) -> None:
        """Brown text on cream paper."""
        self._choose_theme("sepia", wanted)

    def show_library(self, shown: bool) -> None:
        """Show or hide the library pane."""
        self._show_pane("show_library", self._library_pane, shown)

    def show_related(self, shown: bool) -> None:
        """Show or hide the related pane."""
        self._show_pane("show_related", self._related_pane, shown)

    def show_timeline(self, shown: bool) -> None:
        """Show or hide the timeline."""
        self._show_pane("show_timeline", self._timeline, shown)

    def collapse_duplicates(self, wanted: bool) -> None:
        """Show one row for articles that are nearly the same, or a row for each."""
        self._settings.set_flag("collapse_duplicates", wanted)
        self._lists.collapse(wanted)

    def full_screen(self, wanted: bool) -> None:
        """Fill the screen, or stop."""
        full = Qt.WindowState.WindowFullScreen
        state = self._window.windowState()
        self._window.setWindowState(state | full if wanted else state & ~full)

    def _choose_theme(self, name: str, wanted: bool) -> None:
        if wanted:
            self._settings.appearance = name
            self._theme.choose(name)

    def _show_pane(self, name: str, pane: QWidget, shown: bool) -> None:
        pane.setVisible(shown)
        self._actions[name].setChecked(shown)
        self._settings.set_flag(name, shown)

    def _set_reading(self, reading: Reading) -> None:
        self._settings.reading = reading
        self._articles.restyle(PageStyle(self._theme.colors, reading))

    def single_keys(self, wanted: bool) -> None:
        """Let single letters act, or not."""
        self._settings.set_flag("single_keys", wanted)
        self._actions.use_single_keys(wanted)

    # Going

    def focus_library(self) -> None:
        """Move to the list of articles; from there, to the shelves above it."""
        self.show_library(True)
        if not self._library_pane.list.hasFocus():
            self._library_pane.list.setFocus()
            return
        self._actions["show_shelves"].setChecked(True)
        self._library_pane.focus_shelves()

    def focus_article(self) -> None:
        """Move to the article."""
        self._reader.setFocus()

    def focus_related(self) -> None:
        """Move to the related articles."""
        self.show_related(True)
        self._related_pane.list.setFocus()
        self._related_pane.list.enter()

    def focus_timeline(self) -> None:
        """Move to the timeline."""
        self.show_timeline(True)
        self._timeline.pane.focus_events()

    # Timeline

    def timeline_list(self, wanted: bool) -> None:
        """The timeline as a plain list, or drawn."""
        self.show_timeline(True)
        self._timeline.pane.show_list(wanted)

    def zoom_in(self) -> None:
        """Show a shorter time."""
        self._timeline.pane.zoom_in()

    def zoom_out(self) -> None:
        """Show a longer time."""
        self._timeline.pane.zoom_out()

    def zoom_fit(self) -> None:
        """Show the whole time."""
        self._timeline.pane.fit()
