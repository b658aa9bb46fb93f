"""Fetching from a real server on this machine, that behaves well or badly."""

from __future__ import annotations

import socket
import zlib

import pytest

from viewer.network import Fault, Fetcher, FetchError, Limits, Wish
from viewer.network.fetching import media_type, retry_after

AMPLE = Limits(1_000_000)
IMPATIENT = Limits(1_000_000, silence=0.3, deadline=0.6)


def fetch(server, path="/", **more):
    return Fetcher().fetch(Wish(server.address(path), limits=more.pop("limits", AMPLE), **more))


def fault(server, path="/", **more):
    with pytest.raises(FetchError) as caught:
        fetch(server, path, **more)
    return caught.value


def test_an_answer_with_what_the_server_says_of_it(server):
    server.give("/a?b=1", "<p>Ünd</p>".encode("latin-1"), "text/HTML; Charset=ISO-8859-1", ETag='"x"')
    found = fetch(server, "/a?b=1")
    assert (found.data, found.kind, found.charset, found.etag) == (
        b"<p>\xdcnd</p>",
        "text/html",
        "ISO-8859-1",
        '"x"',
    )
    assert found.address == server.address("/a?b=1")
    assert (found.moved_to, found.at_home) == ("", True)


def test_the_program_says_what_it_is_and_nothing_of_its_reader(server):
    server.give("/", "x")
    fetch(server)
    headers = {name.lower(): value for name, value in server.asked[0][1].items()}
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert headers["user-agent"].startswith("Dateline/")


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", lambda data: zlib.compress(data, wbits=31)),
        ("x-gzip", lambda data: zlib.compress(data[:5], wbits=31) + zlib.compress(data[5:], wbits=31)),
        ("deflate", lambda data: zlib.compress(data)),
        ("deflate", lambda data: zlib.compress(data, wbits=-15)),
        ("identity", lambda data: data),
    ],
)
def test_a_packed_answer_is_unpacked(server, packing, pack):
    text = b"The water rose. " * 5_000
    server.give("/", pack(text), Content_Encoding=packing)
    assert fetch(server).data == text


def test_a_bomb_is_refused_before_it_is_unpacked(server):
    server.give("/", zlib.compress(bytes(60_000_000), wbits=31), Content_Encoding="gzip")
    found = fault(server, limits=Limits(1_000_000))
    assert found.fault is Fault.SIZE
    assert "larger than 1 MB" in str(found)


def test_an_unknown_packing_and_a_broken_one(server):
    server.give("/br", b"xx", Content_Encoding="br")
    server.give("/bad", b"no gzip at all", Content_Encoding="gzip")
    server.give("/cut", zlib.compress(b"x" * 9_999, wbits=31)[:-20], Content_Encoding="gzip")
    assert "packed as “br”" in str(fault(server, "/br"))
    assert fault(server, "/bad").fault is Fault.DAMAGED
    assert "cut short" in str(fault(server, "/cut"))


# Redirects


def test_redirects_are_followed_to_the_end(server):
    server.lead("/a", "/b?x=1#part", 302)
    server.lead("/b?x=1", "c/", 307)
    server.give("/c/", "here")
    found = fetch(server, "/a")
    assert (found.data, found.address, found.moved_to) == (b"here", server.address("/c/"), "")


def test_only_what_moved_for_good_from_the_beginning_is_a_new_address(server):
    server.lead("/a", "/b", 301)
    server.lead("/b", "/c", 308)
    server.lead("/c", "/d", 302)
    server.lead("/d", "/e", 301)
    server.give("/e", "here")
    assert fetch(server, "/a").moved_to == server.address("/c")


def test_a_circle_and_a_way_without_an_end(server):
    server.lead("/a", "/b")
    server.lead("/b", "/a")
    for number in range(30):
        server.lead(f"/{number}", f"/{number + 1}")
    assert fault(server, "/a").fault is Fault.REDIRECTS
    assert fault(server, "/0").fault is Fault.REDIRECTS
    assert len(server.asked) < 15


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://x.example/a", "javascript:1", "http://[bad", "data:,x"])
def test_a_redirect_leads_to_the_web_or_nowhere(server, place):
    server.lead("/", place)
    found = fault(server)
    assert found.fault is Fault.FORBIDDEN
    assert server.address("/") in str(found)


def test_nothing_of_the_web_leads_into_the_network_of_the_reader(server):
    server.give("/", "secret")
    found = fault(server, from_home=False)
    assert found.fault is Fault.FORBIDDEN
    assert "own network" in str(found)
    assert server.asked == []


def test_what_began_at_home_may_lead_on_there(server):
    server.lead("/a", server.address("/b").replace("127.0.0.1", "localhost"))
    server.give("/b", "here")
    found = fetch(server, "/a")
    assert found.data == b"here"
    assert found.at_home


# Conditions


def test_nothing_is_sent_again_where_nothing_changed(server):
    server.answers["/"] = (304, {"ETag": '"2"', "Content-Length": None}, b"")
    found = fetch(server, etag='"1"', modified="Thu, 01 Nov 2018 10:00:00 GMT")
    assert (found.unchanged, found.etag, found.modified) == (True, '"2"', "Thu, 01 Nov 2018 10:00:00 GMT")
    headers = server.asked[0][1]
    assert headers["If-None-Match"] == '"1"'
    assert headers["If-Modified-Since"] == "Thu, 01 Nov 2018 10:00:00 GMT"


def test_not_modified_without_a_condition_is_a_fault(server):
    server.answers["/"] = (304, {"Content-Length": None}, b"")
    assert fault(server).status == 304


def test_a_condition_with_line_breaks_is_not_sent(server):
    server.give("/", "x")
    assert fetch(server, etag='"1"\r\nX: y').data == b"x"
    assert "If-None-Match" not in server.asked[0][1]


# Faults, each with a sentence


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (401, Fault.STATUS, "signed in"),
        (403, Fault.STATUS, "save the page"),
        (404, Fault.STATUS, "Check the address"),
        (410, Fault.GONE, "for good"),
        (418, Fault.STATUS, "status 418"),
        (429, Fault.BUSY, "in 2 minutes"),
        (500, Fault.BUSY, "fault of its own"),
        (503, Fault.BUSY, "in 2 minutes"),
    ],
)
def test_an_answer_that_is_no_success_says_what_to_do(server, status, kind, words):
    server.answers["/"] = (status, {"Retry-After": "120"}, b"sorry")
    found = fault(server)
    assert (found.fault, found.status) == (kind, status)
    assert words in str(found)
    assert server.address("/") in str(found)
    assert found.retry_after == (120 if kind is Fault.BUSY else 0)


def test_a_name_that_nobody_has(server):
    with pytest.raises(FetchError, match=r"No machine by the name of nowhere\.example") as caught:
        Fetcher().fetch(Wish("nowhere.example/x"))
    assert caught.value.fault is Fault.NAME


def test_a_port_where_nobody_listens(server):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(FetchError, match="could not be reached"):
            Fetcher().fetch(Wish(f"http://127.0.0.1:{taken.getsockname()[1]}/"))


def test_encryption_that_is_none(server):
    address = server.address("/").replace("http:", "https:")
    with pytest.raises(FetchError, match="could not prove that it is") as caught:
        Fetcher().fetch(Wish(address, limits=AMPLE))
    assert caught.value.fault is Fault.CERTIFICATE


@pytest.mark.parametrize("kind", ["video/mp4", "audio/mpeg"])
def test_a_film_or_a_sound_is_no_page(server, kind):
    server.give("/", b"x", kind)
    assert fault(server).fault is Fault.KIND


def test_a_server_that_never_answers(server):
    server.answers["/"] = lambda handler: server.ended.wait()
    assert fault(server, limits=IMPATIENT).fault is Fault.TIME


def drip(server, before):
    """One byte at a time, each before silence becomes too long."""

    def answer(handler):
        handler.wfile.write(before)
        while not server.ended.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    return answer


@pytest.mark.parametrize(
    "before",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
    ],
)
def test_a_server_that_drips_is_left_at_the_deadline(server, before):
    server.answers["/"] = drip(server, before)
    assert fault(server, limits=IMPATIENT).fault is Fault.TIME


def test_a_body_without_an_end(server):
    def answer(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not server.ended.is_set():
            handler.wfile.write(b"and on and on " * 4_000)

    server.answers["/"] = answer
    assert fault(server, limits=Limits(300_000)).fault is Fault.SIZE


def test_chunks_without_an_end(server):
    def answer(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not server.ended.is_set():
            handler.wfile.write(b"8000\r\n" + b"x" * 0x8000 + b"\r\n")

    server.answers["/"] = answer
    assert fault(server, limits=Limits(300_000)).fault is Fault.SIZE


def test_a_length_that_is_too_large_is_not_waited_for(server):
    server.give("/", b"short", Content_Length="99999999999")
    assert fault(server).fault is Fault.SIZE


def raw(data):
    def answer(handler):
        handler.wfile.write(data)
        handler.close_connection = True

    return answer


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nwo",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n",
        b"HTTP/1.1 200 OK\r\nConte",
        b"SSH-2.0-server\r\n",
        b"",
    ],
)
def test_what_is_cut_short_is_never_taken_for_whole(server, data):
    server.answers["/"] = raw(data)
    found = fault(server)
    assert found.fault is Fault.DAMAGED
    assert "Nothing was kept" in str(found)


def test_a_length_that_is_too_short_ends_the_answer(server):
    server.give("/", b"all of this", Content_Length="3")
    assert fetch(server).data == b"all"


def test_a_hundred_thousand_headers(server):
    server.answers["/"] = raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n")
    assert fault(server).fault is Fault.DAMAGED


def test_a_proxy_of_the_environment_is_asked_instead(server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.address("").rstrip("/"))
    server.answers["http://news.example/a"] = (200, {"Content-Type": "text/html"}, b"through it")
    found = Fetcher().fetch(Wish("http://news.example/a"))
    assert (found.data, found.at_home) == (b"through it", False)


def test_no_redirect_leads_home_through_a_proxy(server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.address("").rstrip("/"))
    server.answers["http://news.example/a"] = (302, {"Location": "http://192.168.0.1/admin"}, b"")
    with pytest.raises(FetchError, match="own network"):
        Fetcher().fetch(Wish("http://news.example/a"))
    assert server.paths() == ["http://news.example/a"]


def test_media_types():
    assert media_type("text/html") == ("text/html", "")
    assert media_type('Text/Plain; format=flowed; charset="utf-16"') == ("text/plain", "utf-16")
    assert media_type("") == ("", "")


def test_when_to_come_again():
    assert retry_after({"Retry-After": "90"}) == 90
    assert retry_after({"Retry-After": "9" * 60}) == 30 * 86_400
    assert retry_after({"Retry-After": "Thu, 01 Jan 1970 00:02:00 GMT"}, now=60.0) == 60
    assert retry_after({"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}, now=60.0) == 0
    assert retry_after({"Retry-After": "soon"}) == 0
    assert retry_after({}) == 0
