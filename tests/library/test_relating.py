"""The file of who has which term: made when it is worth it, used from then on, never needed."""

import sys

import pytest

from viewer.library import Library, relating, relations

SUBJECTS = ("sandstorms trenches artillery", "flour patience oven", "tide harbour lighthouse")


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(relating, "FEWEST", 5)
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(12):
        write(folder, number)
    return folder


def write(folder, number):
    text = (
        f"They spoke of {SUBJECTS[number % 3]} and of place number{number // 3} again, as {SUBJECTS[number % 3]} came."
    )
    (folder / f"{number:02}.md").write_text(f"---\ntitle: On {SUBJECTS[number % 3]} {number}\n---\n\n{text}\n")


def files(library):
    return sorted(library._database.path.parent.glob("*.related"))


def answers(library):
    return {
        str(row.path): sorted(str(library.article(one.id).path) for one in library.related(row.id, collapse=False))
        for row in library.articles()
    }


def test_it_is_made_used_and_made_again_when_much_is_new(root, monkeypatch):
    with Library.open(root) as library:
        monkeypatch.setattr(relating, "FEWEST", 500)
        library.refresh()
        assert files(library) == []
        before = answers(library)
        monkeypatch.setattr(relating, "FEWEST", 5)
        library.refresh()
        (made,) = files(library)
    with Library.open(root) as library:
        assert answers(library) == before
        assert library._relations._token == made.stem
        write(root, 12)
        (root / "03.md").unlink()
        library.refresh()
        assert files(library) == [made]  # little changed: it stands beside the file
        found = answers(library)["00.md"]
        assert "12.md" in found
        assert "03.md" not in found
        for number in range(13, 30):
            write(root, number)
        library.refresh()
        assert len(files(library)) == 1
        assert files(library) != [made]
        assert "27.md" in answers(library)["12.md"]
        assert library._relations._token == files(library)[0].stem


@pytest.mark.parametrize("damage", [b"", b"nothing of the kind", None])
def test_without_its_file_it_goes_on(root, damage):
    with Library.open(root) as library:
        library.refresh()
        before = answers(library)
        (made,) = files(library)
        made.unlink()
        if damage is not None:
            made.write_bytes(damage)
    with Library.open(root) as library:
        assert answers(library) == before
        library.refresh()
        assert len(files(library)) == 1
        assert answers(library) == before


def test_a_file_that_names_places_that_there_are_not_is_dropped(root):
    with Library.open(root) as library:
        library.refresh()
        (made,) = files(library)
        data = bytearray(made.read_bytes())
        data[-200:] = b"\xff" * 200
        made.write_bytes(data)
    with Library.open(root) as library:
        for row in library.articles():
            library.related(row.id)
        assert files(library) == []
        library.refresh()
        assert len(files(library)) == 1


def test_a_fault_in_making_it_is_no_fault_of_the_library(root, monkeypatch):
    monkeypatch.setattr(relating, "command_for", lambda module: ["/no/such/program"])
    with Library.open(root) as library:
        assert library.refresh()
        assert files(library) == []
        assert "03.md" in answers(library)["00.md"]


def test_it_tells_how_far_it_is_and_can_be_cancelled(root, monkeypatch):
    program = "import pickle, sys, time; out = sys.stdout.buffer\nfor one in ('ready', (1, 2), (2, 2)):"
    program += " pickle.dump(one, out); out.flush()\ntime.sleep(600)"
    monkeypatch.setattr(relating, "command_for", lambda module: [sys.executable, "-c", program])
    told = []

    def stop(progress):
        told.append((progress.phase, progress.done, progress.total))
        return told[-1] != (relating.RELATING, 2, 2)

    with Library.open(root) as library:
        assert library.refresh(stop)
        assert told[-2:] == [(relating.RELATING, 1, 2), (relating.RELATING, 2, 2)]
        assert files(library) == []


def test_memory_holds_only_so_many_while_a_large_library_is_read(root, monkeypatch):
    monkeypatch.setattr(relating, "FEWEST", 500)
    with Library.open(root) as library:
        library.refresh()
        with library._database.writing() as connection:  # as if each came with a batch of its own
            connection.execute("UPDATE vector SET revision = number")
        monkeypatch.setattr(relations, "_MOST_IN_MEMORY", 4)
        library.warm_up()
        assert len(library._relations._index) == 4
        library.warm_up()
        assert len(library._relations._index) == 4
