"""What an image element of a page shows: pages hide the address in many places until the reader scrolls there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from viewer.importers.html_tree import classes, is_hidden, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ADDRESS = 2_000
SMALLEST = 40
REAL_DATA = 1_500
LARGEST_OF_A_SET = 1_600

_MOST_WITHOUT_SCRIPTS = 20
_LATER = tuple(
    f"data-{name}" for name in ["src", "original", "lazy-src", "lazy", "full-src", "image", "url", "hi-res-src"]
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_LOOKS_LIKE_A_PICTURE = re.compile(r"^\S+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?$", re.IGNORECASE)
_PLACE_HOLDER = re.compile(
    r"^data:image/(?:svg|gif;base64,R0lGOD)|(?:blank|spacer|placeholder|transparent|1x1|pixel|loading|lazy)[^/]*\.(?:gif|png|svg)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"\s*(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
_DIGITS = re.compile(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$")
_SIGN_NAME = re.compile(r"emoji|wp-smiley|smiley|mwe-math-fallback|\blatex\b")


@dataclass(frozen=True, slots=True)
class FoundImage:
    """Address as written and alternative text. ``is_sign`` for an emoji or formula that stands within a line."""

    source: str
    alt: str
    is_sign: bool = False


def picture_of(element: HtmlElement) -> FoundImage | None:
    """What ``element`` shows; None for spacers, counters, and where no address is to be found."""
    alt = one_line(element.get("alt") or "")[:1_000]
    if alt and _SIGN_NAME.search(classes(element)):
        source = (element.get("src") or "").strip()
        return FoundImage(source if source.startswith(("http", "/")) and alt.isascii() else "", alt, is_sign=True)
    width, height = _size(element, "width"), _size(element, "height")
    source = _source(element)
    if not source or min(width, height) < SMALLEST:
        return None
    return FoundImage(source, alt)


def _size(element: HtmlElement, name: str) -> int:
    """Pixels, ``10**6`` where the page does not say."""
    found = _DIGITS.match(element.get(name) or "")
    return int(found[1]) if found else 10**6


def _source(element: HtmlElement) -> str:
    """The best address: the plain one, unless it only holds the place of one that is loaded later."""
    plain = (element.get("src") or "").strip()
    if plain.startswith("data:"):
        if len(plain) >= REAL_DATA:
            return plain
        hidden = _later(element) or _from_picture(element) or _from_noscript(element)
        return hidden or ("" if _PLACE_HOLDER.search(plain[:200]) else plain)
    if plain and not _PLACE_HOLDER.search(plain[:200]):
        return _short(plain)
    return _later(element) or _from_picture(element) or _from_noscript(element) or _short(plain)


def _short(address: str) -> str:
    return address if len(address) <= MAX_ADDRESS else ""


def _later(element: HtmlElement) -> str:
    for name in _LATER:
        value = (element.get(name) or "").strip()
        if value and not value.startswith(("{", "data:")):
            return _short(value)
    for name in _SETS:
        if best := best_of_set(element.get(name) or ""):
            return best
    for value in element.attrib.values():
        if _LOOKS_LIKE_A_PICTURE.match(value) and not _PLACE_HOLDER.search(value[:200]):
            return _short(value)
    return ""


def best_of_set(candidates: str) -> str:
    """The largest address of a ``srcset`` up to ``LARGEST_OF_A_SET`` pixels wide, else the smallest above it."""
    best, best_width = "", -1.0
    for found in _CANDIDATE.finditer(candidates[:20_000]):
        width = float(found[2][:8].strip(".") or 1) if found[2] and found[2].count(".") < 2 else 1.0
        width = width * 800 if found[3] != "w" else width
        is_better = width > best_width if width <= LARGEST_OF_A_SET else best_width < 0 or width < best_width
        if is_better and not found[1].startswith("data:"):
            best, best_width = found[1], width
    return _short(best)


def _from_picture(element: HtmlElement) -> str:
    """The address of a ``source`` beside the element, or around it, where the parser may put it."""
    picture = next(element.iterancestors("picture"), None)
    for source in picture.iter("source") if picture is not None else ():
        if best := best_of_set(source.get("srcset") or source.get("data-srcset") or ""):
            return best
    return ""


def _from_noscript(element: HtmlElement) -> str:
    """The address that the page gives to browsers without scripts, right beside the place holder."""
    parent = element.getparent()
    for near in (element.getnext(), parent.getnext() if parent is not None else None):
        if near is not None and near.tag == "noscript":
            for image in near.iter("img"):
                return _short((image.get("src") or "").strip())
    return ""


def images_without_scripts(noscript: HtmlElement) -> list[HtmlElement]:
    """The images that ``noscript`` shows in the place of a box that only scripts fill.

    None where an image stands beside it: that one is the same. None that count readers: what is to be seen has a
    picture's address, alternative text or a figure around it.
    """
    figure = next(noscript.iterancestors("figure"), None)
    images = list(islice(noscript.iter("img"), _MOST_WITHOUT_SCRIPTS))
    if not images or any(_shows_image(near) for near in (noscript.getprevious(), noscript.getnext(), figure)):
        return []
    return [image for image in images if not is_hidden(image) and (figure is not None or _is_to_be_seen(image))]


def _shows_image(element: HtmlElement | None) -> bool:
    """Whether there is an image in ``element`` for browsers with scripts."""
    if element is None or element.tag == "noscript":
        return False
    images = islice(element.iter("img", "amp-img"), _MOST_WITHOUT_SCRIPTS + 1)
    return any(next(image.iterancestors("noscript"), None) is None for image in images)


def _is_to_be_seen(image: HtmlElement) -> bool:
    return bool(image.get("alt")) or _LOOKS_LIKE_A_PICTURE.match((image.get("src") or "").strip()) is not None
