"""One question to one server by urllib3, which whoever waits for it can cut off at any moment.

Imported only when an address is fetched. The answer's time has no limit here: a timeout on a socket speaks of each
single read, and a server that sends a byte a second keeps every one of them.
"""

import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from threading import Event
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse

from seeds.web.address import Address

PART = 1 << 14
"""Bytes of a body that are read at a time, as they come on the wire."""

ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5"


class Exchange:
    """A connection for one page. `seconds` is what each single wait may take."""

    def __init__(self, page: Address, seconds: float) -> None:
        self._over = Event()
        self._page, self._proxy = page, _proxy_for(page)
        self._connection = _connection(page, self._proxy, seconds)
        self._wire: socket.socket | None = None
        self._answer: BaseHTTPResponse | None = None

    @property
    def host(self) -> str:
        """Who is asked first, as it is called in a sentence."""
        return f"the proxy {urlsplit(self._proxy).hostname}" if self._proxy else self._page.host

    def ask(self) -> BaseHTTPResponse:
        """The answer to a GET, up to its body. Raises what urllib3, http.client and the system raise."""
        self._connection.connect()
        self._wire = self._connection.sock
        if self._over.is_set():
            raise TimeoutError
        relayed = self._proxy and self._page.scheme == "http"
        headers = _headers(self._page) | (_proxy_login(self._proxy) if relayed else {})
        target = str(self._page) if relayed else self._page.target
        self._connection.request("GET", target, headers=headers, preload_content=False, decode_content=False)
        self._answer = self._connection.getresponse()
        return self._answer

    def body(self, answer: BaseHTTPResponse) -> Iterator[bytes]:
        """The bytes of the body as they came on the wire, packed where the server packed them."""
        for part in answer.stream(PART, decode_content=False):
            if self._over.is_set():
                raise TimeoutError
            yield part

    def cut(self) -> None:
        """End it, from another thread: whatever waits for the server wakes up with an error."""
        self._over.set()
        if wire := self._wire or self._connection.sock:
            with suppress(OSError):
                socket.socket.shutdown(wire, socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of the connection, which urllib3 gives over to the answer once that has begun."""
        if self._answer:
            self._answer.close()
        self._connection.close()


def _connection(page: Address, proxy: str, seconds: float) -> HTTPConnection:
    server = urlsplit(proxy) if proxy else None
    host, port = (server.hostname or "", server.port or 80) if server else (page.host, page.port)
    if page.scheme == "http":
        return HTTPConnection(host, port, timeout=seconds)
    secure = HTTPSConnection(host, port, timeout=seconds, ssl_context=_trusted())
    if server:
        secure.set_tunnel(page.host, page.port, headers=_proxy_login(proxy))
    return secure


def _trusted() -> ssl.SSLContext:
    """The certificates that the system trusts; those of certifi where the system has none."""
    where = ssl.get_default_verify_paths()
    if where.cafile or where.capath:
        return ssl.create_default_context()
    with suppress(ImportError):
        import certifi

        return ssl.create_default_context(cafile=certifi.where())
    return ssl.create_default_context()


def _headers(page: Address) -> dict[str, str]:
    login = {"Authorization": _basic(page.login)} if page.login else {}
    return login | {
        "Host": page.netloc,
        "User-Agent": f"postil/{_version()} (+article reader)",
        "Accept": ACCEPTED,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _version() -> str:
    try:
        return version("postil")
    except PackageNotFoundError:
        return "0"


def _basic(login: str) -> str:
    return f"Basic {b64encode(login.encode('utf-8', 'surrogateescape')).decode()}"


def _proxy_for(page: Address) -> str:
    """The environment's plain HTTP proxy for a page, "" for none; a proxy of another sort is left alone."""
    proxy = getproxies().get(page.scheme, "")
    if proxy and "://" not in proxy:
        proxy = f"http://{proxy}"
    try:
        parts = urlsplit(proxy)
        usable = parts.scheme == "http" and parts.hostname and parts.port != 0
    except ValueError:
        return ""
    return proxy if usable and not proxy_bypass(page.netloc) else ""


def _proxy_login(proxy: str) -> dict[str, str]:
    parts = urlsplit(proxy)
    login = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
    return {"Proxy-Authorization": _basic(login)} if parts.username else {}
