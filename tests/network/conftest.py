"""A server of our own for every test of the network."""

import pytest

from tests.loopback import loopback


@pytest.fixture
def server(monkeypatch):
    with loopback(monkeypatch) as made:
        yield made
