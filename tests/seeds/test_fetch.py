"""Fetching: an address gives the page that stands there, or says why not, in bounded time and size."""

import gzip
import socket
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Iterator
from threading import Event

import pytest

from seeds.article import Meta
from seeds.errors import Refused
from seeds.web.fetch import Limits, fetch, is_address
from tests.seeds.servers import Answer, leading, page, serving, without_end, without_proxy, zeros

WORDS = "<p>Der Hafen von Tärnö bleibt geschlossen.</p>".encode()
SHORT = Limits(seconds=0.3)
PATIENT = Limits(seconds=10, size=1 << 20)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxy(monkeypatch)


def refusal(answer: Answer, limits: Limits = PATIENT) -> tuple[str, str]:
    """What is said of an address that gets this answer, the server's address left out, and that address."""
    with serving({"/a": answer}) as server, pytest.raises(Refused) as refused:
        fetch(f"{server.address}/a", limits=limits)
    return str(refused.value).replace(server.address, ""), refused.value.remedy


def test_a_page_comes_as_it_is_with_the_address_it_stands_at() -> None:
    with serving({"/strike?day=1": page(WORDS, "Content-Type: text/html", f"Content-Length: {len(WORDS)}")}) as server:
        raw = fetch(f"{server.address}/strike?day=1#talks")
        url = f"{server.address}/strike?day=1"
    assert (raw.data, raw.origin, raw.name, raw.encoding, raw.kind) == (WORDS, url, "", "", "")
    assert raw.given == Meta(url=url)


def test_the_server_learns_which_program_asks_and_gets_no_cookie() -> None:
    with serving({"/": leading("/a"), "/a": page(WORDS, "Set-Cookie: who=you")}) as server:
        fetch(server.address, limits=PATIENT)
    first, second = server.asked
    assert "User-Agent: postil/" in first
    assert " (+article reader)" in first
    assert "text/html" in first
    assert "who=you" not in second


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("text/html; charset=UTF-8", "utf-8"),
        ('text/html; charset="windows-1251"', "windows-1251"),
        ("text/html; charset=ISO-8859-1", "windows-1252"),
        ("text/html; charset=gb2312", "gb18030"),
        ("text/html; charset=windows-874", "cp874"),
        ("text/html; charset=TIS-620", "cp874"),
        ("text/html; charset=no-such-thing", ""),
        ("text/html; charset=unicode_escape", ""),
        ("text/html; charset=punycode", ""),
        ("text/html; charset=", ""),
        ("charset", ""),
    ],
)
def test_the_charset_of_the_header_is_what_browsers_take_it_for(header: str, encoding: str) -> None:
    with serving({"/": page(WORDS, f"Content-Type: {header}")}) as server:
        assert fetch(server.address, limits=PATIENT).encoding == encoding


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "303 See Other", "307 T", "308 P"])
def test_five_redirects_are_followed_and_the_last_address_is_kept(status: str) -> None:
    answers: dict[str, Answer] = {f"/{step}": leading(f"{step + 1}", status) for step in range(5)}
    with serving(answers | {"/5": page(WORDS)}) as server:
        assert fetch(f"{server.address}/0", limits=PATIENT).origin == f"{server.address}/5"


def test_a_sixth_redirect_is_not_followed() -> None:
    with (
        serving({f"/{step}": leading(f"/{step + 1}") for step in range(6)}) as server,
        pytest.raises(Refused, match=r"/0: leads to http://.*/5: the server leads on more than 5 times"),
    ):
        fetch(f"{server.address}/0", limits=PATIENT)
    assert len(server.asked) == 6


def test_a_circle_of_redirects_is_said() -> None:
    with (
        serving({"/a": leading("/b"), "/b": leading("/a#again")}) as server,
        pytest.raises(Refused, match="the server leads in a circle"),
    ):
        fetch(f"{server.address}/a", limits=PATIENT)
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("location", "scheme"),
    [("file:///etc/hostname", "file"), ("ftp://tern.example/a", "ftp"), ("javascript:alert(1)", "javascript")],
)
def test_a_redirect_to_what_is_no_page_of_the_web_is_refused(location: str, scheme: str) -> None:
    said, _ = refusal(leading(location))
    assert said.startswith(f"/a: the server leads on to {location}: only http and https are fetched, not {scheme}")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (page(b"gone", status="404 Not Found"), "/a: the server answered 404 Not Found; check the address"),
        (page(b"", status="403 Forbidden"), "/a: the server answered 403 Forbidden; it lets no program in: open it"),
        (page(b"", status="429 Too Many Requests"), "/a: the server answered 429 Too Many Requests; it was asked too"),
        (page(b"", status="500"), "/a: the server answered 500 Internal Server Error; try again later"),
        (page(b"", status="999 No \x1b[31mrobots"), "/a: the server answered 999 No ␛[31mrobots; try again later"),
        (page(b"", status="302 Found"), "/a: the server answered 302 Found; try again later"),
        (page(b""), "/a: the server sent an empty page; open it in a browser"),
        (b"", "/a: 127.0.0.1 closed the connection too early; try again later"),
        (b"220 mail.tern.example\r\n", "/a: what answers at 127.0.0.1 is no web server; check the address"),
        (page(b"half", "Content-Length: 10"), "/a: the page broke off before its end; try again later"),
        (page(b"5\r\nhal", "Transfer-Encoding: chunked"), "/a: the page broke off before its end"),
        (page(b"zz\r\nhalf", "Transfer-Encoding: chunked"), "/a: the page broke off before its end"),
        (page(gzip.compress(WORDS)[:-9], "Content-Encoding: gzip"), "/a: the page broke off before its end"),
        (page(WORDS, "Content-Encoding: gzip"), "/a: the page came packed as gzip, and broken; open it in a browser"),
        (page(WORDS, "Content-Encoding: br"), "/a: the page came packed as br, for which nobody asked"),
        (page(b"x" * (1 << 20) + b"x"), "/a: the page is larger than 1 MB; save what you need of it"),
        (page(zeros(100 << 20), "Content-Encoding: gzip"), "/a: the page is larger than 1 MB"),
        (page(b"", *["X: y"] * 200), "/a: the answer of 127.0.0.1 cannot be understood (got more than 100 headers)"),
    ],
    ids=lambda value: value.partition("; ")[0] if isinstance(value, str) else "",
)
def test_what_the_server_said_is_said_with_the_next_step(answer: bytes, sentence: str) -> None:
    said, remedy = refusal(answer)
    assert said.startswith(sentence)
    assert remedy


@pytest.mark.parametrize(
    ("start", "again"),
    [
        (page(b"<p>"), b"x"),
        (page(b"", "Transfer-Encoding: chunked"), b"1\r\nx\r\n"),
        (page(gzip.compress(b"x"), "Content-Encoding: gzip"), gzip.compress(b"")),
        (b"HTTP/1.1 200 OK\r\n", b"a"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP", b""),
    ],
    ids=["body", "chunks", "packed nothing", "header", "continue", "silence"],
)
def test_a_server_without_end_is_left_at_the_deadline(start: bytes, again: bytes) -> None:
    with serving({"/a": without_end(start, again)}) as server:
        with pytest.raises(Refused, match=r"/a: took longer than 0\.3 seconds; try again later"):
            fetch(f"{server.address}/a", limits=SHORT)
        assert not again or server.left.wait(5)


def test_a_bomb_is_never_held_in_memory() -> None:
    with serving({"/a": page(zeros(100 << 20), "Content-Encoding: gzip")}) as server:
        fetch_refused(server.address)
        tracemalloc.start()
        fetch_refused(server.address)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 4 << 20


def fetch_refused(address: str) -> None:
    with pytest.raises(Refused):
        fetch(f"{address}/a", limits=PATIENT)


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


LONG = WORDS * 9000


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(LONG)),
        ("GZIP", gzip.compress(LONG[:50]) + gzip.compress(LONG[50:]) + b"\0\0\0"),
        ("x-gzip", gzip.compress(LONG) + b"<!-- served in 3 ms -->"),
        ("deflate", zlib.compress(LONG)),
        ("deflate", bare(LONG)),
        ("identity", LONG),
    ],
    ids=["gzip", "two members", "something behind it", "zlib", "bare deflate", "not at all"],
)
def test_a_packed_page_is_unpacked(packing: str, packed: bytes) -> None:
    with serving({"/": page(packed, f"Content-Encoding: {packing}")}) as server:
        assert fetch(server.address, limits=PATIENT).data == LONG


def test_an_address_is_encoded_as_browsers_do() -> None:
    with serving({"/stra%C3%9Fe%20a/%41?q=%C3%BC&x=[1]": page(WORDS)}) as server:
        raw = fetch(f"  {server.address}/straße a/%41?q=ü&x=[1] \n", limits=PATIENT)
    assert raw.origin == f"{server.address}/stra%C3%9Fe%20a/%41?q=%C3%BC&x=[1]"


def test_a_location_in_utf_8_is_followed() -> None:
    with serving({"/": leading("/Tärnö"), "/T%C3%A4rn%C3%B6": page(WORDS)}) as server:
        assert fetch(server.address, limits=PATIENT).data == WORDS


@pytest.fixture
def closed() -> Iterator[int]:
    """A port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield free.getsockname()[1]


def test_a_connection_that_is_refused_says_so(closed: int) -> None:
    with pytest.raises(Refused, match=r"/a: 127\.0\.0\.1 refused the connection; check the address"):
        fetch(f"http://127.0.0.1:{closed}/a", limits=PATIENT)


def test_a_host_that_is_not_known_says_so_by_the_name_that_was_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(host: str, *_: object) -> None:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    asked: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Refused, match=r"^http://xn--trn-qla\.invalid/: no host called xn--trn-qla\.invalid was found"):
        fetch("http://Tärn.invalid", limits=PATIENT)
    assert asked == ["xn--trn-qla.invalid"]


def test_a_name_that_is_looked_up_without_end_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    over = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: over.wait(5))
    with pytest.raises(Refused, match="took longer than"):
        fetch("http://tern.invalid", limits=SHORT)
    over.set()


@pytest.mark.parametrize(
    "address",
    [
        *("http://", "http://a..b/", "http://[1/", "http://a b/", "http://tern.example:port/", "http://?q"),
        *("http://tern.example:0/", "http://[fe80::1%25 Evil: x]/"),
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="is no address of a page; copy it once more"):
        fetch(address, limits=PATIENT)


@pytest.mark.parametrize("address", ["ftp://mara:secret@tern.example/a", "file:///etc/hostname", "data:text/plain,a"])
def test_only_the_web_is_fetched(address: str) -> None:
    with pytest.raises(Refused, match="only http and https are fetched") as refused:
        fetch(address, limits=PATIENT)
    assert "secret" not in str(refused.value)


def test_no_network_library_is_loaded_before_an_address_is_fetched() -> None:
    code = "import sys, seeds.web.fetch; print(sorted({'urllib3', 'http.client', 'ssl', 'certifi'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"


@pytest.mark.parametrize("word", ["https://tern.example/a", "HTTP://tern.example", "https:/tern.example", "ftp://a/b"])
def test_an_address_is_told_from_a_path(word: str) -> None:
    assert is_address(word)


@pytest.mark.parametrize("word", ["http", "talks.txt", "./https/a", "a/b://c", "-", "", "C:\\talks.txt", "a:b"])
def test_a_path_is_no_address(word: str) -> None:
    assert not is_address(word)
