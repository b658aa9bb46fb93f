"""A Chronology or a Document as bytes and back: JSON lists in the order of the fields, packed with zlib.

The shape is read off the dataclasses themselves, so a new field needs nothing here; ``SHAPE`` then changes, and
chronologies stored in another shape are computed again.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import operator
import types
import typing
import zlib
from enum import Enum
from functools import cache
from typing import Any

from viewer.model import Chronology, DatedPassage, Document, Event, Interval, Passage, Timex

if typing.TYPE_CHECKING:
    from collections.abc import Callable


def pack_chronology(chronology: Chronology) -> bytes:
    """The chronology as compact bytes."""
    return _pack(chronology)


def unpack_chronology(packed: bytes) -> Chronology:
    """The chronology that ``pack_chronology`` packed. Raises ValueError where the bytes are anything else."""
    try:
        return typing.cast("Chronology", _builder(Chronology)(json.loads(zlib.decompress(packed))))
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError("not a stored chronology") from error


def pack_document(document: Document) -> bytes:
    """The document as compact bytes."""
    return _pack(document)


def unpack_document(packed: bytes) -> Document:
    """The document that ``pack_document`` packed. Raises ValueError where the bytes are anything else."""
    try:
        return typing.cast("Document", _builder(Document)(json.loads(zlib.decompress(packed))))
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError("not a stored document") from error


def _pack(value: object) -> bytes:
    return zlib.compress(json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode(), 3)


def _plain(value: Any) -> object:  # noqa: ANN401 (as below)
    kind: Any = type(value)
    return _flattener(kind)(value)


@cache
def _flattener(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401 (as below)
    """A function that turns a value of ``kind`` into plain JSON."""
    if issubclass(kind, Enum):
        return operator.attrgetter("value")
    if dataclasses.is_dataclass(kind):
        names = _names(kind)
        values = operator.attrgetter(*names)
        return lambda value: [_plain(one) for one in (values(value) if len(names) > 1 else (values(value),))]
    if issubclass(kind, tuple):
        return lambda value: [_plain(one) for one in value]
    return lambda value: value


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 (types at run time have no better type)
    """A function that turns plain JSON into a value of ``kind``."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _builder(next(argument for argument in arguments if argument is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        item = _builder(arguments[0])
        return lambda value: tuple([item(entry) for entry in value])
    if names := _names(kind):
        hints = typing.get_type_hints(kind)
        builders = [_builder(hints[name]) for name in names]
        make = typing.cast("Callable[..., Any]", kind)
        return lambda value: make(*[build(entry) for build, entry in zip(builders, value, strict=True)])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda value: value


def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 (as above)
    """The fields of a data class or a named tuple, none for anything else."""
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    return tuple(getattr(kind, "_fields", ()))


def _shape() -> str:
    classes = (Chronology, DatedPassage, Event, Interval, Passage, Timex)
    names = [f"{cls.__name__}.{name}:{cls.__annotations__[name]}" for cls in classes for name in _names(cls)]
    return hashlib.blake2b("\n".join(names).encode(), digest_size=8).hexdigest()


SHAPE = _shape()
"""Changes with the fields of a chronology."""
