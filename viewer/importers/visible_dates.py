"""The day of publication as the reader of a page sees it, where the page does not say it for machines."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from viewer.importers.html_tree import one_line
from viewer.importers.written_dates import day_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LONGEST = 160
_MOST_PARTS = 30
_MOST_CANDIDATES = 300
# How many characters below the heading belong to the head of an article; further down a date must say what it is.
_HEAD = 2_000
_CHANGED_WORDS = """
    (?:last |was |recently )*(?:updated?|modified|edited|changed|reviewed|revised|amended)|aktualisiert|geändert|
    bearbeitet|modifié|mis(?:e)? à jour|actualizado|actualización|modificado|atualizado|aggiornat[oa]|modificat[oa]|
    bijgewerkt|gewijzigd|uppdatera[dt]|opdateret|oppdatert|päivitetty|обновлен[оа]?|изменен[оа]?|zaktualizowano|
    aktualizacja|aktualizováno|güncelle\\w+|更新|改訂|수정|تحديث|עודכן
"""
_PUBLISHED_WORDS = """
    (?:first |originally )?(?:published|posted|submitted)|erstellt|veröffentlicht|erschienen|
    publiée?|publicado|publicada|pubblicat[oa]|gepubliceerd|geplaatst|publicera[dt]|publicat|publisert|publiceret|
    julkaistu|опубликован[оа]?|opublikowano|publikováno|yayın\\w+|δημοσιεύ\\w+|公開|掲載|发布|發布|發佈|入力|입력|نشر|פורסם
"""


def _choice(words: str) -> str:
    return re.sub(r"\n\s*", "", words)


_CHANGED = re.compile(rf"(?<!\w)(?:{_choice(_CHANGED_WORDS)})", re.I)
_PUBLISHED = re.compile(rf"(?<!\w)(?:{_choice(_PUBLISHED_WORDS)})", re.I)
_EITHER = re.compile(rf"(?=(?<!\w)(?:{_choice(_CHANGED_WORDS)}|{_choice(_PUBLISHED_WORDS)}))", re.I)
_AT_THE_END = re.compile(rf"(?:{_CHANGED.pattern})[\s:–-]*(?:(?:on|at|am|le|el|il|op)\s*)?$", re.I)
_BYLINE = re.compile(r"\s{0,99}(?:by|von|par|por|di|door|av|af)\s+[^\W\d_]", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMED = re.compile(
    r"(?:^|[\W_])(?:post|entry|article|story|news|pub)?(?:dates?|datetime|dateline|time|timestamp|datum|fecha|published?|"
    r"publication|posted|submitted|created|byline|meta)(?=$|[\W_])"
)
# "data" is a date in Italian, Portuguese and Polish, and all else in English: it must be the whole name.
_NAMED_ALONE = re.compile(r"(?:^|\s)data(?=\s|$)")
_NAMED_A_CHANGE = re.compile(r"updated?(?=$|[\W_])|modified|last-?mod|edited")
_NAMED_OTHERWISE = re.compile(
    r"current|today|event|start|(?:^|[\W_])(?:end|due)[\W_]|birth|bday|death|dtend|expir|deadline|countdown|calendar|schedule|"
    r"reading|read-?time|duration"
)
_BESIDE = re.compile(
    r"comment|related|recommend|teaser|popular|trending|sidebar|promo|newsletter|carousel|infobox|masthead|"
    r"copyright|citation|reference|footnote|disqus|replies"
)
_BESIDE_TAGS = frozenset(("nav", "aside", "th", "caption", "cite"))
_OF_AN_ARTICLE = frozenset(("article", "main"))
_WHOLE = frozenset(("html", "body", "main"))
_PROSE = frozenset(("p", "li", "blockquote", "dd", "figcaption"))


def visible_day(root: HtmlElement, language: str) -> tuple[str, str]:
    """The day of publication that the page shows, ISO 8601, and a doubt in a sentence; "" for none of either.

    Read are elements in the head of the article that are named after dates or bylines, and those that begin with
    "Published" or the like anywhere; the latter must agree. A day of the last change is none of publication.
    """
    named: set[str] = set()
    for element, in_head in islice(_candidates(root), _MOST_CANDIDATES):
        line = _line_of(element)
        day, doubt = publication_day(line, language) if line and not _is_beside(element) else ("", "")
        if in_head and (day or doubt):
            return day, doubt
        if day:
            named.add(day)
    return (named.pop(), "") if len(named) == 1 else ("", "")


def publication_day(text: str, language: str) -> tuple[str, str]:
    """As ``day_in``, of a line that may name the day of the last change, too: "Updated 2 May. Published 1 May"."""
    parts = [part for part in _EITHER.split(text) if part.strip()]
    said = [part for part in parts if _PUBLISHED.match(part)]
    for number, part in enumerate(parts):
        follows = parts[number + 1] if number + 1 < len(parts) else ""
        if part not in said and not _CHANGED.match(part) and not (_CHANGED.match(follows) and not _dated(follows)):
            said.append(part)
    return next((found for part in said if any(found := day_in(part, language))), ("", ""))


def speaks_of_a_change(text: str) -> bool:
    """Whether a line says when something was changed last."""
    return _CHANGED.search(text) is not None


def _dated(text: str) -> bool:
    return any(day_in(text))


def _candidates(root: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Elements that may hold the day, and whether they stand in the head of the article."""
    heading = next(root.iter("h1"), None)
    below, passed = heading is None, 0
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in {"meta", "link", "script", "style"}:
            continue
        below = below or element is heading
        said = _says_published(element)
        in_head = passed < _HEAD and (below or said or _within_article(element))
        if said or (in_head and (_is_named(element) or _is_below_a_byline(element))):
            yield element, in_head
        passed += len((element.text or "").strip()) + len((element.tail or "").strip()) if below else 0


def _line_of(element: HtmlElement) -> str:
    """The text of the element, with that around it where it is only a label such as "Published:"."""
    line, above = _short_text(element), element.getparent()
    return _short_text(above) if above is not None and _PUBLISHED.fullmatch(line.rstrip(" :")) else line


def _says_published(element: HtmlElement) -> bool:
    return bool(element.text) and _PUBLISHED.match(element.text.strip()[:40]) is not None


def _is_named(element: HtmlElement) -> bool:
    names = _names(element)
    if _is_named_otherwise(names):
        return False
    alone = _NAMED_ALONE.search(names) and element.tag not in {"td", "tr", "table"}
    return element.tag == "time" or bool(_NAMED.search(names) or alone)


def _is_named_otherwise(names: str) -> bool:
    """Whether the names are those of the day of an event, of today or, without a word of publication, of a change."""
    return bool(
        _NAMED_OTHERWISE.search(names) or (_NAMED_A_CHANGE.search(names) and not re.search("publish|posted", names))
    )


def _is_below_a_byline(element: HtmlElement) -> bool:
    """Whether the element holds two lines: who wrote the article, and a day."""
    if not element.text or not _BYLINE.match(element.text) or element.tag == "br":
        return False
    lines = [one_line(part) for part in islice(element.itertext(), _MOST_PARTS)]
    return len(lines) == 2 and any(day_in(lines[1])) and len(lines[1]) < 45


def _names(element: HtmlElement) -> str:
    attributes = element.attrib
    names = (attributes.get(name, "") for name in ("class", "id", "itemprop", "property"))
    return _CAMEL.sub("-", " ".join(filter(None, names))[:400]).lower() if attributes else ""


def is_another_day(element: HtmlElement) -> bool:
    """Whether the element, by its name or the label before it, holds a day of an event or of the last change."""
    return _is_named_otherwise(_names(element)) or bool(_AT_THE_END.search(_said_before(element)))


def _is_beside(element: HtmlElement) -> bool:
    """Whether the element belongs to comments, other stories, tables of data or prose, or holds another day."""
    return is_another_day(element) or any(holds_others(above) for above in (element, *element.iterancestors()))


def holds_others(box: HtmlElement) -> bool:
    """Whether no day in the box is the article's: it holds prose, data, comments, references or other stories."""
    is_suspect = (
        box.tag in _BESIDE_TAGS
        or (box.tag in _PROSE and not _short_text(box))
        or (box.tag == "table" and next(box.iter("th"), None) is not None)
        or (box.tag not in _WHOLE and _BESIDE.search(_names(box)))
    )
    return bool(is_suspect) and next(box.iter("h1"), None) is None


def _said_before(element: HtmlElement) -> str:
    """The text directly before the element, which may stand in the element around it."""
    for _ in range(3):
        previous, above = element.getprevious(), element.getparent()
        if above is None:
            return ""
        text = (previous.tail or "").strip() or _short_text(previous) if previous is not None else above.text or ""
        if text.strip():
            return one_line(text)[-60:]
        element = above
    return ""


def _within_article(element: HtmlElement) -> bool:
    return any(above.tag in _OF_AN_ARTICLE for above in element.iterancestors())


def _short_text(element: HtmlElement) -> str:
    """The text of an element that holds one line; "" for one that holds more."""
    parts = list(islice(element.itertext(), _MOST_PARTS))
    line = one_line(" ".join(parts)) if len(parts) < _MOST_PARTS else ""
    return line if len(line) <= _LONGEST else ""
