"""Which words are addresses, and how one is written on the wire: ASCII only, without fragment and without password.

International host names are encoded by IDNA 2003, which Python brings ("straße" becomes "strasse"). Pure.
"""

import re
from ipaddress import IPv6Address
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from seeds.errors import Refused

LIKE_AN_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|https?:/", re.IGNORECASE)
"""No file is called so. One slash too, as a Path leaves of two."""

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
ONE_SLASH = re.compile(r"(https?):/+", re.IGNORECASE)
PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[a-z0-9._-]+", re.IGNORECASE)
KEPT = "/%:@!$&'()*+,;=~"
"""What stands in a path as it is beside letters and digits; "%" because the path may be encoded already."""


class Address(NamedTuple):
    """Where a page is. `host` is in ASCII, an IPv6 address without brackets; `target` the path with its query.

    `login` is "user:password", "" for none; it is in no other field.
    """

    scheme: str
    host: str
    port: int
    target: str
    login: str = ""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What decides whether a login may be sent along to where a server leads on."""
        return self.scheme, self.host, self.port

    @property
    def netloc(self) -> str:
        """The host as it stands in an address, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.target}"


def is_address(word: str) -> bool:
    """Whether a word of the command line is an address and no path, be it one that can be fetched or not."""
    return LIKE_AN_ADDRESS.match(word.lstrip()) is not None


def address_of(word: str) -> Address:
    """What a word says. Raises Refused where it is no address of a page on the web."""
    word = ONE_SLASH.sub(r"\1://", re.sub(r"[\t\r\n]", "", word.strip()), count=1)
    scheme = SCHEME.match(word)
    if scheme and scheme[1].lower() not in PORTS:
        only = "only http and https are fetched"
        raise Refused(_hidden(word), f"{only}, not {scheme[1].lower()}", "give the page's address on the web")
    try:
        return _parsed(word)
    except ValueError as error:
        raise Refused(_hidden(word), "is no address of a page", "copy it once more from the browser") from error


def leads_to(page: Address, location: str) -> Address:
    """Where a server leads on to from a page. The login goes along within one server only. Raises Refused."""
    found = address_of(urljoin(str(page), location.strip().encode("latin-1", "replace").decode("utf-8", "replace")))
    return found._replace(login=page.login) if found.origin == page.origin and not found.login else found


def _parsed(word: str) -> Address:
    parts = urlsplit(word)
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise ValueError(word)
    path = quote(parts.path or "/", safe=KEPT, errors="surrogateescape")
    query = quote(parts.query, safe=KEPT + "?[]|", errors="surrogateescape")
    login = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}" if parts.username else ""
    target = f"{path}?{query}" if query else path
    port = PORTS[scheme] if parts.port is None else parts.port
    if not port:
        raise ValueError(word)
    return Address(scheme, _host(parts.hostname or ""), port, target, login)


def _host(name: str) -> str:
    """The name in ASCII. Raises ValueError, of which UnicodeError is one, where no host can be called so."""
    if ":" in name:
        if "%" in name:  # a zone, which is of one machine alone and may hold anything
            raise ValueError(name)
        return str(IPv6Address(name))
    host = name if name.isascii() else name.encode("idna").decode("ascii")
    if not HOST.fullmatch(host) or not all(0 < len(label) < 64 for label in host.removesuffix(".").split(".")):
        raise ValueError(name)
    return host


def _hidden(word: str) -> str:
    """The word without what may be a password, even where it cannot be told apart well."""
    return re.sub(r"(//)[^\s]*@", r"\1", word)
