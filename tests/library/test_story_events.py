import pytest

from viewer.model import UsageError


@pytest.fixture
def story(library):
    library.make_story("The border", library.ids())
    return library


def test_the_timeline_of_a_story_has_what_all_its_articles_report(story):
    events = story.story_timeline("The border")
    reports = [told for one in events for told in one.reports]
    assert {told.title for told in reports} >= {"Troops at the border", "What came before"}
    assert all(told.text for told in reports)
    days = [one.event.begin for one in events if one.event.begin]
    assert days == sorted(days)


def test_what_is_in_the_trash_is_not_told(story):
    border = story.find("border.md")
    story.trash([border])
    assert all(told.article != border for one in story.story_timeline("The border") for told in one.reports)


def test_an_article_whose_file_has_gone_is_left_out(story, folder):
    (folder / "border.md").unlink()
    assert {told.title for one in story.story_timeline("The border") for told in one.reports} >= {"What came before"}


def test_a_story_that_is_not_there_is_said(library):
    with pytest.raises(UsageError, match="no story “None”"):
        library.story_timeline("None")
