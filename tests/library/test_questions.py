import sqlite3

from viewer import paths
from viewer.library import questions
from viewer.library.state import Identity


def test_what_the_index_is_asked(library):
    with sqlite3.connect(next(paths.cache_folder().rglob("index.db"))) as connection:
        assert (questions.meta(connection, "listed"), questions.meta(connection, "nothing")) == ("1", "")
        id = questions.id_at(connection, "sub/before.md")
        assert id == library.find("sub/before.md")
        assert questions.id_at(connection, "//news.example/border") == library.find("border.md")
        assert questions.id_at(connection, "nowhere.md") is None
        (one,) = questions.identities(connection, [id, 4711, id])
        assert one == Identity(id, "sub/before.md", one.fingerprint)
        assert questions.stored_chronology(connection, id, one.fingerprint).events
        assert questions.stored_chronology(connection, id, b"another state") is None
    connection.close()
