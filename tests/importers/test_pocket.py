from __future__ import annotations

from datetime import UTC, datetime

HEADER = "title,url,time_added,tags,status\n"
PAGE = """<!DOCTYPE html><html><head><meta charset="UTF-8"><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://news.example/a?x=1&amp;y=2" time_added="1541151000" tags="syria,iraq">
Troops &amp; the border</a></li>
<li><a href="https://news.example/b" time_added="1541151001" tags="">https://news.example/b</a>
</ul><h1>Read Archive</h1><ul>
<li><a href="https://news.example/c" time_added="1541151002" tags="war">Never closed
<li><a href="javascript:alert(1)" time_added="1541151003" tags="">Bad</a></li>
</ul></body></html>"""


def test_every_field_of_the_table_arrives(bring_in):
    row = "Troops,https://news.example/a,1541151000,syria|middle east,archive\n"
    (article,), problems = bring_in("part_000000.csv", HEADER + row)
    assert (article.title, article.url) == ("Troops", "https://news.example/a")
    assert article.tags == ("syria", "middle east")
    assert article.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert article.archived
    assert article.read
    assert article.item == "part_000000.csv, row 2"
    assert problems == []


def test_columns_are_found_by_name_and_others_do_not_matter(bring_in):
    table = "url,extra,status,title,tags,time_added\nhttps://a.example/x,?,unread,T,a|b,1541151000,more\n"
    (article,), _ = bring_in("part_000000.csv", "\ufeff" + table)
    assert (article.title, article.tags, article.read, article.archived) == ("T", ("a", "b"), False, False)
    assert article.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)


def test_a_title_may_be_the_address_or_hold_line_breaks(bring_in):
    rows = (
        "https://a.example/2018/hajin-falls.html,https://a.example/2018/hajin-falls.html,1,,unread\n"
        '"One\ntwo \u202ethree",https://a.example/2,1541151000,,unread\n'
        ",https://a.example/,1541151000,,unread\n"
    )
    articles, _ = bring_in("part_000000.csv", HEADER + rows)
    assert [article.title for article in articles] == ["Hajin falls", "One two three", "a.example"]


def test_a_bad_row_is_named_and_the_others_come(bring_in):
    rows = (
        "No address,,1541151000,,unread\nBad,javascript:alert(1),1,,unread\n\n"
        "Odd time,https://a.example/1,soon,,unread\nGood,https://a.example/2,1541151000,,unread\n"
    )
    articles, problems = bring_in("part_000000.csv", HEADER + rows)
    assert [article.title for article in articles] == ["Odd time", "Good"]
    assert articles[0].saved is None
    assert [problem.item.rpartition(" ")[2] for problem in problems] == ["2", "3", "5"]
    assert "javascript:alert(1)" in problems[1].reason
    assert "soon" in problems[2].reason


def test_all_tables_of_the_zip_are_read(bring_in, zipped):
    row = "{0},https://a.example/{0},1541151000,,unread\n"
    entries = {f"part_00000{n}.csv": HEADER + row.format(n) for n in range(3)}
    articles, problems = bring_in("pocket.zip", zipped(entries | {"../../evil.csv": HEADER + row.format(9)}))
    assert [article.title for article in articles] == ["0", "1", "2", "9"]
    assert articles[1].item == "part_000001.csv, row 2"
    assert problems == []


def test_every_field_of_the_page_arrives(bring_in):
    articles, problems = bring_in("ril_export.html", PAGE)
    first, second, third = articles
    assert (first.title, first.url) == ("Troops & the border", "https://news.example/a?x=1&y=2")
    assert first.tags == ("syria", "iraq")
    assert first.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert [article.archived for article in articles] == [False, False, True]
    assert [article.read for article in articles] == [False, False, True]
    assert (second.title, second.tags) == ("news.example", ())
    assert (third.title, third.tags) == ("Never closed", ("war",))
    assert "javascript" in problems[0].reason


def test_a_page_that_is_cut_off_gives_what_is_there(bring_in):
    articles, _ = bring_in("ril_export.html", PAGE[: PAGE.index("Troops &amp;") + 8])
    assert [article.title for article in articles] == ["Troops &"]
