"""What the reader makes of annotations: a new highlight, another colour, another note; all else in them stays."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import Counter
from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encoded

from viewer.library.annotations import comment, each, selectors_at, target_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Document, Passage

_NO_NOTES = ("tagging", "describing")
_PICTURE = "\ufffc"


def keys_of(items: Sequence[object]) -> list[str]:
    """What each of the annotations is known by: its id, or its content where it has none of its own."""
    ids = [str(item.get("id") or "") if isinstance(item, dict) else "" for item in items]
    times = Counter(ids)
    return [id if id and times[id] == 1 else _digest(item) for id, item in zip(ids, items, strict=True)]


def _digest(item: object) -> str:
    content = json.dumps(item, sort_keys=True).encode()
    return f"content:{hashlib.blake2b(content, digest_size=16).hexdigest()}"


def stretch_of(document: Document, passages: Sequence[Passage]) -> tuple[int, int]:
    """Where the passages begin and end in the document's text, without blanks at either end; (0, 0) for no words."""
    starts = list(accumulate((len(block.text) + 2 for block in document.blocks), initial=0))
    begin = min((starts[one.block] + one.begin for one in passages), default=0)
    end = max((starts[one.block] + one.end for one in passages), default=0)
    words = document.text[begin:end].replace(_PICTURE, " ")
    if not words.strip():
        return 0, 0
    return end - len(words.lstrip()), begin + len(words.rstrip())


def new_highlight(text: str, stretch: tuple[int, int], file_name: str, color: str, note: str) -> dict[str, Any]:
    """A highlight of a stretch of the text of record, made now."""
    item: dict[str, Any] = {
        "id": f"urn:uuid:{uuid.uuid4()}",
        "type": "Annotation",
        "motivation": "highlighting",
        "created": _now(),
    }
    if note.strip():
        item["body"] = [comment(note)]
    selectors = selectors_at(text, *stretch)
    return item | {"target": {"source": percent_encoded(file_name), "selector": selectors, "styleClass": color}}


def with_color(item: dict[str, Any], color: str) -> dict[str, Any]:
    """The annotation in another colour."""
    targets = each(item.get("target"))
    target = {**target_of(item)} or {"source": targets[0] if targets else ""}
    style = target.get("styleClass")
    target["styleClass"] = [color, *style[1:]] if isinstance(style, list) else color
    number = next((number for number, one in enumerate(targets) if isinstance(one, dict)), 0)
    others = [*targets[:number], target, *targets[number + 1 :]]
    return item | {"target": others if isinstance(item.get("target"), list) else target, "modified": _now()}


def with_note(item: dict[str, Any], note: str) -> dict[str, Any]:
    """The annotation with another note in the place of all that it had; "" for none."""
    changed = {name: value for name, value in item.items() if name != "body"} | {"modified": _now()}
    if "bodyValue" in item:
        changed.pop("bodyValue")
    bodies = [one for one in each(item.get("body")) if one is not None]
    first = next((one for one in bodies if _is_note(one)), comment(note))
    kept: list[object] = [one for one in bodies if not _is_note(one)]
    if note.strip():
        kept.insert(0, {**first, "value": note} if isinstance(first, dict) else comment(note))
    return changed | {"body": kept} if kept else changed


def _is_note(body: object) -> bool:
    return isinstance(body, dict) and isinstance(body.get("value"), str) and body.get("purpose") not in _NO_NOTES


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
