from viewer.exporters.wording import doubts


def test_every_kind_of_date_in_words(timeline):
    assert {entry.event.label: entry.when for entry in timeline.entries} == {
        "A day": "1 Nov 2018",
        "A time": "1 Nov 2018, 20:10",
        "A month": "Feb 2017",
        "A year": "2016",
        "A span": "26–28 Oct 2018",
        "About": "c. 11–20 Oct 2018",
        "A summer": "summer 2018",
        "A conflict": "1 or 2 Nov 2018",
        "Until": "until 1 Nov 2018",
        "Since": "since 1 Nov 2018",
        "Long ago": "12 Mar 44 BC",
        "Undated <one>; =two": "no date given",
    }


def test_what_is_in_doubt_is_said(timeline):
    found = {entry.event.label: doubts(entry.event) for entry in timeline.entries}
    assert found["A day"] == found["A month"] == found["A span"] == ()
    assert found["A conflict"] == ("The 2nd was a Friday.",)
    assert found["A year"] == ("planned or hoped for, not reported as done",)
    assert found["About"] == ("the date is approximate",)
    assert found["Until"] == ("only one end of the time is known",)
