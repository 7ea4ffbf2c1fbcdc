"""A page on the web becomes bytes, or a sentence on what the server said: http and https, in bounded time and size.

Loads no network library until an address is fetched. What it cannot do: run a page's scripts, keep cookies, log in
other than by `user:password@` in the address, go through a proxy other than a plain HTTP one.
"""

from threading import Thread
from typing import NamedTuple

from seeds.read import Raw
from seeds.web.address import address_of, is_address

__all__ = ["LIMITS", "Limits", "fetch", "is_address"]


class Limits(NamedTuple):
    """How much one address may cost: seconds in all, bytes of the unpacked page, redirects followed."""

    seconds: float = 30.0
    size: int = 20 * 1024 * 1024
    redirects: int = 5


LIMITS = Limits()


def fetch(address: str, *, limits: Limits = LIMITS) -> Raw:
    """The page at an address, wherever redirects lead, as it came but unpacked.

    `origin` and `given.url` are the address that answered, without fragment and login; `encoding` what Content-Type
    declares. Raises Refused with what the server said, or that it said too much or nothing in time.
    """
    from seeds.web.visit import Visit

    visit = Visit(address_of(address), limits)
    worker = Thread(target=visit.run, name="fetch", daemon=True)
    worker.start()
    try:
        worker.join(limits.seconds)
        late = worker.is_alive()
    finally:
        visit.cut()
    if not late and visit.failure:
        raise visit.failure
    if late or visit.page is None:
        raise visit.refused(
            f"took longer than {limits.seconds:g} seconds", "try again later, or save the page in a file"
        )
    return visit.page
