from datetime import UTC, date, datetime, timedelta, timezone

from viewer.library.writer import publication_order


def test_articles_are_ordered_by_the_moment_of_publication():
    day = date(2018, 11, 2)
    early = datetime(2018, 11, 2, 8, 0, tzinfo=UTC)
    late = datetime(2018, 11, 2, 8, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert publication_order(day, early) < publication_order(day, None) < publication_order(day, late)
    assert publication_order(day, late) < publication_order(date(2018, 11, 3), None)


def test_the_ends_of_the_calendar():
    assert publication_order(None, None) is None
    first, last = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), datetime(9999, 12, 31, 23, 59)
    assert publication_order(first.date(), first) < publication_order(last.date(), last)
