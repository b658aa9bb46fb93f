from __future__ import annotations

import pytest
from builders import root_of

from viewer.importers.page_title import page_title, without_site


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The bridge | The Paper", "The bridge"),
        ("The Paper - The bridge", "The bridge"),
        ("The bridge - and the road", "The bridge - and the road"),
        ("The Paper", "The Paper"),
    ],
)
def test_the_name_of_the_site_goes(title, expected):
    assert without_site(title, "The Paper") == expected


@pytest.mark.parametrize(
    ("head", "body", "stated", "expected"),
    [
        ("<title>Window</title>", "", ("Stated",), "Stated"),
        ("<title>Right - Site</title>", "", ("About a matrix", "Right"), "Right"),
        ("<title>The bridge is shut for good — Some Paper</title>", "", (), "The bridge is shut for good"),
        ("<title>Site: The bridge is shut</title>", "<h1>The bridge is shut</h1>", (), "The bridge is shut"),
        ("<title>One - Two</title>", "", (), "One - Two"),
        ("", "<h1>Only <i>this</i></h1>", (), "Only this"),
        ("", "", (), ""),
    ],
)
def test_where_the_title_comes_from(head, body, stated, expected):
    assert page_title(root_of(body, head), {}, stated, "") == expected


def test_a_title_is_no_book():
    assert len(page_title(root_of("", f"<title>{'word ' * 10_000}</title>"), {}, (), "")) <= 400
