"""Where the reader has been: articles and the place in each, back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.model import Passage

_MOST = 200


class Visit(NamedTuple):
    """An article and the place that was at the top of the pane; None is the top of the page."""

    article: int
    place: Passage | None = None


class History:
    """A row of visits with a present one. Pure values: the window does the going."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def present(self) -> int | None:
        """The article of the present visit."""
        return self._visits[self._at].article if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a visit before the present one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a visit after the present one."""
        return self._at + 1 < len(self._visits)

    def visit(self, article: int) -> None:
        """Go to a new article; what lay ahead is forgotten."""
        if self._at >= 0 and self._visits[self._at].article == article:
            return
        self._visits = [*self._visits[: self._at + 1], Visit(article)][-_MOST:]
        self._at = len(self._visits) - 1

    def leave(self, place: Passage | None) -> None:
        """Note the place where the present article is being left."""
        if self._at >= 0:
            self._visits[self._at] = self._visits[self._at]._replace(place=place)

    def back(self) -> Visit | None:
        """Go one back and give that visit; None at the beginning."""
        return self._step(-1)

    def forward(self) -> Visit | None:
        """Go one forward and give that visit; None at the end."""
        return self._step(1)

    def clear(self) -> None:
        """Forget everything: another library is open."""
        self._visits, self._at = [], -1

    def _step(self, by: int) -> Visit | None:
        if not 0 <= self._at + by < len(self._visits):
            return None
        self._at += by
        return self._visits[self._at]
