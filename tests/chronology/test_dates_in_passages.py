"""Dates whose year, month or day only the passage around them tells."""

from __future__ import annotations

from datetime import date

import pytest

from viewer.chronology import tag


def values(text, words, published, behind=0):
    end = text.index(words, behind) + len(words)
    return [timex.value for timex in tag(text, published=published) if timex.end == end]


@pytest.mark.parametrize(
    ("published", "text", "words", "value"),
    [
        (
            "2009-10-21",
            "Federal inspectors returned Wednesday to a grain elevator where an explosion Monday killed three "
            "workers, hours after the last of the missing men was pulled from the rubble.\n\nThe body of Dale "
            "Prewitt, 44, was found shortly after 3 a.m., the coroner said.",
            "shortly after 3 a.m.",
            "2009-10-21T03:00",
        ),
        (
            "1997-11-14",
            "The Chronicle published a photograph of the two men leaving a restaurant on the evening of 17 "
            "September. The contract was signed on the 23rd.",
            "the 23rd",
            "1997-09-23",
        ),
        (
            "1997-11-14",
            "Work was to have begun in January; officials conceded that it was now unlikely to start before Easter.",
            "January",
            "1998-01",
        ),
        (
            "1997-11-14",
            "Work was to have begun in January; officials conceded that it was now unlikely to start before Easter.",
            "Easter",
            "1998-04-12",
        ),
        (
            "1997-11-14",
            "The minister resigned last night after admitting that he had dined with the chairman.\n\nIn a "
            "letter to the Prime Minister, released by Downing Street shortly before 10pm, he said he had "
            "become a distraction.",
            "shortly before 10pm",
            "1997-11-13T22:00",
        ),
        (
            "2012-05-10",
            "The group reported a drop in profit on Thursday.\n\nThe shares, which had lost a fifth of their "
            "value since a profit warning on February 28, were down 11 percent at 164 pence by 0915 GMT.",
            "0915 GMT",
            "2012-05-10T09:15",
        ),
        (
            "2021-07-15",
            "The clerk was shot twice in the chest on Maple Street shortly before midnight.",
            "shortly before midnight",
            "2021-07-14T24:00",
        ),
        (
            "2014-11-05",
            "Dietrich ousted Gov. Ellen Markusson on Tuesday night, riding anger over a tax.\n\nWith 94 "
            "percent of precincts reporting early Wednesday, Dietrich led by 51 percent to 47 percent. "
            "Markusson telephoned him at 11:20 p.m. and conceded minutes later.",
            "11:20 p.m.",
            "2014-11-04T23:20",
        ),
        (
            "2014-11-05",
            "He trailed by double digits until the first week of October.",
            "the first week of October",
            "2014-W40",
        ),
        (
            "2010-07-19",
            "Treadwell took six for 41 yesterday as Derbyshire bowled out Leicestershire for 118.\n\nSet 307 "
            "to win, the home side had begun the final day on 52. It was all over at 2.35pm.",
            "2.35pm",
            "2010-07-18T14:35",
        ),
        (
            "2010-07-19",
            "Derbyshire, who travel to Bristol on Wednesday to face Gloucestershire, climb to fourth.",
            "Wednesday",
            "2010-07-21",
        ),
        (
            "1999-02-24",
            "U.N. envoy Mirjam Aalto, who is to brief the Council in New York on Thursday, last saw Desay on "
            "February 3.",
            "Thursday",
            "1999-02-25",
        ),
        (
            "1999-02-24",
            "The minister left the hotel after 40 minutes on Wednesday and was to fly home later in the day.",
            "later in the day",
            "1999-02-24",
        ),
        (
            "2007-08-20",
            "In June last year, after cracks opened above the school, the provincial board voted to relocate "
            "80 families by December.",
            "December",
            "2006-12",
        ),
        (
            "2021-05-16",
            "At 6.14am on 23 March 2020, the day the country went into lockdown, a wine importer named Giles "
            "Fenwick wrote to his old friend.\n\nFenwick's company had been incorporated eleven days earlier. "
            "It was awarded a contract on 9 April, without competition, and the first payment left the "
            "Treasury a week later.",
            "9 April",
            "2020-04-09",
        ),
        (
            "2013-12-24",
            "“Mariam,” a teacher who was arrested in May 2012, said that two men in the cell next to hers died "
            "that same month. She was released without charge in August.",
            "August",
            "2012-08",
        ),
        (
            "2016-12-09",
            "The 31 claimants bought houses on the estate between March 2008 and November 2009. Work on the "
            "wall had stopped the previous June.",
            "the previous June",
            "2007-06",
        ),
        (
            "2015-11-19",
            "Shareholders have until 1pm next Friday to decide.",
            "1pm next Friday",
            "2015-11-27T13:00",
        ),
        (
            "2015-11-19",
            "The minister will meet them next Friday.",
            "next Friday",
            "2015-11-27",
        ),
        (
            "2015-11-19",
            "The minister will meet them next Tuesday.",
            "next Tuesday",
            "2015-11-24",
        ),
        (
            "1999-02-24",
            "The embargo was imposed in August 1996 and tightened two years after that.",
            "two years after that",
            "1998",
        ),
        (
            "2003-11-07",
            "He was elected at a by-election in November 1957. He held the seat for the next 26 years.",
            "the next 26 years",
            "P26Y",
        ),
        (
            "2010-07-19",
            "Treadwell, who was released last winter and spent the spring driving a van, removed both openers.",
            "the spring",
            "2010-SP",
        ),
        (
            "2022-12-01",
            "She began raising rates in February 2022. He left the month after.",
            "the month after",
            "2022-03",
        ),
        (
            "2018-11-01",
            "He was arrested in May 2017. He will be tried in September.",
            "September",
            "2019-09",
        ),
        (
            "2018-11-01",
            "He was arrested in May 2017. Prosecutors asked for a trial in September.",
            "September",
            "2018-09",
        ),
        (
            "2018-11-01",
            "He was born in May 1950. He died in September.",
            "September",
            "2018-09",
        ),
        (
            "2018-11-02",
            "The vote will be held next Monday.",
            "next Monday",
            "2018-11-05",
        ),
        (
            "2018-11-01",
            "He worked until Friday.",
            "Friday",
            "2018-10-26",
        ),
        (
            "2018-11-01",
            "The council gave him until Friday.",
            "Friday",
            "2018-11-02",
        ),
        (
            "2018-11-01",
            "The board, which met on Tuesday, will decide in December.",
            "Tuesday",
            "2018-10-30",
        ),
        (
            "2018-11-01",
            "Rates rose in September, and the bank will meet on the 23rd.",
            "the 23rd",
            "2018-11-23",
        ),
        (
            "2018-11-01",
            "Officers came at 8 a.m. yesterday. They left at 9 a.m. with two men.",
            "9 a.m.",
            "2018-10-31T09:00",
        ),
        (
            "2018-11-01",
            "He begins on Friday. At 11 p.m. he will speak.",
            "11 p.m.",
            "2018-11-02T23:00",
        ),
    ],
)
def test_a_date_is_the_one_that_its_passage_tells(published, text, words, value):
    assert values(text, words, date.fromisoformat(published)) == [value]


def test_the_number_of_a_document_is_no_year():
    text = "Presenting the latest report (document S/2026/84), she said that clashes had resumed."
    assert tag(text, published=date(2026, 2, 12)) == ()


def test_next_friday_said_on_a_thursday_is_in_doubt():
    (timex,) = tag("They have until next Friday.", published=date(2015, 11, 19))
    assert timex.doubt == "Some say it of the Friday of the same week, Friday 20 November 2015."
    (monday,) = tag("They have until next Monday.", published=date(2015, 11, 19))
    assert monday.doubt == ""


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The airliner vanished on 8 March 2014. Investigators published their final report in July.",
            "July",
            "2018-07",
        ),
        ("Smith was jailed for life on 12 January 1996. A judge freed him on 3 October.", "3 October", "2018-10-03"),
        ("She became chairwoman in May 2017. She announced in October that she would go.", "October", "2018-10"),
        ("He has been in jail since March 2016. He lost an appeal in September.", "September", "2018-09"),
        ("Britain was due to leave the European Union on 29 March.", "29 March", "2019-03-29"),
        ("Sentencing was scheduled for 18 June.", "18 June", "2019-06-18"),
        ("The museum was to have opened in April but the money ran out.", "April", "2018-04"),
        ("The first round takes place next Sunday.", "next Sunday", "2018-11-04"),
        ("He flew to Beijing for a visit that lasts until Sunday.", "Sunday", "2018-11-04"),
        ("The court froze the company's assets until March.", "March", "2019-03"),
        ("The Senate confirmed him late on Friday. Debate ended at 10:45 p.m.", "10:45 p.m.", "2018-11-02T22:45"),
        ("The ferry sank last night off Java. Rescuers found ten survivors at 7 a.m.", "7 a.m.", "2018-11-02T07:00"),
        (
            "A man was charged Thursday with the murder of a woman who vanished Tuesday. She was last seen at 5 p.m.",
            "5 p.m.",
            "2018-10-30T17:00",
        ),
        ("In June 2016 the country voted to leave, and ministers want a deal by December.", "December", "2018-12"),
        ("Fuel has risen since at least 1500 stations closed in May.", "May", "2018-05"),
    ],
)
def test_what_only_stands_near_dates_nothing_anew(text, words, value):
    assert values(text, words, date(2018, 11, 2)) == [value]


_HISTORY = (
    "He was born in May 1870. He went to school in 1877 and left in 1888. He joined in March 1890. He fought in 1899, "
    "in 1900 and in 1901. He married in June 1904. He came to Gallipoli in April 1915. He wrote one book in 1921, a "
    "second in 1925 and a third in May 1930. He died in July 1940. "
)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 24 April 1915 Hamilton wrote in his diary: “Tomorrow we land.”", "Tomorrow", "1915-04-25"),
        ("Private Hall wrote home on 12 July 1915. “Yesterday we buried Tom,” he wrote.", "Yesterday", "1915-07-11"),
        ("Kitchener cabled on 3 April 1915: “You will attack on Sunday.”", "Sunday", "1915-04-04"),
        ("In April 1915 the minister declared: “The straits will be ours in June.”", "June", "1915-06"),
    ],
)
def test_what_was_said_in_a_history_is_of_its_time(text, words, value):
    assert values(_HISTORY + text, words, date(2014, 8, 4), len(_HISTORY)) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The bank was fined in March 2016. It was fined again in October.",
        "The airliner vanished on 8 March 2016. Investigators published their report in May.",
    ],
)
def test_a_passage_that_may_go_on_in_its_own_year_is_in_doubt(text):
    last = tag(text, published=date(2018, 11, 2))[-1]
    assert last.value.startswith("2018-")
    assert last.doubt == "The passage may also go on with 2016."


def test_the_latest_month_of_news_is_in_no_doubt():
    text = "The airliner vanished on 8 March 2014. Investigators published their final report in October."
    assert tag(text, published=date(2018, 11, 2))[-1].doubt == ""


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2022-02-11", "One blew up on 20 November 2021, and the third turned over on 28 August.", "2021-08-28"),
        ("2024-05-07", "It is payable June 14, 2024, to shareholders of record on May 31.", "2024-05-31"),
        ("2024-05-07", "In the third quarter sales fell.", "2023-Q3"),
        ("2024-05-07", "Sales in the fourth quarter are expected to rise.", "2024-Q4"),
        ("2016-12-20", "If the city is open in the spring, I will go home.", "2017-SP"),
        ("2015-05-01", "In 357 BC he took the town, which the Athenians had lost in 424.", "BC0424"),
    ],
)
def test_a_date_lies_on_the_side_of_publication_that_its_sentence_tells(published, text, expected):
    assert tag(text, date.fromisoformat(published))[-1].value == expected
