from __future__ import annotations

import pytest

from tests.chronology.marked import clauses
from viewer.chronology.antecedents import antecedent


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("His goods, including a villa that he bought in May, are gone.", "a villa"),
        ("They refused the offer in a letter that he read.", "a letter"),
        ("It is the work of a man who left.", "the work of a man"),
        ("He wrote a letter dated [3 May|2018-05-03], which he read.", "a letter"),
        ("They lowered a bottle into the lake, which was found late.", "the lake"),
    ],
)
def test_the_noun_before_a_relative_is_meant(marked, words):
    read, found = clauses(marked)
    clause = next(clause for clause in found if clause.opener >= 0)
    assert read.span(*antecedent(read, clause)) == words
