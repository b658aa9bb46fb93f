"""A small grammar engine: words become classes, and rules are regular expressions over the classes.

A rule has a name, a pattern, a production and examples (the shape of Duckling's rules). In a pattern an upper-case
word is a class of the vocabulary or the kind of an earlier rule's result, a quoted word is that word, ``name:`` before
either captures it, and ``( ) | ? * +`` mean what they mean in a regular expression. Each window of tokens is one
string with a character for each token, so the engine's work is done by ``re`` on short strings.

Rules stand in stages; what one stage finds is a single token for the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from viewer.chronology.first import first_symbols
from viewer.chronology.vocabulary import SMALL_NUMBERS

Production = Callable[["Parts"], object]

_ITEM = re.compile(
    r"(?P<group>[a-z_]+):\(|(?:(?P<name>[a-z_]+):)?(?:(?P<kind>[A-Z][A-Z0-9_]*)|'(?P<literal>[^']+)')|\s+"
)
_FIRST_CHARACTER = 0xE000


class Node:
    """A token, or what a rule made of several. ``begin`` and ``end`` are offsets in the text."""

    __slots__ = ("begin", "end", "rule", "symbol", "value", "word")

    def __init__(self, symbol: str, begin: int, end: int, word: str, value: object = None, rule: str = "") -> None:
        self.symbol = symbol
        self.begin = begin
        self.end = end
        self.word = word
        self.value = value
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Rule:
    """``kind`` is the class of the result; ``examples`` map phrases to TIMEX3 values as read on 2 November 2018."""

    name: str
    pattern: str
    kind: str
    production: Production
    examples: Mapping[str, str] = field(default_factory=dict)
    stage: int = 1


class RuleBook:
    """Collects the rules of a module."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(
        self, name: str, pattern: str, kind: str, examples: Mapping[str, str] | None = None, stage: int = 1
    ) -> Callable[[Production], Production]:
        """Decorate a production with the rest of its rule."""

        def add(production: Production) -> Production:
            self.rules.append(Rule(name, pattern, kind, production, examples or {}, stage))
            return production

        return add


class Parts:
    """What a pattern matched, as its production sees it. A name may capture in several branches of a pattern."""

    __slots__ = ("_groups", "_match", "nodes")

    def __init__(self, nodes: Sequence[Node], match: re.Match[str], groups: Mapping[str, Sequence[int]]) -> None:
        self.nodes = nodes
        self._match = match
        self._groups = groups

    def _span(self, name: str) -> tuple[int, int]:
        for group in self._groups[name]:
            span = self._match.span(group)
            if span[0] >= 0:
                return span
        return -1, -1

    def __contains__(self, name: str) -> bool:
        return self._span(name)[0] >= 0

    def node(self, name: str) -> Node:
        """The first token captured under ``name``."""
        return self.nodes[self._span(name)[0]]

    def word(self, name: str) -> str:
        """The lower-case word captured under ``name``, "" where it did not take part."""
        at = self._span(name)[0]
        return self.nodes[at].word.lower() if at >= 0 else ""

    def words(self, name: str) -> str:
        """All lower-case words captured under ``name``, a blank between each."""
        begin, end = self._span(name)
        return " ".join([node.word.lower() for node in self.nodes[begin:end]]) if begin >= 0 else ""

    def text_of(self, name: str) -> str:
        """The words that an earlier rule made the token captured under ``name`` of."""
        return self.node(name).word

    def all_words(self) -> list[str]:
        """All lower-case words of the match."""
        begin, end = self._match.span()
        return [node.word.lower() for node in self.nodes[begin:end]]

    def value(self, name: str) -> object:
        """What an earlier rule or the scanner made of the token captured under ``name``."""
        return self.node(name).value

    def number(self, name: str) -> int:
        """The whole number captured under ``name``."""
        node = self.node(name)
        return node.value if isinstance(node.value, int) else SMALL_NUMBERS[node.word.lower()]

    def before(self, steps: int = 1) -> str:
        """The lower-case word so many tokens before the match, "" at the edge."""
        at = self._match.start() - steps
        return self.nodes[at].word.lower() if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The word so many tokens after the match as written, "" at the edge."""
        at = self._match.end() + steps - 1
        return self.nodes[at].word if at < len(self.nodes) else ""


class Alphabet:
    """Gives each set of words that no pattern tells apart one character.

    ``vocabulary`` maps class names to words; lower-case words stand for all their spellings, others for themselves.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, Iterable[str]],
        literals: Iterable[str],
        kinds: Iterable[str],
        unions: Mapping[str, tuple[str, ...]],
    ) -> None:
        classes = {name: frozenset(words) for name, words in vocabulary.items()}
        classes |= {f"'{word}'": frozenset([word]) for word in literals}
        empty = {name for name, words in classes.items() if not words}
        classes |= {kind: frozenset([kind_key(kind)]) for kind in {*kinds, *empty}}
        spelled: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                for form in spellings(word):
                    spelled.setdefault(form, set()).add(name)
        self._sets: dict[str, set[str]] = {name: set() for name in classes}
        self.symbols: dict[str, str] = {}
        self._number(spelled)
        for name, members in unions.items():
            self._sets[name] = {symbol for member in members for symbol in self._sets[member]}

    def _number(self, spelled: dict[str, set[str]]) -> None:
        signatures: dict[frozenset[str], str] = {}
        for form, names in spelled.items():
            symbol = signatures.setdefault(frozenset(names), chr(_FIRST_CHARACTER + len(signatures)))
            self.symbols[form] = symbol
            for name in names:
                self._sets[name].add(symbol)

    def compile(self, pattern: str) -> str:
        """The regular expression over symbols that a pattern stands for. Raises KeyError on an unknown class."""
        return _ITEM.sub(self._item, pattern)

    def _item(self, match: re.Match[str]) -> str:
        if match["group"]:
            return f"(?P<{match['group']}>"
        key = match["kind"] or (match["literal"] and f"'{match['literal']}'")
        if not key:
            return ""
        characters = "".join(sorted(self._sets[key]))
        piece = f"[{characters}]" if len(characters) > 1 else characters
        return f"(?P<{match['name']}>{piece})" if match["name"] else piece


def kind_key(kind: str) -> str:
    """The entry of ``Alphabet.symbols`` for a class without words; no word of a text looks like it."""
    return f"<{kind}>"


def spellings(word: str) -> tuple[str, ...]:
    """All spellings that a word of the vocabulary stands for."""
    if word != word.lower():
        return (word, word.upper())
    return (word, word.capitalize(), word.upper())


def literals_of(rules: Iterable[Rule]) -> set[str]:
    """The quoted words of all patterns."""
    return {match["literal"] for rule in rules for match in _ITEM.finditer(rule.pattern) if match["literal"]}


class _Compiled:
    """A rule ready to match: repeated group names are numbered apart."""

    __slots__ = ("expression", "groups", "rule", "symbol")

    def __init__(self, rule: Rule, alphabet: Alphabet) -> None:
        self.rule = rule
        self.symbol = alphabet.symbols[kind_key(rule.kind)]
        counts: dict[str, int] = {}

        def numbered(match: re.Match[str]) -> str:
            counts[match[1]] = counts.get(match[1], 0) + 1
            return f"(?P<{match[1]}__{counts[match[1]]}>"

        self.expression = re.compile(re.sub(r"\(\?P<(\w+)>", numbered, alphabet.compile(rule.pattern)))
        self.groups: dict[str, list[int]] = {}
        for name, index in self.expression.groupindex.items():
            self.groups.setdefault(name.rpartition("__")[0], []).append(index)


class Stage:
    """The rules of one stage, tried together: leftmost first, then the longest, then the first in order."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        self._rules = [_Compiled(rule, alphabet) for rule in rules]
        plain = (re.sub(r"\(\?P<\w+>", "(?:", each.expression.pattern) for each in self._rules)
        self._any = re.compile("|".join(f"(?:{pattern})" for pattern in plain))
        self._starting: dict[str, list[int]] = {}

    def apply(self, nodes: list[Node], symbols: str) -> list[Node] | None:
        """The nodes with every match replaced by its result, None where nothing matched."""
        found = self._any.search(symbols)
        if not found:
            return None
        result: list[Node] = []
        done = 0
        while found:
            at = found.start()
            made = self._best(nodes, symbols, at)
            if made:
                node, end = made
                result += nodes[done:at]
                result.append(node)
                done = end
            found = self._any.search(symbols, done if made else at + 1)
        return result + nodes[done:] if done else None

    def _best(self, nodes: list[Node], symbols: str, at: int) -> tuple[Node, int] | None:
        matches = []
        for order in self._candidates(symbols[at]):
            match = self._rules[order].expression.match(symbols, at)
            if match and match.end() > at:
                matches.append((-match.end(), order, match))
        if len(matches) > 1:
            matches.sort(key=lambda entry: entry[:2])
        for _, order, match in matches:
            compiled = self._rules[order]
            value = compiled.rule.production(Parts(nodes, match, compiled.groups))
            if value is not None:
                end = match.end()
                return Node(compiled.symbol, nodes[at].begin, nodes[end - 1].end, " ".join([node.word for node in nodes[at:end]]), value, compiled.rule.name), end
        return None

    def _candidates(self, symbol: str) -> list[int]:
        """The rules that could begin with a symbol (all that match it alone or want more are kept)."""
        known = self._starting.get(symbol)
        if known is None:
            known = [i for i, each in enumerate(self._rules) if symbol in first_symbols(each.expression.pattern)]
            self._starting[symbol] = known
        return known
