from __future__ import annotations

import pytest
from builders import prose, root_of

from viewer.importers.visible_dates import publication_day, visible_day

DAY = "2019-11-05"


def below_heading(inner: str, after: str = "") -> str:
    return f"<h1>The bridge is shut</h1>{inner}<p>{prose()}</p><p>{prose(2)}</p>{after}"


@pytest.mark.parametrize(
    "head",
    [
        "<div class=fecha>5 de noviembre de 2019</div>",
        "<p class=data>5 novembre 2019</p>",
        "<div class='article__date'>5 ноября 2019, 17:45</div>",
        "<p class=date>2019年11月5日 18時30分</p>",
        "<p>Posted on Nov. 5, 2019 at 3:12 p.m.</p>",
        "<p><b>Published:</b> 5 November 2019</p>",
        "<p class=topline>Erstellt: 05.11.2019 19:55 Uhr | Aktualisiert: 06.11.2019 08:10 Uhr</p>",
        "<p class=meta>Last updated: 6 December 2019. First published: 5 November 2019</p>",
        "<div><span>By Ada Writer</span> <time>Tuesday, 5 November 2019</time></div>",
        "<table><tr><td><font>By Ada Writer<br>Tuesday, 5 November 2019</font></td></tr></table>",
        "<footer class=node__meta>Submitted by Ada Writer on Tue, 11/05/2019 - 21:14</footer>",
    ],
)
def test_a_day_that_the_head_of_the_article_shows(head):
    assert visible_day(root_of(below_heading(head)), "") == (DAY, "")


@pytest.mark.parametrize(
    "other",
    [
        f"<p>On 5 November 2019 it rained. {prose()}</p>",
        f"<p>On <span class=date>5 November 2019</span> it rained. {prose()}</p>",
        "<p>On 5 November 2019 it rained.</p>",
        "<p class=event-date>5 November 2019</p>",
        "<p class=current-date>5 November 2019</p>",
        "<p>Released 5 November 2019</p>",
        "<table class=infobox><tr><th>Date</th><td class=data>5 November 2019</td></tr></table>",
        "<table><tr><th>Flood</th></tr><tr><td class=date>5 November 2019</td></tr></table>",
        "<aside><span class=date>5 November 2019</span></aside>",
        "<div class=related><span class=date>5 November 2019</span></div>",
        "<div class=date-modified>5 November 2019</div>",
        "<div class=meta>5 November 2019 (updated)</div>",
        "<div class=comment>Posted on 5 November 2019</div>",
    ],
)
def test_days_of_the_story_of_others_and_of_changes_are_not_read(other):
    assert visible_day(root_of(below_heading(other)), "") == ("", "")


def test_below_the_article_a_day_must_say_what_it_is():
    far = "".join(f"<p>{prose(number)}</p>" for number in range(12))
    assert visible_day(root_of(below_heading(far, "<p class=date>5 November 2019</p>")), "") == ("", "")
    assert visible_day(root_of(below_heading(far, "<p>First published 5 November 2019</p>")), "") == (DAY, "")
    two = "<p>Published 5 November 2019</p><p>Published 6 November 2019</p>"
    assert visible_day(root_of(below_heading(far, two)), "") == ("", "")


def test_a_day_that_may_be_two_is_a_doubt():
    day, doubt = visible_day(root_of(below_heading("<p class=date>05/11/2019</p>")), "en")
    assert day == ""
    assert doubt


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("5 November 2019, updated 6 November 2019", DAY),
        ("Updated 6 November 2019", ""),
        ("Publié le 5 novembre 2019 à 13h02, modifié le 6 novembre 2019", DAY),
        ("2019年11月6日 更新", ""),
    ],
)
def test_of_two_days_that_of_publication_counts(line, day):
    assert publication_day(line, "") == (day, "")
