"""Cleaning again shows what it would fold or unfold, asks, and changes nothing else; flips outlast it."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from annotations import corrections, pages, relabel, sources
from annotations.check import check
from annotations.errors import DamagedFile
from annotations.library import Library
from annotations.sites import Memory
from annotations.store import Store
from seeds import clean
from seeds.article import Block, Kind
from seeds.blocks import blocks
from seeds.span import Span
from tests.annotations.shelf import now, said, tagged
from tests.tui.cli.conftest import Postil
from tui.placing import source_stamps
from tui.watching import Lookout

TEXT = """\
Harbour talks resume

Share this story

The dockers of Tern and the port authority met again on Monday after a pause of nine days, both sides said.

Most read on the islands
"""

Label = Callable[[str, Sequence[Span] | None], tuple[Block, ...]]


def cleaner(monkeypatch: pytest.MonkeyPatch, version: str, *folded: str) -> None:
    """From now on the cleaner folds lines that begin with one of these words."""

    def label(text: str, spans: Sequence[Span] | None = None) -> tuple[Block, ...]:
        kinds = [Kind.CHROME if one.of(text).startswith(folded) else Kind.BODY for one in spans or blocks(text)]
        found = zip(spans or blocks(text), kinds, strict=True)
        return tuple(Block(one, kind, 0.97, f"cleaner {version} says so") for one, kind in found)

    monkeypatch.setattr(clean, "label", label)
    monkeypatch.setattr(clean, "VERSION", version)


@pytest.fixture
def library(postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library with one article, which a cleaner labelled that is no longer the one of today."""
    cleaner(monkeypatch, "1", "Share")
    (home / "talks.txt").write_text(TEXT, "utf-8")
    postil("add", "talks.txt")
    cleaner(monkeypatch, "2", "Most read")
    return Library.open(home / "data" / "postil" / "library")


@pytest.fixture
def known(library: Library) -> str:
    return sources.ids(library)[0]


def kinds(library: Library, article_id: str) -> list[str]:
    return [block.kind.value for block in sources.load(library, article_id).blocks]


OLD, NEW = ["body", "chrome", "body", "body"], ["body", "body", "body", "chrome"]


def test_it_shows_what_would_be_folded_and_unfolded_and_changes_nothing(
    postil: Postil, library: Library, known: str
) -> None:
    before = {path: path.read_bytes() for path in library.sources.iterdir()}
    shown = postil("clean-again")
    assert shown.code == 0
    assert shown.out.splitlines() == [
        f"{known}\ttalks.txt",
        "  unfold  Share this story  (cleaner 2 says so)",
        "  fold    Most read on the islands  (cleaner 2 says so)",
    ]
    assert "nothing was changed" in shown.err
    assert "--yes" in shown.err
    assert before == {path: path.read_bytes() for path in library.sources.iterdir()}


def test_with_yes_it_is_done_and_a_second_time_there_is_nothing_to_do(
    postil: Postil, library: Library, known: str
) -> None:
    before = sources.load(library, known)
    assert kinds(library, known) == OLD
    done = postil("clean-again", "talks", "--yes")
    assert done.code == 0
    assert "1 article cleaned again" in done.err
    after = sources.load(library, known)
    assert kinds(library, known) == NEW
    assert after.cleaner == "2"
    assert after == before._replace(blocks=after.blocks, cleaner="2", meta=after.meta)
    again = postil("clean-again", "--yes")
    assert (again.code, again.out) == (0, "")
    assert "nothing to change" in again.err


@pytest.mark.parametrize(("answer", "done"), [("y\n", True), ("n\n", False), ("", False)], ids=["yes", "no", "end"])
def test_at_a_terminal_it_asks(
    postil: Postil, library: Library, monkeypatch: pytest.MonkeyPatch, answer: str, done: bool
) -> None:
    monkeypatch.setattr("tui.cli.clean_again.sys", _Terminal(sys))
    asked = postil("clean-again", stdin=answer.encode())
    assert "Do it? [y/N]" in asked.err
    assert kinds(library, sources.ids(library)[0]) == (NEW if done else OLD)


class _Terminal:
    """The module sys, with a terminal for standard input."""

    def __init__(self, real: object) -> None:
        self._real = real

    def __getattr__(self, name: str) -> object:
        return self if name == "stdin" else getattr(self._real, name)

    def isatty(self) -> bool:
        return True


def test_flips_outlast_it_and_are_no_difference(postil: Postil, library: Library, known: str) -> None:
    share, most = (sources.load(library, known).blocks[at].span for at in (1, 3))
    store = Store(library, "mh", now=now)
    store.commit(known, said(f"kind {share.start}-{share.end}", None, "body"))
    store.commit(known, said(f"kind {most.start}-{most.end}", None, "body"))
    store.close()
    flipped = corrections.place(library, known).read_bytes()
    done = postil("clean-again", "--yes")
    assert (done.code, done.out) == (0, "")
    assert corrections.place(library, known).read_bytes() == flipped
    assert "Most read on the islands" in postil("show", known).out


def test_annotations_stay_where_they_are(postil: Postil, library: Library, known: str) -> None:
    store = Store(library, "mh", now=now)
    store.commit(known, tagged(7))
    store.close()
    before = (library.annotations / "mh" / f"{known}.json").read_bytes()
    postil("clean-again", "--yes")
    assert (library.annotations / "mh" / f"{known}.json").read_bytes() == before


def test_a_changed_text_is_refused_and_the_rest_goes_on(
    postil: Postil, home: Path, library: Library, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaner(monkeypatch, "1", "Share")
    (home / "other.txt").write_text(TEXT.replace("Harbour", "Quarry"), "utf-8")
    other = postil("add", "other.txt").id
    cleaner(monkeypatch, "2", "Most read")
    (library.sources / f"{known}.txt").write_text("Something else.\n", "utf-8")
    before = (library.sources / f"{known}.json").read_bytes()
    done = postil("clean-again", "--yes")
    assert done.code == 1
    assert "it was changed, and is not the text that was added" in done.err
    assert kinds(library, other) == NEW
    assert (library.sources / f"{known}.json").read_bytes() == before


def test_a_stop_between_two_articles_leaves_each_whole_and_says_how_many_are_done(
    postil: Postil, home: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaner(monkeypatch, "1", "Share")
    (home / "other.txt").write_text(TEXT.replace("Harbour", "Quarry"), "utf-8")
    postil("add", "other.txt")
    cleaner(monkeypatch, "2", "Most read")
    written: list[relabel.New] = []

    def write(made: Library, new: relabel.New) -> None:
        if written:
            raise KeyboardInterrupt
        written.append(new)
        relabel.write(made, new)

    monkeypatch.setattr("tui.cli.clean_again.write", write)
    stopped = postil("clean-again", "--yes")
    assert stopped.code == 130
    assert "1 article cleaned again" in stopped.err
    assert sorted(kinds(library, one) for one in sources.ids(library)) == sorted([OLD, NEW])
    assert not list(check(library))


def test_what_another_program_changed_between_the_look_and_the_yes_stays(library: Library, known: str) -> None:
    with Memory(library) as memory:
        new = relabel.relabelled(library, known, memory).new
    assert new
    path = library.sources / f"{known}.json"
    path.write_bytes(path.read_bytes().replace(b'"file": "talks.txt"', b'"file": "t.txt"'))
    with pytest.raises(DamagedFile, match="another program changed it meanwhile"):
        relabel.write(library, new)
    assert kinds(library, known) == OLD


def test_the_page_is_read_again_if_the_same_text_comes_of_it(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleaner(monkeypatch, "1", "Next")  # of texts, not of pages
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")[2:3] * 3)
    article = f"<h1>Talks resume</h1>{paragraphs}<h2>Next</h2><p>They meet again on Friday, at ten.</p>"
    page = f"<html><head><title>Talks</title></head><body><article>{article}</article></body></html>"
    (home / "talks.html").write_text(page, "utf-8")
    known = postil("add", "talks.html").id
    library = Library.open(home / "data" / "postil" / "library")
    path = library.sources / f"{known}.json"
    whole = path.read_bytes()
    about = json.loads(whole)
    about["blocks"] = [[start, end, "chrome", 1, ""] for start, end, *_ in about["blocks"]]
    about["meta"]["title"] = ""
    path.write_text(json.dumps(about), "utf-8")
    shown = postil("clean-again", "--yes")
    assert "  title  Talks resume" in shown.out
    assert json.loads(path.read_bytes()) == json.loads(whole)
    (library.sources / f"{known}.html.gz").write_bytes(pages.packed(page.replace("Friday", "Sunday").encode()))
    another = postil("clean-again", "--yes")
    assert (another.code, another.err.splitlines()[0]) == (
        1, f"refused: {known}: another text comes of its page than did; it stays as it is",
    )  # fmt: skip
    (library.sources / f"{known}.html.gz").write_bytes(b"no page")
    assert postil("clean-again", "--yes").err.startswith("refused: ")
    assert json.loads(path.read_bytes()) == json.loads(whole)


def test_the_memory_of_the_site_is_asked(postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsure(text: str, spans: Sequence[Span] | None = None) -> tuple[Block, ...]:
        found = spans or blocks(text)
        return tuple(Block(one, Kind.BODY, 0.97 if len(one) > 60 else 0.6, "as it stands") for one in found)

    monkeypatch.setattr(clean, "label", unsure)
    rows = ["url,text"]
    for name in ("ferry", "quarry", "bridge", "school"):
        own = f"The council of the {name} met on Monday for the first time since the spring. Its members said so."
        rows.append(f'https://tern.example/{name},"{own}\n\nMost read on the islands"')
    (home / "corpus.csv").write_text("\n".join(rows), "utf-8")
    first = postil("add", "corpus.csv").id
    shown = postil("clean-again", "--yes")
    line = "  fold    Most read on the islands  (the same line stands on 4 pages of tern.example)"
    assert shown.out.splitlines()[1::2] == [line, line]
    assert "Most read" not in postil("show", first).out


def test_an_open_reader_notices(postil: Postil, library: Library, known: str) -> None:
    store = Store(library, "mh", now=now)
    lookout, source = Lookout(store), source_stamps(library, known)
    layer = store.open(known).layer
    assert not lookout.look(known, layer, None, source).changed
    postil("clean-again", "--yes")
    news = lookout.look(known, layer, None, source)
    assert news.changed
    assert news.listed
    store.close()
