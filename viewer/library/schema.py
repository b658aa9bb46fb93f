"""The tables of the index. All of it is derived from the folder and can be deleted at any time.

An index of another version is not migrated but built anew, so the schema may change freely.
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

APPLICATION = 0x446C6E65  # "Dlne"
OUTDATED, LISTED, COMPLETE = 0, 1, 2
"""Stages of an article: read by an older program; found by title and text; also dated, linked and related."""

# ``number`` is small and grows, which full-text search needs to stay quick and small; ``id`` is what others see.
# The text of an article is kept once, packed, in ``body``: ``words`` is contentless, and holds terms as ``folding``
# makes them. ``article.text_key`` is the fingerprint of the text as a file that is being added would have it: what
# ``body`` holds may be better. ``event_day.grain`` is how many days wide the words of the date are ("in 2018": 365).
STATEMENTS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    text_key BLOB NOT NULL,
    stage INTEGER NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    published_at TEXT,
    published_in TEXT NOT NULL,
    published_first TEXT,
    published_last TEXT,
    published_order INTEGER,
    updated TEXT,
    saved TEXT,
    authors TEXT NOT NULL,
    site TEXT NOT NULL,
    sections TEXT NOT NULL,
    tags TEXT NOT NULL,
    language TEXT NOT NULL,
    url TEXT NOT NULL,
    url_key TEXT NOT NULL,
    description TEXT NOT NULL,
    credit TEXT NOT NULL,
    words INTEGER NOT NULL
);
CREATE INDEX article_by_published ON article (published_order DESC, number DESC);
CREATE INDEX article_by_language ON article (substr(language, 1, 2));
CREATE INDEX article_by_day ON article (published);
CREATE INDEX article_by_period ON article (published_first) WHERE published_first IS NOT NULL;
CREATE INDEX article_by_saved ON article (saved);
CREATE INDEX article_by_title ON article (title COLLATE NOCASE);
CREATE INDEX article_by_url ON article (url_key) WHERE url_key <> '';
CREATE INDEX article_unfinished ON article (number) WHERE stage < 2;

CREATE TABLE label (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (kind, name, number)
) WITHOUT ROWID;
CREATE INDEX label_by_number ON label (number);
CREATE INDEX label_by_folded ON label (kind, folded, number);

CREATE TABLE body (number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
    title, author, site, label, body, spelled, content='', tokenize='ascii', prefix='2 3'
);
-- Every word that an article ever held, and the parts of words: what stands inside a longer one, and near misses.
CREATE TABLE term (number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE term_part USING fts5 (term, content='term', content_rowid='number', tokenize='trigram');
CREATE TRIGGER term_added AFTER INSERT ON term BEGIN
    INSERT INTO term_part (rowid, term) VALUES (new.number, new.term);
END;

-- ``set_dates`` is the key of the dates that the reader had set when it was worked out, ``beside`` the stamp of the
-- file of annotations that had them (set_dates.py); both are empty for none.
CREATE TABLE chronology (
    number INTEGER PRIMARY KEY,
    packed BLOB NOT NULL,
    set_dates BLOB NOT NULL,
    beside TEXT NOT NULL
);
CREATE INDEX chronology_beside ON chronology (number) WHERE beside <> '';
CREATE TABLE event_day (
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    grain INTEGER NOT NULL,
    PRIMARY KEY (first, last, grain, number)
) WITHOUT ROWID;
CREATE INDEX event_day_by_number ON event_day (number);
CREATE INDEX event_day_by_end ON event_day (last) WHERE last - first > 31;

CREATE TABLE vector (
    number INTEGER PRIMARY KEY,
    terms BLOB NOT NULL,
    names TEXT NOT NULL,
    spellings TEXT NOT NULL,
    revision INTEGER NOT NULL
);
CREATE INDEX vector_by_revision ON vector (revision);

CREATE TABLE sketch (
    number INTEGER PRIMARY KEY,
    packed BLOB NOT NULL,
    digest INTEGER NOT NULL,
    compared INTEGER NOT NULL
);
CREATE INDEX sketch_by_digest ON sketch (digest);
CREATE INDEX sketch_not_compared ON sketch (number) WHERE compared = 0;
CREATE TABLE shingle (hash INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (hash, number)) WITHOUT ROWID;
CREATE TABLE likeness (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX likeness_by_other ON likeness (other);
CREATE TABLE twin (number INTEGER PRIMARY KEY, leader INTEGER NOT NULL);
CREATE INDEX twin_by_leader ON twin (leader);

CREATE TABLE link (source INTEGER NOT NULL, target TEXT NOT NULL, PRIMARY KEY (source, target)) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target);

CREATE TABLE refused (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    reason TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE conflict (path TEXT PRIMARY KEY, original TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX conflict_by_original ON conflict (original);
CREATE TABLE note (number INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (number, reason)) WITHOUT ROWID;
"""


def _version() -> int:
    folding = Path(__file__).with_name("folding.py")  # other terms than an article was indexed by could not be removed
    source = folding.read_bytes() if folding.is_file() else b""
    return zlib.crc32(f"{STATEMENTS}{sys.version_info[:2]}".encode() + source) & 0x7FFFFFFF or 1


VERSION = _version()
"""Kept as the file's ``user_version``; another schema is another version, without anybody having to think of it."""

CHILDREN = ("label", "body", "chronology", "event_day", "vector", "note")
"""Tables whose rows belong to ``article.number``; ``link``, ``words`` and sketches are cleared apart."""
