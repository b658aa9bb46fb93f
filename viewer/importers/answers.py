"""What a reader apart says, and how it is understood: values of a few known kinds and nothing else.

The answers come from a process that read what strangers made. Unpickling just anything would let whoever got the
better of that process run what he likes in this one.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viewer.importers.turns import Place


@dataclass(frozen=True, slots=True)
class Begun:
    """An item was taken in hand."""

    place: Place
    name: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An item is done."""

    place: Place


@dataclass(frozen=True, slots=True)
class Alive:
    """A long item gets on."""


@dataclass(frozen=True, slots=True)
class Done:
    """All is read. A worn reader holds so much memory that a new one had better go on."""

    is_worn: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A question came to nothing, for this reason: a sentence."""

    reason: str


_KNOWN = {
    "datetime": {"datetime", "date", "timedelta", "timezone"},
    "viewer.importers.answers": {"Begun", "Ended", "Alive", "Done", "Failed"},
    "viewer.importers.feeds": {"FeedInfo"},
    "viewer.importers.fetched": {"FetchedPage", "FetchedFeed"},
    "viewer.model.imported": {
        *("ImportedArticle", "ImportedFeed", "ImportedFile", "ImportedHighlight", "ImportProblem"),
    },
}


class _Strict(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (a class or a function)
        """The class of that name. Raises UnpicklingError for any that is no answer."""
        if name not in _KNOWN.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        return getattr(import_module(module), name)


def load(stream: IO[bytes]) -> object:
    """The next answer. Raises UnpicklingError, EOFError, and what damaged pickles lead to."""
    return _Strict(stream).load()
