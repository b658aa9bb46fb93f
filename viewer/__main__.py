"""``python -m viewer`` is the same program as ``dateline``."""

from viewer.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
