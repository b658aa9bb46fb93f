from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.document.sentences import sentences


def split(text, language="en"):
    return [text[begin:end] for begin, end in sentences(text, language)]


# Sentences are separated by a vertical bar.
ENGLISH = """
Lt. Col. Abbas Mohammad spoke on Thursday, Nov. 2.|He met Gen. Qassem al-Mohammadi.
The U.S. backs the SDF.|The plan failed.
He lives in the U.S.|But she does not.
U.S. President Donald Trump spoke.|U.S. Army troops moved.
J. K. Rowling wrote it.|It sold.
John F. Kennedy Jr. was there.|He left.
He left at 5 a.m. Monday.|He came at 5 p.m.|The end.
He died at 5:03 p.m.|Police came.|It was 5 a.m. Kyiv time and 10 p.m. EST there.|The 6 p.m. BBC news said so.
See No. 5 for more.|He said no.|Then he left.
Pp. 3 and Fig. 2 show it.|So does Vol. 4 of the work.
It rose 3.5 percent... and fell...|Then it stopped.
"We won."|He left.|"Did you?" he asked.|(It was over.)|Next one.[1]|And more.²|Done
“We hold it.”|“Yes.”|He (the general) left.|“No”.|Then.
He lived on Fleet St.|The house stood.
St. Petersburg vs. Moscow.|Smith et al. (2015) said so, e.g. Jones did.
Why?!|What!|He asked "who?" and left.
It ended in the sun.|Next day came.
One.\u2028|Two without a stop\u2028|Three
""".strip().split("\n")


@pytest.mark.parametrize("example", ENGLISH)
def test_english(example):
    expected = [part.strip() for part in example.split("|")]
    assert split(" ".join(expected) if "\u2028" not in example else example.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["今日天晴。", "「好。」", "走吗？", "走！"]),
        ("ar", ["هل وصلوا؟ ", "نعم. ", "انتهى"]),
        ("ur", ["وہ آیا۔ ", "پھر گیا۔"]),
        ("de", ["Am 3. November kam er z. B. mit Dr. Weber an. ", "Dann ging er."]),
        ("fr", ["M. Dupont est parti le 3 janv. 2018. ", "Il revient."]),
        ("ru", ["В 2018 г. началась операция. ", "Она длилась."]),
    ],
)
def test_other_languages(language, expected):
    assert split("".join(expected), language) == [sentence.strip() for sentence in expected]


def test_nothing_and_white_space_have_no_sentences():
    assert sentences("") == sentences(" \u00a0\u2028 ") == ()


@given(
    st.text(st.sampled_from('aA1 .!?…"”)([]²\u2028\n。」۔éLtU.St. '), max_size=80),
    st.sampled_from(["en", "de", "zh", "xx", ""]),
)
def test_sentences_are_in_order_and_cover_all_but_white_space(text, language):
    position = 0
    for begin, end in sentences(text, language):
        assert position <= begin < end
        assert not text[position:begin].strip()
        assert text[begin:end] == text[begin:end].strip()
        position = end
    assert not text[position:].strip()
