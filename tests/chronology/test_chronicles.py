"""Years that only the text around them shows to be years."""

from __future__ import annotations

from tests.chronology.examples import values
from viewer.chronology import tag
from viewer.chronology.chronicles import EARLY, ENTRY, with_years
from viewer.chronology.reading import find


def rules(text: str) -> list[str]:
    """The rules of what ``with_years`` adds to the mentions of a text."""
    given = list(find(text))
    return [mention.rule for mention in with_years(text, given) if mention not in given]


def test_early_years_need_a_text_of_early_centuries():
    told = "He died in 453. In 476 Odoacer deposed the last emperor."
    assert values(told) == ""
    assert values("Attila lived in the fifth century. " + told) == "04 0453 0476"
    assert rules("Attila lived in the fifth century. " + told) == [EARLY, EARLY]


def test_counts_are_no_early_years():
    text = (
        "In AD 410 he came with 300 men, of whom by the end 200 were dead. From 300 to 500 ships lay there. Page 312."
    )
    assert values(text) == "0410"
    assert values("In 1204 and in the 5th century it was sacked; the ball flew into 300, and in 450 cases") == "1204 04"


def test_early_years_behind_days_months_and_seasons():
    text = "He ruled from April 193 to February 211. On 1 January 193 he was proclaimed, in the spring of 194 he left."
    assert values(text) == "0193-04 0211-02 0193-01-01 0194-SP"
    (timex, *_) = tag(text)
    assert timex.text == "April 193"


def test_a_text_can_name_nothing_but_early_years():
    text = (
        "In 481 he was made king. In 507, near the river, he won, and in 511 the council met. He died c. 513, in all."
    )
    assert values(text) == "0481 0507 0511 0513"
    assert values("In 481 he was made king. In 507, near the river, he won.") == ""
    assert values(
        "It was sold in 481, in 507, and in 511 of 600 shops, said the firm in 2012, 2013, 2014 and 2015."
    ) == ("2012 2013 2014 2015")


def test_a_day_before_a_year_with_its_era():
    (timex,) = tag("He died on November 27, 511 CE, in Paris.")
    assert (timex.text, timex.value) == ("November 27, 511 CE", "0511-11-27")
    assert values("On 3 May, 300 people came.") == "2018-05-03"


def test_one_number_behind_a_month_makes_no_early_text():
    assert values("In April 193 cars were sold.") == "2018-04"


def test_the_era_goes_on_from_the_year_told_last():
    text = "In 44 BC he was killed. In 42 they won. By 31, it was over. From AD 14 on all changed; in 43 he came."
    assert values(text) == "BC0044 BC0042 BC0031 0014 0043"
    assert values("In 27 BC he became Augustus. In 395, the empire was divided.") == "BC0027 0395"


def test_ranges_lists_and_what_is_only_about():
    assert values("He reigned from 98 to 117 AD.") == "0098 0117"
    assert values("In the 3rd century (235–284), and in 193 and 196, war (196-97) came around 200.") == (
        "02 0235 0284 0193 0196 0196 0197 0200"
    )
    mods = [timex.mod for timex in tag("In AD 400, early 452 and c. 600.")]
    assert mods == ["", "START", "APPROX"]


def test_entries_of_a_chronicle():
    text = "1833 A firm is formed.\n1848 Lucian comes.\n1853 Joseph leaves.\n1876: Brown dies.\n1899 – it closes."
    assert values(text) == "1833 1848 1853 1876 1899"
    assert ENTRY in rules(text)


def test_lines_that_are_out_of_order_or_few_are_no_chronicle():
    assert values("1848 Elm Street\n1102 Oak Street\n1999 Pine Street\n1204 Ash Street") == ""
    assert ENTRY not in rules("1848 Lucian comes.\n1853 Joseph leaves.")
