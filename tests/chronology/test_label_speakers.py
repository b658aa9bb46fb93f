from __future__ import annotations

from tests.chronology.marked import told


def test_it_is_not_a_person_who_speaks():
    assert told("The owner said on [Monday|2018-10-29] that it would reopen.")[0][2] == "it would reopen"
    assert told("The ministry said on [Monday|2018-10-29] that it would reopen.")[0][2] == "the ministry would reopen"


def test_it_that_is_no_person_is_not_replaced_by_the_speaker():
    assert told("Officials said on [Monday|2018-10-29] that it was too late.")[0][2] == "it was too late"


def test_the_speaker_takes_the_place_of_the_pronoun_in_the_second_clause_too():
    found = told(
        "Ann Lee said she had been informed on [Monday|2020-10-26] and would meet Bob Ray on [Friday|2020-10-30]."
    )
    assert [label for _, _, label in found] == ["Ann Lee had been informed", "Ann Lee would meet Bob Ray"]


def test_several_people_are_not_it():
    assert told("The lawyers said on [Monday|2018-10-29] that it might not survive.")[0][2] == "it might not survive"


def test_what_a_person_named_by_trade_says_of_it_is_not_said_of_the_person():
    found = told("Its lawyer, Ann Lee, said on [Monday|2018-10-29] that it would be appealed.")
    assert [label for _, _, label in found] == ["it would be appealed"]


def test_a_trade_named_earlier_in_the_sentence_counts_too():
    found = told("Its lawyer, Ann Lee, called it absurd and said on [Monday|2018-10-29] that it would be appealed.")
    assert [label for _, _, label in found][-1] == "it would be appealed"


def test_she_of_a_quotation_is_not_the_speaker():
    assert told("“She died of thirst,” Ann Lee told the court in [March|2018-03].")[0][2] == "She died of thirst"
    assert told("She would pay, Ann Lee told the court in [March|2018-03].")[0][2] == "Ann Lee would pay"
