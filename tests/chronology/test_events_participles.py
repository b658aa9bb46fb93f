from __future__ import annotations

import pytest

from tests.chronology.marked import sentence, told
from viewer.chronology.events_predicates import find_predicates


def finite(text: str) -> list[str]:
    return [predicate.word for predicate in find_predicates(sentence(text)) if not predicate.reduced]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The berm, begun in [August|2018-08], is long.", ["is"]),
        ("The road to the coast, cut in eleven places, reopened in [May|2010-05].", ["reopened"]),
        ("“The Ford”, painted around [1672|1672], belonged to a merchant.", ["belonged"]),
        ("The song they wrote in a shed was sung by all.", ["sung"]),
        ("The man he said was ill died.", ["said", "was", "died"]),
        ("With half of the votes counted, the party led.", ["led"]),
        ("When he died in [2020|2020] he left her the shop.", ["died", "left"]),
        ("It grew since its customer, the maker Lumo, switched to another in [2018|2018].", ["grew", "switched"]),
        ("It rained in May, and the fleet, some 80 boats, sailed down the coast.", ["rained", "sailed"]),
        (
            "The town, which was relieved and almost starved later, returned to peace.",
            ["relieved", "starved", "returned"],
        ),
        (
            "The canvas was seized in [1941|1941], sold in [1943|1943] and turned up later.",
            ["seized", "sold", "turned"],
        ),
        ("The troops landed by helicopter.", ["landed"]),
    ],
)
def test_participles_are_told_from_the_verbs_of_clauses(text, verbs):
    assert finite(text) == verbs


def test_a_participle_between_commas_leaves_the_sentence_its_verb():
    assert told("Talks in Doha, suspended in [April|2022-04], resumed on [11 May|2022-05-11].") == [
        ("2022-04", "reported", "Talks in Doha were suspended"),
        ("2022-05-11", "reported", "Talks in Doha resumed"),
    ]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("He broke ground on [4 May|1805-05-04].", ["broke"]),
        ("It was paved in [1928|1928], mined by the army and reopened.", ["paved", "mined", "reopened"]),
        ("It tells of trade, from a jar raised off Malta in [1961|1961] to a box.", ["tells"]),
    ],
)
def test_verbs_in_a_row_and_nouns_that_hang_on_a_preposition(text, verbs):
    assert finite(text) == verbs


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("It held until the Convention, charged with writing a law, met on [20 May|1792-05-20].", ["held", "met"]),
        ("The Persians responded in [May|1797-05] with an attack aimed at the coast.", ["responded"]),
    ],
)
def test_more_verbs_that_no_participle_takes_away(text, verbs):
    assert finite(text) == verbs


def test_the_middle_of_a_row_of_passives_keeps_its_subject():
    found = told("The road was paved in [1928|1928], mined by the army in [1945|1945], and reopened in [1948|1948].")
    assert [label for _, _, label in found] == [
        "The road was paved",
        "The road was mined by the army",
        "The road was reopened",
    ]
