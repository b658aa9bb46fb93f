"""The items of a JSON list, one at a time, so that a list of 100,000 costs the memory of one."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from viewer.importers.sources import Source, UnreadableError
from viewer.importers.words import encoding_of
from viewer.model import ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

Fields = dict[str, Any]

_STEP = 256 * 1024
LONGEST_ITEM = 64 * 1024 * 1024
MOST_FAULTS = 100
_BLANKS = re.compile(r"[\s,]*")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Item:
    """One object of the list; ``item`` names it for the report ("export.json, item 12")."""

    item: str
    fields: Fields

    def text(self, *names: str) -> str:
        """The first of the named values that is a text or a number, as text; "" where there is none."""
        return next((text for name in names if (text := as_text(self.fields.get(name)))), "")

    def yes(self, name: str) -> bool:
        """Whether a switch is on, be it true, 1, "1" or "true"."""
        return as_text(self.fields.get(name)).strip().lower() in ("1", "true", "yes")

    def texts(self, name: str, key: str) -> list[str]:
        """The texts of a list, whose members may be objects that keep their text under ``key``."""
        return texts_of(self.fields.get(name), key)


def as_text(value: object) -> str:
    """A JSON text or number as text; "" for null, lists and objects."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value) if isinstance(value, str | int | float) else ""


def texts_of(value: object, key: str) -> list[str]:
    """The texts of a JSON list of texts, or of objects with a text under ``key``; a lone text counts as a list."""
    members = value if isinstance(value, list) else [value]
    found = (as_text(member.get(key)) if isinstance(member, dict) else as_text(member) for member in members)
    return [text for text in found if text]


def read_object(text: str) -> Fields:
    """The JSON object that a text holds. Raises UnreadableError where it holds none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"It is not valid JSON ({_in_words(error)}).") from error
    if not isinstance(value, dict):
        raise UnreadableError("It is JSON, but not of a kind that is known here.")
    return value


def items(source: Source) -> Iterator[Item | ImportProblem]:
    """The objects of the list that a source holds. What cannot be read is a problem, and the next is tried."""
    with source.open() as stream:
        reader = _Reader(stream, *encoding_of(source.head()))
        if not reader.enter_list():
            yield ImportProblem(source.name, "It is JSON, but not a list of articles.")
            return
        number = 0
        while (found := reader.next_value()) is not _END:
            number += 1
            name = f"{source.name}, item {number}"
            if isinstance(found, dict):
                yield Item(name, found)
            else:
                reason = str(found) if isinstance(found, UnreadableError) else "It is no object and was passed over."
                yield ImportProblem(name, reason)


_END = object()


class _Reader:
    """A window over the characters of the stream that slides from value to value."""

    def __init__(self, stream: BinaryIO, encoding: str, mark: int) -> None:
        stream.read(mark)
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._text, self._at, self._ended, self._faults = "", 0, False, 0

    def enter_list(self) -> bool:
        self._more()
        self._skip_blanks()
        if not self._text.startswith("[", self._at):
            return False
        self._at += 1
        return True

    def next_value(self) -> object:
        """The next value of the list, an UnreadableError for one that is broken, or the end."""
        self._skip_blanks()
        if self._at >= len(self._text) or self._text[self._at] == "]" or self._faults >= MOST_FAULTS:
            return _END
        while True:
            try:
                value, self._at = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                # Broken, or only not read to its end yet.
                if self._ended or isinstance(error, RecursionError) or self._too_long():
                    return self._pass_over(error)
                self._more()
            else:
                return value

    def _too_long(self) -> bool:
        return len(self._text) - self._at > LONGEST_ITEM

    def _pass_over(self, error: Exception) -> UnreadableError:
        """Go on at the next place that looks like the begin of an item."""
        self._faults += 1
        while not (found := _NEXT_ITEM.search(self._text, self._at + 1)) and not self._ended:
            self._text, self._at = self._text[-1000:], 0
            self._more()
        self._at = found.end() if found else len(self._text)
        return UnreadableError(f"It is not valid JSON ({_in_words(error)}).")

    def _skip_blanks(self) -> None:
        while True:
            blanks = _BLANKS.match(self._text, self._at)
            self._at = blanks.end() if blanks else self._at
            if self._at < len(self._text) or self._ended:
                return
            self._more()

    def _more(self) -> None:
        """Read on: as much again as is at hand, so that a long item is not tried too often."""
        kept = self._text[self._at :]
        data = self._stream.read(max(_STEP, len(kept)))
        self._ended = not data
        self._text, self._at = kept + self._decoder.decode(data, final=self._ended), 0


def _in_words(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error).partition(":")[0].lower()
