"""Finding an article by a name that somebody typed: an id, a path, or the beginning of a file's name or of a title."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from viewer.library.links import paths_meant
from viewer.model import UsageError

if TYPE_CHECKING:
    import sqlite3

_NEAR_MISSES = 5
_MOST_COMPARED = 20_000


def find(connection: sqlite3.Connection, root: Path, name: str) -> int:
    """The id of the one article that ``name`` means. Raises UsageError, naming near misses, for none or several."""
    wanted = name.strip()
    for search in (_by_id, _by_path, _by_file_name, _by_title):
        found = search(connection, root, wanted)
        if len(found) == 1:
            return found[0][0]
        if found:
            raise UsageError(f"“{name}” could be any of: {_listed(found)}. Give the path of the one you mean.")
    near = _near_misses(connection, wanted)
    hint = f" Did you mean: {'; '.join(near)}?" if near else " “dateline list” shows what there is."
    raise UsageError(f"No article answers to “{name}”.{hint}")


def _by_id(connection: sqlite3.Connection, root: Path, name: str) -> list[tuple[int, str]]:
    if not (name.isascii() and name.isdecimal() and len(name) < 19):
        return []
    return connection.execute("SELECT id, path FROM article WHERE id = ?", (int(name),)).fetchall()


def _by_path(connection: sqlite3.Connection, root: Path, name: str) -> list[tuple[int, str]]:
    for path in paths_meant(_inner(root, name)):
        found = connection.execute("SELECT id, path FROM article WHERE path = ?", (path,)).fetchall()
        if found:
            return found
    return []


def _inner(root: Path, name: str) -> str:
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return PurePosixPath(name.replace("\\", "/").removeprefix("./")).as_posix()


def _by_file_name(connection: sqlite3.Connection, root: Path, name: str) -> list[tuple[int, str]]:
    tail = PurePosixPath(name).name.casefold()
    if not tail:
        return []
    likely = connection.execute("SELECT id, path FROM article WHERE path LIKE ? ESCAPE '!'", (f"%{_like(tail)}%",))
    named = [(id, path, PurePosixPath(path).name.casefold()) for id, path in likely]
    exact = [(id, path) for id, path, file in named if tail in (file, file.rpartition(".")[0])]
    return exact or [(id, path) for id, path, file in named if file.startswith(tail)]


def _by_title(connection: sqlite3.Connection, root: Path, name: str) -> list[tuple[int, str]]:
    if not name:
        return []
    statement = "SELECT id, path, title FROM article WHERE title LIKE ? ESCAPE '!' ORDER BY title LIMIT 20"
    found = connection.execute(statement, (f"{_like(name)}%",)).fetchall()
    exact = [(id, path) for id, path, title in found if title.casefold() == name.casefold()]
    return exact if len(exact) == 1 else [(id, path) for id, path, _ in found]


def _like(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _listed(found: list[tuple[int, str]]) -> str:
    names = [path for _, path in found[:_NEAR_MISSES]]
    return ", ".join(names) + (", …" if len(found) > _NEAR_MISSES else "")


def _near_misses(connection: sqlite3.Connection, name: str) -> list[str]:
    found = connection.execute("SELECT path, title FROM article LIMIT ?", (_MOST_COMPARED,)).fetchall()
    stems = {PurePosixPath(path).stem.casefold(): path for path, _ in found}
    titles = {title.casefold(): path for path, title in found}
    wanted = PurePosixPath(name).name.casefold()
    import difflib  # only for a name that nothing answers to

    near = difflib.get_close_matches(wanted, stems, _NEAR_MISSES, 0.6)
    near_titles = difflib.get_close_matches(name.casefold(), titles, _NEAR_MISSES, 0.6)
    inside = [key for key in titles if name.casefold() in key] if len(name) > 2 else []
    paths = [stems[key] for key in near] + [titles[key] for key in (*near_titles, *inside)]
    return list(dict.fromkeys(paths))[:_NEAR_MISSES]
