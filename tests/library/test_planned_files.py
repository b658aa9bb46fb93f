"""What a trial would have written."""

from contextlib import closing

from viewer.library.planned_files import PlannedFiles


def test_contents_are_given_back_the_last_of_each_path():
    with closing(PlannedFiles()) as planned:
        planned.put("a.md", b"first", ["a.files/one.png", "a.original.html"])
        planned.put("b.md", "zweite é".encode())
        planned.put("a.md", b"third, longer")
        assert planned.get("a.md") == b"third, longer"
        assert planned.get("b.md") == "zweite é".encode()
        assert planned.get("c.md") is None
        assert [name in planned for name in ("a.md", "a.files", "a.original.html", "b.files")] == [True] * 3 + [False]


def test_much_of_it_is_given_back_too():
    with closing(PlannedFiles()) as planned:
        for number in range(20):
            planned.put(f"{number}.md", bytes([number]) * 1_000_000)
        assert planned.get("7.md") == bytes([7]) * 1_000_000
