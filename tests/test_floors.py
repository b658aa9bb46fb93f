"""The house holds: packages import only what lies below them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

VIEWER = Path(__file__).resolve().parent.parent / "viewer"
MODEL = {"model", "paths", "__init__"}
MIDDLE = {"document", "chronology", "stories", "importers", "exporters"}
GATHERING = MODEL | MIDDLE | {"network", "library", "gathering"}
ALLOWED = {
    "model": {"model"},
    "workers": MODEL | {"workers"},
    **{name: MODEL | {name, "workers"} for name in MIDDLE},
    "network": MODEL | {"network"},
    "library": MODEL | MIDDLE | {"workers", "library"},
    "gathering": GATHERING,
    "ui": MODEL | MIDDLE | {"workers", "library", "ui"},
    "cli": GATHERING | {"cli", "app"},
    "app": MODEL | MIDDLE | {"library", "ui", "app", "cli"},
    "paths": set(),
    "__main__": {"cli"},
    "__init__": set(),
}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", sorted(VIEWER.rglob("*.py")), ids=lambda p: str(p.relative_to(VIEWER)))
def test_imports_only_from_its_floor_and_below(path):
    room = path.relative_to(VIEWER).parts[0].removesuffix(".py")
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "viewer" and len(parts) > 1:
            neighbour = "__init__" if parts[1] == "__version__" else parts[1]
            assert neighbour in ALLOWED[room], f"{room} imports {name}"
        if parts[0] in {"PySide6", "shiboken6"}:
            assert room in {"ui", "app"}, f"{room} imports {name}; only ui and app may use Qt"


@pytest.mark.parametrize("path", sorted(VIEWER.rglob("*.py")), ids=lambda p: str(p.relative_to(VIEWER)))
def test_no_name_of_a_module_is_given_twice(path):
    """The second would take the first one's place without a word, as a merge once made it."""
    given = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            given += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            given.append(node.name)
    assert sorted(set(given)) == sorted(given)
