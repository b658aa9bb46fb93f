"""Windows of tokens around trigger words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.chronology.grammar import kind_key
from viewer.chronology.scanner import LONGEST_RUN, Scanner

KINDS = [
    "OTHER",
    "DAY_NUMBER",
    "YEAR_NUMBER",
    "NUMERAL",
    "ISO_DATE",
    "SLASH_DATE",
    "DASH_DATE",
    "DOT_DATE",
    "SIGN_DATE",
    "CLOCK_TIME",
    "DECADE_NUMBER",
    "DECADE_PLAIN",
    "ORDINAL_NUMBER",
    "SLASH_PAIR",
    "CLOCK_AMPM",
    "DECIMAL",
    "BREAK",
    "DECADE_SHORT",
    "QUOTE_YEAR",
]
SYMBOLS = {kind_key(kind): chr(0x41 + number) for number, kind in enumerate(KINDS)} | {"monday": "z"}


def scanner():
    return Scanner(SYMBOLS, ["monday"])


def kinds(text):
    return [KINDS[ord(symbol) - 0x41] for _, symbols in scanner().windows(text) for symbol in symbols if symbol != "z"]


def test_numbers_get_their_kinds():
    assert kinds("in 1998") == ["OTHER", "YEAR_NUMBER"]
    assert kinds("2018-11-02") == ["ISO_DATE"]
    assert kinds("the 1990s") == ["OTHER", "DECADE_NUMBER"]
    assert kinds("at 10:30 on") == ["OTHER", "CLOCK_TIME", "OTHER"]


def test_a_chain_of_small_numbers_is_no_date_but_ranges_are_kept():
    assert kinds("monday 1-2-3-4-5-6") == ["OTHER"]
    assert kinds("monday 12:30:00-14:30:00") == ["CLOCK_TIME", "OTHER", "CLOCK_TIME"]
    assert kinds("monday 2018-11-02-2018-11-05") == ["ISO_DATE", "OTHER", "ISO_DATE"]


def test_text_without_triggers_yields_nothing():
    assert list(scanner().windows("nothing to see here " * 100)) == []


@given(st.text(max_size=400))
def test_windows_are_in_order_and_do_not_overlap(text):
    last = 0
    for tokens, symbols in scanner().windows(text + " monday 1998 " + text):
        assert len(tokens) == len(symbols)
        for token in tokens:
            assert token.start() >= last
            last = token.end()


def test_an_endless_line_of_digits_is_read_only_in_part():
    line = "1:1-" * LONGEST_RUN
    windows = list(scanner().windows(f"monday {line} monday\n{line}\nmonday"))
    assert sum(len(tokens) for tokens, _ in windows) < 3 * LONGEST_RUN
    assert [symbols.count("z") for _, symbols in windows if "z" in symbols] == [1, 1, 1]
