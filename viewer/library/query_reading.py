"""Reading a search from what was typed. Any text is a search; what cannot be meant so is said in a sentence.

border troops      both words            "border troops"    one after the other
Hajin OR Baghuz    either, ( ) group     -Raqqa             without it
reinf*             words that begin so   bukam              the last word may be unfinished
title:border       a field, see FIELDS   when:2018-10       what happened then
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.library.folding import is_dense, label_key, words_of
from viewer.library.nearness import nearest
from viewer.library.query import (
    DAY_FIELDS,
    FIELDS,
    LABEL_FIELDS,
    STATES,
    TEXT_FIELDS,
    Address,
    All,
    Any,
    Days,
    Label,
    Language,
    Leaf,
    Node,
    Not,
    Query,
    Status,
    Words,
)
from viewer.library.query_dates import read_span

if TYPE_CHECKING:
    from datetime import date

_LONGEST = 20_000
_MOST_LEAVES = 64
_MOST_TERMS = 64
_DEEPEST = 20
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂", '"') | {"\0": " ", "（": "(", "）": ")", "：": ":"})
_ITEM = re.compile(
    r"\s*(?:(?P<open>-?\()|(?P<close>\))|(?P<minus>-?)(?:(?P<field>[^\W\d_]+):(?!//))?"
    r'(?:"(?P<phrase>[^"]*)(?P<end>"?)(?P<star>\*?)|(?P<word>[^\s"()]+)|(?P<nothing>(?<=[:-])))|\s*$)'
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_STATES = {"archive": "archived", "trashed": "trash", "deleted": "trash", "star": "starred"} | {s: s for s in STATES}
_FIELDS = {"language": "lang", "author": "author", "by": "author", "date": "published", "address": "url"}
_EXAMPLES = {
    "title": "border",
    "author": '"Ada Writer"',
    "site": "guardian",
    "tag": "Syria",
    "section": "War",
    "lang": "de",
    "url": "example.org",
    "is": "unread",
    "before": "2018-11",
    "after": "2018-11",
    **dict.fromkeys(DAY_FIELDS, "2018-11"),
}
_ALL_FIELDS = " ".join(f"{name}:" for name in FIELDS)


def read_query(text: str, today: date | None = None) -> Query:
    """The search in ``text``. None raises; ``today`` is for the words today and yesterday."""
    reader = _Reader(text[:_LONGEST].translate(_QUOTES), today)
    root = reader.read()
    if len(text) > _LONGEST:
        reader.complain(f"Only the first {_LONGEST:,} characters of the search are read.")
    if root is not None and _only_leaves_out(root):
        reader.complain("This search only leaves things out; what is listed is everything else.")
    return Query(text, root, tuple(dict.fromkeys(reader.problems)))


def _only_leaves_out(node: Node) -> bool:
    return isinstance(node, Not) or (isinstance(node, All) and all(isinstance(one, Not) for one in node.nodes))


@dataclass(slots=True)
class _Group:
    """What stands between parentheses: alternatives, each a list of what must all be answered."""

    negated: bool = False
    alternatives: list[list[Node]] = field(default_factory=lambda: [[]])

    def node(self) -> Node | None:
        """The group as one node, None for an empty one."""
        parts = [nodes[0] if len(nodes) == 1 else All(tuple(nodes)) for nodes in self.alternatives if nodes]
        if not parts:
            return None
        whole: Node = parts[0] if len(parts) == 1 else Any(tuple(parts))
        return Not(whole) if self.negated else whole


class _Reader:
    """Goes once through the text, with the open groups on a stack."""

    def __init__(self, text: str, today: date | None) -> None:
        self.problems: list[str] = []
        self._text, self._today = text, today
        self._groups = [_Group()]
        self._ignored = 0  # parentheses that were too deep
        self._leaves = 0
        self._negate_next = False

    def complain(self, sentence: str) -> None:
        """Keep a sentence for the reader."""
        self.problems.append(sentence)

    def read(self) -> Node | None:
        """The whole text as one node."""
        at = 0
        while at < len(self._text):
            item = _ITEM.match(self._text, at)
            if item is None or item.end() == at:
                at += 1
                continue
            at = item.end()
            self._take(item)
        while len(self._groups) > 1:
            self._close()
        return self._groups[0].node()

    def _take(self, item: re.Match[str]) -> None:
        if item["open"]:
            self._open(item["open"])
        elif item["close"]:
            self._close()
        elif item["word"] is not None or item["phrase"] is not None or item["field"]:
            self._item(item)

    def _open(self, sign: str) -> None:
        if len(self._groups) > _DEEPEST:
            self._ignored += 1
            self.complain(f"Parentheses deeper than {_DEEPEST} are passed over.")
            return
        self._groups.append(_Group(negated=sign.startswith("-") or self._negate_next))
        self._negate_next = False

    def _close(self) -> None:
        if self._ignored:
            self._ignored -= 1
        elif len(self._groups) > 1:
            node = self._groups.pop().node()
            if node is not None:
                self._groups[-1].alternatives[-1].append(node)

    def _item(self, item: re.Match[str]) -> None:
        if item["word"] is not None and not item["field"] and not item["minus"] and self._is_sign(item["word"]):
            return
        leaf = self._leaf(item)
        if leaf is None:
            return
        self._leaves += 1
        if self._leaves > _MOST_LEAVES:
            self.complain(f"Only the first {_MOST_LEAVES} words and conditions are looked for.")
            return
        negated = bool(item["minus"]) or self._negate_next
        self._negate_next = False
        self._groups[-1].alternatives[-1].append(Not(leaf) if negated else leaf)

    def _is_sign(self, word: str) -> bool:
        alternatives = self._groups[-1].alternatives
        if word == "OR" and (alternatives[-1] or len(alternatives) > 1):
            if alternatives[-1]:
                alternatives.append([])
            return True
        return word == "AND" and bool(alternatives[-1])

    def _leaf(self, item: re.Match[str]) -> Leaf | None:
        is_phrase = item["phrase"] is not None
        value = item["phrase"] if is_phrase else item["word"] or ""
        if is_phrase and not item["end"]:
            self.complain("A quotation mark is not closed; the phrase goes on to the end of the search.")
        shown = item.group().strip().removeprefix("-")
        is_last = item.end() == len(self._text) and not (is_phrase and item["end"])
        begins = item["star"] == "*" or (not is_phrase and value.endswith("*"))
        name = _FIELDS.get((item["field"] or "").lower(), (item["field"] or "").lower())
        if name not in FIELDS and not value.strip('* "'):
            name, value = "", item["field"] or ""  # as in "Syria: what next"
        if not name:
            return self._words("", value, shown, begins=begins, is_last=is_last, exact=is_phrase)
        return self._in_field(name, value, shown, begins=begins, is_last=is_last)

    def _words(
        self, name: str, value: str, shown: str, *, begins: bool, is_last: bool, exact: bool = False
    ) -> Words | None:
        tokens = words_of(value)[:_MOST_TERMS]
        if not tokens:
            return None
        last = tokens[-1].term
        if begins and len(last) == 1 and not is_dense(last):
            self.complain(f"“{shown}” would begin too many words; give at least two letters before the *.")
            return None
        goes_on = len(last) == 1 if is_dense(last) else begins or (is_last and len(last) > 1)
        terms, other = tuple(token.term for token in tokens), tuple(token.spelled or token.term for token in tokens)
        return Words(terms, shown, name, goes_on, other if other != terms else (), exact=exact)

    def _in_field(self, name: str, value: str, shown: str, *, begins: bool, is_last: bool) -> Leaf | None:
        if name not in FIELDS:
            self._complain_of_field(name)
            return None
        if not value.strip('* "'):
            self.complain(f"After “{name}:” something is missing, such as {name}:{_EXAMPLES[name]}.")
            return None
        if name in TEXT_FIELDS:
            return self._words(name, value, shown, begins=begins, is_last=is_last)
        if name in LABEL_FIELDS:
            return Label(name, label_key(value.rstrip("*").strip()), shown, begins, is_last)
        return self._condition(name, value, shown)

    def _condition(self, name: str, value: str, shown: str) -> Leaf | None:
        if name == "is":
            return self._status(value.lower(), shown)
        if name == "lang":
            return self._language(value.lower().replace("_", "-"), shown)
        if name == "url":
            return Address(value.lower().rstrip("*"), shown)
        return self._days(name, value, shown)

    def _status(self, value: str, shown: str) -> Status | None:
        if value in _STATES:
            return Status(_STATES[value], shown)
        self.complain(
            f"“{shown}” is not known. After “is:” comes one of {', '.join(STATES)}.{_or_near(value, _STATES)}"
        )
        return None

    def _language(self, value: str, shown: str) -> Language | None:
        if _LANGUAGE.fullmatch(value):
            return Language(value, shown)
        self.complain(f"“{shown}” is not known. After “lang:” comes the code of a language, such as en, de or ar.")
        return None

    def _days(self, name: str, value: str, shown: str) -> Days | None:
        try:
            first, last = read_span(value, self._today)
        except ValueError as error:
            self.complain(f"“{shown}” cannot be looked for. {error}")
            return None
        if name == "before":
            return Days("published", None, None if first is None else first - 1, shown)
        if name == "after":
            return Days("published", None if last is None else last + 1, None, shown)
        return Days(name, first, last, shown)

    def _complain_of_field(self, name: str) -> None:
        known = _or_near(name, FIELDS, ":") or f" Fields are {_ALL_FIELDS}. In quotation marks it would be words."
        self.complain(f"There is no field “{name[:40]}:”.{known}")


def _or_near(word: str, known: dict[str, str] | tuple[str, ...], colon: str = "") -> str:
    near = nearest(word, known)
    return f" Did you mean “{near[0]}{colon}”?" if near else ""
