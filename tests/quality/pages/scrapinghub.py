"""How well the text of articles is told from the rest of their pages, and how fast, beside bare trafilatura.

    python tests/quality/pages/scrapinghub.py FOLDER [--each]

FOLDER holds ground-truth.json and html/ID.html.gz. The measure is that of article-extraction-benchmark: shingles of
four words, each page counting alike; F1 of the mean precision and recall. Pictures and captions do not count.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from viewer.document import parse
from viewer.importers import read_page
from viewer.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

_PICTURE = re.compile(r"!\[(?:\\.|[^\]\\])*\]\([^)]*\)")
_WORD = re.compile(r"\w+")
_ROUNDS = 3


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def compare(gold: str, found: str) -> tuple[float, float, float]:
    """Shares of what is right, too much and lacking; together 1."""
    wanted, got = shingles(gold), shingles(found)
    right = sum((wanted & got).values())
    too_much, lacking = sum(got.values()) - right, sum(wanted.values()) - right
    total = right + too_much + lacking or 1
    return right / total, too_much / total, lacking / total


def our_text(markdown: str) -> str:
    blocks = parse(_PICTURE.sub("", markdown)).blocks
    return "\n".join(block.text for block in blocks if block.kind is not BlockKind.CAPTION)


def f1(shares: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    right, too_much, lacking = (sum(share[at] for share in shares) for at in range(3))
    precision, recall = right / (right + too_much), right / (right + lacking)
    return 2 * precision * recall / (precision + recall), precision, recall


def seconds(work: Callable[[bytes], object], pages: dict[str, bytes]) -> float:
    begin = time.process_time()
    for page in pages.values():
        work(page)
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="give the shares of every page")
    arguments = parser.parse_args()
    truth = json.loads((arguments.folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((arguments.folder / "html" / f"{name}.html.gz").read_bytes()) for name in truth}
    ours = {
        name: compare(truth[name]["articleBody"], our_text(read_page(page).markdown)) for name, page in pages.items()
    }
    bare = [compare(truth[name]["articleBody"], trafilatura.extract(page) or "") for name, page in pages.items()]
    if arguments.each:
        for name, share in sorted(ours.items(), key=lambda one: one[1][0]):
            print(
                f"{name[:10]} right {share[0]:.3f} too much {share[1]:.3f} lacking {share[2]:.3f}",
                truth[name].get("url"),
            )
    for label, shares in (("read_page", list(ours.values())), ("trafilatura", bare)):
        print(label.ljust(12), "F1 {:.4f}  precision {:.4f}  recall {:.4f}".format(*f1(shares)))
    rounds = [(seconds(trafilatura.extract, pages), seconds(read_page, pages)) for _ in range(_ROUNDS)]
    theirs, mine = (min(one[at] for one in rounds) for at in range(2))
    print(f"{len(pages)} pages: trafilatura {theirs:.2f} s, read_page with metadata and Markdown {mine:.2f} s")
    print(f"speed of bare trafilatura: {theirs / mine:.2f}")


if __name__ == "__main__":
    main()
