from viewer.library.identity import first_id


def test_the_same_path_gives_the_same_id_of_52_bits():
    ids = {first_id(f"folder/{number}.md", lambda _: False) for number in range(2000)}
    assert len(ids) == 2000
    assert all(0 < id < 2**52 for id in ids)
    assert first_id("a.md", lambda _: False) == first_id("a.md", lambda _: False)


def test_a_taken_id_is_never_given_twice():
    taken = {first_id("a.md", lambda _: False)}
    second = first_id("a.md", taken.__contains__)
    assert second not in taken
    assert second == first_id("a.md", taken.__contains__)


def test_a_name_that_is_no_unicode_has_an_id_too():
    assert first_id("a\udcff.md", lambda _: False) > 0
