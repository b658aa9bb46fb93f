from __future__ import annotations

import pytest

from tests.chronology.marked import events, told
from viewer.chronology.events import Speaker
from viewer.chronology.labels import LONGEST, cut, tidy


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        (
            "Iraqi forces retook Anbar, the desert province, in [late 2017|2017].",
            "Iraqi forces retook Anbar, the desert province",
        ),
        ("On [Monday|2018-10-29], the army left.", "the army left"),
        ("The SDF said on [Thursday|2018-11-01] that it had halted its fight.", "the SDF had halted its fight"),
        ("Three men died on [Monday|2018-10-29], the ministry said.", "Three men died"),
        ("IS took Mosul in [June|2014-06] and lost it in [July|2017-07].", "IS took Mosul"),
        ("The troops, who arrived on [Monday|2018-10-29], are tired.", "The troops arrived"),
        ("Sales rose 0.2% in [May|2018-05], the smallest gain of all.", "Sales rose 0.2%, the smallest gain of all"),
    ],
)
def test_a_label_is_the_clause_without_date_and_attribution(marked, label):
    assert told(marked)[0][2] == label


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("[1996|1996] was a lean year for Ann Lee.", "1996 was a lean year for Ann Lee"),
        ("In wins and losses, [1995|1995] was her best year.", "In wins and losses, 1995 was her best year"),
        ("[The 18th century|1701/1800] saw a war of independence.", "The 18th century saw a war of independence"),
        ("There was no church prior to [1795|1795].", "There was no church"),
        (
            "In [1819|1819] the goods of his mother and sister, and himself, were threatened.",
            "the goods of his mother and sister, and himself, were threatened",
        ),
        (
            "In [October 1940|1940-10], Ann Lee and Bob Ray (a smith who came before the war) became prisoners.",
            "Ann Lee and Bob Ray became prisoners",
        ),
    ],
)
def test_what_a_clause_speaks_of_stays_in_its_label(marked, label):
    assert told(marked)[0][2] == label


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("[Monday|2018-10-29]'s attack began at dawn.", "the attack began at dawn"),
        ("They lacked the land, and they got that in [June|2014-06].", "they got that"),
        (
            "The attack began on [October 26|2017-10-26], a [Thursday|2017-10-26], and led through the desert.",
            "The attack began, and led through the desert",
        ),
        (
            "The withdrawal was slowed down, limited and, in [February|2019-02], reduced to a reduction.",
            "The withdrawal was slowed down, limited and reduced to a reduction",
        ),
        (
            "For the first time since they came back, in [2017|2017], there is nobody on the other side.",
            "they came back",
        ),
        ("On [31 May|2018-05-31] of that year, guns fired on the town.", "guns fired on the town"),
        ("Little is left of the land in which, in [2014|2014], it made a town its own.", "it made a town its own"),
    ],
)
def test_nothing_is_left_of_what_only_leads_to_a_date(marked, label):
    assert told(marked)[0][2] == label


def test_a_pronoun_whose_speaker_stands_elsewhere_is_kept():
    speaker = Speaker(("Ann Lee",))
    (event,) = events("She said on [Monday|2018-10-29] that she had won it.", speaker)
    assert (event.label, event.sources) == ("she had won it", ("Ann Lee",))


def test_police_are_not_he():
    assert told("Police said on [Monday|2018-10-29] that he had left.")[0][2] == "he had left"


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("In the course of [that summer|2014] it drove them out.", "it drove them out"),
        ("On the same [Sunday|2018-10-28], artillery shelled it.", "artillery shelled it"),
        ("The reasons that he gave, as late as [September|2018-09], are gone.", "he gave the reasons"),
        ("It came back in [May|2018-05].", "It came back"),
    ],
)
def test_what_only_leads_to_a_date_goes_with_it(marked, label):
    assert told(marked)[0][2] == label


def test_a_long_label_is_cut_at_a_word():
    label = cut("word " * 40)
    assert len(label) <= LONGEST
    assert label.endswith("word…")


def test_one_word_without_end_is_cut_all_the_same():
    assert len(cut("x" * 500)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        (", and the army , left ,", "the army, left"),
        ("(  ) the  town", "the town"),
        ("it fell,  ,", "it fell"),
        ("اجتمع المجلس ، ، ووافق", "اجتمع المجلس، ووافق"),
        ("", ""),
    ],
)
def test_what_a_cut_leaves_is_tidied(text, tidied):
    assert tidy(text) == tidied


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“, there was no gain", "there was no gain"),
        ("OUT,” he wrote", "OUT, he wrote"),
        ('"Instead of an answer', "Instead of an answer"),
        ("he called it “a farce” and “a shame”", "he called it “a farce” and “a shame”"),
        ('he said "no"', 'he said "no"'),
    ],
)
def test_half_a_pair_of_quotation_marks_goes(text, label):
    assert tidy(text) == label


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("Prices rose 2 percent in the year to [July|2024-07].", "Prices rose 2 percent in the year to July"),
        (
            "The Alliance won the most seats in [Sunday|2021-09-26]'s election.",
            "The Alliance won the most seats in the election",
        ),
        ("It is to be launched in [2031|2031] at the earliest.", "It is to be launched"),
        ("The pool will stay shut until at least [September|2022-09].", "The pool will stay shut"),
        ("Diggers would be brought in on [Tuesday|2010-08-03].", "Diggers would be brought in"),
        (
            "He ordered days of mourning, beginning on [Tuesday|2010-08-03], and left.",
            "He ordered days of mourning, and left",
        ),
        ("He wrote a letter dated [3 May|2010-05-03].", "He wrote a letter"),
        ("It ended, though it began again in [May|2010-05].", "it began again"),
        ("It ended in [May|2010-05]; so far 214 have been freed.", "It ended"),
        ("“On [12 October|2021-10-12] we will walk into it.”", "“we will walk into it.”"),
    ],
)
def test_a_label_reads_as_if_no_date_had_stood_in_it(marked, label):
    assert told(marked)[0][2] == label


def test_so_far_is_no_conjunction():
    assert tidy("so far 214 have been freed") == "so far 214 have been freed"
    assert tidy("so it was sold") == "it was sold"


def test_what_is_cut_ends_in_no_word_that_leads_on():
    assert cut("The larger one was filled and has turned it into what one of them", 50) == (
        "The larger one was filled and has turned it…"
    )


def test_a_building_dates_from_a_time_and_keeps_it():
    assert told("The church dates from [1403|1403].")[0][2] == "The church dates from 1403"


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("The last strike, in [March|2009-03], went on for weeks.", "The last strike went on for weeks"),
        ("Gift cards will be accepted until [Sunday|2018-06-03] only.", "Gift cards will be accepted"),
        ("Of eleven inns, nine had shut by [1880|1880].", "Of eleven inns, nine had shut"),
        ("Many fled before the first [winter|1805-12].", "Many fled"),
        ("The work took until [Christmas|2018-12-25].", "The work took until Christmas"),
        ("They will meet on [2 May|2019-05-02] and again on [3 June|2019-06-03].", "They will meet"),
    ],
)
def test_a_date_goes_with_all_that_is_its_own(marked, label):
    assert told(marked)[0][2] == label


def test_as_a_result_is_no_conjunction():
    assert tidy("As a result, many died") == "As a result, many died"
    assert tidy("as the tower fell") == "the tower fell"


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("In [June|1666-06] he made them shut themselves in.", "he made them shut themselves in"),
        ("It returned after a mild [winter|1666-01].", "It returned after a mild winter"),
        ("A group of voters said on [Monday|2018-10-29] they would return.", "A group of voters would return"),
    ],
)
def test_no_word_is_lost_or_left_over_at_the_end(marked, label):
    assert told(marked)[0][2].casefold() == label.casefold()


def test_as_soon_leads_nowhere():
    assert tidy("It will pay as soon") == "It will pay"


def test_what_leads_to_a_relative_is_cut_with_it():
    assert tidy("he came with 2,000 conscripts, many") == "he came with 2,000 conscripts"
    assert tidy("It will start, provided") == "It will start"
