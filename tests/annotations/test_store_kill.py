"""Kill a writing process at random moments: every tag that was acknowledged is there at the next start."""

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.library import Library
from annotations.sources import ids
from annotations.store import Store
from tests.annotations.killing import Writer, acknowledged, killings, until_dead, writing
from tests.annotations.shelf import TEXT, article, now, shelved, tagged

KILLS = 100
PIERS = ("Tern", "Vell", "Upland", "Skarra")
"""What the articles speak of among which the kills are shared out: a history that is long takes long to read."""


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    shelved(tmp_path / "talks", *(article(TEXT.replace("Skarra", pier)) for pier in PIERS))
    with writing(tmp_path / "talks") as started:
        yield started


def test_a_hundred_kills_lose_no_acknowledged_tag(tmp_path: Path, writer: Writer) -> None:
    opened = Library.open(tmp_path / "talks")
    told = 0
    for kill in killings(writer, opened, ids(opened), KILLS, random.Random(20261123)):
        told += kill.acknowledged
        assert not kill.lost, kill
        assert not kill.made, kill
        assert not kill.unreadable, kill
        assert not kill.missing, kill
        assert all("cut off at its end" in notice for notice in kill.notices), kill  # an edit that was under way
    assert told > KILLS


def test_two_writers_at_once_lose_nothing_of_each_other(tmp_path: Path, writer: Writer) -> None:
    opened = Library.open(tmp_path / "talks")
    known = ids(opened)[0]
    pid = writer.start(known, 1)
    mine = Store(opened, "mh", now=now)
    assert next(writer.said(60.0)) == b"+1"
    for number in range(1_000_001, 1_000_031):
        mine.commit(known, tagged(number))
        if number % 5 == 0:
            mine.flush()
    os.kill(pid, signal.SIGKILL)
    made = acknowledged(until_dead(writer), frozenset({1}))
    found = set(Store(opened, "mh", now=now).open(known).layer.annotations)
    assert set(range(1_000_001, 1_000_031)) <= found
    assert len((found - set(range(1_000_001, 1_000_031))) ^ made) <= 1
