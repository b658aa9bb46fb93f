"""The whole page of an article of which a feed gave only the beginning, or a list only the address.

The article stays what it is: its name, marks and notes. A text that it had is kept as a version.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.model import ImportedArticle, ImportProblem, LibraryError, UsageError

if TYPE_CHECKING:
    from viewer.gathering.addresses import Addresses
    from viewer.library import Library

_NO_ADDRESS = "“{}” has no address, so there is no page to fetch."
_NOTHING = "There is no article at {}."


@dataclass(frozen=True, slots=True)
class WholePage:
    """What became of it: ``changed`` says whether the article shows another text now.

    ``kept`` tells whether the text of before is among its versions; ``lost`` how many highlights have no place in the
    new text (they are kept); ``problems`` what did not come, such as a picture.
    """

    title: str
    changed: bool
    kept: bool = False
    lost: int = 0
    problems: tuple[ImportProblem, ...] = ()


def fetch_whole_page(library: Library, id: int, addresses: Addresses) -> WholePage:
    """Fetch the page of an article and show it in the place of its text; ``library`` is refreshed at the end.

    Raises UsageError for an article without an address, LibraryError where the page cannot be had or written.
    """
    article = library.article(id)
    if not article.url:
        raise UsageError(_NO_ADDRESS.format(article.title))
    found = list(addresses.article(article.url))
    problems = tuple(one for one in found if isinstance(one, ImportProblem))
    page = next((one for one in found if isinstance(one, ImportedArticle)), None)
    if page is None:
        raise LibraryError(problems[0].reason if problems else _NOTHING.format(article.url))
    report = library.add([replace(page, url=article.url, header="")])
    if report.stopped or report.problems:
        raise LibraryError(report.stopped or report.problems[0].reason)
    if not report.versions:
        return WholePage(article.title, changed=bool(report.added), problems=problems)
    _, lost = library.use_version(id, report.versions[0].version.stem)
    library.refresh()
    return WholePage(library.article(id).title, changed=True, kept=True, lost=lost, problems=problems)
