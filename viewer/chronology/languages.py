"""Engines for languages other than English, built on first use; Babel is imported only then."""

from __future__ import annotations

from viewer.chronology.engine import Engine
from viewer.chronology.foreign import rules_for
from viewer.chronology.lexicon import Lexicon, lexicon_of

_MARKS = {
    "DOT": (".",), "COMMA": (",", "،"), "DASH": ("-", "–", "—"), "SLASH": ("/",), "NUMERAL": (), "DAY_NUMBER": (),
    "YEAR_NUMBER": (), "ORDINAL_NUMBER": (), "DECIMAL": (), "CLOCK_TIME": (), "ISO_DATE": (), "SLASH_DATE": (),
    "DOT_DATE": (),
    "DASH_DATE": (), "SLASH_PAIR": (), "CLOCK_AMPM": (), "DECADE_NUMBER": (), "DECADE_SHORT": (),
    "DECADE_PLAIN": (), "QUOTE_YEAR": (),
    "BREAK": (), "OTHER": (), "SIGN_DATE": (), "ORDINAL_DAY": ("1er", "1º", "1°", "1ero"),
}  # fmt: skip


def engine_of(language: str) -> Engine | None:
    """The engine of a language by its BCP 47 primary subtag, None where nothing is known of it."""
    lexicon = lexicon_of(language)
    return _engine(lexicon) if lexicon else None


def _engine(lexicon: Lexicon) -> Engine:
    vocabulary = {**lexicon.classes, **_MARKS}
    phrases = sorted(
        {word for words in lexicon.classes.values() for word in words if not word.isalpha() and len(word) > 1}
    )
    triggers = {*lexicon.triggers, *(word for name in ("YEAR_WORD", "AGO_LAST") for word in vocabulary[name])}
    return Engine(rules_for(lexicon), vocabulary, {}, triggers, phrases, lexicon.ahead)
