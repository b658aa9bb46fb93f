"""Everything the reader can do: one table that makes menus, tool tips, keys and the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QPixmap

from viewer.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QMenuBar, QWidget

_TEXT_ICON_SIZE = 20


class Command(NamedTuple):
    """One thing to do. The window's method ``name`` does it; ``keys`` are portable key sequences.

    ``checkable`` commands call their method with the new state. ``menu`` is where it stands; a name with "|" before
    it begins a new group there.
    """

    name: str
    text: str
    tip: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""


MENUS = ("&File", "&Article", "&Organise", "&View", "&Go", "&Timeline", "&Help")

COMMANDS = (
    Command("open_folder", "&Open folder…", "Open a folder of Markdown files as a library", "&File", ("Ctrl+O",)),
    Command("open_file", "Open &file…", "Open one Markdown or text file", "&File", ("Ctrl+Shift+O",), "open-file"),
    Command("open_sample", "Open the &sample library", "Open the library that comes with Dateline", "&File"),
    Command("add_files", "&Add to the library…", "Bring in pages, texts, feeds, books, exports", "&File|", ("Ctrl+I",)),
    Command("add_folder", "Add a &whole folder…", "Bring in all articles of a folder", "&File"),
    Command("try_import", "Tr&y an import…", "See what would come of files, and add nothing yet", "&File"),
    Command("add_address", "Add an a&ddress…", "Fetch a page of the web", "&File", ("Ctrl+Shift+I",)),
    Command("paste_into_library", "Pas&te into the library", "Add what you copied elsewhere", "&File", ("Ctrl+V",)),
    Command("show_inbox", "&Inbox…", "Watch a folder for new articles", "&File"),
    Command("show_feeds", "F&eeds…", "Follow feeds, and see which failed", "&File|", ("Ctrl+Shift+E",)),
    Command("refresh_feeds", "Refresh feeds &now", "Ask every feed for what is new", "&File", ("Shift+F5",)),
    Command("refresh_library", "&Look for changes", "Compare the folder with the index now", "&File|", ("F5",)),
    Command("show_problems", "Files with p&roblems…", "List files that could not be read, conflicted copies", "&File"),
    Command("restore_marks", "Restore reading &marks…", "Bring your marks back to the day of a backup", "&File|"),
    Command("export_timeline", "E&xport the timeline…", "Write it for people or programs", "&File|", ("Ctrl+E",)),
    Command("export_library", "Export t&he library…", "Write all articles, or a list of them, to a file", "&File"),
    Command("print_article", "&Print…", "Print the article", "&File|", ("Ctrl+P",)),
    Command("quit", "&Quit", "Close Dateline", "&File|", ("Ctrl+Q",)),
    Command("find_in_article", "&Find in article…", "Find words in this article", "&Article", ("Ctrl+F", "/")),
    Command("find_next", "Find &next", "Go to the next place found", "&Article", ("F3",)),
    Command("find_previous", "Find &previous", "Go to the place found before", "&Article", ("Shift+F3",)),
    Command("next_date", "Next &date", "Go to the next date in the text and say how it is known", "&Article|", ("D",)),
    Command("previous_date", "Previous d&ate", "Go to the date before in the text", "&Article", ("Shift+D",)),
    Command("set_date", "Set the dat&e…", "Say what the date means, or when the event was", "&Article", ("C",)),
    Command("set_published", "Day of pu&blication…", "Say when the article was published", "&Article", ("Shift+C",)),
    Command("select_by_keys", "&Select by keyboard", "Move a caret in the text", "&Article|", ("F4",), "", True),
    Command("highlight", "H&ighlight", "Highlight what is selected, or change a highlight", "&Article", ("H",)),
    Command("highlight_with_note", "Highligh&t with a note…", "Or note on the article", "&Article", ("Shift+H",)),
    Command("show_highlights", "&Highlights and notes…", "List those of this article", "&Article", ("Ctrl+Shift+H",)),
    Command("open_original", "&Open the original…", "Show the article's address, then open it", "&Article|", ("O",)),
    Command("compare_texts", "Compare &versions…", "Compare the article with another text of it", "&Article|", ("V",)),
    Command("fetch_whole_page", "Fetch the &whole page", "Fetch the article's page and show it whole", "&Article"),
    Command("extract_again", "E&xtract again…", "Take another reading of the page that is kept", "&Article"),
    Command("copy_link", "&Copy address", "Copy the article's address or file name", "&Article", ("Ctrl+Shift+C",)),
    Command("toggle_read", "Mark &read or unread", "Mark articles read or unread", "&Organise", ("M",), "read"),
    Command("toggle_star", "&Star", "Give articles a star, or take it away", "&Organise", ("S",), "star"),
    Command("toggle_archive", "&Archive", "Archive articles, or take them back", "&Organise", ("E",), "archive"),
    Command("edit_tags", "&Tags…", "Choose the tags of articles", "&Organise", ("T",), "tag"),
    Command("edit_stories", "St&ories…", "Choose the stories that articles belong to", "&Organise", ("Shift+T",)),
    Command("make_story", "&Make a story…", "Of this article and what tells the same", "&Organise", ("Ctrl+Shift+M",)),
    Command(
        "move_to_trash", "Move to the tras&h", "The files stay until you empty it", "&Organise|", ("Del",), "trash"
    ),
    Command("put_back", "&Put back", "Put articles back from the trash", "&Organise"),
    Command("mark_all_read", "Mark a&ll read", "Mark the whole list read", "&Organise|", ("Shift+M",)),
    Command("save_search", "Sa&ve this search…", "Keep the search under a name", "&Organise|", ("Ctrl+Shift+S",)),
    Command("undo", "&Undo", "Undo what you did last with articles", "&Organise|", ("Ctrl+Z",)),
    Command("redo", "Re&do", "Do again what you undid", "&Organise", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("empty_trash", "&Empty the trash…", "Delete what is in the trash for good", "&Organise|"),
    Command("text_larger", "&Larger text", "Larger text", "&View", ("Ctrl++", "Ctrl+="), "text-larger"),
    Command("text_smaller", "&Smaller text", "Smaller text", "&View", ("Ctrl+-",), "text-smaller"),
    Command("text_normal", "&Normal text size", "The text size that Dateline came with", "&View", ("Ctrl+0",)),
    Command("theme_system", "Like the s&ystem", "Light or dark as the system is", "&View|", (), "", True, "theme"),
    Command("theme_light", "L&ight", "Dark text on light paper", "&View", (), "", True, "theme"),
    Command("theme_dark", "&Dark", "Light text on a dark page", "&View", (), "", True, "theme"),
    Command("theme_sepia", "S&epia", "Brown text on cream paper", "&View", (), "", True, "theme"),
    Command("show_library", "Li&brary pane", "Show or hide the articles", "&View|", ("F6",), "sidebar-left", True),
    Command("show_shelves", "S&helves", "Archive, trash, stories, tags and more", "&View", ("F9",), "shelves", True),
    Command("show_related", "&Related pane", "Show or hide related articles", "&View", ("F7",), "sidebar-right", True),
    Command("show_timeline", "&Timeline pane", "Show or hide the timeline", "&View", ("F8",), "panel-bottom", True),
    Command(
        "collapse_duplicates",
        "&Collapse near-duplicates",
        "Show one row for articles that are nearly the same",
        "&View|",
        checkable=True,
    ),
    Command("full_screen", "F&ull screen", "Fill the screen, or stop", "&View|", ("F11",), "", True),
    Command("go_back", "&Back", "The article before, where you left it", "&Go", ("Alt+Left",), "back"),
    Command("go_forward", "&Forward", "The article that you came back from", "&Go", ("Alt+Right",), "forward"),
    Command("next_article", "&Next article", "The next article of the list", "&Go|", ("J", "Alt+Down"), "next"),
    Command("previous_article", "&Previous article", "The article above it", "&Go", ("K", "Alt+Up"), "previous"),
    Command("next_unread", "Next &unread", "The next unread article of the list", "&Go", ("N",), "unread"),
    Command("back_to_top", "Back to &top", "The beginning of the article", "&Go", ("Ctrl+Home",), "top"),
    Command("search_library", "&Search the library", "Find articles by words", "&Go|", ("Ctrl+L", "Ctrl+Shift+F")),
    Command("focus_library", "Library", "Move to the list of articles", "&Go|", ("Ctrl+1",)),
    Command("focus_article", "Article", "Move to the article", "&Go", ("Ctrl+2",)),
    Command("focus_related", "Related", "Move to the related articles", "&Go", ("Ctrl+3",)),
    Command("focus_timeline", "Timeline", "Move to the timeline", "&Go", ("Ctrl+4",)),
    Command("timeline_list", "As a &list", "The timeline as a list", "&Timeline", ("Ctrl+Shift+L",), "list", True),
    Command("story_timeline", "Of the &story", "What all articles of the story tell", "&Timeline", ("Y",), "", True),
    Command("zoom_in", "Zoom &in", "Show a shorter time", "&Timeline|", ("Ctrl+Alt++", "Ctrl+Alt+="), "zoom-in"),
    Command("zoom_out", "Zoom &out", "Show a longer time", "&Timeline", ("Ctrl+Alt+-",), "zoom-out"),
    Command("zoom_fit", "&Fit", "Show the whole time", "&Timeline", ("Ctrl+Alt+0",), "fit"),
    Command("show_search_help", "Sea&rching…", "What a search in the library can say", "&Help"),
    Command("show_keys", "&Keys…", "List every key, and change them", "&Help", ("F1", "Ctrl+?"), "help"),
    Command("single_keys", "&Single-letter keys", "Let single letters act while you read", "&Help", (), "", True),
    Command("show_about", "&About Dateline", "Version and licences", "&Help|"),
)

ELSEWHERE = (
    ("Timeline", "Left, Right", "Step through the events"),
    ("Timeline", "Home, End", "First and last event"),
    ("Timeline", "+, -, 0", "Zoom in, zoom out, fit"),
    ("Timeline", "Enter", "Go to the sentence"),
    ("Every pane", "Space, Shift+Space", "Read on, and back; at the end, the next unread article"),
    ("Article", "Tab, Shift+Tab, Enter", "Next link, link before, follow it"),
    ("Article, with F4", "Arrows, Shift and the arrows", "Move the caret, select"),
    ("Find in article", "Enter, Shift+Enter", "Next and previous place"),
    ("Search", "Enter, Shift+Enter or Down", "Read the first article found, or go to the list of them"),
    ("Articles", "Ctrl or Shift with a click, Shift+Up, Shift+Down, Ctrl+A", "Select several"),
    ("Articles", "Ctrl+1 twice", "To the shelves; there F2 renames, Del removes, Enter goes to the list"),
    ("Compare", "N, P", "Next and previous change"),
    ("Highlights and notes", "Enter, F2, Del, Ctrl+Z", "Go to the place, change the note, delete, undo"),
    ("Note", "Ctrl+Enter", "Save it"),
    ("Anywhere", "Esc", "Leave the search, the marks, the full screen"),
)
"""Keys that belong to a pane and no action: where, keys, what they do."""


class Actions(QObject):
    """The actions of one window, by the names of ``COMMANDS``."""

    def __init__(self, target: QWidget, changed_keys: Mapping[str, Sequence[str]] | None = None) -> None:
        """``changed_keys`` are the reader's own, by the names of commands."""
        super().__init__(target)
        self._changed = dict(changed_keys or {})
        self._with_single = True
        self._actions = {command.name: _action(command, target) for command in COMMANDS}
        if self._changed:
            self.use_single_keys(True)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def paint_icons(self, color: QColor, names: Collection[str] | None = None) -> None:
        """Give every action, or those of ``names``, its icon in ``color``."""
        for command in COMMANDS:
            if command.icon and (names is None or command.name in names):
                self._actions[command.name].setIcon(icon(command.icon, color, _TEXT_ICON_SIZE))

    def reserve_icons(self, names: Collection[str]) -> None:
        """Give the actions of ``names`` an empty icon, so that nothing moves when the drawn ones come."""
        empty = QPixmap(_TEXT_ICON_SIZE, _TEXT_ICON_SIZE)
        empty.fill(Qt.GlobalColor.transparent)
        for name in names & self._actions.keys():
            self._actions[name].setIcon(empty)

    def set_icon(self, name: str, icon_name: str, color: QColor) -> None:
        """Give one action another icon."""
        self._actions[name].setIcon(icon(icon_name, color, _TEXT_ICON_SIZE))

    def use_single_keys(self, wanted: bool) -> None:
        """Turn the keys without a modifier on or off; function keys and Space stay."""
        self._with_single = wanted
        for command in COMMANDS:
            keys = [key for key in self.keys(command) if wanted or not is_single(key)]
            _give_keys(self._actions[command.name], command, keys)

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys of a command, the reader's own where there are any, single letters included."""
        return tuple(self._changed.get(command.name, command.keys))

    def change_keys(self, changed: Mapping[str, Sequence[str]]) -> None:
        """Take the reader's own keys, by the names of commands, in the place of those before."""
        self._changed = dict(changed)
        self.use_single_keys(self._with_single)

    def enable(self, names: Iterable[str], enabled: bool) -> None:
        """Enable or disable some actions."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def fill(self, bar: QMenuBar) -> None:
        """Write the menus of the table into ``bar``."""
        menus = {name: bar.addMenu(name) for name in MENUS}
        for command in COMMANDS:
            menu = menus[command.menu.rstrip("|")]
            if command.menu.endswith("|"):
                menu.addSeparator()
            menu.addAction(self._actions[command.name])
            menu.setToolTipsVisible(True)


def is_single(key: str) -> bool:
    """Whether a key is a letter or sign that one might type."""
    return len(key.removeprefix("Shift+")) == 1


class LateDesk(QObject):
    """Does ``commands`` with a desk that ``make`` makes when the first of them is wanted: a start does without it."""

    def __init__(self, commands: Collection[str], make: Callable[[], QObject], parent: QObject) -> None:
        super().__init__(parent)
        self.commands = frozenset(commands)
        self._make = make
        self._made: QObject | None = None

    @property
    def desk(self) -> QObject:
        """The desk; it is made now if it was not before."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def wake(self) -> None:
        """Make the desk now, for it has something to watch."""
        self._made = self.desk

    @property
    def is_made(self) -> bool:
        """Whether the desk was made already."""
        return self._made is not None

    def do(self, checked: bool = False) -> None:
        """Do the command whose action was triggered."""
        action = self.sender()
        if isinstance(action, QAction):
            method = getattr(self.desk, action.objectName())
            method(checked) if action.isCheckable() else method()


def connect(actions: Actions, targets: Sequence[QObject]) -> None:
    """Connect each action to the method that has its name, of the first of ``targets`` that has one."""
    late = {name: target for target in targets if isinstance(target, LateDesk) for name in target.commands}
    for command in COMMANDS:
        found = (getattr(target, command.name) for target in targets if hasattr(target, command.name))
        handler = late[command.name].do if command.name in late else next(found)
        action = actions[command.name]
        (action.toggled if command.checkable else action.triggered).connect(handler)


def keys_text(action: QAction) -> str:
    """The keys of an action as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(sequence.toString(native) for sequence in action.shortcuts())


def _action(command: Command, parent: QWidget) -> QAction:
    action = QAction(command.text, parent)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    action.setIconVisibleInMenu(not command.checkable)  # there it would stand in the place of the check mark
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setStatusTip(command.tip)
    _give_keys(action, command, command.keys)
    return action


def _give_keys(action: QAction, command: Command, keys: Iterable[str]) -> None:
    """Give an action its keys, and say them in its tool tip."""
    action.setShortcuts([QKeySequence(key) for key in keys])
    text = keys_text(action)
    action.setToolTip(f"{command.tip} ({text})" if text else command.tip)
