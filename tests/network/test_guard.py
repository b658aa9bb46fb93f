"""Which addresses belong to the reader's own network."""

import pytest

from viewer.network.guard import is_home


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "100.64.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:192.168.1.1",
        "2002:7f00:1::",
    ],
)
def test_home(ip):
    assert is_home(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_the_web(ip):
    assert not is_home(ip)
