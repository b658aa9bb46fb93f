"""What changes in a file when another text takes the place of its own: links and a few keys, nothing else."""

from datetime import date
from pathlib import PurePosixPath

from viewer.library.exchanging import free_name, merged_header, moved_in, moved_out
from viewer.library.versions import Version


def test_links_go_on_leading_where_they_led():
    body = (
        "[a](b.md) ![c](<d e.png>) [f](https://x.example/y) [g](#h) [i](/j) [k](mailto:l)\n"
        '[m]: n.md "o"\n[^1]: A note.\n<img src="p.png">\n[q](../r.md)\n'
    )
    inner = moved_in(body)
    assert "[a](../b.md) ![c](<../d e.png>) [f](https://x.example/y) [g](#h) [i](/j) [k](mailto:l)" in inner
    assert '[m]: ../n.md "o"\n[^1]: A note.\n<img src="../p.png">\n[q](../../r.md)' in inner
    assert moved_out(inner, "A b.versions") == body
    assert moved_out("![x](2018-11-03.files/x.png)", "A b.versions") == "![x](A%20b.versions/2018-11-03.files/x.png)"


def test_front_matter_keeps_every_other_byte():
    present = "---\ntitle:   Mine  # so\nmood: [calm]\nupdated: 2019-01-01\ntags:\n  - a\n\n  - b\nlast: 1\n---\nText."
    other = "---\ntitle: Other\npublished: 2018-11-02\ntags:\n  - c\n---\n\nText."
    merged = merged_header(present, other)
    assert merged == "---\ntitle: Other\nmood: [calm]\ntags:\n  - a\n\n  - b\nlast: 1\npublished: 2018-11-02\n---\n"
    assert merged_header("Text only.", other) == "---\ntitle: Other\npublished: 2018-11-02\n---\n"
    between_rules = "---\nSome words, which are no keys.\n---\nMore of them."
    assert merged_header(between_rules, other) == merged_header("Text only.", other)
    assert merged_header("---\r\ntitle: Mine\r\n---\r\nText.", other) == "---\r\ntitle: Mine\r\n---\r\n"
    assert merged_header("+++\ntitle = 'Mine'\n+++\nText.", other) == "+++\ntitle = 'Mine'\n+++\n"


def test_a_name_that_no_version_has():
    day = date(2018, 11, 3)
    taken = tuple(Version(name, PurePosixPath(f"{name}.md"), day) for name in ("2018-11-03", "2018-11-03 2"))
    assert free_name((), day) == "2018-11-03"
    assert free_name(taken, day) == "2018-11-03 3"
