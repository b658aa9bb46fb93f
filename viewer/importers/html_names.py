"""What the names of boxes say: which hold something beside the article, and which hold captions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BESIDE_WORDS = """
    ads? advert\\w* aside author-?bio about-?(?:the-?)?author banner breadcrumbs? byline carousel comments? consent
    cookies?
    credits? cta disqus donate dropdown fb-\\w+ follow\\w* footer gdpr hidden-?print login masthead menu meta-?data
    more-?(?:from|on|stories|news|in|articles|info) most-?(?:read|popular|viewed) nav\\w* next-?(?:article|post|story)
    newsletters? outbrain pager pagination paywall popular popup post-?(?:meta|tags|nav\\w*|footer) promo\\w* rail
    read-?(?:more|next|also) recirc\\w* recommend\\w* related\\w* respond rss share\\w* sharing shar\\w+-?bar sidebar
    side-?bar sign-?up skip-?\\w* social\\w* sponsor\\w* subscri\\w+ taboola tags? tag-?list teasers? toolbar topics?
    trending tweet-?this utility widgets? hashtags? slideshow-?nav copyright reply jump-?to-?\\w* edit-?section
    mw-editsection
    noprint no-print screen-reader\\w* sr-only visually-?hidden
"""
_BESIDE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_BESIDE_WORDS.split())})(?=$|[\s_-])")
_CAPTION = re.compile(r"caption|\blegend\b|image-?(?:text|title|description)|photo-?(?:text|credit)|media-?credit")
_BESIDE_TAGS = frozenset(("nav", "footer", "aside", "menu", "dialog"))
_BESIDE_ROLES = frozenset(
    ("navigation", "complementary", "contentinfo", "search", "dialog", "alert", "banner", "menu", "tablist", "note")
)
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|brush:\s?|sourceCode)[-: ]\s?([A-Za-z0-9+#-]{1,20})(?=\s|;|$)"
)
_ELSEWHERE_WORDS = """
    related|read (?:more|next|also|the full)|see (?:also|more)|also (?:read|see|on)|
    more (?:on|from|about|like|stories|news)|
    you (?:may|might) (?:also )?(?:like|be interested)|recommended|don['’]t miss|most (?:read|popular|viewed)|trending|
    sponsored|advertisement|story continues|back to gallery|follow us|sign up|subscribe|
    lire aussi|à lire|voir aussi|mehr zum thema|lesen sie auch|siehe auch|auch interessant|leia (?:também|mais)|
    veja (?:também|mais)|lea también|lee también|te puede interesar|leggi anche|lees ook|читайте также|baca juga|
    相关|関連|おすすめ
"""
_ELSEWHERE_CHOICE = re.sub("    |\n", "", _ELSEWHERE_WORDS)
_ELSEWHERE = re.compile(rf"[\W_]*(?:{_ELSEWHERE_CHOICE})(?!\w)", re.IGNORECASE)
_NOTHING_BUT = re.compile(
    r"[\W_]*(?:advertis(?:e)?ment|ad|sponsored(?: links| content)?|story continues(?: below)?(?: advertisement)?|"
    r"related(?: (?:articles|stories|content|links|posts|topics))?|read more|back to (?:top|gallery)|see also|"
    r"you (?:may|might) also (?:like|be interested in)|most read(?: in .{1,40})?|most popular|"
    r"recommended(?: for you)?|trending(?: now)?|"
    r"share(?: this)?(?: article| story)?|more (?:from|on) .{1,40}|"
    r"don['’]t miss|caption|close|anzeige|publicité|publicidad|"
    r"publicidade|реклама|lire aussi|siehe auch|lea también|leia também|leggi anche)[\W_]*",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def beside_the_article(element: HtmlElement) -> bool:
    """Whether the box, by its tag, role or name, holds navigation, advertising, comments or the like."""
    if element.tag in _BESIDE_TAGS or element.get("role") in _BESIDE_ROLES:
        return True
    attributes = element.attrib
    return bool(attributes) and _named_beside(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400])


@lru_cache(maxsize=4_096)
def _named_beside(names: str) -> bool:
    return len(names) > 1 and _BESIDE.search(_CAMEL.sub("-", names).lower()) is not None


def names_a_caption(element: HtmlElement) -> bool:
    """Whether the box, by its tag or name, holds the caption of a picture."""
    if element.tag in {"figcaption", "caption"}:
        return True
    attributes = element.attrib
    return bool(attributes) and _named_caption(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400])


@lru_cache(maxsize=4_096)
def _named_caption(names: str) -> bool:
    return len(names) > 1 and _CAPTION.search(names.lower()) is not None


def code_language(code: HtmlElement) -> str:
    """The language that the page names for a ``pre``, in small letters; "" where it names none."""
    parent = code.getparent()
    inner = code.find("code")
    for element in (code, inner, parent):
        if element is not None and (found := _LANGUAGE.search(element.get("class") or "")):
            return found[1].lower()
    return (code.get("lang") or "").lower() if (code.get("lang") or "").isalnum() else ""


def leads_elsewhere(text: str, link_share: float) -> bool:
    """Whether a line only leads to other stories or is a label of advertising: "Read more: ...", "Advertisement"."""
    if len(text) < 60 and _NOTHING_BUT.fullmatch(text):
        return True
    return link_share >= 0.5 and len(text) < 300 and _ELSEWHERE.match(text) is not None
