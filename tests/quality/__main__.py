"""``make quality``: a table of how right the dates and events are, on our own corpora.

usage: python -m tests.quality [FOLDER]

FOLDER, or the environment variable DATELINE_DATA, may name a folder with labelled data that is not part of the
project (TimeML files, recogniser specifications); its figures are added.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.quality.events import score as events
from tests.quality.timex import recognizers
from tests.quality.timex import score as timex


def main(arguments: list[str]) -> None:
    """Print the table."""
    given = arguments[0] if arguments else os.environ.get("DATELINE_DATA", "")
    data = Path(given) if given else None
    print("Temporal expressions")
    print("\n".join(timex.table(data)))
    for folder in sorted({path.parent for path in data.rglob("DateParser.json")}) if data else []:
        recognizers.main([str(folder)])
    print("\nEvents")
    print("\n".join(events.table()))


if __name__ == "__main__":
    main(sys.argv[1:])
