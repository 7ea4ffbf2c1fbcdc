"""Damage the annotation file or the history of a small library, and tell what the next start makes of it. Not a test.

What is acknowledged is known here; so is what the other file, which is whole, still holds of it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import NamedTuple

from annotations import log, tables
from annotations.edit import Layer
from annotations.state import read
from annotations.store import Folio
from seeds.errors import Problem
from tests.annotations.faults import Disk
from tests.annotations.shelf import Desk, deleted, quote, said, tagged, touched

COUNTED = re.compile(r"(\d+) (?:added|changed|deleted)")


class Verdict(Enum):
    """What the next start says of a damaged file, and the sentence for it in a table."""

    REPORTED = "reported as damage"
    REFUSED = "refused with a sentence, nothing touched"
    OUTSIDE = "taken as a change from outside that is named"
    SAME = "no difference: it says the very same"
    FORGOTTEN = "all is there, and what can be undone is not, without a word"
    SILENT = "SILENT"


class Damage(NamedTuple):
    """A file ("file" or "log") that was cut at an offset or has another byte there."""

    which: str
    kind: str
    at: int
    data: bytes


class Outcome(NamedTuple):
    """`kept` tells whether all is there that the other file holds, or can be had from the history; `settled` whether a
    second start finds the same and has nothing to say."""

    damage: Damage
    verdict: Verdict
    kept: bool
    settled: bool


class Victim:
    """A desk with some annotations, all in the file (`flushed`) or some of them in the history alone."""

    def __init__(self, root: Path, *, flushed: bool) -> None:
        self.desk, self.flushed = Desk(root), flushed
        store = self.desk.store()
        store.commit(self.desk.id, tagged(7, 8))
        store.commit(self.desk.id, said("status", None, "reading"))
        store.commit(self.desk.id, said("title", None, "Talks, and no ferry"))
        store.flush()
        store.commit(self.desk.id, tagged(5))
        store.commit(self.desk.id, deleted(quote(8)))
        self.folio = store.commit(self.desk.id, said("status", "reading", "done"))
        if flushed:
            store.flush()
        self.whole = {path: path.read_bytes() for path in self.desk.where}
        self.held = tables.parse("", self.whole[self.desk.where.file])

    def between(self) -> Iterator[int]:
        """Where a cut of the history leaves whole records, with or without the last line end."""
        at = -1
        while (at := self.whole[self.desk.where.log].find(b"\n", at + 1)) >= 0:
            yield from (at, at + 1)

    def damages(self, which: str, *, step: int, flips: int, chance: Random) -> Iterator[Damage]:
        """Every `step`-th cut, and so many bytes that are others, each in a file that is whole elsewhere."""
        data = self.whole[self._path(which)]
        yield from (Damage(which, "cut", at, data[:at]) for at in range(0, len(data), step))
        for at in sorted(chance.sample(range(len(data)), min(flips, len(data)))):
            other = chance.choice([byte for byte in range(256) if byte != data[at]])
            yield Damage(which, "flip", at, data[:at] + bytes([other]) + data[at + 1 :])

    def suffered(self, damage: Damage) -> Outcome:
        """What the next start makes of it."""
        with Disk().laid():  # without syncing
            for path, data in self.whole.items():
                path.write_bytes(data)
            rmtree(self.desk.library.local / "damaged", ignore_errors=True)
            self._path(damage.which).write_bytes(damage.data)
            try:
                found = self.desk.store().open(self.desk.id)
            except Problem:
                return Outcome(damage, Verdict.REFUSED, self._untouched(damage), settled=True)
            again = self.desk.store().open(self.desk.id)
        verdict = self._verdict(found, damage)
        settled = again.layer == found.layer and not again.notices
        return Outcome(damage, verdict, self._kept(damage.which, verdict, found.layer), settled)

    def _path(self, which: str) -> Path:
        return self.desk.where.file if which == "file" else self.desk.where.log

    def _untouched(self, damage: Damage) -> bool:
        now = {path: path.read_bytes() for path in self.desk.where}
        return now == {**self.whole, self._path(damage.which): damage.data}

    def _verdict(self, found: Folio, damage: Damage) -> Verdict:
        said = " ".join(found.notices)
        annotations, fields = different(self.folio.layer, found.layer)
        if not said:
            if annotations or fields:
                return Verdict.SILENT
            return Verdict.SAME if found.history == self.folio.history else Verdict.FORGOTTEN
        if "changed by another program" not in said:
            return Verdict.REPORTED
        if damage.which == "log":
            annotations, fields = different(self._told(damage), Layer(self.held.annotations, self.held.own))
            annotations -= left_out(damage, said)
        counted = sum(int(count) for count in COUNTED.findall(said))
        named = counted >= len(annotations) and all(field in said for field in fields)
        return Verdict.OUTSIDE if named else Verdict.SILENT

    def _told(self, damage: Damage) -> Layer:
        """What the damaged history says on its own of annotations and of the coder's fields."""
        where = self.desk.where
        alone = where._replace(file=where.file.with_name("absent.json"))
        where.log.write_bytes(damage.data)
        return replace(read(alone).layer, corrections={})

    def _kept(self, which: str, verdict: Verdict, found: Layer) -> bool:
        layer = self.folio.layer
        if which == "file":
            records = log.parse(self.whole[self.desk.where.log]).end
            old = self.whole[self.desk.where.log][:records]
            told = verdict is Verdict.OUTSIDE and self.desk.where.log.read_bytes().startswith(old)
            return found == layer or told
        annotations = {key: one for key, one in self.held.annotations.items() if layer.annotations.get(key) == one}
        own = {field: value for field, value in self.held.own.items() if layer.own.get(field) == value}
        there = annotations.items() <= found.annotations.items() and own.items() <= found.own.items()
        return there and found.corrections == layer.corrections


def left_out(damage: Damage, said: str) -> set[int]:
    """The annotations of edits of which it is said that they were left out."""
    edits = [one.edit for one in log.parse(damage.data).records if one.edit and f"left out: {one.edit.label}" in said]
    return {one for edit in edits for one in touched(edit)}


def different(one: Layer, other: Layer) -> tuple[set[int], set[str]]:
    """The annotations and the fields that two layers do not say alike."""
    keys = {*one.annotations, *other.annotations}
    annotations = {key for key in keys if one.annotations.get(key) != other.annotations.get(key)}
    mine, theirs = {**one.own, **one.corrections}, {**other.own, **other.corrections}
    return annotations, {field for field in {*mine, *theirs} if mine.get(field) != theirs.get(field)}
