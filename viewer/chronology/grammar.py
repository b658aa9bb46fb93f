"""A small grammar engine: words become classes, and rules are regular expressions over the classes.

A rule has a name, a pattern, a production and examples (the shape of Duckling's rules). In a pattern an upper-case
word is a class of the vocabulary or the kind of an earlier rule's result, a quoted word is that word, ``name:`` before
either captures it, and ``( ) | ? * +`` mean what they mean in a regular expression. Each window of tokens is one
string with a character for each token, so the engine's work is done by ``re`` on short strings.

Rules stand in stages; what one stage finds is a single token for the next.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from viewer.chronology.automaton import Automaton
from viewer.chronology.vocabulary import SMALL_NUMBERS

Production = Callable[["Parts"], object]

_ITEM = re.compile(
    r"(?P<group>[a-z_]+):\(|(?:(?P<name>[a-z_]+):)?(?:(?P<kind>[A-Z][A-Z0-9_]*)|'(?P<literal>[^']+)')|\s+"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LOW_CHARACTERS = "".join(map(chr, range(1, 32))) + _LETTERS + _LETTERS.upper() + "0123456789"  # no sign of a pattern


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


Token: TypeAlias = "re.Match[str] | Node"


def node_of(token: Token) -> Node:
    """A token as a node: plain words and numbers stay matches of the scanner until a rule asks for them."""
    if isinstance(token, Node):
        return token
    return Node("", token.start(), token.end(), token[0], number_value(token))


def number_value(token: re.Match[str]) -> int | None:
    """The whole number that a token writes in digits, None for any other token."""
    kind, text = token.lastgroup, token[0]
    if kind == "INTEGER":
        return int(text) if len(text) <= 7 else None
    if kind == "THOUSANDS":
        return int(text.partition(".")[0].replace(",", "")[:12])
    return int(text[:-2]) if kind == "ORDINAL_NUMBER" else None


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


class Nothing:
    """What a production makes of words that look like a date and are none ("31 February"): they are used up."""

    __slots__ = ()


class NotANumberError(ValueError):
    """A production asked for a whole number where the text has "1.5" or the like; the rule does not fit."""


class Parts:
    """What a pattern matched, as its production sees it. A name may capture in several branches of a pattern."""

    __slots__ = ("_groups", "_match", "nodes")

    def __init__(self, nodes: Sequence[Token], match: re.Match[str], groups: Mapping[str, Sequence[int]]) -> None:
        self.nodes = nodes
        self._match = match
        self._groups = groups

    def _span(self, name: str) -> tuple[int, int]:
        for group in self._groups[name]:
            span = self._match.span(group)
            if span[0] >= 0:
                return span
        return -1, -1

    def _word(self, at: int) -> str:
        token = self.nodes[at]
        return token.word if isinstance(token, Node) else token[0]

    def __contains__(self, name: str) -> bool:
        return self._span(name)[0] >= 0

    def node(self, name: str) -> Node:
        """The first token captured under ``name``."""
        return node_of(self.nodes[self._span(name)[0]])

    def word(self, name: str) -> str:
        """The lower-case word captured under ``name``, "" where it did not take part."""
        at = self._span(name)[0]
        return self._word(at).lower() if at >= 0 else ""

    def words(self, name: str) -> str:
        """All lower-case words captured under ``name``, a blank between each."""
        begin, end = self._span(name)
        return " ".join([self._word(at).lower() for at in range(begin, end)]) if begin >= 0 else ""

    def text_of(self, name: str) -> str:
        """The words that an earlier rule made the token captured under ``name`` of."""
        return self.node(name).word

    def all_words(self) -> list[str]:
        """All lower-case words of the match."""
        begin, end = self._match.span()
        return [self._word(at).lower() for at in range(begin, end)]

    def all_written(self) -> list[str]:
        """All words of the match as they are written."""
        begin, end = self._match.span()
        return [self._word(at) for at in range(begin, end)]

    def stands_near(self, words: Set[str], reach: int) -> bool:
        """Whether one of the lower-case ``words`` stands at most ``reach`` tokens from the match."""
        begin, end = self._match.span()
        near = range(max(0, begin - reach), min(len(self.nodes), end + reach))
        return any(self._word(at).lower() in words for at in near)

    def value(self, name: str) -> object:
        """What an earlier rule or the scanner made of the token captured under ``name``."""
        return self.node(name).value

    def number(self, name: str) -> int:
        """The whole number captured under ``name``."""
        node = self.node(name)
        if isinstance(node.value, int):
            return node.value
        small = SMALL_NUMBERS.get(node.word.lower())
        if small is None:
            raise NotANumberError(node.word)
        return small

    def before(self, steps: int = 1) -> str:
        """The lower-case word so many tokens before the match, "" at the edge."""
        at = self._match.start() - steps
        return self._word(at).lower() if at >= 0 else ""

    def written_before(self) -> str:
        """The word before the match as it is written, "" at the edge."""
        at = self._match.start() - 1
        return self._word(at) if at >= 0 else ""

    def beyond(self, name: str) -> str:
        """The word after the token captured under ``name``, which may lie in a look-ahead, "" at the edge."""
        at = self._span(name)[1]
        return self._word(at) if at < len(self.nodes) else ""

    def after(self, steps: int = 1) -> str:
        """The word so many tokens after the match as written, "" at the edge."""
        at = self._match.end() + steps - 1
        return self._word(at) if at < len(self.nodes) else ""


class Alphabet:
    """Gives each set of words that no pattern tells apart one character.

    ``vocabulary`` maps class names to words; lower-case words stand for all their spellings, others for themselves.
    ``uses`` are the classes and quoted words of the patterns, with how often they occur.
    """

    def __init__(
        self,
        vocabulary: Mapping[str, Iterable[str]],
        uses: Mapping[str, int],
        kinds: Iterable[str],
        unions: Mapping[str, tuple[str, ...]],
    ) -> None:
        classes = {name: frozenset(words) for name, words in vocabulary.items()}
        classes |= {name: frozenset([name[1:-1]]) for name in uses if name.startswith("'")}
        empty = {name for name, words in classes.items() if not words}
        classes |= {kind: frozenset([kind_key(kind)]) for kind in {*kinds, *empty}}
        spelled: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                for form in spellings(word):
                    spelled.setdefault(form, set()).add(name)
        self._pieces: dict[str, str] = {}
        self._sets: dict[str, set[str]] = {name: set() for name in classes}
        self.symbols: dict[str, str] = {}
        self._number(spelled, {member for members in unions.values() for member in members}, uses)
        for name, members in unions.items():
            self._sets[name] = {symbol for member in members for symbol in self._sets[member]}

    def _number(self, spelled: dict[str, set[str]], united: Set[str], uses: Mapping[str, int]) -> None:
        """Give out characters: ``re`` compiles sets of those below 256 much faster, so these go to what stands in sets.

        That is first the words of classes, then what patterns name most, often among alternatives.
        """
        signatures = dict.fromkeys(map(frozenset, spelled.values()))
        sizes = Counter(name for names in signatures for name in names)

        def rank(names: frozenset[str]) -> tuple[bool, int]:
            in_set = any(sizes[name] > 1 or name in united for name in names)
            return not in_set, -max(uses.get(name, 0) for name in names)

        free = itertools.chain(_LOW_CHARACTERS, map(chr, itertools.count(0x7F)))
        characters = dict(zip(sorted(signatures, key=rank), free, strict=False))
        for form, names in spelled.items():
            symbol = self.symbols[form] = characters[frozenset(names)]
            for name in names:
                self._sets[name].add(symbol)

    def compile(self, pattern: str) -> str:
        """The regular expression over symbols that a pattern stands for. Raises KeyError on an unknown class."""
        return _ITEM.sub(self._item, pattern)

    def _item(self, match: re.Match[str]) -> str:
        written = match[0]
        piece = self._pieces.get(written)
        if piece is None:
            piece = self._pieces[written] = self._piece(*match.group("group", "name", "kind", "literal"))
        return piece

    def _piece(self, group: str | None, name: str | None, kind: str | None, literal: str | None) -> str:
        if group:
            return f"(?P<{group}>"
        if not kind and not literal:
            return ""
        characters = "".join(sorted(self._sets[kind or f"'{literal}'"]))
        piece = f"[{characters}]" if len(characters) > 1 else characters
        return f"(?P<{name}>{piece})" if name else piece


def kind_key(kind: str) -> str:
    """The entry of ``Alphabet.symbols`` for a class without words; no word of a text looks like it."""
    return f"<{kind}>"


def spellings(word: str) -> tuple[str, ...]:
    """All spellings that a word of the vocabulary stands for."""
    if word != word.lower():
        return (word, word.upper())
    return (word, word.capitalize(), word.upper())


def uses_of(rules: Iterable[Rule]) -> Counter[str]:
    """The classes and quoted words of all patterns, with how often they occur."""
    items = itertools.chain.from_iterable(_ITEM.findall(rule.pattern) for rule in rules)
    return Counter([kind or f"'{literal}'" for _, _, kind, literal in items if kind or literal])


class _Compiled:
    """A rule ready to match. Its expression is compiled when it is first needed."""

    __slots__ = ("_expression", "groups", "pattern", "rule", "symbol")

    def __init__(self, rule: Rule, alphabet: Alphabet) -> None:
        self.rule = rule
        self.symbol = alphabet.symbols[kind_key(rule.kind)]
        self.pattern = alphabet.compile(rule.pattern)
        self._expression: re.Pattern[str] | None = None
        self.groups: dict[str, list[int]] = {}

    @property
    def expression(self) -> re.Pattern[str]:
        """The pattern as a regular expression, with repeated group names numbered apart."""
        if self._expression is None:
            counts: dict[str, int] = {}

            def numbered(match: re.Match[str]) -> str:
                counts[match[1]] = counts.get(match[1], 0) + 1
                return f"(?P<{match[1]}__{counts[match[1]]}>"

            self._expression = re.compile(re.sub(r"\(\?P<(\w+)>", numbered, self.pattern))
            for name, index in self._expression.groupindex.items():
                self.groups.setdefault(name.rpartition("__")[0], []).append(index)
        return self._expression

    def produce(self, part: Parts) -> object:
        """What the production makes of a match, None where a number in it is not a whole one."""
        try:
            return self.rule.production(part)
        except NotANumberError:
            return None


class Stage:
    """The rules of one stage, tried together: leftmost first, then the longest, then the first in order."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        self._rules = [_Compiled(rule, alphabet) for rule in rules]
        self._nothing = alphabet.symbols.get(kind_key("OTHER"), "")
        self._automaton = Automaton([each.pattern for each in self._rules])

    def apply(self, nodes: list[Token], symbols: str) -> tuple[list[Token], str]:
        """The tokens and their symbols with every match replaced by its result."""
        result: list[Token] = []
        pieces: list[str] = []
        done = 0
        tests = self._automaton.tests
        for found in self._automaton.begins.finditer(symbols):
            at = found.start()
            if at < done:
                continue
            test = tests.get(symbols[at : at + 2])
            made = self._best(nodes, symbols, at) if test is None or test(symbols, at) else None
            if made:
                node, end = made
                result += nodes[done:at]
                result.append(node)
                pieces += (symbols[done:at], node.symbol)
                done = end
        return (result + nodes[done:], "".join(pieces) + symbols[done:]) if done else (nodes, symbols)

    def _best(self, nodes: list[Token], symbols: str, at: int) -> tuple[Node, int] | None:
        tried = set()
        for _, number in self._automaton.matches(symbols, at):
            if number in tried:
                continue
            tried.add(number)
            compiled = self._rules[number]
            match = compiled.expression.match(symbols, at)
            if match and match.end() > at:
                value = compiled.produce(Parts(nodes, match, compiled.groups))
                if value is not None:
                    symbol = self._nothing if isinstance(value, Nothing) else compiled.symbol
                    return _made(nodes, at, match.end(), value, symbol, compiled.rule.name), match.end()
        self._automaton.note_failure(symbols[at : at + 2])
        return None


def _made(nodes: list[Token], begin: int, end: int, value: object, symbol: str, rule: str) -> Node:
    words = " ".join([node[0] if isinstance(node, re.Match) else node.word for node in nodes[begin:end]])
    first, last = node_of(nodes[begin]), node_of(nodes[end - 1])
    return Node(symbol, first.begin, last.end, words, value, rule)
