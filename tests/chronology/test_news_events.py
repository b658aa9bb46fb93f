"""Sentences as agencies write them, through the whole of the chronology."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import told


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The bombings on Aug. 7 killed 259 people.", [("2018-08-07", "The bombings killed 259 people")]),
        ("The attack on Aug. 7 led to a trial.", [("2018-08-07", "The attack")]),
        (
            "Nearly simultaneous attacks in Dar es Salaam, Tanzania, and Nairobi, Kenya, on Aug. 7 killed 258 people.",
            [("2018-08-07", "Nearly simultaneous attacks in Dar es Salaam, Tanzania, and Nairobi, Kenya, killed 258…")],
        ),
        (
            "The toll has risen to 12, hospital officials and family members said Wednesday.",
            [("2018-10-31", "The toll has risen to 12")],
        ),
        (
            "She worked in Erfurt, where 16 people were killed in a shooting in 2002.",
            [("2002", "16 people were killed in a shooting")],
        ),
        (
            "It was expanded to include Greece in 1952, Germany in 1955 and Spain in 1982.",
            [
                ("1952", "It was expanded to include Greece"),
                ("1955", "It was expanded to include Germany"),
                ("1982", "It was expanded to include Spain"),
            ],
        ),
        (
            "It helped to hold the line in 2014 and to retake Tikrit in 2015.",
            [("2014", "It helped to hold the line"), ("2015", "It helped to retake Tikrit")],
        ),
        ("The matter is expected to dominate a summit set for April.", [("2019-04", "a summit was set")]),
        ("Just a decade ago the three were still apart.", [("2008", "the three were still apart")]),
        (
            "After two months of fierce battles, the army reached the suburbs on 3 May 2015.",
            [("2015-05-03", "the army reached the suburbs")],
        ),
        (
            "Ali Hassan, a guard himself, promised on Monday to put the question.",
            [("2018-10-29", "Ali Hassan, a guard himself, promised to put the question")],
        ),
        ("This government is not as closed as it was in 1990.", []),
        (
            "The court on Monday rejected a case that blocked the trial of men suspected of blowing up a jet in 1988.",
            [("1988", "men were suspected of blowing up a jet"), ("2018-10-29", "The court rejected a case")],
        ),
        (
            "They set up a panel to investigate who shot down the plane on April 6, 1994.",
            [("1994-04-06", "who shot down the plane")],
        ),
        (
            "O'SMACH, Cambodia (AP)_ The commander said Thursday the talks had failed.",
            [("2018-11-01", "the talks had failed")],
        ),
        (
            "The agency released tapes on Monday from the night the flight went down.",
            [("2018-10-29", "The agency released tapes from the night the flight went down")],
        ),
        ("After being beaten near the town, he gave up on 3 May 2015.", [("2015-05-03", "he gave up")]),
        ("Up until Monday they called him a witness.", [("../2018-10-29", "they called him a witness")]),
        (
            "The paper published a letter Monday from the grandmothers.",
            [("2018-10-29", "The paper published a letter from the grandmothers")],
        ),
        (
            "He was last seen Oct. 3, the day before the police searched for him.",
            [("2018-10-03", "He was last seen")],
        ),
        (
            "It was not known if the arrest announced today stemmed from the inquiry.",
            [("2018-11-02", "the arrest was announced")],
        ),
        (
            "White heads a team that is investigating the bombings which killed 224 people on Aug. 7, 1998.",
            [("1998-08-07", "the bombings killed 224 people")],
        ),
        (
            "Kopp was indicted last year in the October 2016 killing of a doctor.",
            [("2016-10", "killing of a doctor"), ("2017", "Kopp was indicted in the October 2016 killing of a doctor")],
        ),
        (
            "His father said in a letter published Wednesday that the talks had failed.",
            [("2018-10-31", "the talks had failed")],
        ),
        ("A statement released on Monday said the talks had failed.", [("2018-10-29", "the talks had failed")]),
        (
            "The suspect was arrested on Monday, according to a statement on Tuesday by the prosecutor.",
            [("2018-10-29", "The suspect was arrested")],
        ),
    ],
)
def test_what_an_agency_tells(text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "It will pay the dividend on Dec. 15 to holders of record Nov. 30.",
            [("2018-12-15", "It will pay the dividend to holders of record Nov. 30")],
        ),
        ("The bonds, due Feb. 15, 2020, yielded 8.5%.", []),
        (
            "The rocket lifted off on Wednesday, after long delays on May 6 and Sept. 1.",
            [
                ("2018-05-06", "long delays"),
                ("2018-09-01", "long delays"),
                ("2018-10-31", "The rocket lifted off, after long delays on May 6 and Sept. 1"),
            ],
        ),
        (
            "The index fell 508 points yesterday, more than on Oct. 28 or 29, 1929.",
            [("2018-11-01", "The index fell 508 points, more than on Oct. 28 or 29, 1929")],
        ),
        (
            "They met on Monday with officials after the 2015 accord.",
            [("2018-10-29", "They met with officials after the 2015 accord")],
        ),
        ("He died after a short illness on Monday.", [("2018-10-29", "He died after a short illness")]),
        ("It fell in the quarter ended in June.", [("2018-35", "It fell")]),
        ("Talks went on until late Thursday.", [("../2018-11-01", "Talks went on")]),
        ("The new government took over in August.", [("2018-08", "The new government took over")]),
        ("They handed it over on Monday.", [("2018-10-29", "They handed it over")]),
        ("At 5 a.m. Kyiv time he announced an attack.", [("2018-11-02T05:00:00", "he announced an attack")]),
        (
            "In October, hours after she returned from exile, bombs killed 140.",
            [("2018-10", "bombs killed 140")],
        ),
    ],
)
def test_dates_of_terms_comparisons_and_what_came_before(text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ('"It is over," the president said late Monday.', [("2018-10-29", "It is over")]),
        ("It is over, the president said early on Monday.", [("2018-10-29", "It is over")]),
        ("The president said late on Monday that it is over.", [("2018-10-29", "it is over")]),
        (
            "“We will rebuild it,” the president said late on Monday, and on Tuesday he set a deadline.",
            [("2018-10-29", "We will rebuild it"), ("2018-10-30", "he set a deadline")],
        ),
        (
            "The army launched what it called an operation on Tuesday.",
            [("2018-10-30", "The army launched what it called an operation")],
        ),
        (
            "Talks must be concluded within two years of notice being given.",
            [("2018-11-02/2020-11-02~", "Talks must be concluded within two years of notice being given")],
        ),
    ],
)
def test_what_is_said_late_and_named(text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("For Monday it was closed.", [("2018-10-29", "it was closed")]),
        ("Unions have called a strike for Monday.", [("2018-11-05", "Unions have called a strike")]),
        ("He called a snap election for 5 May.", [("2019-05-05", "He called a snap election")]),
        (
            "The president, in power since 1999, said on Wednesday that he would step down.",
            [("2018-10-31", "he would step down")],
        ),
        (
            "The factory, closed since 2010, reopened in May.",
            [("2010/..", "The factory was closed"), ("2018-05", "The factory reopened")],
        ),
        ("Many people spent Monday in schools.", [("2018-10-29", "Many people spent Monday in schools")]),
        ("It has until 30 November to appeal.", [("../2018-11-30", "It has until 30 November to appeal")]),
        (
            "It bought its rival in 2016 and plans to close two plants by 2025.",
            [("2016", "It bought its rival"), ("2025", "It plans to close two plants")],
        ),
    ],
)
def test_what_is_called_for_a_day_spent_or_planned(text, events):
    assert told(text) == events
