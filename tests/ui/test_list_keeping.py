"""Writing the list that a dialog shows."""

from viewer.ui.list_keeping import keep_list


def test_a_list_is_written_or_why_not_is_said(tmp_path):
    assert keep_list(str(tmp_path / "a.txt"), ["one", "two\udcff"]) == f"The list was written to {tmp_path / 'a.txt'}."
    assert (tmp_path / "a.txt").read_text() == "one\ntwo?\n"
    assert "Choose another place" in keep_list(str(tmp_path / "nowhere" / "a.txt"), ["one"])
