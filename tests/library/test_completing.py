import pytest

from viewer.library.article_files import files_of
from viewer.library.completing import completed
from viewer.model import ImportedArticle

PAGE = ImportedArticle("The page", "Its text.", url="https://x.example/a", site="X", tags=("new",))


def bare(**more):
    return files_of(ImportedArticle(more.pop("title", "A"), url="https://x.example/a", **more), "A").article.decode()


def test_the_text_takes_the_place_of_the_address_and_keys_are_added():
    found = completed(bare(description="What it is.", tags=("mine",)), PAGE, "A").article.decode()
    assert found == (
        "---\ntitle: A\nsource: https://x.example/a\ndescription: What it is.\ntags:\n  - mine\nsite: X\n---\n\n"
        "Its text.\n"
    )


@pytest.mark.parametrize("title", ["https://x.example/a", "x.example/a"])
def test_a_title_that_was_only_the_address_gives_way(title):
    assert "title: The page\n" in completed(bare(title=title), PAGE, "A").article.decode()


@pytest.mark.parametrize(
    "text",
    [
        bare() + "\nWords of the reader.",
        "One paragraph.\n\n" + bare(),
        "---\nurl: https://x.example/a\n---\n\nA text of its own.\n",
        "---\ntitle: [broken\n---\n\n[https://x.example/a](https://x.example/a)\n",
        "+++\nurl = 'https://x.example/a'\n+++\n\n[https://x.example/a](https://x.example/a)\n",
        "",
    ],
)
def test_whatever_is_more_than_an_address_is_left_alone(text):
    assert completed(text, PAGE, "A") is None


def test_an_address_completes_nothing():
    assert completed(bare(), ImportedArticle("B", url="https://x.example/a"), "A") is None
