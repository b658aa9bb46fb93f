from __future__ import annotations

import subprocess
import sys

import pytest

from viewer import importers


def test_the_names_are_found_and_no_others():
    assert all(callable(getattr(importers, name)) for name in importers.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = importers.no_such_name


def test_the_parsers_are_not_loaded_before_they_are_asked_for():
    slow = ("lxml", "trafilatura", "htmldate")
    code = f"import sys, viewer.importers; print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
