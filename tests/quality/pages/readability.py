"""How much of an article's structure and metadata comes through: pages with the HTML that is to be kept.

    python tests/quality/pages/readability.py FOLDER [--each]

FOLDER holds a folder for each page with source.html, expected.html and expected-metadata.json.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin

from lxml import html
from markdown import Markdown

from viewer.document.prepare import prepare
from viewer.importers import read_page
from viewer.model import DatelineError, ImportedArticle

URL = "http://fakehost/test/page.html"
KINDS = {
    "images": "img",
    "tables": "table",
    "code blocks": "pre",
    "quotes": "blockquote",
    "list items": "li",
    "links": "a",
    "headings": "h1|h2|h3|h4|h5|h6",
}
_ENOUGH_WORDS = 0.8


@dataclass
class Score:
    expected: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)

    def count(self, kind: str, kept: bool, what: str) -> None:
        self.expected[kind] += 1
        self.kept[kind] += kept
        if not kept:
            self.missing.append(f"{kind}: {what[:110]}")


def key(text: str) -> str:
    return "".join(re.findall(r"\w", text.lower()))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def elements(root: html.HtmlElement, kind: str) -> list[html.HtmlElement]:
    return [element for tag in KINDS[kind].split("|") for element in root.iter(tag)]


def content(element: html.HtmlElement, kind: str) -> str:
    if kind == "links":
        return unquote(urljoin(URL, (element.get("href") or "").strip())).rstrip("/")
    if kind == "images":
        return unquote(urljoin(URL, (element.get("src") or "").strip()))
    titles = [image.get("title") or "" for image in element.iter("img")]
    return "\n".join([*element.itertext(), *titles])


def addresses(image: html.HtmlElement) -> list[str]:
    """Every address under which the picture may be had."""
    sets = (image.get("srcset") or image.get("data-srcset") or "").split()
    return [
        unquote(urljoin(URL, one.strip(",")))
        for one in (image.get("src") or "", *sets)
        if "/" in one or one == image.get("src")
    ]


def is_kept(wanted: str, kind: str, found: list[str]) -> bool:
    if kind in {"links", "images"}:
        return wanted in found
    if kind in {"tables", "quotes", "code blocks", "list items"}:
        bag = words(wanted)
        return any(sum((bag & words(one)).values()) >= _ENOUGH_WORDS * sum(bag.values()) for one in found)
    plain = key(wanted)
    return any(plain in one for one in map(key, found))


def score_structure(score: Score, expected: html.HtmlElement, article: ImportedArticle) -> None:
    converter = Markdown(extensions=["tables", "fenced_code", "footnotes", "def_list", "sane_lists"])
    ours = html.fromstring(f"<div>{converter.convert(prepare(article.markdown))}</div>")
    for kind in KINDS:
        found = [content(element, kind) for element in elements(ours, kind)]
        if kind == "images":
            found += [one for one in found if one.startswith("files/")]
            local = sum(1 for element in elements(ours, kind) if (element.get("src") or "").startswith("files/"))
        for element in elements(expected, kind):
            wanted = content(element, kind)
            if kind == "images" and wanted.startswith("data:") and local:
                score.count(kind, True, wanted)
            elif kind == "links" and not element.get("href"):
                continue
            elif kind == "images":
                score.count(kind, any(one in found for one in addresses(element)), wanted)
            elif kind == "links" and wanted.startswith(f"{URL}#"):
                score.count("within page", is_kept(wanted, kind, found), wanted)
            elif kind == "links" or key(wanted):
                score.count(kind, is_kept(wanted, kind, found), wanted)


def score_metadata(score: Score, stated: dict[str, str], article: ImportedArticle) -> None:
    pairs = (
        ("title", stated.get("title"), article.title),
        ("byline", stated.get("byline"), " ".join(article.authors)),
        ("site", stated.get("siteName"), article.site),
        ("language", stated.get("lang"), article.language),
        ("date", stated.get("publishedTime"), article.published),
    )
    for kind, wanted, found in pairs:
        if wanted:
            score.count(kind, same_field(kind, wanted, found), f"{wanted!r} is not {found!r}")


def same_field(kind: str, wanted: str, found: str) -> bool:
    """Alike but for signs; one title or byline may be the other with a site's name or "By" around it."""
    if kind == "date":
        return bool(found) and wanted[:10] == found[:10]
    if kind == "language":
        return wanted.lower()[:2] == found.lower()[:2]
    first, second = key(wanted), key(found)
    return bool(second) and (first == second or (kind in {"title", "byline"} and (first in second or second in first)))


def score_page(folder: Path) -> Score:
    score = Score()
    stated = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
    expected = html.fromstring(f"<div>{(folder / 'expected.html').read_text(encoding='utf-8')}</div>")
    try:
        article = read_page((folder / "source.html").read_bytes(), url=URL, name=folder.name)
    except DatelineError as error:
        print(folder.name, error)
        article = ImportedArticle(title="")
    score_structure(score, expected, article)
    score_metadata(score, stated, article)
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="name what each page lacks")
    arguments = parser.parse_args()
    expected: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    shares: dict[str, list[float]] = {}
    begin = time.process_time()
    for folder in sorted(path.parent for path in arguments.folder.glob("*/source.html")):
        score = score_page(folder)
        expected += score.expected
        kept += score.kept
        for kind, count in score.expected.items():
            shares.setdefault(kind, []).append(score.kept[kind] / count)
        if arguments.each:
            counts = {
                kind: f"{score.kept[kind]}/{count}"
                for kind, count in score.expected.items()
                if count > score.kept[kind]
            }
            print(folder.name, counts, *score.missing[:40], sep="\n    ")
    print(f"{time.process_time() - begin:.1f} s of processor time")
    for kind in (*KINDS, "within page", "title", "byline", "site", "language", "date"):
        if expected[kind]:
            mean = sum(shares[kind]) / len(shares[kind])
            share = kept[kind] / expected[kind]
            print(f"{kind:12} {kept[kind]:5} of {expected[kind]:5}  {share:.1%}  mean of pages {mean:.1%}")


if __name__ == "__main__":
    main()
