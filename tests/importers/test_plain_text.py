from __future__ import annotations

PAGE = """Skip to main content
Middle East
War
Iraq reinforces its border with Syria as fighting draws near

Published: Friday, November 2, 2018 - 14:30 GMT
By Ada Writer and Bo Reporter in Baghdad
3 min read

Troops, helicopters and armoured cars have moved up to the frontier

AL-QAIM, Iraq (AFP) –

Iraqi troops have reinforced their positions along the border with Syria, fearing that the fighting could spill over.

Helicopters and more *armoured* cars arrived throughout the day, according to General Qassem al-Mohammadi, he_said.

Read more: SDF suspends its operation

A long war

In mid-October, Baghdad and Damascus said that they hoped to revive trade across Bukamal, which lies on the river.

(with reporting from AFP)

Related Articles

- Islamic State strikes back out of a sandstorm
SDF opens its last phase

Back to top
Sport
About us | Contact
"""


def test_a_news_page_is_told_apart(bring_in):
    (article,), problems = bring_in("page.txt", PAGE)
    assert article.title == "Iraq reinforces its border with Syria as fighting draws near"
    assert article.sections == ("Middle East", "War")
    assert (article.published, article.published_from) == ("2018-11-02", "text")
    assert article.authors == ("Ada Writer", "Bo Reporter")
    assert article.description == "Troops, helicopters and armoured cars have moved up to the frontier"
    assert article.credit == "with reporting from AFP"
    assert article.original.data == PAGE.encode()
    assert problems == []


def test_the_text_holds_the_paragraphs_and_nothing_of_the_page(bring_in):
    (article,), _ = bring_in("page.txt", PAGE)
    assert article.markdown.split("\n\n") == [
        "AL-QAIM, Iraq (AFP) – Iraqi troops have reinforced their positions along the border with Syria, "
        "fearing that the fighting could spill over.",
        "Helicopters and more \\*armoured\\* cars arrived throughout the day, according to General Qassem "
        "al-Mohammadi, he\\_said.",
        "## A long war",
        "In mid-October, Baghdad and Damascus said that they hoped to revive trade across Bukamal, which lies on "
        "the river.",
        "## Related articles",
        "- SDF suspends its operation\n- Islamic State strikes back out of a sandstorm\n- SDF opens its last phase",
    ]


def test_a_page_without_empty_lines(bring_in):
    lines = [line for line in PAGE.splitlines() if line]
    (article,), _ = bring_in("page.txt", "\r\n".join(lines))
    assert article.sections == ("Middle East", "War")
    assert article.credit == "with reporting from AFP"
    assert article.markdown.count("\n\n") == 5


def test_wrapped_lines_are_joined_and_verse_is_not(bring_in):
    text = (
        "A note to myself\n\n"
        "I went to the library of Mosul today. It is open again, and the shelves\n"
        "are being filled by people who bring what they had hidden at home for\n"
        "three years. Nobody counts.\n\n"
        "1. The catalogue\n2. The roof\n\nRoses are red\nViolets are blue\nAnd so on\n"
    )
    (article,), _ = bring_in("note.txt", text)
    assert article.title == "A note to myself"
    paragraph, first, second, verse = article.markdown.split("\n\n")
    assert paragraph.endswith(
        "the shelves are being filled by people who bring what they had hidden at home for three years. Nobody counts."
    )
    assert (first, second) == ("1. The catalogue", "2. The roof")
    assert verse == "Roses are red  \nViolets are blue  \nAnd so on"


def test_a_date_of_two_days_is_a_doubt(bring_in):
    (article,), problems = bring_in("a.txt", PAGE.replace("Friday, November 2, 2018", "02/11/2018"))
    assert article.published == ""
    assert "two days" in problems[0].reason


def test_what_was_updated_is_not_when_it_was_published(bring_in):
    dates = "Published 2 November 2018, updated 3 November 2018"
    (article,), _ = bring_in("a.txt", PAGE.replace("Published: Friday, November 2, 2018 - 14:30 GMT", dates))
    assert article.published == "2018-11-02"


def test_a_text_that_is_no_news_page_keeps_every_word(bring_in):
    (article,), _ = bring_in("my-note.txt", "One line")
    assert (article.title, article.markdown) == ("One line", "One line")
    long = "word " * 60
    (article,), _ = bring_in("my-note.txt", f"{long}\n\nBack to the front\n\n{long}")
    assert article.title == "My note"
    assert "Back to the front" in article.markdown


def test_encodings(bring_in):
    assert bring_in("a.txt", "Überall".encode("utf-16-le"))[0][0].title == "Überall"
    assert bring_in("b.txt", "Überall\u202e fällt".encode())[0][0].title == "Überall fällt"
    assert bring_in("c.txt", "Große Fälle überall".encode("cp1252"))[0][0].title == "Große Fälle überall"


def test_ten_megabytes_in_one_paragraph(bring_in):
    (article,), _ = bring_in("a.txt", "a sentence. " * 800_000)
    assert len(article.markdown) > 9_000_000
