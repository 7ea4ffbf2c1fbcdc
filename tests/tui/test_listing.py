"""What is listed while a filter holds, and what a change of a row does to it."""

from annotations.index_cache import Row
from tui.listing import Listing


def row(name: str, status: str = "unread") -> Row:
    return Row(name, f"{name} talks", "", "", "en", 9, 0, status, {}, "")


def shown(listing: Listing) -> list[tuple[str, str]]:
    return [(row.id, row.status) for row in listing.shown]


def test_an_article_that_no_longer_fits_stays_where_it_is_until_the_filter_is_typed_anew() -> None:
    listing = Listing([row("alder"), row("maple"), row("willow", "done")])
    listing.query = "status:unread"
    listing.replace(row("alder", "done"))
    assert shown(listing) == [("alder", "done"), ("maple", "unread")]
    assert (listing.place("maple"), listing.place("willow")) == (1, -1)
    listing.query = "status:unread"
    assert shown(listing) == [("maple", "unread")]
    listing.query = " "
    assert [row.status for row in listing.shown] == ["done", "unread", "done"]


def test_rows_that_come_later_are_filtered_too() -> None:
    listing = Listing([row("alder")])
    listing.query = "maple"
    assert shown(listing) == []
    listing.rows = [row("alder"), row("maple")]
    assert shown(listing) == [("maple", "unread")]
    assert [one.id for one in listing.rows] == ["alder", "maple"]
