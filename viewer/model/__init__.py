"""The values that every floor shares. Standard library only, nothing here does input or output."""

from typing import TYPE_CHECKING

from viewer.model.article import Article, IndexProblem, RelatedRow, SearchRow
from viewer.model.document import Block, BlockKind, Cell, Document, ImageReference, Mark, Run
from viewer.model.errors import DatelineError, LibraryError, UsageError
from viewer.model.event import Chronology, DatedPassage, Event, Factuality, SetDate
from viewer.model.passage import Passage
from viewer.model.time import Basis, Interval, Precision, Timex, TimexType

if TYPE_CHECKING:
    from viewer.model.imported import ImportedArticle, ImportedFeed, ImportedFile, ImportedHighlight, ImportProblem
    from viewer.model.organised import Report, SavedSearch, Story, StoryEvent

__all__ = [
    "Article",
    "Basis",
    "Block",
    "BlockKind",
    "Cell",
    "Chronology",
    "DatedPassage",
    "DatelineError",
    "Document",
    "Event",
    "Factuality",
    "ImageReference",
    "ImportProblem",
    "ImportedArticle",
    "ImportedFeed",
    "ImportedFile",
    "ImportedHighlight",
    "IndexProblem",
    "Interval",
    "LibraryError",
    "Mark",
    "Passage",
    "Precision",
    "RelatedRow",
    "Report",
    "Run",
    "SavedSearch",
    "SearchRow",
    "SetDate",
    "Story",
    "StoryEvent",
    "Timex",
    "TimexType",
    "UsageError",
]


def __getattr__(name: str) -> object:
    """The values of an import, of stories and saved searches are made when they are asked for, not by a start."""
    if name in {"ImportProblem", "ImportedArticle", "ImportedFeed", "ImportedFile", "ImportedHighlight"}:
        from viewer.model import imported

        return getattr(imported, name)
    if name in {"Report", "SavedSearch", "Story", "StoryEvent"}:
        from viewer.model import organised

        return getattr(organised, name)
    raise AttributeError(name)
