"""Sentences of wire reports: what happened, when, how certain it is and who says so."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import events_of

REPORTED, ATTRIBUTED, PLANNED = "reported", "attributed", "planned"
CONDITIONAL, NEGATED = "conditional", "negated"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Rebels have freed 23 of the 87 children they abducted in April, the governor said on Tuesday.",
            [
                ("2018-04", ATTRIBUTED, "the 87 children they abducted"),
                ("2018-10-30", ATTRIBUTED, "Rebels have freed 23 of the 87 children they abducted in April"),
            ],
        ),
        (
            "Gunfire broke out shortly after 8 a.m. on Sunday.",
            [("2018-10-28T08:00:00", REPORTED, "Gunfire broke out")],
        ),
        (
            "The minister suspended the licence of the line on Tuesday and said that charges would be filed next week.",
            [
                ("2018-10-30", REPORTED, "The minister suspended the licence of the line"),
                ("2018-11-05/2018-11-11", PLANNED, "charges would be filed"),
            ],
        ),
        (
            "Lord Hale, who sat as a judge until 2016, has said he would seek to delay it.",
            [("../2016", REPORTED, "Lord Hale sat as a judge")],
        ),
        (
            "Halas, who holds no post but is widely seen as the ruler, has pledged to raise the wage by May.",
            [("2019-05", PLANNED, "Halas has pledged to raise the wage")],
        ),
        (
            "Finance ministers meet in Oslo on Monday to discuss a plan that was drawn up in March.",
            [
                ("2018-03", REPORTED, "a plan was drawn up"),
                ("2018-11-05", PLANNED, "Finance ministers meet in Oslo to discuss a plan"),
            ],
        ),
        (
            "The figures are out at 10am, and the bank decides on rates on Thursday.",
            [
                ("2018-11-02T10:00:00", REPORTED, "The figures are out"),
                ("2018-11-08", PLANNED, "the bank decides on rates"),
            ],
        ),
        ("A sales fall in May hurt the bank.", [("2018-05", REPORTED, "A sales fall")]),
        (
            "If not, they will begin a third filling when the rains return next July.",
            [("2019-07", CONDITIONAL, "they will begin a third filling when the rains return")],
        ),
        (
            "Varo, which was founded in 1921 and makes toys, was sold.",
            [("1921", REPORTED, "Varo was founded")],
        ),
        (
            "President Orlov, who had not spoken since May, accused the West on Tuesday of ignoring him.",
            [
                ("2018-05/..", NEGATED, "President Orlov had not spoken"),
                ("2018-10-30", REPORTED, "President Orlov accused the West of ignoring him"),
            ],
        ),
        (
            "It lost 31bn of deposits between 6 and 10 October, the filing shows.",
            [("2018-10-06/2018-10-10", ATTRIBUTED, "It lost 31bn of deposits")],
        ),
        (
            "An officer said that five detained men had been let go on Sunday.",
            [("2018-10-28", ATTRIBUTED, "five detained men had been let go")],
        ),
        (
            "They said the night had been quieter than any.",
            [("2018-11-02", ATTRIBUTED, "the night had been quieter than any")],
        ),
        (
            "The talks failed in May, and the last round, in Kinshasa, ended without a deal in June.",
            [
                ("2018-05", REPORTED, "The talks failed"),
                ("2018-06", REPORTED, "the last round, in Kinshasa, ended without a deal"),
            ],
        ),
        (
            "He got the gun, which had been reported stolen in Norway in 2017.",
            [("2017", ATTRIBUTED, "the gun had been reported stolen in Norway")],
        ),
        (
            "They withdrew the ship in May to save money, only to send it out again in July.",
            [
                ("2018-05", REPORTED, "They withdrew the ship"),
                ("2018-07", REPORTED, "They withdrew the ship to save money, only to send it out again"),
            ],
        ),
        (
            "Order won the courts over, drawing suits in 2014 and again in 2016.",
            [
                ("2014", REPORTED, "Order won the courts over, drawing suits"),
                ("2016", REPORTED, "Order won the courts over, drawing suits again"),
            ],
        ),
        (
            "Divers expect to reach the deck no earlier than Saturday.",
            [("2018-11-03/..", PLANNED, "Divers expect to reach the deck")],
        ),
        ("It was called back to port on 29 October.", [("2018-10-29", REPORTED, "It was called back to port")]),
        (
            "Thousands have been ordered to leave since Monday.",
            [("2018-10-29/..", REPORTED, "Thousands have been ordered to leave")],
        ),
        ('Asked if he would meet them, he replied: "Not today."', []),
        (
            "He sued them in 2003, and they withdrew the plan within a week.",
            [("2003", REPORTED, "He sued them"), ("", REPORTED, "they withdrew the plan within a week")],
        ),
        (
            "The talks, to be held in Oslo on 3 December, will centre on grain.",
            [("2018-12-03", PLANNED, "The talks, to be held in Oslo")],
        ),
        (
            "Its shares, suspended since Tuesday, are to resume trading on Monday.",
            [
                ("2018-10-30/..", REPORTED, "Its shares were suspended"),
                ("2018-11-05", PLANNED, "Its shares are to resume trading"),
            ],
        ),
        (
            "Airlines have cancelled 200 flights through Saturday.",
            [("../2018-11-03", REPORTED, "Airlines have cancelled 200 flights")],
        ),
        (
            "In May an ally of his won the vote; the new head takes office on Monday.",
            [
                ("2018-05", REPORTED, "an ally of his won the vote"),
                ("2018-11-05", PLANNED, "the new head takes office"),
            ],
        ),
        (
            "Ann Lee said she first learned of it in May.",
            [("2018-05", ATTRIBUTED, "Ann Lee first learned of it")],
        ),
        (
            "She ignored an order to leave that was issued on Monday.",
            [("2018-10-29", REPORTED, "an order to leave that was issued")],
        ),
        ("Canada will host the next summit, in June.", [("2019-06", PLANNED, "Canada will host the next summit")]),
        ("The ship would stay until July 15, he said.", [("../2019-07-15", PLANNED, "The ship would stay")]),
        (
            "Police have until Saturday to charge him.",
            [("../2018-11-03", PLANNED, "Police have until Saturday to charge him")],
        ),
        (
            "He was told to appear in court at 11 a.m. on Tuesday.",
            [("2018-11-06T11:00:00", PLANNED, "He was told to appear in court")],
        ),
        ("The figures are out on Thursday.", [("2018-11-08", PLANNED, "The figures are out")]),
        (
            "The measures, to be drawn up in January, fall well short of what was asked.",
            [("2019-01", PLANNED, "The measures, to be drawn up")],
        ),
        (
            "The leader, sworn in as president on Monday for three years, has promised elections by 2026.",
            [
                ("2018-10-29", REPORTED, "The leader was sworn in as president for three years"),
                ("2026", PLANNED, "The leader has promised elections"),
            ],
        ),
        (
            "By Thursday 40,000 people had crossed into Chad, up from 25,000 on Monday.",
            [("2018-11-01", REPORTED, "40,000 people had crossed into Chad, up from 25,000 on Monday")],
        ),
        (
            '"We will not stop," she said in a video message released on Tuesday.',
            [("2018-10-30", NEGATED, "We will not stop")],
        ),
        (
            "Thousands marched in Minsk on Sunday, defying a ban announced two days earlier.",
            [
                ("2018-10-26", REPORTED, "a ban was announced"),
                ("2018-10-28", REPORTED, "Thousands marched in Minsk, defying a ban announced two days earlier"),
            ],
        ),
        (
            "The head will step down when her term ends in 2024.",
            [("2024", PLANNED, "The head will step down when her term ends")],
        ),
        (
            "The bank left rates unchanged at 0.25% on Thursday, as expected, but hinted at a rise.",
            [("2018-11-01", REPORTED, "The bank left rates unchanged at 0.25%")],
        ),
        (
            "The cut has persuaded some members that it could come in May.",
            [("2019-05", CONDITIONAL, "it could come")],
        ),
        ("It could come as early as May.", [("2019-05", CONDITIONAL, "It could come")]),
        (
            "Divers on Tuesday found wreckage thought to be from the jet that fell into the sea a day earlier.",
            [
                ("2018-10-29", REPORTED, "the jet fell into the sea"),
                ("2018-10-30", REPORTED, "Divers found wreckage thought to be from the jet"),
            ],
        ),
        (
            "The union, which is not a party, agreed at a summit on August 19 to impose sanctions on the ministers.",
            [("2018-08-19", REPORTED, "The union agreed at a summit to impose sanctions on the ministers")],
        ),
        ("He won 80% of the vote on August 9.", [("2018-08-09", REPORTED, "He won 80% of the vote")]),
        (
            "Mr Holm, who took office in October 2017 after Lee was sacked, denies it.",
            [("2017-10", REPORTED, "Mr Holm took office")],
        ),
        ("It is the country's second-deadliest crash since 1997.", []),
        ("He is up for election in May.", [("2019-05", PLANNED, "He is up for election")]),
    ],
)
def test_what_a_wire_report_tells(text, events):
    assert [(event.when, event.factuality.value, event.label) for event in events_of(text)] == events


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("A poll published on Monday put the party at 20 percent.", ("poll",)),
        ("It drew 12bn on Monday, according to a filing published this afternoon.", ("filing",)),
        ("A leaked report showed on Monday that they had been warned.", ("leaked report",)),
        ("The ministry, in a note issued before the fall of the town, had claimed that 20 men died.", ("ministry",)),
        ("President Orlov, who had not spoken since May, accused the West on Tuesday of ignoring him.", ()),
    ],
)
def test_who_says_so(text, sources):
    assert events_of(text)[-1].sources == sources
