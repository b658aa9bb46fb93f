import pytest

from viewer import paths
from viewer.library import Library
from viewer.model import UsageError


@pytest.fixture
def by_path(library):
    return {str(article.path): article.id for article in library.articles()}


def tags(library):
    return {str(article.path): article.tags for article in library.articles()}


def files(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*.*")}


def test_tags_are_written_into_the_files_and_found_at_once(library, by_path, folder):
    changes = library.retag(by_path.values(), add=["Hajin"], remove=["Syria"])
    assert set(changes.changed) == set(by_path.values())
    assert not changes.problems
    assert tags(library) == {"border.md": ("Iraq", "Hajin"), "sub/before.md": ("Hajin",), "bread.txt": ("Hajin",)}
    assert [(tag.name, tag.count) for tag in library.tags()] == [("Hajin", 3), ("Iraq", 1)]
    assert len(library.ids("tag:Hajin")) == 3
    assert len(library.search("Hajin")) == 3
    assert library.refresh() == type(changes)()
    assert "tags: [Iraq, Hajin]" in (folder / "border.md").read_text("utf-8")


def test_what_was_worked_out_of_the_text_stays(library, by_path, monkeypatch):
    id = by_path["border.md"]
    before, related = library.timeline(id), library.related(id)
    library.retag([id], add=["x"])
    monkeypatch.setattr("viewer.library.digest.analyse_document", lambda *_: pytest.fail("was dated again"))
    assert library.timeline(id) == before
    assert library.related(id) == related


def test_undoing_gives_back_every_byte_and_again_does_it_again(library, by_path, folder):
    before = files(folder)
    changes = library.retag(by_path.values(), add=["a", "b c"], remove=["Iraq"])
    after = files(folder)
    undone = library.undo(changes.undo)
    assert files(folder) == before
    assert undone.kept == ()
    assert tags(library)["border.md"] == ("Iraq", "Syria")
    library.undo(undone.undo)
    assert files(folder) == after


def test_marks_stay_with_their_articles(library, by_path):
    library.star([by_path["border.md"]])
    library.retag(by_path.values(), add=["x"])
    library.refresh()
    assert library.article(by_path["border.md"]).starred


def test_undoing_leaves_a_file_that_was_changed_since(library, by_path, folder):
    changes = library.retag(by_path.values(), add=["x"])
    with (folder / "border.md").open("a") as file:
        file.write("More.\n")
    undone = library.undo(changes.undo)
    assert undone.kept == (by_path["border.md"],)
    assert len(undone.changed) == 2
    assert (folder / "border.md").read_text("utf-8").endswith("More.\n")


def test_one_bad_file_does_not_stop_the_rest(library, by_path, folder):
    (folder / "border.md").chmod(0o444)
    (folder / "sub" / "before.md").write_text("---\ntitle: [\n---\n")
    changes = library.retag(by_path.values(), add=["x"])
    assert changes.changed == (by_path["bread.txt"],)
    assert {str(problem.path) for problem in changes.problems} == {"border.md", "sub/before.md"}


def test_a_full_disk_ends_it_with_one_sentence(library, by_path, folder, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    before = files(folder)
    monkeypatch.setattr("viewer.library.rewriting.write_durably", full)
    changes = library.retag(by_path.values(), add=["x"])
    assert len(changes.problems) == 1
    assert "disk is full" in changes.problems[0].reason
    assert not changes
    assert files(folder) == before


def test_it_can_be_stopped_and_what_was_done_stays_and_can_be_undone(library, by_path, folder):
    before = files(folder)
    changes = library.retag(by_path.values(), add=["x"], progress=lambda progress: progress.done < 1)
    assert changes.cancelled
    assert len(changes.changed) == 1
    library.undo(changes.undo)
    assert files(folder) == before


def test_the_sample_library_is_not_written_to(tmp_path):
    with Library.open(paths.sample_library(), cache=tmp_path / "c", data=tmp_path / "d") as sample:
        some = [article.id for article in sample.articles()[:1]]
        with pytest.raises(UsageError, match="sample library"):
            sample.retag(some, add=["x"])
        with pytest.raises(UsageError, match="sample library"):
            sample.set_published(some, "2018-11-02")


def test_names_that_are_no_tags_change_nothing(library, by_path, folder):
    before = files(folder)
    with pytest.raises(UsageError, match="cannot be a tag"):
        library.retag(by_path.values(), add=["x", ""])
    assert files(folder) == before


def test_tags_of_what_was_not_dated_yet_have_nothing_dated(library, by_path, monkeypatch):
    with library._database.writing() as connection:
        connection.execute("UPDATE article SET stage = 1")
    monkeypatch.setattr("viewer.library.header_edits.read_fully", lambda *_: pytest.fail("was dated"))
    assert library.retag([by_path["border.md"]], add=["x"]).changed


def test_a_day_of_publication_dates_what_hangs_on_it_at_once(library, by_path, folder):
    id = by_path["bread.txt"]
    (folder / "bread.txt").write_text("Bread\n\nThe baker closed his shop on Monday.\n")
    library.refresh()
    assert [event.when for event in library.timeline(id)] == [""]
    before = files(folder)
    changes = library.set_published([id], "7 Nov 2018")
    assert changes.changed == (id,)
    assert str(library.article(id).published) == "2018-11-07"
    assert [event.when for event in library.timeline(id)] == ["2018-11-05"]
    assert [row.id for row in library.search("when:2018-11-05")] == [id]
    assert library.refresh() == type(changes)()
    library.undo(changes.undo)
    assert files(folder) == before
    assert library.article(id).published is None
    assert [event.when for event in library.timeline(id)] == [""]
    assert not library.search("when:2018-11-05")
