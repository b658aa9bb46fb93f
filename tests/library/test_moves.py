from pathlib import PurePosixPath

from viewer.library.digest import QuickReading
from viewer.library.metadata import Metadata
from viewer.library.moves import KnownFile, MissingFiles
from viewer.library.scan import FileStamp


def known(path, *, inode=1, content=b"c", title="T", url="", number=1):
    return KnownFile(FileStamp(path, 1, 1, inode), number, 5, content, title, url)


def reading(path, *, inode=1, content=b"c", title="T", url=""):
    metadata = Metadata(title=title, url=url)
    assert PurePosixPath(path)
    return QuickReading(FileStamp(path, 1, 1, inode), content, metadata, b"", b"", 1)


def test_the_same_content_elsewhere_is_a_renaming():
    missing = MissingFiles([known("old.md", inode=1)])
    assert missing.take(reading("new.md", inode=9)).stamp.path == "old.md"
    assert missing.take(reading("copy.md", inode=9)) is None
    assert list(missing) == []


def test_of_two_with_the_same_content_the_one_with_the_inode_moved():
    missing = MissingFiles([known("a.md", inode=1), known("b.md", inode=2)])
    assert missing.take(reading("new.md", inode=2)).stamp.path == "b.md"


def test_moved_and_edited_is_told_by_inode_and_title_or_address():
    assert MissingFiles([known("a.md")]).take(reading("b.md", content=b"other")) is not None
    assert MissingFiles([known("a.md", url="u")]).take(reading("b.md", content=b"o", title="Else", url="u")) is not None


def test_an_inode_that_was_used_again_is_no_renaming():
    assert MissingFiles([known("a.md")]).take(reading("b.md", content=b"other", title="Else")) is None


def test_refused_files_are_not_missing_articles():
    assert MissingFiles([known("a.md", number=None)]).take(reading("b.md")) is None
