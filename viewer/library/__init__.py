"""The folder of Markdown files, its index and the reader's own marks, behind one door: ``Library``."""

from typing import TYPE_CHECKING

from viewer.library.library import Library
from viewer.library.places import Places, find_places
from viewer.library.values import Changes, Counts, NamedCount, Progress

if TYPE_CHECKING:
    from viewer.library.add_report import AddedArticle, AddedVersion, AddReport, KnownArticle
    from viewer.library.findings import Finding, Part, Verdict

__all__ = [
    "AddReport",
    "AddedArticle",
    "AddedVersion",
    "Changes",
    "Counts",
    "Finding",
    "KnownArticle",
    "Library",
    "NamedCount",
    "Part",
    "Places",
    "Progress",
    "Verdict",
    "find_places",
]


def __getattr__(name: str) -> object:
    """The values of an import and of an examination are made when one begins: a start does without them."""
    if name in {"AddReport", "AddedArticle", "AddedVersion", "KnownArticle"}:
        from viewer.library import add_report

        return getattr(add_report, name)
    if name in {"Finding", "Part", "Verdict"}:
        from viewer.library import findings

        return getattr(findings, name)
    raise AttributeError(name)
