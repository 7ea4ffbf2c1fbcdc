"""The ways to a page: certificates, proxies and logins, each told to those only whom it concerns."""

from base64 import b64encode
from pathlib import Path

import pytest

from seeds.errors import Refused
from seeds.web.fetch import Limits, fetch
from tests.seeds.servers import leading, page, serving, without_proxy

WORDS = "<p>Der Hafen von Tärnö bleibt geschlossen.</p>".encode()
PATIENT = Limits(seconds=10, size=1 << 20)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxy(monkeypatch)


def test_a_login_is_sent_to_its_server_only_and_shown_to_nobody() -> None:
    login = "Authorization: Basic " + b64encode("mara:päss word".encode()).decode()
    with (
        serving({"/": page(b"", status="404 Not Found")}) as other,
        serving({"/a": leading("/b"), "/b": leading(other.address), "/c": page(WORDS)}) as server,
    ):
        address = server.address.replace("//", "//mara:p%C3%A4ss word@")
        assert fetch(f"{address}/c", limits=PATIENT).origin == f"{server.address}/c"
        with pytest.raises(Refused) as refused:
            fetch(f"{address}/a", limits=PATIENT)
    assert all(login in asked for asked in server.asked)
    assert "Authorization" not in other.asked[0]
    assert "mara" not in str(refused.value)
    assert "ss word" not in str(refused.value)


def test_a_certificate_by_nobody_is_not_trusted(tmp_path: Path) -> None:
    with (
        serving({"/a": page(WORDS)}, tls=tmp_path) as server,
        pytest.raises(Refused, match=r"the certificate of 127\.0\.0\.1 cannot be trusted \(unable to get local issuer"),
    ):
        fetch(f"{server.address}/a", limits=PATIENT)
    assert not server.asked


def test_a_certificate_that_the_system_trusts_opens_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "identity.pem"))
    with serving({"/a": page(WORDS)}, tls=tmp_path) as server:
        assert fetch(f"{server.address}/a", limits=PATIENT).data == WORDS
        localhost = server.address.replace("127.0.0.1", "localhost")
        with pytest.raises(Refused, match=r"the certificate of localhost cannot be trusted \(Hostname mismatch"):
            fetch(f"{localhost}/a", limits=PATIENT)


def test_a_server_that_speaks_no_tls_is_told_from_one_that_cannot_be_trusted() -> None:
    with (
        serving({"/a": page(WORDS)}) as server,
        pytest.raises(Refused, match=r"no secure connection to 127\.0\.0\.1 could be made"),
    ):
        fetch(server.address.replace("http:", "https:") + "/a", limits=PATIENT)


def test_the_proxy_of_the_environment_is_asked_for_the_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"http://tern.example/a": page(WORDS)}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address.replace("//", "//mara:secret@"))
        raw = fetch("http://tern.example/a", limits=PATIENT)
    assert (raw.data, raw.origin) == (WORDS, "http://tern.example/a")
    assert "Host: tern.example\r\n" in proxy.asked[0]
    assert "Proxy-Authorization: Basic bWFyYTpzZWNyZXQ=" in proxy.asked[0]


def test_a_proxy_that_lets_nobody_through_says_so_without_learning_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"tern.example:443": page(b"", status="403 Forbidden")}) as proxy:
        monkeypatch.setenv("https_proxy", proxy.address)
        with pytest.raises(
            Refused, match=r"the connection to the proxy 127\.0\.0\.1 failed \(tunnel .*: 403 forbidden\)"
        ):
            fetch("https://tern.example/secret", limits=PATIENT)
    assert proxy.asked[0].startswith("CONNECT tern.example:443")
    assert "secret" not in proxy.asked[0]


@pytest.mark.parametrize(
    ("proxy", "exempt"), [("http://127.0.0.1:9", "127.0.0.1"), ("socks5://127.0.0.1:9", ""), ("http://tern:gate", "")]
)
def test_a_server_is_asked_itself_where_the_proxy_is_not_for_it_or_of_another_sort(
    proxy: str, exempt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.setenv("no_proxy", exempt)
    with serving({"/": page(WORDS)}) as server:
        assert fetch(server.address, limits=PATIENT).data == WORDS
