import shutil
from pathlib import Path

import viewer
from viewer.library import making


def test_the_key_follows_the_program(tmp_path, monkeypatch):
    package = tmp_path / "viewer"
    shutil.copytree(Path(viewer.__file__).parent / "stories", package / "stories")
    monkeypatch.setattr(viewer, "__file__", str(package / "__init__.py"))

    def key():
        making.made_by.cache_clear()
        return making.made_by()

    before = key()
    assert key() == before
    with (package / "stories" / "words.py").open("a") as file:
        file.write("# changed\n")
    assert key() != before
    making.made_by.cache_clear()
