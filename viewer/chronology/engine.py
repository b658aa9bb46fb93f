"""A scanner and the stages of a grammar, put together for one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from viewer.chronology.grammar import Alphabet, Node, Nothing, Rule, Stage, Token, kind_key, uses_of
from viewer.chronology.resolve import Mention
from viewer.chronology.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from viewer.chronology.meaning import Meaning

LONGEST_RUN = 3000  # tokens without one ordinary word between them


class Engine:
    """Finds the expressions of one language. ``ahead`` are words that put what is told into the future."""

    def __init__(
        self,
        rules: Sequence[Rule],
        vocabulary: Mapping[str, Iterable[str]],
        unions: Mapping[str, tuple[str, ...]],
        triggers: Iterable[str],
        phrases: Iterable[str] = (),
        ahead: Set[str] = frozenset(),
    ) -> None:
        kinds = {rule.kind for rule in rules}
        alphabet = Alphabet(vocabulary, uses_of(rules), kinds, unions)
        self.rules, self.ahead = rules, ahead
        self._stages = [
            Stage([rule for rule in rules if rule.stage == number], alphabet)
            for number in sorted({rule.stage for rule in rules})
        ]
        self._scanner = Scanner(alphabet.symbols, triggers, phrases)
        self._other = alphabet.symbols[kind_key("OTHER")]
        self._hidden = frozenset(
            alphabet.symbols[kind_key(kind)] for kind in {rule.kind for rule in rules if rule.stage == 0}
        )

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every expression, in the order of the text."""
        for tokens, symbols in self._scanner.windows(text):
            for node in self._parsed(tokens, self._without_endless_runs(symbols)):
                if isinstance(node, Node) and node.symbol not in self._hidden and not isinstance(node.value, Nothing):
                    yield Mention(node.begin, node.end, node.rule, cast("Meaning", node.value))

    def _without_endless_runs(self, symbols: str) -> str:
        """Symbols with the rest of a run of thousands of dates and numbers, which is no prose, as plain words."""
        if len(symbols) <= LONGEST_RUN:
            return symbols
        runs = symbols.split(self._other)
        return self._other.join([run[:LONGEST_RUN] + self._other * (len(run) - LONGEST_RUN) for run in runs])

    def _parsed(self, tokens: list[Token], symbols: str) -> list[Token]:
        for stage in self._stages:
            tokens, symbols = stage.apply(tokens, symbols)
        return tokens
