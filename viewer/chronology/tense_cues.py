"""The words of a clause that tell its tense."""

from __future__ import annotations

import re

from viewer.chronology.vocabulary import word_set

_FUTURE = word_set(
    "will shall won't won’t i'll he'll she'll it'll they'll we'll you'll i’ll he’ll she’ll it’ll they’ll "
    "we’ll you’ll scheduled due expect expects expected plan plans planned planning intend intends hope hopes "
    "slated tomorrow next upcoming coming effective payable supposed deadline expire expires begins starts "
    "opens meet would may can could should must starting beginning kicks meets returns reopens arrives faces plays "
    "hosts visits travels forthcoming urged ends closes concludes resumes finishes departs leaves airs premieres "
    "continues picks"
)
_FUTURE_PAIRS = frozenset(
    f"{first} {second}"
    for firsts, second in (
        (
            "set going agreed agreement plan plans likely unlikely ready poised about offer bid decision decided "
            "promised vowed pledged",
            "to",
        ),
        ("to", "be"),
        ("is are", "to"),
        ("call calls", "for"),
        ("comes come goes go", "into"),
        ("takes take", "effect"),
    )
    for first in firsts.split()
) | {"as early", "as soon"}
_PASSIVE = frozenset(("is", "are", "be", "being", "get", "gets", "getting"))
_PAST = word_set(
    "said was were had did has have been ago since after following follows told last fell rose went came made "
    "took met won lost began died killed found gave got left led held kept sent shot struck ran saw spoke "
    "wrote became broke tore drove fled flew chose bought brought built caught dealt fought froze grew hid "
    "knew laid paid rode rang sank sang sat sold shook slept slid spent stood stole stuck swept swore "
    "taught thought threw understood woke wore withdrew blew drew drank ate felt hung heard meant sought"
)
_NOT_PAST = word_set("needed red bed fed united hundred")
_UNDONE = word_set("unveiled unleashed unloaded unearthed unlocked unfolded unseated unravelled unraveled")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


_HAD_BEEN = re.compile(r"\bhad(?: [a-z]+)? been $")
_NOBODY = re.compile(r"\b(?:neither|nor|nobody|none|no one)\b", re.I)
_NOUN = re.compile(r"(?: (?:for|by|of|that|were|was|had|have|has)\b|[.,;])")


_LEADS_ON = re.compile(r" (?:for|on|in|to|at|as)\b")


_AS_WAS = frozenset(("expected", "planned", "scheduled"))


def _is_noun(before: str, word: str, after: str) -> bool:
    """Whether "plans", "next" and the like look nowhere ahead: "vacation plans for", "next to the embassy"."""
    if word == "next":
        return after.startswith(" to ")
    if before == "than" or (before == "as" and word in _AS_WAS):  # "more than expected", "as expected"
        return True
    if before in BEFORE_NOUNS and word in _ALSO_NOUNS:
        return True
    if word == "planned":  # "the hastily planned trip", "as previously planned"
        return before.endswith("ly") and _LEADS_ON.match(after) is None
    return word in ("plan", "plans", "hope", "hopes") and _NOUN.match(after) is not None


_ALSO_NOUNS = word_set("starts plays visits returns faces ends leaves hosts picks opens travels plan plans hope hopes")
BEFORE_NOUNS = word_set(
    "the his her their its our of no all many several few two three four five six seven eight nine ten last first home "
    "more these those some"
)
_MODALS = frozenset(("would", "could", "should", "might", "may"))


def cues_of(text: str) -> list[tuple[int, str, str]]:
    """(end, words, tense) of each word or pair of words that tells a tense, in their order; offsets of ``text``."""
    found: list[tuple[int, str, str]] = []
    before = ""
    for match in _WORD.finditer(text):
        word = match[0].lower() if match[0] != "May" else ""
        pair = f"{before} {word}"
        if word == "have" and before in _MODALS:
            found = [*found[:-1], (match.end(), pair, "past")]  # "I would have said"
        elif pair in _FUTURE_PAIRS:
            found.append((match.end(), pair, "future"))
        elif pair == "could not" or (word == "could" and _NOBODY.search(text, 0, match.start())):
            found = [*found[: -1 if pair == "could not" else None], (match.end(), word, "past")]
        elif word in _FUTURE:
            if before == "been" and "," not in text[match.end() :] and _HAD_BEEN.search(text, 0, match.start()):
                return [*found, (len(text), "had been", "past")]  # "had been scheduled to"
            if before in ("was", "were") and found and found[-1][1] == before:
                found.pop()  # "were planning"
            if not _is_noun(before, word, text[match.end() :]):
                found.append((match.end(), word, "future"))
        elif word == "last" and before in _BEFORE_LASTING:
            pass  # "would last into the summer"
        elif before not in (_NO_PAST_AFTER if word in _SAME_IN_PAST else _PASSIVE) and is_past_verb(word):
            found.append((match.end(), word, "past"))
        before = word
    return found


_BEFORE_LASTING = word_set("to will would may might can could should must not")
_SAME_IN_PAST = word_set("bid cut put beat shut cast burst hit quit")
_NO_PAST_AFTER = word_set(
    "to will would may might can could should must shall not the a an its his her their our my this that each no "
    "new takeover price tax rate budget spending job and or i you we they who is are be being get gets getting"
)


_PAST_IN_EED = frozenset(("agreed", "disagreed", "freed", "decreed", "guaranteed", "refereed"))


def is_past_verb(word: str) -> bool:
    """Whether a word is a verb in the past; an adjective such as "unspecified" is none."""
    if word in _PAST or word in _SAME_IN_PAST:
        return True
    if word.endswith("eed"):
        return word in _PAST_IN_EED
    return word.endswith("ed") and word not in _NOT_PAST and (not word.startswith("un") or word in _UNDONE)
