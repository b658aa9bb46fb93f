from __future__ import annotations

import pytest

from tests.chronology.marked import sentence
from viewer.chronology.events_predicates import find_predicates


def verbs(text: str) -> list[str]:
    read = sentence(text)
    return [read.span(found.begin, found.end) for found in find_predicates(read) if not found.reduced]


def participles(text: str) -> list[str]:
    return [found.word for found in find_predicates(sentence(text)) if found.reduced]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army attacked the town.", ["attacked"]),
        ("They had not yet been told.", ["had not yet been told"]),
        ("He will never leave.", ["will never leave"]),
        ("The besieged town held the armed men.", ["held"]),
        ("She said that it was over.", ["said", "was"]),
        ("The plan, to be called Alpha, could work.", ["could work"]),
        ("Both said so.", ["said"]),
        ("Reports and claims of the day.", []),
    ],
)
def test_verb_groups_with_their_auxiliaries(text, expected):
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops backed by Russia cleared the bank.", ["backed"]),
        ("They entered areas captured last year.", ["captured"]),
        ("They cleared the bank, including the post, captured [last year|2017].", ["captured"]),
        ("He declared the war won.", ["won"]),
        ("Baghdad responded by sending men.", []),
        ("It follows the pocket it holds there.", ["holds"]),
    ],
)
def test_participles_behind_their_nouns_are_set_apart(text, expected):
    assert participles(text) == expected


def test_negation_modal_and_passive_are_noted():
    (found,) = find_predicates(sentence("It could not be repaired."))
    assert (found.negated, found.modal, found.passive) == (True, "could", True)


def test_a_governed_infinitive_is_found_behind_the_object():
    read = sentence("The mayor ordered the troops to leave.")
    (found,) = find_predicates(read)
    assert read.words[found.infinitive] == "to"


def test_a_preposition_is_no_infinitive():
    (found,) = find_predicates(sentence("She agreed to the deal."))
    assert found.infinitive == -1


def test_a_row_of_verbs_made_to_cost_time_is_cut():
    assert len(find_predicates(sentence("said " * 300))) <= 60


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The pool will stay shut.", ["stay"]),
        ("A British team plans to drill.", ["plans"]),
        ("He criticised government plans to cut jobs.", ["criticised"]),
        ("Its licence runs out in [October|2026-10].", ["runs"]),
        ("The contract ends in [May|2026-05].", ["ends"]),
        ("The home runs in the game were many.", ["were"]),
    ],
)
def test_verbs_that_can_be_nouns_or_adjectives(text, verbs):
    assert [predicate.word for predicate in find_predicates(sentence(text)) if not predicate.reduced] == verbs


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("She retired in [1984|1984].", ["retired"]),
        ("The retired general slept.", ["slept"]),
        ("Police advanced along the river.", ["advanced"]),
        ("They have advanced weapons.", ["have"]),
        ("The first one reached the summit.", ["reached"]),
        ("A tanker ran aground.", ["ran"]),
        ("It intends to sell, provided that they agree.", ["intends", "agree"]),
    ],
)
def test_pasts_that_are_adjectives_elsewhere(text, verbs):
    assert [predicate.word for predicate in find_predicates(sentence(text)) if not predicate.reduced] == verbs


def test_a_conjunction_is_no_verb_behind_do():
    assert verbs("It did not do so; he did not, before they came.")[:1] == ["did not do"]
    assert verbs("which it did not do before [2013|2013]") == ["did not do"]
