from __future__ import annotations

from array import array
from pathlib import PurePosixPath

import pytest

from viewer.model import Article
from viewer.ui.article_model import ArticleModel
from viewer.ui.roles import ACCESSIBLE_TEXT, DISPLAY, VALUE


class Shelf:
    """Gives articles and counts how often it is asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, ids):
        self.asked.append(len(ids))
        return tuple(Article(i, PurePosixPath(f"{i}.md"), f"Article {i}") for i in ids if i % 1000 != 7)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def model(qapp, shelf):
    made = ArticleModel()
    made.show(array("q", range(100_000)), shelf)
    return made


def test_a_hundred_thousand_rows_cost_one_page_to_show(model, shelf):
    assert model.rowCount() == 100_000
    for row in range(40):
        model.data(model.index(row, 0), DISPLAY)
    assert shelf.asked == [128]


def test_walking_through_everything_keeps_a_bounded_number_of_pages(model, shelf):
    for row in range(0, 100_000, 128):
        model.article(row)
    model.article(0)
    assert len(shelf.asked) == 100_000 // 128 + 2


def test_a_row_says_what_it_is(model):
    index = model.index(5, 0)
    assert index.data(DISPLAY) == "Article 5"
    assert index.data(VALUE).id == 5
    assert index.data(ACCESSIBLE_TEXT) == "Article 5, no date, 1 minute, unread"


def test_an_article_that_has_gone_leaves_an_empty_row(model):
    assert model.index(7, 0).data(DISPLAY) is None
    assert model.article(-1) is None
    assert model.row_of(200_000) == -1
    assert model.row_of(31) == 31
