"""Words and what they stand for."""

from __future__ import annotations

from viewer.chronology.vocabulary import MONTHS, ORDINALS, TRIGGERS, UNIONS, UNITS, UNITS_PLURAL, VOCABULARY, WEEKDAYS


def test_twelve_months_and_seven_weekdays():
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(1, 8))


def test_may_and_march_are_months_only_with_a_capital():
    assert "may" not in VOCABULARY["MONTH_SURE"]
    assert "May" in VOCABULARY["MONTH_MAYBE"]
    assert "may" not in TRIGGERS


def test_units_in_both_numbers():
    assert set(UNITS_PLURAL.values()) <= set(UNITS.values())


def test_ordinals_count():
    assert [ORDINALS[word] for word in ("first", "second", "twelfth", "twentieth")] == [1, 2, 12, 20]


def test_unions_are_made_of_classes_or_results_of_rules():
    made = {"CARDINAL", "COMPOUND_ORDINAL", "SPELLED_YEAR", "OLD_YEAR"}
    assert {member for members in UNIONS.values() for member in members} <= {*VOCABULARY, *made}
