"""Follow an address to the page that stands there. Imported only when an address is fetched."""

from collections.abc import Iterator
from http import HTTPStatus

from urllib3.response import BaseHTTPResponse

from seeds.article import Meta
from seeds.errors import Refused
from seeds.read import Raw
from seeds.web.address import Address, leads_to
from seeds.web.charset import charset_of
from seeds.web.exchange import Exchange
from seeds.web.fetch import Limits
from seeds.web.inflate import inflated
from seeds.web.outage import BROWSER, OUTAGES, told

REMEDIES = {
    401: "it asks for a login: " + BROWSER,
    403: "it lets no program in: " + BROWSER,
    404: "check the address; the page may be gone",
    410: "the page is gone; an archive of the web may have it",
    429: "it was asked too often: try again later",
    451: "an archive of the web may have it",
}
"""What to do about a status; at others: try again later."""

SHOWN = 300
"""Characters of an address to which a server leads that a sentence holds at most."""


class Visit:
    """What one address leads to: followed in a thread of its own, since no lookup of a name can be interrupted."""

    def __init__(self, start: Address, limits: Limits) -> None:
        self.page: Raw | None = None
        self.failure: BaseException | None = None
        self._start = self._now = start
        self._limits = limits
        self._exchange: Exchange | None = None
        self._over = False

    def run(self) -> None:
        """Fill `page` or `failure`."""
        try:
            self.page = self._followed()
        except BaseException as error:  # the thread that waits raises it
            self.failure = error

    def cut(self) -> None:
        """End it where it stands, from the thread that waited."""
        self._over = True
        if self._exchange:
            self._exchange.cut()

    def refused(self, why: str, remedy: str) -> Refused:
        """A sentence that names the address as it was asked for, and the one it led to."""
        led = f"leads to {str(self._now)[:SHOWN]}: " if str(self._now) != str(self._start) else ""
        return Refused(self._start, led + why, remedy)

    def _followed(self) -> Raw:
        seen: set[Address] = set()
        while not self._over:
            seen.add(self._now)
            found = self._answered()
            if isinstance(found, Raw):
                return found
            if found in seen:
                raise self.refused("the server leads in a circle", BROWSER)
            if len(seen) > self._limits.redirects:
                raise self.refused(f"the server leads on more than {self._limits.redirects} times", BROWSER)
            self._now = found
        raise TimeoutError

    def _answered(self) -> Raw | Address:
        """The page that stands there, or the address to which the server leads on from there."""
        self._exchange = Exchange(self._now, 2 * self._limits.seconds)
        try:
            if self._over:
                raise TimeoutError
            answer = self._exchange.ask()
            if answer.status in (301, 302, 303, 307, 308) and (location := answer.headers.get("Location")):
                return self._led(location)
            return self._read(answer, self._exchange)
        except OUTAGES as error:
            raise self.refused(*told(error, self._exchange.host, self._now.host)) from error
        finally:
            self._exchange.close()

    def _led(self, location: str) -> Address:
        try:
            return leads_to(self._now, location)
        except Refused as refusal:
            raise self.refused(
                f"the server leads on to {refusal.place[:SHOWN]}: {refusal.why}", refusal.remedy
            ) from refusal

    def _read(self, answer: BaseHTTPResponse, exchange: Exchange) -> Raw:
        if not 200 <= answer.status < 300:
            said = f"the server answered {answer.status} {(answer.reason or _phrase(answer.status))[:80]}".rstrip()
            raise self.refused(said, REMEDIES.get(answer.status, "try again later"))
        parts = inflated(exchange.body(answer), answer.headers.get("Content-Encoding", ""))
        data = self._bounded(parts)
        if not data:
            raise self.refused("the server sent an empty page", BROWSER)
        url = str(self._now)
        return Raw(data, url, "", charset_of(answer.headers.get("Content-Type", "")), given=Meta(url=url))

    def _bounded(self, parts: Iterator[bytes]) -> bytes:
        data = bytearray()
        for part in parts:
            data += part
            if len(data) > self._limits.size:
                size = f"{self._limits.size / (1 << 20):g} MB"
                raise self.refused(f"the page is larger than {size}", "save what you need of it in a file and add that")
        return bytes(data)


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else ""
