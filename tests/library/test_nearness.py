import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.nearness import distance, nearest


@pytest.mark.parametrize(
    ("other", "slips"),
    [("hajin", 0), ("hajn", 1), ("hajjin", 1), ("hajim", 1), ("hajni", 1), ("ahjni", 2), ("xyzuv", 5)],
)
def test_slips(other, slips):
    assert distance("hajin", other, 5) == slips
    assert distance("hajin", other, 1) == min(slips, 2)


def test_nearest_first_and_none_too_far():
    known = ["baghuz", "bagdad", "hajin", "baghdad", "baghdads"]
    assert nearest("bahgdad", known) == ("bagdad", "baghdad", "baghdads")
    assert nearest("raqqa", known) == ()
    assert nearest("ab", ["ac"]) == ()
    assert nearest("x" * 100, ["x" * 99]) == ()


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 4))
def test_a_limit_only_cuts_off(one, other, most):
    assert distance(one, other, most) == min(distance(one, other, 20), most + 1) == distance(other, one, most)
