"""What is what in a news page that was saved as text.

Above the text stand section labels, the headline, a byline, the date; below it a credit, "Related Articles" and "Back
to top". All of them are lines without markup, told apart by their form and their place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from viewer.importers.text_blocks import SENTENCE_END, as_markdown, escaped
from viewer.importers.words import one_line, unique
from viewer.importers.written_dates import day_in

_LEFTOVER = re.compile(
    r"(?:back|return|scroll|go) to (?:the )?top|top of (?:the )?page|"
    r"skip to (?:main )?(?:content|navigation)|"
    r"(?:share|tweet|print|e-?mail|save|copy link|listen|menu|"
    r"home|search|subscribe(?: now)?|sign (?:in|up)|log ?in|"
    r"register|follow us|newsletters?|comments?(?: \(\d+\))?|\d+ comments?|facebook|twitter|x|whatsapp|linkedin|reddit|"
    r"telegram|instagram|youtube|close|next|previous|advertisement|advertising|read more|load more|show more|"
    r"play|pause)"
    r"(?: (?:this )?(?:article|story|page|on (?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram)|via e-?mail))?|"
    r"(?:video|photos?|graphics?) by\b.{0,100}|\d+[ -]min(?:ute)?s?(?: read)?|reading time:? .{1,20}|"
    r"(?:we use|this (?:web)?site uses) cookies.{0,200}|"
    r"all rights reserved\.?|(?:terms of use|privacy policy|contact us|about us)(?:\s*[|·•].{0,100})?",
    re.I,
)
_RELATED = re.compile(
    r"(?:related(?: (?:articles?|stories|news|content|topics|coverage|links))?|more on this (?:story|topic)|"
    r"read (?:also|next|more on this)|also read|see also|you (?:may|might) also like|recommended(?: for you)?|"
    r"more (?:stories|news|from .{1,40})|most (?:read|popular))\s*:?",
    re.I,
)
_RELATED_LINE = re.compile(
    r"(?:(?:read|see) (?:also|more)|also read|related|more on this)\s*:\s+(\S.{5,300})|[»►▶→]\s*(\S.{5,300})", re.I
)
_BYLINE = re.compile(r"(?:(?:written |reported |text )?by|von|par|por|بقلم)[ :]+([^\W\d_].{1,150})", re.I)
_UPDATED = re.compile(r"(?:last )?(?:updated?|modified)", re.I)
_DAY = (
    r"\d{1,2}\.?(?:st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?\d{4}|"
    r"[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
)
_DATE_LINE = re.compile(
    r"(?:(?:first |date )?(?:published|posted|issued|created|date|modified)|(?:last )?updated?).{0,80}\d{4}.{0,40}|"
    rf"(?:[^\W\d_]{{2,10}}\.?,?\s+)?(?:{_DAY})(?:\W{{0,4}}(?:at\s+|T)?\d{{1,2}}[:.h]\d{{2}}.{{0,20}})?",
    re.I,
)
_AGENCIES = (
    "afp|ap|reuters|dpa|efe|ansa|tass|xinhua|upi|bbc|kyodo|pti|ians|france 24|agence france-presse|"
    "associated press|staff|agencies"
)
_CREDIT = re.compile(
    r"\(?(?:(?:.{0,40}\b)?with (?:additional )?(?:reporting|input|material|files?) (?:from|by)\b.{1,150}|"
    r"(?:additional )?(?:reporting|editing|writing|translat(?:ed|ion)|edited|sources?|photos?|photograph) ?(?:by\b|:)"
    rf".{{1,200}}|[\w ]{{0,20}}\bwith (?:{_AGENCIES})\b.{{0,60}}|©.{{1,120}}|copyright\b.{{1,120}})\)?|"
    rf"\((?:{_AGENCIES})(?:[/, ].{{0,60}})?\)|(?:afp|ap|reuters|dpa)(?:/\w+)*",
    re.I,
)
_DATELINE = re.compile(
    r"[^\W\d_][\w' .,/-]{1,60}(?:\s*\([^()]{2,40}\))+\s*[-–—:]?|[^\W\da-z_][^\Wa-z]{2,30}(?:, [\w. ]{2,30})?\s*[-–—]"
)
ALONE = re.compile(
    rf"(?:{_LEFTOVER.pattern}|{_RELATED.pattern}|{_BYLINE.pattern}|{_DATE_LINE.pattern}|{_CREDIT.pattern})\s*$", re.I
)
LONGEST_LABEL = 40
LONGEST_HEADLINE = 250
LONGEST_HEAD = 30
LONGEST_FORM = 400


@dataclass(slots=True)
class NewsText:
    """The parts of the page. ``body`` is Markdown, a block each; ``related`` are headlines of other articles."""

    headline: str = ""
    sections: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    description: str = ""
    credit: str = ""
    body: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        """The article as Markdown, the headlines of related articles as a list at its end."""
        parts = list(self.body)
        if self.related:
            parts += ["## Related articles", "\n".join(f"- {escaped(title)}" for title in self.related)]
        return "\n\n".join(parts)


def sort_out(blocks: list[str]) -> NewsText:
    """Every block of a page as what it is. Never raises; of a text that is no news page the first line is the title."""
    news = NewsText()
    begin = next((number for number, block in enumerate(blocks[:LONGEST_HEAD]) if is_paragraph(block)), None)
    if begin is None:
        begin = 1 if len(blocks) > 1 and "\n" not in blocks[0] else 0
        begin = max(begin, _plain_head(blocks))
    _sort_head(news, blocks[:begin])
    _sort_body(news, blocks[begin:])
    return news


def _plain_head(blocks: list[str]) -> int:
    """How many blocks at the begin of a text without paragraphs are lines of a head."""
    return next((number for number, block in enumerate(blocks[:LONGEST_HEAD]) if not ALONE.fullmatch(block)), 0)


def is_paragraph(block: str) -> bool:
    """Whether a block is running text: sentences, and not a line of a head or a foot."""
    if "\n" in block or (len(block) <= LONGEST_FORM and ALONE.fullmatch(block)):
        return False
    words = block.count(" ") + 1
    return (words >= 12 and bool(SENTENCE_END.search(block))) or words >= 40


def _sort_head(news: NewsText, blocks: list[str]) -> None:
    lines: list[str] = []
    for block in blocks:
        pieces = re.split(r"\s+[|•·]\s+", block) if len(block) < LONGEST_HEADLINE else [block]
        lines += [piece for piece in pieces if not _take_head_line(news, piece)]
    _take_headline(news, lines)


def _take_head_line(news: NewsText, line: str) -> bool:
    """Take a date, a byline, a leftover or a trail of sections; False for what may be a label or the headline."""
    if _LEFTOVER.fullmatch(line):
        return True
    if _DATE_LINE.fullmatch(line):
        _take_date(news, line)
        return True
    if byline := _BYLINE.fullmatch(line):
        news.authors = unique([*news.authors, *_people(byline[1])])
        return True
    if " > " in line or " › " in line or " » " in line:
        trail = [part for part in re.split(r"\s[>›»]\s", line) if not _LEFTOVER.fullmatch(part.strip())]
        news.sections = unique([*news.sections, *(part for part in trail if len(part) <= LONGEST_LABEL)])
        return True
    return False


def _take_date(news: NewsText, line: str) -> None:
    if news.published and _UPDATED.match(line):
        return
    # A line with both dates names the publication first or says which one is which.
    parts = re.split(r"(?=\b(?:last )?(?:updated|modified)\b)", line, flags=re.I)
    day, doubt = day_in(next((part for part in parts if part.strip()), line))
    news.published = day or news.published
    if doubt:
        news.doubts.append(doubt)


def _people(text: str) -> list[str]:
    """The names of a byline: "Ada Writer and Bo Reporter in Baghdad" are two."""
    without_date = re.split(r"\s+[-–—]\s+|,\s+\d|\s+(?:in|for|at)\s+", text, maxsplit=1)[0]
    return re.split(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*", without_date.rstrip(" ."))


def _take_headline(news: NewsText, lines: list[str]) -> None:
    """The headline is the first line longer than a label; the labels stand above it, a summary below it."""
    if not lines:
        return
    at = next((number for number, line in enumerate(lines) if not _is_label(line)), None)
    if at is None:
        at = len(lines) - 1
    news.headline = one_line(lines[at])
    news.sections = unique([*news.sections, *_labels(lines[:at])])
    rest = lines[at + 1 :]
    if rest and _DATELINE.fullmatch(rest[-1]):
        news.body.append(as_markdown(rest.pop()))
    news.sections = unique([*news.sections, *(line for line in rest if _is_label(line))])
    news.description = " ".join(one_line(line) for line in rest if not _is_label(line))


def _labels(lines: list[str]) -> list[str]:
    return [part for line in lines for part in re.split(r"\s*[|/•·]\s*", line)]


def _is_label(line: str) -> bool:
    """Whether a line has the form of a section label: at most four short words and no sentence."""
    return len(line) <= LONGEST_LABEL and line.count(" ") < 4 and ":" not in line and not SENTENCE_END.search(line)


def _sort_body(news: NewsText, blocks: list[str]) -> None:
    in_related = after_top = False
    last = max((number for number, block in enumerate(blocks) if is_paragraph(block)), default=-1)
    for number, block in enumerate(blocks):
        if _RELATED.fullmatch(block):
            in_related, after_top = True, False
        elif _LEFTOVER.fullmatch(block):
            after_top = after_top or "top" in block.lower()
        elif _take_foot(news, block, number > last):
            continue
        elif is_paragraph(block) or not (in_related or after_top):
            in_related = after_top = False
            _add(news, block, blocks[number + 1] if number + 1 < len(blocks) else "")
        elif in_related and not after_top:
            news.related.append(one_line(block.lstrip("-•*–> ")))


def _take_foot(news: NewsText, block: str, below: bool) -> bool:
    """Take a credit below the text, or a line that points to another article anywhere."""
    if below and _CREDIT.fullmatch(block):
        credit = block[1:-1] if block.startswith("(") and block.endswith(")") else block
        news.credit = "; ".join(filter(None, [news.credit, one_line(credit)]))
        return True
    if pointer := _RELATED_LINE.fullmatch(block):
        news.related.append(one_line(pointer[1] or pointer[2]))
        return True
    return False


def _add(news: NewsText, block: str, after: str) -> None:
    """A block of the text: a dateline on a line of its own goes before its paragraph, a short line may be a heading."""
    written = as_markdown(block)
    if len(news.body) == 1 and _DATELINE.fullmatch(news.body[0]) and is_paragraph(block):
        news.body[0] = f"{news.body[0]} {written}"
    elif _is_heading(block) and is_paragraph(after) and news.body:
        news.body.append(f"## {escaped(block)}")
    else:
        news.body.append(written)


def _is_heading(block: str) -> bool:
    short = len(block) <= 80 and "\n" not in block and block.count(" ") < 10
    return short and not SENTENCE_END.search(block) and block[:1].isalnum() and block[-1] not in ",;:"
