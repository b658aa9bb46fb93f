"""The day that a bare time of day belongs to."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import values

TUESDAY = date(2013, 3, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off on Monday. Police came at 9:30 a.m.", "2013-03-04T09:30"),
        ("It begins on Friday. At 2pm he was told of it.", "2013-03-05T14:00"),
        ("They vote on Sunday after the deal of last August. Polling stations will open at 8am.", "2013-03-10T08:00"),
        ("On Sunday night, explosions were heard until 3 a.m.", "2013-03-04T03:00"),
        ("On Sunday night he spoke at 9 p.m.", "2013-03-03T21:00"),
        ("A bus crashed Tuesday. It left a fair, which fell on Sunday, and skidded at 4:30 a.m.", "2013-03-05T04:30"),
        ("The jet exploded on Monday. The Boeing, built in 1971, took off at 8:19 p.m.", "2013-03-04T20:19"),
        (
            "They voted on Monday, six months after martial law was declared on 3 September. Polls opened at 6am.",
            "2013-03-04T06:00",
        ),
        (
            "Rebels killed eight on Sunday evening, the army said Monday. Maj. Smith said they came at 9:30 p.m.",
            "2013-03-03T21:30",
        ),
        ("The deal fell on Sunday night. Queues formed at banks from 8 in the morning.", "2013-03-05T08:00"),
        ("Bombs went off on Monday. Only the day before, it had won the Games. He left at noon.", "2013-03-04T12:00"),
        ("It was a quiet Monday evening. At 9:20 shots were heard.", "2013-03-04T21:20"),
        ("It began at 2 p.m. on Monday. At 3:10 it was over.", "2013-03-04T15:10"),
        ("On Monday it began at 14:05. The next train left at 4:10.", "2013-03-04T04:10"),
        ("It began on Monday morning. At 9:20 it was over.", "2013-03-04T09:20"),
        ("He fell ill on Sunday. An update is expected at 4pm.", "2013-03-05T16:00"),
        ("He shot two on Sunday. This is what is known.\n\nThe attack began at 1.14pm.", "2013-03-03T13:14"),
        ("He shot two on Sunday. This is what is known.\n\nThe news is on at 1.14pm.", "2013-03-05T13:14"),
        ("The line has been shut since Sunday. Buses leave at 6am.", "2013-03-05T06:00"),
        ("Two days ago that was unthinkable. The bank raised its limit at 1pm.", "2013-03-05T13:00"),
        ("A storm struck on Sunday. By late afternoon the roof was gone.", "2013-03-03TAF"),
        ("A storm hit on Sunday. They searched through the night.", "2013-03-03TNI"),
        ("The Council voted last week. At 9 a.m. shells fell.", "2013-03-05T09:00"),
        ("They spent Sunday night in schools; by noon most had left.", "2013-03-04T12:00"),
        ("Stocks fell on Monday. The index, which touched 4,000 on Feb. 23, was down at 11 a.m.", "2013-03-04T11:00"),
        ("The sect, whose siege ended Monday in fire. The blaze broke out after 2 p.m.", "2013-03-04T14:00"),
        ("19:40 They go home on Wednesday.\n\n13:12 He died.", "2013-03-05T13:12"),
        ("He fell ill on 3 March 2013.\n\n13:12 He died.", "2013-03-03T13:12"),
        ("A jobs report is out on Friday. Stocks fell at 11 a.m. as traders waited.", "2013-03-05T11:00"),
    ],
)  # fmt: skip
def test_day_of_a_time(text, expected):
    assert values(text, TUESDAY).split()[-1] == expected
