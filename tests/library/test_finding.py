import pytest

from viewer.model import UsageError


@pytest.mark.parametrize(
    "name",
    [
        "sub/before.md",
        "sub/before",
        "./sub/before.md",
        "before.md",
        "before",
        "BEFORE",
        "What came",
        "what came before",
    ],
)
def test_names_that_mean_one_article(library, name):
    assert str(library.article(library.find(name)).path) == "sub/before.md"


def test_an_absolute_path_and_an_id(folder, library):
    id = library.find(str(folder.resolve() / "sub" / "before.md"))
    assert library.find(str(id)) == id


def test_a_beginning_of_a_file_name(library):
    assert library.find("bord") == library.find("border.md")


def test_near_misses_are_named(library):
    with pytest.raises(UsageError, match=r"No article answers to “befor3”\. Did you mean: sub/before\.md\?"):
        library.find("befor3")
    with pytest.raises(UsageError, match=r"Did you mean: border\.md"):
        library.find("at the border")
    with pytest.raises(UsageError, match="“dateline list” shows what there is"):
        library.find("zzzzzz")
    with pytest.raises(UsageError):
        library.find("")


def test_a_name_that_several_answer_to(folder, library):
    (folder / "sub" / "border.md").write_text("# Another border\n")
    library.refresh()
    assert str(library.article(library.find("border.md")).path) == "border.md"
    with pytest.raises(UsageError, match=r"could be any of: .*border\.md.*Give the path"):
        library.find("b")


@pytest.mark.parametrize("name", ["%", "_", "100%", "a'b", "\0", "9" * 30, "!"])
def test_signs_of_the_database_are_only_characters(library, name):
    with pytest.raises(UsageError):
        library.find(name)
