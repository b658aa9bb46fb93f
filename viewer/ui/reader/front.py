"""What stands before and after an article on its page: section, title, byline, dates; credit, what to read next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextFormat, QTextLength

from viewer.model.date_words import date_words, publication_words
from viewer.ui.words import plural, sentence_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlockFormat

    from viewer.model import Article, RelatedRow
    from viewer.ui.reader.formats import Formats
    from viewer.ui.reader.page import PageBuilder

TOP = "dateline:top"
SECTION = "dateline:section/"
TAG = "dateline:tag/"
ARTICLE = "dateline:article/"
COMPARE = "dateline:compare"
HIGHLIGHTS = "dateline:highlights"
PUBLISHED = "dateline:published"
COMMANDS = {COMPARE: "compare_texts", HIGHLIGHTS: "show_highlights", PUBLISHED: "set_published"}
"""The commands of the window behind some of these links."""
_UNPUBLISHED = "No publication date"


def write_front(
    builder: PageBuilder,
    article: Article,
    notice: str = "",
    beside: Sequence[Sequence[tuple[str, str]]] = (),
) -> None:
    """Write section, title, standfirst, byline and dates; at the right for an article that is read from there.

    ``beside`` are lines that say what other texts there are, as words with the link that they carry, or "".
    """
    formats = builder.formats
    side = _side(formats)
    if article.sections:
        builder.begin(_aligned(formats.paragraph(0, 0.5), side), formats.text(0.76, muted=True))
        small = _small(formats.text(0.76, muted=True))
        for number, section in enumerate(article.sections):
            if number:
                builder.write("  ›  ", small)
            builder.write(section, _small(formats.text(0.76)), SECTION + section)
    title = formats.text(1.9)
    title.setFontWeight(QFont.Weight.DemiBold)
    builder.begin(_tight(formats.paragraph(0, 0.35), 88), title)
    builder.write(article.title, title)
    if article.description:
        standfirst = formats.text(1.1, muted=True)
        builder.begin(_tight(formats.paragraph(0, 0.6)), standfirst)
        builder.write(article.description, standfirst)
    byline = formats.text(0.82, muted=True)
    builder.begin(_aligned(formats.paragraph(0, 0), side), byline)
    for number, part in enumerate(byline_parts(article)):
        builder.write("   ·   " if number else "", byline)
        is_open = part == _UNPUBLISHED  # a link, for much hangs on that day
        builder.write(part, formats.text(0.82) if is_open else byline, PUBLISHED if is_open else "")
    builder.begin(_ruled(formats.paragraph(0, 1.1)), formats.text(0.25))  # of its own: it would touch the letters
    if notice:
        told = formats.text(0.82)
        told.setBackground(formats.style.colors.highlight)
        builder.begin(formats.paragraph(0, 1.0), told)
        builder.write(notice, told)
    for number, line in enumerate(beside, 1):
        builder.begin(_aligned(formats.paragraph(0, 1.0 if number == len(beside) else 0.2), side), formats.text(0.82))
        for text, link in line:
            builder.write(text, formats.text(0.82), link)


def byline_parts(article: Article) -> list[str]:
    """Author, dates and reading time, each as words; what is unknown is left out."""
    parts = []
    if article.authors:
        parts.append("By " + sentence_list(article.authors))
    elif article.site:
        parts.append(article.site)
    clock = f", {article.published_at:%H:%M}" if article.published_at else ""
    published = publication_words(article.published, article.published_in, long=True)
    parts.append(published + clock if published else _UNPUBLISHED)
    if article.updated and article.updated != article.published:
        parts.append(f"updated {date_words(article.updated, long=True)}")
    parts.append(f"{plural(article.minutes, 'minute')} to read")
    return parts


def write_back(builder: PageBuilder, article: Article, related: Sequence[RelatedRow]) -> None:
    """Write the credit, the tags, the related articles and the way back to the top, on the side of the text."""
    formats, side = builder.formats, _side(builder.formats)
    if article.credit:
        credit = formats.italic(formats.text(0.84, muted=True))
        builder.begin(_aligned(formats.paragraph(0.4, 0.6), side), credit)
        builder.write(article.credit[0].upper() + article.credit[1:], credit)
    if article.tags:
        builder.begin(_aligned(formats.paragraph(0.4, 0.6), side), formats.text(0.84, muted=True))
        for number, tag in enumerate(article.tags):
            builder.write("   ·   " if number else "Tags   ", formats.text(0.84, muted=True))
            builder.write(tag, formats.text(0.84), f"{TAG}{tag}")
    if related:
        heading = _small(formats.text(0.76, muted=True))
        builder.begin(_aligned(formats.paragraph(2.0, 0.5), side), heading)
        builder.write("Related in your library", heading)
        for row in related:
            _related(builder, row, side)
    builder.begin(_aligned(formats.paragraph(1.4, 2.0), side), formats.text(0.84))
    builder.write("↑ Back to top", formats.text(0.84), TOP)


def _related(builder: PageBuilder, row: RelatedRow, side: Qt.AlignmentFlag) -> None:
    formats = builder.formats
    builder.begin(_aligned(formats.paragraph(0, 0.0), side), formats.text())
    builder.write(row.title, formats.text(), f"{ARTICLE}{row.id}")
    about = [publication_words(row.published, row.published_in, long=True) or "No date"]
    builder.begin(_aligned(formats.paragraph(0, 0.55), side), formats.text(0.8, muted=True))
    builder.write("  ·  ".join(about + list(row.why[:2])), formats.text(0.8, muted=True))


def _small(char_format: QTextCharFormat) -> QTextCharFormat:
    char_format.setFontCapitalization(QFont.Capitalization.AllUppercase)
    char_format.setFontLetterSpacing(106)
    char_format.setFontWeight(QFont.Weight.DemiBold)
    return char_format


def _tight(block_format: QTextBlockFormat, percent: float = 96) -> QTextBlockFormat:
    block_format.setLineHeight(percent, block_format.LineHeightTypes.ProportionalHeight.value)
    return block_format


def _side(formats: Formats) -> Qt.AlignmentFlag:
    """Where the lines of an article begin, whatever the language of their words."""
    side = Qt.AlignmentFlag.AlignRight if formats.right_to_left else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _aligned(block_format: QTextBlockFormat, side: Qt.AlignmentFlag) -> QTextBlockFormat:
    block_format.setAlignment(side)
    return block_format


def _ruled(block_format: QTextBlockFormat) -> QTextBlockFormat:
    width = QTextLength(QTextLength.Type.PercentageLength, 100)
    block_format.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, width)
    return block_format
