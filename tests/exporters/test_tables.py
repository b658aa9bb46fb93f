from viewer.exporters.tables import csv_text


def test_what_a_spreadsheet_would_run_is_made_inert():
    rows = [{"a": "=1+1", "b": "-43"}, {"a": '@x, "y"', "b": "-x"}, {"b": "+1"}]
    assert csv_text(["a", "b"], rows) == 'a,b\r\n\'=1+1,-43\r\n"\'@x, ""y""",\'-x\r\n,\'+1\r\n'
