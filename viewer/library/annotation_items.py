"""What the reader makes of annotations: a new highlight, another colour, another note; all else in them stays."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encoded

from viewer.library.annotations import NO_NOTES, comment, each, selectors_at
from viewer.library.set_dates import IDENTIFYING, as_body, besides_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Document, Passage

_PICTURE = "\ufffc"


def keys_of(items: Sequence[object], most: int | None = None) -> list[str]:
    """What each of the first ``most`` annotations is known by: its id, or its content where it has none of its own."""
    ids = list(map(id_of, items))
    times = Counter(ids)
    first = zip(ids[:most], items, strict=False)
    return [id if id and times[id] == 1 else _digest(item) for id, item in first]


def id_of(item: object) -> str:
    """The id that an annotation has; "" for none."""
    return str(item.get("id") or "") if isinstance(item, dict) else ""


def _digest(item: object) -> str:
    try:
        content = json.dumps(item, sort_keys=True).encode()
    except RecursionError:  # it was only just read
        content = b""
    return f"content:{hashlib.blake2b(content, digest_size=16).hexdigest()}"


def stretches_of(document: Document, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where the passages stand in the document's text: those that follow one another are one stretch.

    Blanks and pictures at either end of one are left out, and so is what holds no words.
    """
    starts = document.starts
    text = document.text.replace(_PICTURE, " ")
    stretches = list[tuple[int, int]]()
    for one in sorted(passages):
        begin, end = starts[one.block] + one.begin, starts[one.block] + one.end
        if stretches and not text[stretches[-1][1] : begin].strip():
            begin = stretches.pop()[0]
        stretches.append((begin, end))
    found = ((begin, end, text[begin:end]) for begin, end in stretches)
    return [(end - len(words.lstrip()), begin + len(words.rstrip())) for begin, end, words in found if words.strip()]


def new_highlight(
    text: str, stretches: Sequence[tuple[int, int]], file_name: str, color: str, note: str
) -> dict[str, Any]:
    """A highlight of stretches of the text of record, made now."""
    item = _new("highlighting")
    if note.strip():
        item["body"] = [comment(note)]
    source = percent_encoded(file_name)
    targets = [
        {"source": source, "selector": selectors_at(text, *stretch), "styleClass": color} for stretch in stretches
    ]
    return item | {"target": targets if len(targets) > 1 else targets[0]}


def new_note(note: str, file_name: str) -> dict[str, Any]:
    """A note on the whole article, made now."""
    return _new("commenting") | {"body": [comment(note)], "target": {"source": percent_encoded(file_name)}}


def new_date(text: str, stretch: tuple[int, int], file_name: str, when: str) -> dict[str, Any]:
    """What the reader says that a stretch of the text of record means, made now: EDTF, or "" for no date."""
    target = {"source": percent_encoded(file_name), "selector": selectors_at(text, *stretch)}
    return _new(IDENTIFYING) | {"body": [as_body(when)], "target": target}


def with_date(item: dict[str, Any], when: str) -> dict[str, Any]:
    """The annotation with another date."""
    return item | {"body": [as_body(when), *besides_date(item)], "modified": _now()}


def without_date(item: dict[str, Any]) -> dict[str, Any] | None:
    """The annotation without its date, as what else it says makes it; None where it says nothing else."""
    left = besides_date(item)
    if not left:
        return None
    motivations = [one for one in each(item.get("motivation")) if one != IDENTIFYING] or ["commenting"]
    return item | {"body": left, "motivation": motivations, "modified": _now()}


def _new(motivation: str) -> dict[str, Any]:
    id = f"urn:uuid:{uuid.uuid4()}"
    return {"id": id, "type": "Annotation", "motivation": motivation, "created": _now()}


def with_color(item: dict[str, Any], color: str) -> dict[str, Any]:
    """The annotation in another colour, wherever it stands."""
    targets = [_styled(one, color) for one in each(item.get("target"))]
    return item | {"target": targets if isinstance(item.get("target"), list) else targets[0], "modified": _now()}


def _styled(target: object, color: str) -> dict[str, Any]:
    styled = {**target} if isinstance(target, dict) else {"source": target}
    style = styled.get("styleClass")
    return styled | {"styleClass": [color, *style[1:]] if isinstance(style, list) else color}


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
    return isinstance(body, dict) and isinstance(body.get("value"), str) and body.get("purpose") not in NO_NOTES


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
