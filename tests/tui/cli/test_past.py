"""What was done is told, and taken back, from the command line."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest

from annotations.codec import moment
from tests.tui.cli.conftest import Postil
from tests.tui.cli.test_tag import QUOTE, rows
from tui.cli.moments import until


def test_what_was_done_is_told_with_who_and_when(postil: Postil, harbour: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    postil("--coder", "jo", "tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    told = postil("log", harbour, "--coder", "all")
    assert told.code == 0
    lines = [line.split(" · ", 2) for line in told.out.splitlines()]
    assert [line[1:] for line in lines] == [
        ["mh", f"tagged {QUOTE} as quote"],
        ["jo", "tagged “Ivo Brandt” as participant"],
    ]
    assert all(datetime.strptime(line[0], "%Y-%m-%d %H:%M:%S") for line in lines)
    (mine,) = postil("log", harbour, "--coder", "mh", "--json").objects
    assert mine["what"] == f"tagged {QUOTE} as quote"
    assert moment(mine["at"]) <= datetime.now(UTC)


def test_nothing_done_is_said(postil: Postil, harbour: str) -> None:
    assert postil("log", harbour).err == f"nothing was done in {harbour} on this machine\n"


def test_an_article_is_taken_back_to_a_time_and_forward_again(postil: Postil, harbour: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    first = moment(postil("log", harbour, "--json").objects[0]["at"])
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    back = postil("restore", harbour, "--at", first.isoformat())
    assert (back.code, back.out) == (0, "")
    assert "1 annotation, unread; u in the reader undoes it" in back.err
    assert [row["tag"] for row in rows(postil("export"))] == ["quote"]
    assert "took the article back to" in postil("log", harbour).out
    second = moment(postil("log", harbour, "--json").objects[1]["at"])
    postil("restore", harbour, "--at", second.isoformat())
    assert [row["tag"] for row in rows(postil("export"))] == ["quote", "participant"]
    assert postil("restore", harbour, "--at", "2999-01-01").err == "it is as it was then\n"


def test_before_anything_was_said_an_article_is_as_it_was_added(postil: Postil, harbour: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    assert postil("restore", harbour, "--at", "2001-01-01").code == 0
    assert rows(postil("export")) == []


@pytest.mark.parametrize(
    "words", [["harbour"], ["--at", "2026-01-01"], ["harbour", "--at", "soon"], ["harbour", "--from", "a.tar.gz"], []]
)
@pytest.mark.usefixtures("harbour")
def test_what_is_not_told_apart_is_a_wrong_usage(postil: Postil, words: list[str]) -> None:
    refused = postil("restore", *words)
    assert refused.code == 2
    assert "Traceback" not in refused.err


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2026-11-25", datetime(2026, 11, 25, 23, 59, 59, 999999)),
        ("2026-11-25 21:24", datetime(2026, 11, 25, 21, 24, 59, 999999)),
        ("2026-11-25T21:24:40", datetime(2026, 11, 25, 21, 24, 40, 999999)),
        (" 2026-11-25  21:24:40.5 ", datetime(2026, 11, 25, 21, 24, 40, 500000)),
    ],
)
def test_a_time_means_the_end_of_what_it_names(typed: str, last: datetime) -> None:
    assert until(typed) == last.astimezone()


def test_a_time_may_have_a_zone() -> None:
    assert until("2026-11-25T21:24Z") == datetime(2026, 11, 25, 21, 25, tzinfo=UTC) - timedelta(microseconds=1)
    assert until("2026-11-25 21:24:40+02:00").astimezone(UTC).hour == 19


def test_a_word_that_is_no_time_is_refused() -> None:
    with pytest.raises(click.BadParameter, match="is no time; write 2026-11-25"):
        until("yesterday")


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar_are_times_too(postil: Postil, harbour: str, typed: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    assert postil("restore", harbour, "--at", typed).code == 0


def test_what_a_command_mends_is_said(postil: Postil, harbour: str, home: Path) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    (file,) = (home / "data/postil/library/annotations/mh").glob("*.json")
    for command in (("show", harbour), ("export",), ("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")):
        file.write_bytes(file.read_bytes()[:40])
        assert "note: the file of your annotations was damaged: " in postil(*command).err
        file.write_bytes(file.read_bytes().replace(b'"note": "', b'"note": "seen '))
        assert "note: your annotations were changed by another program (" in postil(*command).err


def test_a_library_that_is_not_there_is_not_called_whole(postil: Postil, home: Path) -> None:
    refused = postil("--library", str(home / "typo"), "check")
    assert (refused.code, refused.out) == (1, "")
    assert "there is no library" in refused.err


def test_what_a_check_finds_is_there_for_programs_too(postil: Postil, harbour: str, home: Path) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    assert (postil("check", "--json").code, postil("check", "--json").out) == (0, "")
    left = home / "data/postil/library/sources" / f".{harbour}.txt.new"
    left.write_bytes(b"half of i")
    [found] = postil("check", "--json").objects
    assert found == {"place": str(left), "why": "a killed writer left it", "remedy": "postil check --repair removes it"}
    [mended] = postil("check", "--repair", "--json").objects
    assert (mended["place"], mended["remedy"]) == (str(left), "")
    assert postil("check", "--json").code == 0
