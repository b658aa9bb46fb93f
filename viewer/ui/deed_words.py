"""What the reader did, in a sentence, as it is said when it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.library.deeds import HeaderDeed, MarkDeed, NoteDeed, ShelfDeed
from viewer.model import Story
from viewer.ui.words import plural

if TYPE_CHECKING:
    from viewer.library.deeds import Deed

_MARKED = {
    "read": ("marked unread", "marked read"),
    "starred": ("no longer starred", "starred"),
    "archived": ("taken back from the archive", "archived"),
    "trashed_at": ("put back from the trash", "moved to the trash"),
}
_QUIET = ("read", "starred")


def deed_words(deed: Deed) -> str:
    """What was done, as in "14 articles archived."."""
    if isinstance(deed, MarkDeed):
        is_set = any(after for _, after, ids in deed.moves if ids)
        return f"{plural(len(deed.ids), 'article')} {_MARKED[deed.column][is_set]}."
    if isinstance(deed, HeaderDeed) and deed.key == "published":
        several = f" of {len(deed.splices):,} articles" if len(deed.splices) > 1 else ""
        return f"The day of publication{several} was set."
    if isinstance(deed, HeaderDeed):
        return f"The tags of {plural(len(deed.splices), 'article')} were changed."
    if isinstance(deed, NoteDeed):
        return _note_words(deed)
    return _shelf_words(deed)


def is_quiet(deed: Deed) -> bool:
    """Whether it is seen where it was done, so that nothing needs to be said."""
    if isinstance(deed, NoteDeed):
        return bool(deed.after) and not deed.is_date
    return isinstance(deed, MarkDeed) and deed.column in _QUIET and len(deed.ids) == 1


def _note_words(deed: NoteDeed) -> str:
    if deed.is_date:
        if deed.date is None:
            return "The date is again what Dateline reads."
        return "The date was set." if deed.date else "The words count as no date."
    if not deed.before:
        return "The highlight or note was made."
    return "The highlight or note was changed." if deed.after else "The highlight or note was deleted."


def _shelf_words(deed: ShelfDeed) -> str:
    shelf = deed.after or deed.before
    if shelf is None:
        return ""
    kind = "story" if isinstance(shelf, Story) else "search"
    if deed.before is None:
        return f"The {kind} “{shelf.name}” was {'made' if kind == 'story' else 'saved'}."
    if deed.after is None:
        return f"The {kind} “{shelf.name}” was removed; its articles stay."
    if deed.before.name != deed.after.name:
        return f"The {kind} “{deed.before.name}” is called “{deed.after.name}” now."
    if isinstance(deed.before, Story) and isinstance(deed.after, Story):
        return _membership_words(deed.before, deed.after)
    return f"The {kind} “{shelf.name}” was changed."


def _membership_words(before: Story, after: Story) -> str:
    more, less = set(after.articles) - set(before.articles), set(before.articles) - set(after.articles)
    parts = [f"{plural(len(more), 'article')} added to"] if more else []
    parts += [f"{plural(len(less), 'article')} taken out of"] if less else []
    return f"{', '.join(parts) or 'Nothing changed in'} the story “{after.name}”."
