"""What is related, and why: vectors of terms, a cosine over an inverted index, reasons in words.

Nothing here reads a file or a database: the library hands in vectors and asks for rows.
"""

from viewer.stories.postings import Postings
from viewer.stories.reasons import shared_days, shared_names, shared_words
from viewer.stories.related import Match, RelatedIndex, cosine
from viewer.stories.sketches import are_nearly_the_same, keys_of, sketch_of
from viewer.stories.terms import TermVector, describe

__all__ = [
    "Match",
    "Postings",
    "RelatedIndex",
    "TermVector",
    "are_nearly_the_same",
    "cosine",
    "describe",
    "keys_of",
    "shared_days",
    "shared_names",
    "shared_words",
    "sketch_of",
]
