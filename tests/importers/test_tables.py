from __future__ import annotations

from viewer.importers.sources import bytes_source
from viewer.importers.tables import Row, columns, rows

HEADER = "a,b,c,d\n"


def fields(text, delimiter=","):
    return [list(row.fields.values())[::-1] for row in rows(bytes_source("x.csv", text.encode()), delimiter)]


def test_rows_by_the_names_of_their_columns():
    (row,) = rows(bytes_source("x.csv", "\ufeff A ;b;a\r\n1;2;3\r\n".encode()), ";")
    assert row == Row("x.csv, row 2", {"a": "1", "b": "2"})
    assert row.get("nothing") == ""


def test_an_open_quotation_mark_does_not_take_the_next_rows():
    text = HEADER + '"1,2,3,4\n5,6,7,8\n9,"x\ny",11,12\n13,"14,15,16\n17,18,19,20\n'
    assert fields(text) == [
        ['"1', "2", "3", "4"],
        ["5", "6", "7", "8"],
        ["9", "x\ny", "11", "12"],
        ["13", '"14', "15", "16"],
        ["17", "18", "19", "20"],
    ]


def test_cells_of_several_lines_and_a_missing_last_cell():
    assert fields(HEADER + '"1\n1",2,3\n1,2,3,4,5\n\n') == [["1\n1", "2", "3", ""], ["1", "2", "3", "4"]]


def test_many_open_quotation_marks_end_with_a_problem():
    *_, last = rows(bytes_source("x.csv", (HEADER + '"1,2\n' * 1001).encode()))
    assert "not closed" in last.reason


def test_columns():
    assert columns('\ufeffURL, "Title" ,x\nrest') >= {"url", "x"}
    assert columns("") == frozenset()
