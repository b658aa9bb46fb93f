"""A scanner and a grammar together."""

from __future__ import annotations

from viewer.chronology.engine import LONGEST_RUN
from viewer.chronology.english import english, rules


def test_every_rule_has_a_name_of_its_own_in_its_stage():
    names = [(rule.name, rule.pattern) for rule in rules()]
    assert len(names) == len(set(names))


def test_nearly_every_rule_has_examples():
    without = {rule.name for rule in rules() if not rule.examples}
    assert without <= {"former", "recent", "future as an adjective"}


def test_later_stages_build_on_earlier_ones():
    (mention,) = english().mentions("the end of August of that year")
    assert mention.rule == "the end of a period"


def test_a_run_without_words_is_read_to_its_limit_only():
    found = list(english().mentions("Monday " * (LONGEST_RUN + 500)))
    assert len(found) == LONGEST_RUN
