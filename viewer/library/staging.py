"""Putting all files of an article into the library together, or none of them.

They are written to a hidden folder first. When all are durable that folder gets another ending, and from then on the
article counts as taken: its files are moved to their places, the article itself last, and its marks are set. Where
that was cut short, whoever adds next moves what is left; a folder that never got its ending is thrown away.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
from typing import TYPE_CHECKING, Any, TypeAlias

from viewer.library.saving import (
    PREFIX,
    UNFINISHED,
    make_folder_durable,
    move_to_free_name,
    save,
    write_durably,
)
from viewer.library.source import fingerprint_of
from viewer.library.state import Identity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from viewer.library.article_files import ArticleFiles

    SetMarks: TypeAlias = Callable[[Identity, Mapping[str, float]], None]

READY = ".ready"
_MARKS = "marks.json"
_OUTSIDE = "The folder {} leads out of the library, and nothing is written there."
_CONTENT = "content"


class Staging:
    """The way into the folder ``root``; ``set_marks`` puts marks where the reader's are kept."""

    def __init__(self, root: Path, set_marks: SetMarks) -> None:
        self._root, self._set_marks = root, set_marks

    def put(
        self,
        files: ArticleFiles,
        identity: Identity | None,
        marks: Mapping[str, float],
        replaces: bytes = b"",
        folder: str = "",
    ) -> None:
        """Put an article with its companions and marks into the folder; durable when this returns.

        With ``replaces`` it takes the place of the file of its name whose content has that fingerprint; ``folder`` is
        where below the root all of it goes. Raises OSError, LibraryError, or ValueError for a folder that leads out;
        then either nothing of it is left, or ``recover`` completes it.
        """
        if not (files.beside or replaces or folder):
            save(self._root / f"{files.name}.md", files.article)
            if identity and marks:  # cut short here, they are set when the article is given again
                self._set_marks(identity, marks)
            return
        unfinished = self._root / f"{PREFIX}{secrets.token_hex(8)}{UNFINISHED}"
        self._target(folder)
        try:
            self._write(unfinished, files, _row(identity, marks, replaces) | ({"folder": folder} if folder else {}))
            ready = unfinished.with_suffix(READY)
            unfinished.rename(ready)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        make_folder_durable(self._root)
        self._settle(ready)

    def recover(self) -> None:
        """Complete what was cut short after all of it was written, and clear away what was cut short before.

        Raises OSError where the folder cannot be written to.
        """
        for path in sorted(self.leftovers()):
            if path.suffix == READY:
                try:
                    self._settle(path)
                except (FileExistsError, ValueError):  # its name is taken, or leads out; it was never said to be added
                    _remove(path)
            else:
                _remove(path)

    def leftovers(self) -> Iterator[Path]:
        """Whatever an interrupted addition left in the folder."""
        for path in self._root.iterdir():
            if path.name.startswith(PREFIX) and path.suffix in (UNFINISHED, READY):
                yield path

    def _target(self, folder: str) -> Path:
        """The folder that files go to; it is made. Raises ValueError for one that does not lie in the root."""
        target = self._root / folder
        if folder:
            if not target.resolve().is_relative_to(self._root.resolve()):
                raise ValueError(_OUTSIDE.format(folder))
            target.mkdir(parents=True, exist_ok=True)
        return target

    @staticmethod
    def _write(folder: Path, files: ArticleFiles, row: Mapping[str, object]) -> None:
        content = folder / _CONTENT
        folder.mkdir()  # and never its parents: a library that vanished meanwhile must not be made anew
        content.mkdir()
        folders = {content, folder}
        for path, data in {**files.beside, f"{files.name}.md": files.article}.items():
            place = content / path
            place.parent.mkdir(exist_ok=True)
            folders.add(place.parent)
            write_durably(place, data)
        if row:
            write_durably(folder / _MARKS, json.dumps(row).encode())
        for one in folders:
            make_folder_durable(one)

    def _settle(self, ready: Path) -> None:
        """Move what is ready to its place: the article last, so that it never shows without its pictures."""
        row: dict[str, Any] = {}
        with contextlib.suppress(FileNotFoundError):
            row = json.loads((ready / _MARKS).read_bytes())
        content, target = ready / _CONTENT, self._target(str(row.get("folder", "")))
        waiting = content.iterdir() if content.is_dir() else ()
        for path in sorted(waiting, key=lambda path: (path.suffix == ".md", path.name)):
            _move(path, target / path.name, row.get("replaces", ""))
        for folder in {target, self._root}:
            make_folder_durable(folder)
        if row.get("marks"):
            identity = Identity(row["id"], row["path"], bytes.fromhex(row["fingerprint"]))
            self._set_marks(identity, row["marks"])
        done = ready.with_suffix(UNFINISHED)
        ready.rename(done)  # at once, so that marks which the reader changes from now on are never set back
        _remove(done)


def _row(identity: Identity | None, marks: Mapping[str, float], replaces: bytes) -> dict[str, object]:
    """What has to be known besides the files, to put them in place."""
    row: dict[str, object] = {"replaces": replaces.hex()} if replaces else {}
    if identity and marks:
        fingerprint = identity.fingerprint.hex()
        row |= {"id": identity.id, "path": identity.path, "fingerprint": fingerprint, "marks": dict(marks)}
    return row


def _move(source: Path, target: Path, replaces: str) -> None:
    """Give a file its place; only an article file of the content that was to be replaced may be there already."""
    is_article = source.suffix == ".md" and target.is_file()
    if replaces and is_article and fingerprint_of(target.read_bytes()).hex() == replaces:
        source.replace(target)
    else:
        move_to_free_name(source, target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
