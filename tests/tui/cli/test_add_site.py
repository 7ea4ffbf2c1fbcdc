"""What stands on several pages of a site is folded away as they are added."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from seeds.article import Block, Kind
from seeds.blocks import blocks
from seeds.span import Span
from tests.tui.cli.conftest import Postil

OWN = ("ferry", "quarry", "bridge", "harbour", "school", "market")
TEASER = "Fares will rise on the islands in June"


@pytest.fixture(autouse=True)
def _cleaner(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cleaner that takes all for body and is sure of paragraphs alone."""

    def label(text: str, spans: Sequence[Span] | None = None) -> tuple[Block, ...]:
        found = spans or blocks(text)
        return tuple(Block(one, Kind.BODY, 0.97 if len(one) > 60 else 0.6, "as it stands") for one in found)

    monkeypatch.setattr("seeds.clean.label", label)


def corpus(path: Path, *names: str, host: str = "www.tern.example") -> Path:
    rows = [("url", "title", "text")]
    for name in names:
        own = f"The council of the {name} met on Monday for the first time since the spring, its members said."
        rows.append((f"https://{host}/{name}", f"About the {name}", f"{own}\n\n{TEASER}"))
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    path.write_text(written.getvalue(), "utf-8")
    return path


def folded(postil: Postil, out: str) -> list[bool]:
    """Of each article that was added, whether the last line is folded away."""
    known = [line.split("\t")[1] for line in out.splitlines() if line.startswith("added\t")]
    return [TEASER not in postil("show", one).out for one in known]


def test_the_fourth_page_of_a_site_has_its_furniture_folded_in_one_run(postil: Postil, home: Path) -> None:
    added = postil("add", corpus(home / "corpus.csv", *OWN[:4]))
    assert folded(postil, added.out) == [False, False, True, True]
    last = added.out.splitlines()[3].split("\t")[1]
    assert "the same line stands on 4 pages of tern.example" in postil("show", last, "--blocks").out


def test_it_is_remembered_and_the_same_articles_again_count_once(postil: Postil, home: Path) -> None:
    first = corpus(home / "corpus.csv", *OWN[:2])
    postil("add", first)
    assert postil("add", first).out.count("known\t") == 2
    third = postil("add", corpus(home / "more.csv", OWN[2]))
    assert folded(postil, third.out) == [True]
    assert folded(postil, postil("add", corpus(home / "other.csv", OWN[3], host="else.example")).out) == [False]


def test_a_look_before_remembers_nothing(postil: Postil, home: Path) -> None:
    postil("add", "--dry-run", corpus(home / "corpus.csv", *OWN[:4]))
    assert not (home / "data").exists()
    assert folded(postil, postil("add", corpus(home / "more.csv", *OWN[4:])).out) == [False, False]


def test_what_the_disk_refused_is_not_remembered(postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("annotations.sources.stage_all", full)
        refused = postil("add", corpus(home / "corpus.csv", *OWN[:2]))
    assert "the disk is full" in refused.err
    assert folded(postil, postil("add", corpus(home / "more.csv", OWN[2])).out) == [False]
