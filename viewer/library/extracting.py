"""Extracting an article once more from the page that is kept beside it, in a process apart.

Nothing is written before the reader has seen what came of it; then the text takes the place of the present one, which
is kept as a version, so that "back" is the use of that version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.document import comparison, count_words
from viewer.library.article_files import ORIGINAL, with_links_to
from viewer.library.digest import rough_text
from viewer.library.exchanging import highlights_in, make_folder, merged_header, put_text
from viewer.library.file_names import distinct, safe_name
from viewer.library.front_matter import split_front_matter
from viewer.library.header_writing import write_header
from viewer.library.others import blocks_of_text
from viewer.library.saving import save
from viewer.library.scan import FILES, beside
from viewer.library.source import UnreadableError, read_regular_file, read_source
from viewer.library.versions import list_versions
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from viewer.document.comparison import Comparison
    from viewer.model import Article, ImportedArticle

MODES = {"article": "first choice", "other": "other extraction", "page": "whole page"}

_KEY = "extraction"
_NO_PAGE = (
    "The page that {} was made from is not kept beside it ({} is not there), so it cannot be extracted again. It is "
    "kept for pages that are brought in."
)
_NO_MODE = "There is no extraction “{}”. Choose one of: {}."
_NOT_EXTRACTED = "The page kept beside {} could not be extracted again. {}"
_NO_PICTURE = "The picture {} could not be kept ({}), so the text was left as it is."


class Extraction(NamedTuple):
    """What came of extracting an article again; nothing of it is written yet.

    ``body`` is Markdown; ``pictures`` are files that it needs besides those that are there, by their path below the
    library. ``placed`` and ``unplaced`` count the highlights that stand in it and that do not.
    """

    mode: str
    body: str
    pictures: tuple[tuple[str, bytes], ...]
    words: int
    placed: int
    unplaced: int


def original_of(root: Path, path: PurePosixPath) -> Path | None:
    """The page kept beside the article at ``path``; None where there is none, or it leads out of the library."""
    try:
        real = (root / _original(path)).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return real if real.is_file() and real.is_relative_to(root) else None


def extract(root: Path, article: Article, mode: str) -> Extraction:
    """Extract the article again, in a process apart. ``mode`` is a key of ``MODES``.

    Raises UsageError for another one, and LibraryError where no page is kept or nothing came of it.
    """
    from viewer.importers import ask_apart

    if mode not in MODES:
        raise UsageError(_NO_MODE.format(mode, ", ".join(MODES)))
    page = original_of(root, article.path)
    if page is None:
        raise LibraryError(_NO_PAGE.format(article.path, _original(article.path)))
    folder, charset = str(root / _files(article.path)), _charset(root, article.path)
    try:
        (item,) = ask_apart("read_original", str(page), url=article.url, mode=mode, pictures=folder, charset=charset)
    except LibraryError as error:
        raise LibraryError(_NOT_EXTRACTED.format(article.path, error)) from error
    return _extraction(root, article.path, mode, item)


def _charset(root: Path, path: PurePosixPath) -> str:
    """The character set that the server stated, where the page itself states none."""
    try:
        front = split_front_matter(read_source(root, path.as_posix()).text)
    except UnreadableError:
        return ""
    return str(front.fields.get("original_charset", ""))[:40]


def _extraction(root: Path, path: PurePosixPath, mode: str, item: ImportedArticle) -> Extraction:
    places, pictures = _pictures(root, path, item)
    body = f"\n{with_links_to(item.markdown, places).strip()}\n"
    words = rough_text(body)
    return Extraction(mode, body, pictures, count_words(words), *highlights_in(root, path, words))


def _pictures(
    root: Path, path: PurePosixPath, item: ImportedArticle
) -> tuple[dict[str, str], tuple[tuple[str, bytes], ...]]:
    """Where each picture is or goes, by the name that the Markdown gives it, and those that are not there yet."""
    folder = _files(path)
    try:
        there = {} if (root / folder).is_symlink() else {one.name: one for one in (root / folder).iterdir()}
    except OSError:
        there = {}
    names = distinct(safe_name(file.name, otherwise=f"file-{n}") for n, file in enumerate(item.files, 1))
    places, missing = {}, []
    for file, name in zip(item.files, names, strict=True):
        if name in there and not _holds(there[name], file.data):
            name = _free(name, there)
        if name not in there:
            missing.append(((folder / name).as_posix(), file.data))
        places[file.name] = f"{folder.name}/{name}"
    return places, tuple(missing)


def _free(name: str, there: dict[str, Path]) -> str:
    stem, dot, ending = name.rpartition(".")
    return next(one for n in range(2, len(there) + 3) if (one := f"{stem}-again-{n}{dot}{ending}") not in there)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_regular_file(path)[0] == data
    except UnreadableError:
        return False


def compared_with(root: Path, article: Article, extraction: Extraction) -> Comparison:
    """What changed from the article's present text to an extraction. Raises LibraryError where it cannot be read."""
    try:
        present = read_source(root, article.path.as_posix()).text
    except UnreadableError as error:
        raise LibraryError(f"{article.path} cannot be compared. {error}") from error
    header = merged_header(present, f"{_header(extraction.mode)}{extraction.body}", (_KEY,))
    new = blocks_of_text(f"{header}{extraction.body}", article.path)
    return comparison.compare(blocks_of_text(present, article.path), new)


def use_extraction(root: Path, path: PurePosixPath, extraction: Extraction) -> tuple[int, int]:
    """Put an extraction in the place of the article's text, which is kept as a version; as ``use_version``."""
    for name, data in extraction.pictures:
        try:
            make_folder((root / name).parent)
            save(root / name, data)
        except FileExistsError:
            if not _holds(root / name, data):
                raise LibraryError(_NO_PICTURE.format(name, "another file has its name by now")) from None
        except OSError as error:
            raise LibraryError(_NO_PICTURE.format(name, error.strerror)) from error
    text = f"{_header(extraction.mode)}{extraction.body}"
    return put_text(root, path, text, list_versions(root, path), is_inner=False, keys=(_KEY,))


def _header(mode: str) -> str:
    """Front matter that says which extraction it is, nothing for the first choice."""
    return write_header({_KEY: "" if mode == "article" else MODES[mode]}).removesuffix("\n")


def _original(path: PurePosixPath) -> PurePosixPath:
    return beside(path, ORIGINAL)


def _files(path: PurePosixPath) -> PurePosixPath:
    return beside(path, FILES)
