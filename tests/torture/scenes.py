"""What is interrupted: each scene prepares a library, does something that says what it has acknowledged, and is judged.

``do`` runs in a process that is killed; ``acknowledge`` writes a line that outlives it. ``judge`` opens what is left as
the program would, and raises AssertionError for anything lost, anything half there, and anything that does not go on.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from viewer.library import Library, Verdict, state
from viewer.library.backups import backups_in
from viewer.library.state import Identity
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight, Passage

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = 12


class Scene:
    """A library in ``home``, which nobody else knows of."""

    name = ""

    def __init__(self, home: Path) -> None:
        self.root, self.cache, self.data = home / "library", home / "cache", home / "data"

    def open(self):
        return Library.open(self.root, cache=self.cache, data=self.data)

    def prepare(self):
        """Make what is there before."""
        self.root.mkdir(parents=True)
        for number in range(ARTICLES):
            (self.root / f"{number:02}.md").write_text(text_of(number))
        with self.open() as library:
            library.refresh()
            library.mark_read([library.find("00")])
            library.star([library.find("01")])

    def do(self, acknowledge):
        """What is interrupted."""
        raise NotImplementedError

    def judge(self, acknowledged):
        """Look at what is left. ``acknowledged`` are the lines that were written."""
        with self.open() as library:
            library.refresh()
            assert is_whole(library)
            self.check(library, acknowledged)
        self.go_on()
        with self.open() as library:
            assert [one for one in library.examine() if one.verdict is Verdict.ATTENTION] == []

    def check(self, library, acknowledged):
        """What must hold of the library that was left."""
        raise NotImplementedError

    def go_on(self):
        """Do it again, to its end."""
        with self.open() as library:
            assert library.find("00") in library.ids("all")

    def check_before(self, library):
        """What was there before is there still."""
        for number in range(ARTICLES):
            article = library.article(library.find(f"{number:02}"))
            assert article.title == f"Title {number}"
            assert library.document(article.id).text.count("There are only") == 1
            assert article.starred == (number == 1)


class Import(Scene):
    """Articles with pictures, pages, highlights and marks come in."""

    name = "import"

    def do(self, acknowledge):
        with self.open() as library:
            library.add(self._items(acknowledge))

    @staticmethod
    def _items(acknowledge):
        for number in range(5):
            yield imported(number)
            acknowledge(str(number))

    def check(self, library, acknowledged):
        self.check_before(library)
        there = {row.title for row in library.articles()}
        for number in map(int, acknowledged):
            assert f"Imported {number}" in there
        for row in library.articles():
            if row.title.startswith("Imported"):
                self._check_whole(library, row, int(row.title.split()[1]))

    @staticmethod
    def _check_whole(library, row, number):
        text = library.document(row.id).text
        assert f"It happened on {number + 1} May 2019" in text
        assert "to its very end." in text
        if number % 2:
            (folder,) = [path for path in library.root.iterdir() if path.name == f"{row.path.stem}.files"]
            assert (folder / "map.png").read_bytes() == b"\x89PNG" * 1000
            assert (library.root / f"{row.path.stem}.annotations.json").read_bytes()

    def go_on(self):
        with self.open() as library:
            report = library.add(imported(number) for number in range(5))
            assert report.stopped == ""
            assert len(report.added) + len(report.already) == 5
            titles = [row.title for row in library.articles()]
            assert len(titles) == len(set(titles)) == ARTICLES + 5
            for row in library.articles():
                if row.title in ("Imported 1", "Imported 3"):
                    assert row.starred
        assert not [path for path in self.root.iterdir() if path.name.startswith(".")]


class Save(Scene):
    """The tags of many articles are written into their files."""

    name = "save"

    def do(self, acknowledge):
        with self.open() as library:
            ids = sorted(library.ids(), key=lambda id: str(library.article(id).path))

            def progress(found):
                if found.done:
                    acknowledge(str(found.done - 1))

            library.retag(ids, add=["Hajin pocket"], progress=progress)

    def check(self, library, acknowledged):
        self.check_before(library)
        for number in range(ARTICLES):
            text = (self.root / f"{number:02}.md").read_text()
            tagged = "Hajin pocket" in text
            assert tagged or str(number) not in acknowledged
            assert tagged or text == text_of(number)
            article = library.article(library.find(f"{number:02}"))
            assert ("Hajin pocket" in article.tags) == tagged

    def go_on(self):
        with self.open() as library:
            assert not library.retag(library.ids(), add=["Hajin pocket"]).problems
            assert len(library.ids("tag:Hajin pocket")) == ARTICLES


class ImportOfTags(Save):
    """An import brings tags to articles that are there already."""

    name = "import of tags"

    def do(self, acknowledge):
        with self.open() as library:
            library.add(self._items(acknowledge))

    @staticmethod
    def _items(acknowledge):
        for number in range(ARTICLES):
            yield ImportedArticle(f"Title {number}", words_of(number), tags=("Hajin pocket",))
            acknowledge(str(number))

    def go_on(self):
        with self.open() as library:
            report = library.add(self._items(lambda _: None))
            assert (report.added, report.versions, report.problems, report.stopped) == ((), (), (), "")
            assert len(library.ids("tag:Hajin pocket")) == ARTICLES
            assert all(article.tags == ("Hajin pocket",) for article in library.articles())


class Marking(Scene):
    """All articles are marked at once, several times."""

    name = "bulk action"

    def do(self, acknowledge):
        with self.open() as library:
            ids = library.ids()
            for name, mark in (("read", library.mark_read), ("archived", library.archive), ("trashed", library.trash)):
                mark(ids)
                acknowledge(name)

    def check(self, library, acknowledged):
        rows = library.rows(library.ids("trash") or library.ids())
        assert len(rows) == ARTICLES
        for name in ("read", "archived", "trashed"):
            marked = [row for row in rows if getattr(row, name)]
            assert len(marked) in (0, ARTICLES) or (name == "read" and len(marked) == 1)
            assert name not in acknowledged or len(marked) == ARTICLES
        assert sum(row.starred for row in rows) == 1

    def go_on(self):
        with self.open() as library:
            library.trash(library.ids("trash"), trashed=False)
            assert len(library.ids()) == ARTICLES


class Highlighting(Scene):
    """Words are highlighted and noted in several articles, and some of that is taken away again."""

    name = "highlights"

    def do(self, acknowledge):
        with self.open() as library:
            for number in range(4):
                self._highlight(library, number, "Why?")
                acknowledge(f"made {number}")
            for number in range(2):
                id = library.find(f"{number:02}")
                (one,) = library.annotations(id, library.document(id)).all
                library.change_highlight(id, one.key, note="Because.")
                acknowledge(f"changed {number}")
                library.remove_highlight(id, one.key)
                acknowledge(f"taken away {number}")

    @staticmethod
    def _highlight(library, number, note):
        id = library.find(f"{number:02}")
        library.highlight(id, library.document(id), [Passage(0, 0, 9)], "green", note)

    def check(self, library, acknowledged):
        self.check_before(library)
        for number in range(4):
            id = library.find(f"{number:02}")
            found = library.annotations(id, library.document(id))
            assert found is None or (found.fault == "" and [one.quote for one in found.all] == ["There are"])
            if f"taken away {number}" in acknowledged:
                assert found is None
            elif f"made {number}" in acknowledged and (number > 1 or "made 3" not in acknowledged):
                assert found.all[0].note == "Why?"
            elif f"changed {number}" in acknowledged and found:
                assert found.all[0].note == "Because."

    def go_on(self):
        with self.open() as library:
            for number in range(4):
                self._highlight(library, number, "")
                id = library.find(f"{number:02}")
                assert library.annotations(id, library.document(id)).all


class Dating(Scene):
    """Dates of the text are set, and days of publication are written into the files."""

    name = "dates"

    def do(self, acknowledge):
        with self.open() as library:
            for number in range(4):
                self._set(library, number)
                acknowledge(f"set {number}")
                library.set_published([library.find(f"{number:02}")], f"2018-11-{number + 1:02}")
                acknowledge(f"published {number}")

    @staticmethod
    def _set(library, number):
        id = library.find(f"{number:02}")
        library.set_date(id, library.document(id), Passage(0, 0, 9), "2018-10-25")

    def check(self, library, acknowledged):
        self.check_before(library)
        for number in range(4):
            article = library.article(library.find(f"{number:02}"))
            dates = library.set_dates(article.id, library.document(article.id))
            assert [one.when for one in dates] in ([], ["2018-10-25"])
            assert dates or f"set {number}" not in acknowledged
            is_published = str(article.published) == f"2018-11-{number + 1:02}"
            assert is_published or f"published {number}" not in acknowledged
            assert is_published or (self.root / article.path).read_text() == text_of(number)

    def go_on(self):
        with self.open() as library:
            for number in range(4):
                self._set(library, number)
                id = library.find(f"{number:02}")
                assert not library.set_published([id], "2018-11-05").problems
                assert str(library.article(id).published) == "2018-11-05"
                assert len(library.set_dates(id, library.document(id))) == 1


class Migration(Scene):
    """Index and marks of earlier versions are opened by this one."""

    name = "migration"

    def prepare(self):
        super().prepare()
        with self.open() as library:
            rows = [Identity(one.id, str(one.path), b"x") for one in library.articles()]
            index, marks = library._database.path, library._state.path
        marks.unlink()
        with sqlite3.connect(marks) as connection:
            connection.executescript(f"{state._MIGRATIONS[0]} PRAGMA user_version = 1;")
            statement = "INSERT INTO status (id, path, fingerprint, read, changed_at) VALUES (?, ?, ?, 1, 0)"
            connection.executemany(statement, [(one.id, one.path, one.fingerprint) for one in rows])
        connection.close()
        with sqlite3.connect(index) as connection:
            connection.execute("PRAGMA user_version = 1")
        connection.close()

    def do(self, acknowledge):
        with self.open() as library:
            acknowledge("opened")
            library.refresh()
            library.star([library.find("02")])
            acknowledge("marked")

    def check(self, library, acknowledged):
        rows = library.articles()
        assert len(rows) == ARTICLES
        assert all(row.read for row in rows)
        assert library.article(library.find("02")).starred or "marked" not in acknowledged

    def go_on(self):
        with self.open() as library:
            library.star([library.find("03")])
            assert not library.warnings


class Backup(Scene):
    """The marks are copied, with copies of days before beside them."""

    name = "backup"

    def prepare(self):
        super().prepare()
        with self.open() as library:
            library.refresh()
            folder = library._state.path.parent / "backups"
        for today in backups_in(folder).values():
            for day in range(1, 12):
                (folder / f"state-2026-01-{day:02}.db").write_bytes(today.read_bytes())
            today.unlink()

    def do(self, acknowledge):
        with self.open() as library:
            library.mark_read([library.find("05")])
            acknowledge("marked")
            library.refresh()
            acknowledge("copied")

    def check(self, library, acknowledged):
        backups = library.backups()
        assert len(backups) >= 7
        assert all(backup.sound for backup in backups)
        assert library.article(library.find("05")).read or "marked" not in acknowledged
        assert library.article(library.find("01")).starred

    def go_on(self):
        today = f"{datetime.now(UTC).date()}"
        with self.open() as library:
            library.restore_backup(next(one.name for one in library.backups() if today in one.name))
            assert library.article(library.find("01")).starred


SCENES = {scene.name: scene for scene in (Import, ImportOfTags, Save, Highlighting, Dating, Marking, Migration, Backup)}


def text_of(number):
    """An article that is there before."""
    return f"---\ntitle: Title {number}\npublished: 2018-05-04\n---\n\n{words_of(number)}\n"


def words_of(number):
    """The words of such an article."""
    return f"There are only so many words in article {number}, on 3 May 2018."


def imported(number):
    """An article that comes in: every second with a picture, its page, a highlight and marks."""
    text = f"It happened on {number + 1} May 2019. " + "Words follow words. " * 200 + "And so on to its very end."
    if number % 2 == 0:
        return ImportedArticle(f"Imported {number}", text, item=f"row {number}")
    return ImportedArticle(
        f"Imported {number}",
        f"{text}\n\n![A map](map.png)",
        url=f"https://news.example/{number}",
        starred=True,
        highlights=(ImportedHighlight("Words follow words."),),
        files=(ImportedFile("map.png", b"\x89PNG" * 1000),),
        original=ImportedFile("page.html", b"<p>It happened"),
        item=f"row {number}",
    )


def is_whole(library):
    """Whether the index is sound, through and through."""
    return library._database.connection().execute("PRAGMA integrity_check").fetchone() == ("ok",)
