"""The report of an import, as lines, as JSON, and as a file to keep."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from viewer.gathering.addresses import FoundFeed
    from viewer.gathering.whole_page import WholePage
    from viewer.library import AddReport
    from viewer.library.add_report import AddedArticle, AddedVersion, KnownArticle
    from viewer.model import ImportProblem


_COMPLETED = ", of which only the address was there"


def lines(report: AddReport) -> Iterator[str]:
    """What came and what was there already, a line each."""
    yield f"{'Would add' if report.dry_run else 'Added'}: {count(len(report.added), 'article')}"
    for one in report.added:
        place = f"{one.path}{_COMPLETED if one.completed else ''}"
        yield f"  {one.title}  ({place}){_besides(one) if report.dry_run else ''}"
    if report.versions:
        kept = "Would be kept as versions" if report.dry_run else "Kept as versions of articles that are there"
        yield f"{kept}: {len(report.versions):,}"
        yield from (f"  {one.title}  ({one.version}){_besides(one)}" for one in report.versions)
    if report.already:
        yield f"Already in the library: {count(len(report.already), 'article')}"
        yield from (f"  {one.title}  ({one.path}){_besides(one)}" for one in report.already)
    if report.problems:
        yield f"Did not come: {count(len(report.problems), 'item')}, each named below with its reason"


def _besides(one: AddedArticle | AddedVersion | KnownArticle) -> str:
    """What comes to an article besides its text."""
    found = ((one.highlights, "new highlight"), (one.tags, "new tag"))
    return "".join(f", {words}" for words in (*(count(*pair) for pair in found if pair[0]), *one.marks))


def count(number: int, name: str) -> str:
    """A number with its noun: "1 article", "2 articles", "no articles"."""
    return f"{f'{number:,}' if number else 'no'} {name}{'' if number == 1 else 's'}"


def as_json(report: AddReport, left: Sequence[ImportProblem] = (), feeds: Sequence[FoundFeed] = ()) -> dict[str, Any]:
    """The report for other programs. ``left`` could not be moved out of the inbox, ``feeds`` may be subscribed to."""
    return {
        "added": [_added(one) for one in report.added],
        "versions": [
            {"path": str(one.path), "version": str(one.version), "title": one.title, **_gains(one)}
            for one in report.versions
        ],
        "already": [
            {"item": one.item, "title": one.title, "path": str(one.path), **_gains(one)} for one in report.already
        ],
        "problems": [{"item": one.item, "reason": one.reason} for one in (*report.problems, *left)],
        "stopped": report.stopped,
        "dry_run": report.dry_run,
        "feeds": [{"item": feed.item, "url": feed.url, "title": feed.title} for feed in feeds],
    }


def _added(one: AddedArticle) -> dict[str, Any]:
    row = {"id": one.id, "path": str(one.path), "title": one.title, "completed": one.completed}
    return row | _gains(one)


def _gains(one: AddedArticle | AddedVersion | KnownArticle) -> dict[str, Any]:
    return {"highlights": one.highlights, "tags": one.tags, "marks": list(one.marks)}


def whole_words(page: WholePage) -> str:
    """What became of fetching the whole page of an article, in a sentence or two."""
    if not page.changed:
        return f"“{page.title}” is whole already: its page holds no other text."
    kept = " The text of before is kept as a version." if page.kept else ""
    lost = f" {count(page.lost, 'highlight')} no longer stand in the text, and are kept." if page.lost else ""
    return f"“{page.title}” shows the whole page now.{kept}{lost}"


def whole_as_json(page: WholePage) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "title": page.title,
        "changed": page.changed,
        "kept": page.kept,
        "lost": page.lost,
        "sentence": whole_words(page),
        "problems": [{"item": one.item, "reason": one.reason} for one in page.problems],
    }


def written_report(file: Path, report: AddReport, left: Sequence[ImportProblem] = ()) -> str:
    """The report as the content of ``file``: JSON where its name ends so, else text."""
    if file.suffix.lower() == ".json":
        return json.dumps(as_json(report, left), ensure_ascii=False, indent=1) + "\n"
    problems = [f"  {one.item}: {one.reason}" for one in (*report.problems, *left)]
    return "\n".join([*lines(report), *problems, *filter(None, [report.stopped])]) + "\n"
