import pytest

from viewer import paths
from viewer.library import Library
from viewer.model import UsageError


@pytest.fixture
def basket(tmp_path):
    """A wastebasket: a folder, and the function that moves a file there."""
    place = tmp_path / "basket"
    place.mkdir()

    def dispose(path):
        path.rename(place / path.name)
        return True

    dispose.place = place
    return dispose


@pytest.fixture
def with_companions(folder):
    (folder / "border.files").mkdir()
    (folder / "border.files" / "a.png").write_bytes(b"png")
    (folder / "border.original.html").write_text("<p>")
    (folder / "border.annotations.json").write_text("{}")
    (folder / "bread.annotations.json").write_text("{}")
    return folder


def id_of(library, path):
    return library.find(path)


def test_only_what_is_in_the_trash_goes_and_with_all_that_is_its_own(with_companions, library, basket):
    border, bread = id_of(library, "border.md"), id_of(library, "bread.txt")
    library.trash([border])
    changes = library.delete_for_good([border, bread], basket)
    assert changes.removed == (border,)
    assert not changes.problems
    names = {path.name for path in basket.place.iterdir()}
    assert names == {"border.md", "border.files", "border.original.html", "border.annotations.json"}
    assert {path.name for path in with_companions.iterdir()} == {"sub", "bread.txt", "bread.annotations.json"}
    assert len(library.articles()) == 2
    assert library.counts().trash == 0


def test_a_file_that_comes_back_is_in_no_trash_and_has_its_marks(with_companions, library, basket):
    border = id_of(library, "border.md")
    library.star([border])
    library.trash([border])
    library.delete_for_good([border], basket)
    (basket.place / "border.md").rename(with_companions / "border.md")
    library.refresh()
    article = library.article(id_of(library, "border.md"))
    assert (article.id, article.starred, article.trashed) == (border, True, False)


def test_what_another_article_of_the_name_needs_stays(with_companions, library, basket):
    (with_companions / "border.txt").write_text("Another article of the same name.")
    library.refresh()
    border = id_of(library, "border.md")
    library.trash([border])
    library.delete_for_good([border], basket)
    assert {path.name for path in basket.place.iterdir()} == {"border.md"}
    assert (with_companions / "border.annotations.json").exists()


def test_without_a_wastebasket_nothing_is_deleted_and_that_is_said(with_companions, library):
    ids = list(library.ids())
    library.trash(ids)
    before = sorted(path.name for path in with_companions.rglob("*"))
    changes = library.delete_for_good(ids, lambda _path: False)
    assert not changes
    assert "no wastebasket" in changes.problems[0].reason
    assert len(changes.problems) == 1
    assert sorted(path.name for path in with_companions.rglob("*")) == before
    assert library.counts().trash == 3


def test_a_companion_that_stays_is_named(with_companions, library, basket):
    border = id_of(library, "border.md")
    library.trash([border])
    changes = library.delete_for_good([border], lambda path: path.suffix == ".md" and basket(path))
    assert changes.removed == (border,)
    assert [str(problem.path) for problem in changes.problems] == [
        "border.files",
        "border.original.html",
        "border.annotations.json",
    ]


def test_it_can_be_stopped(library, basket):
    ids = list(library.ids())
    library.trash(ids)
    changes = library.delete_for_good(ids, basket, lambda progress: progress.done < 1)
    assert changes.cancelled
    assert len(changes.removed) == 1


def test_the_sample_library_is_never_deleted(tmp_path, basket):
    with Library.open(paths.sample_library(), cache=tmp_path / "c", data=tmp_path / "d") as sample:
        some = [article.id for article in sample.articles()[:1]]
        sample.trash(some)
        with pytest.raises(UsageError, match="sample library"):
            sample.delete_for_good(some, basket)
