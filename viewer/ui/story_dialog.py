"""The proposal for a story: a name, and the articles that tell it, those nearest to the open one checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from viewer.model.date_words import publication_words
from viewer.ui.leaving import CarefulDialog
from viewer.ui.roles import VALUE
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.model import Article, RelatedRow

_LONGEST = 60
_TAKEN = "There is a story of this name already. Give this one another."
_NEAR, _NEAR_ENOUGH_IF_LINKED = 0.25, 0.13


class Candidate(NamedTuple):
    """An article that may belong to a story, its day and why, and whether it is proposed."""

    id: int
    title: str
    about: str
    proposed: bool


class StoryDialog(CarefulDialog):
    """Asks for the name and the articles of a story. ``made`` carries the name and the ids."""

    made = Signal(object, object)

    def __init__(
        self, name: str, candidates: Sequence[Candidate], parent: QWidget, taken: Collection[str] = ()
    ) -> None:
        """``taken`` are the names that other stories have."""
        super().__init__(parent)
        self._taken = {one.casefold() for one in taken}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Make a story")
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName("Name of the story")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Articles of the story")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.make = buttons.addButton("Make the story", QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setDefault(True)
        for candidate in candidates:
            self._add(candidate)
        layout = QVBoxLayout(self)
        for widget in (QLabel("Name", self), self.name, QLabel("Articles", self)):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._count)
        layout.addWidget(buttons)
        self.resize(520, 480)
        self.list.itemChanged.connect(self._on_changed)
        self.name.textChanged.connect(self._on_changed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self.name.selectAll()
        self._on_changed()
        self._before = self.name.text(), self.checked()

    def has_changes(self) -> bool:
        """Whether the proposal was changed."""
        return (self.name.text(), self.checked()) != self._before

    def say(self, sentence: str) -> None:
        """Show a sentence below the list."""
        self._count.setText(sentence)

    def checked(self) -> tuple[int, ...]:
        """The articles that are checked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(VALUE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _add(self, candidate: Candidate) -> None:
        item = QListWidgetItem(f"{candidate.title}\n{candidate.about}", self.list)
        item.setData(VALUE, candidate.id)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if candidate.proposed else Qt.CheckState.Unchecked)

    def _on_changed(self) -> None:
        self.forget_warning()
        name = " ".join(self.name.text().split())
        is_taken = name.casefold() in self._taken
        self.say(_TAKEN if is_taken else plural(len(self.checked()), "article"))
        self.make.setEnabled(bool(name and self.checked()) and not is_taken)

    def _on_accepted(self) -> None:
        self.made.emit(self.name.text(), self.checked())


def candidates_of(chosen: Sequence[Article], related: Sequence[RelatedRow]) -> list[Candidate]:
    """The chosen articles, all of them proposed, and then those that tell the same story, the near ones proposed."""
    known = {article.id for article in chosen}
    rows = [
        Candidate(one.id, one.title, _about(publication_words(one.published, one.published_in)), proposed=True)
        for one in chosen
    ]
    for row in related:
        if row.id not in known:
            is_near = row.score >= (_NEAR_ENOUGH_IF_LINKED if row.relation == "linked" else _NEAR)
            rows.append(
                Candidate(
                    row.id,
                    row.title,
                    _about(publication_words(row.published, row.published_in), row.why),
                    proposed=is_near,
                )
            )
    return rows


def proposed_name(title: str) -> str:
    """A title as the name of a story: its first words."""
    if len(title) <= _LONGEST:
        return title
    return f"{title[:_LONGEST].rpartition(' ')[0] or title[:_LONGEST]}…"


def _about(published: str, why: Sequence[str] = ()) -> str:
    return " · ".join(filter(None, (published or "no date", "; ".join(why))))
