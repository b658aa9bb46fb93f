from viewer.library import Changes


def test_changes_are_true_where_anything_changed():
    assert not Changes()
    assert not Changes(cancelled=True, elsewhere=True)
    assert Changes(added=(1,))
    assert Changes(status=(1,))
