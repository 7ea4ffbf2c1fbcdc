"""Adding a great many: on all cores and in order, with the time that is left, and stopped and gone on with."""

import csv
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from annotations import sources
from annotations.library import Library
from seeds.article import Article
from seeds.errors import Refused
from seeds.many.table import Columns
from seeds.read import Raw
from tests.tui.cli.conftest import Postil
from tui.cli import adding, making, worker, workers
from tui.cli.documents import members
from tui.cli.making import Made, Step
from tui.cli.progress import Progress
from tui.here import now


def filled(home: Path, number: int) -> Path:
    """A folder with so many texts that are unlike each other, one of them empty."""
    folder = home / "texts"
    folder.mkdir()
    for each in range(number):
        words = " ".join(f"word{each}x{word}" for word in range(60))
        (folder / f"{each:03}.txt").write_text(f"Day {each} of the talks\n\nThey said {words}.\n", "utf-8")
    (folder / "005.txt").write_text("", "utf-8")
    return folder


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers, from the third document on."""
    monkeypatch.setattr(making, "FEW", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture(autouse=True)
def nobody_left() -> object:
    """No worker outlives the command that started it."""
    yield
    assert active_children() == []


@pytest.mark.usefixtures("two")
def test_many_are_made_by_workers_and_told_in_the_order_in_which_they_were_given(postil: Postil, home: Path) -> None:
    folder = filled(home, 40)
    lines = '{"text": "They met."}\nbroken\n{"text": "They left.", "desk": "north"}\n'
    (folder / "zz.jsonl").write_text(lines, "utf-8")
    added = postil("add", "texts", "--report", "report.csv")
    assert added.code == 1
    rows = list(csv.DictReader(io.StringIO((home / "report.csv").read_text("utf-8"), newline="")))
    names = [f"texts/{each:03}.txt" for each in range(40)]
    assert [row["path"] for row in rows] == [
        *names, "texts/zz.jsonl#1", "texts/zz.jsonl, line 2", "texts/zz.jsonl#3",
    ]  # fmt: skip
    assert [row["article_id"] for row in rows if row["what"] == "added"] == [
        line.split("\t")[1] for line in added.out.splitlines()
    ]
    assert [row["id"] for row in postil("list", "--json").objects] == [
        row["article_id"] for row in rows if row["article_id"]
    ]
    assert added.err.splitlines()[-1] == "41 added to library, 0 known, 2 refused"


@pytest.mark.usefixtures("two")
def test_a_worker_that_breaks_down_costs_its_document_only() -> None:
    raws = [Raw(f"Day {number} of the talks.".encode(), name, name) for number, name in enumerate("abc")]
    steps = [Step(raw.place, raw.origin, None) for raw in raws]
    with workers.Workers() as others:
        others._most = 1
        others.ask(steps[0], raws[0], now())
        others.wait(steps[0])
        (one,) = others._all
        os.kill(one._process.pid or 0, signal.SIGSTOP)
        for step, raw in zip(steps[1:], raws[1:], strict=True):
            others.ask(step, raw, now())
        one._process.kill()
        for step in steps:
            others.wait(step)
    first, second, third = (step.found for step in steps)
    assert isinstance(first, Made)
    assert isinstance(second, Refused)
    assert str(second).startswith("b: the process that read it was ended, by the system or by a mistake")
    assert isinstance(third, Made)
    assert third.article.file == "c"


@pytest.mark.usefixtures("two")
def test_a_mistake_of_ours_over_a_document_is_reported_and_takes_no_other_along(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    plain = worker._plain
    monkeypatch.setattr(worker, "_plain", lambda raw: replace(plain(raw), data=None))  # type: ignore[arg-type]  # that is the mistake
    filled(home, 5)
    added = postil("add", "texts")
    assert added.code == 1
    reports = list(tmp_path.glob("postil-*.txt"))
    sentences = [line for line in added.err.splitlines() if "something went wrong over it that should not have" in line]
    assert reports
    assert len(reports) == len(sentences)
    assert all("NoneType" in report.read_text("utf-8") for report in reports)
    assert added.out.count("added\t") > 1
    assert "Traceback" not in added.err


@pytest.mark.usefixtures("two")
def test_where_no_process_can_be_started_all_is_made_here(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    filled(home, 10)
    monkeypatch.setattr(workers, "Worker", refused)
    assert postil("add", "texts").err.splitlines()[-1] == "9 added to library, 0 known, 1 refused"


@pytest.mark.usefixtures("two")
def test_ctrl_c_among_many_ends_at_once_and_the_next_run_goes_on_where_it_stopped(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(home, 100)
    real = sources.write_many

    def interrupted(library: Library, articles: list[Article]) -> object:
        monkeypatch.setattr(sources, "write_many", real)
        os.kill(os.getpid(), signal.SIGINT)
        return real(library, articles)

    monkeypatch.setattr(adding, "PATIENCE", 600)
    monkeypatch.setattr(sources, "write_many", interrupted)
    stopped = postil("add", "texts", "--report", "report.csv")
    done = len(stopped.out.splitlines())
    assert stopped.code == 130
    assert 0 < done < 99
    assert len((home / "report.csv").read_text("utf-8").splitlines()) == 1 + done + 1
    assert stopped.err.splitlines()[-2:] == [
        f"{done} added to library, 0 known, 1 refused", "postil: stopped; what was reported is kept",
    ]  # fmt: skip
    assert postil("check").code == 0

    made = list[str]()
    monkeypatch.setattr(workers.Workers, "ask", lambda _, step, raw, *__: _here(made, step, raw))
    again = postil("add", "texts")
    assert again.err.splitlines()[-1] == f"{99 - done} added to library, {done} known, 1 refused"
    assert len(made) <= 99 - done
    assert postil("list").out.count("\n") == 99


def _here(made: list[str], step: Step, raw: Raw) -> None:
    made.append(raw.name)
    step.found = making.make(raw, now())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell what a process blocks")
def test_ctrl_c_in_a_terminal_is_not_for_the_workers_which_would_print_where_it_met_them() -> None:
    script = "from pathlib import Path; from tui.cli.worker import Worker; one = Worker(); " \
        "print(Path(f'/proc/{one._process.pid}/status').read_text()); one.end()"  # fmt: skip
    status = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    (blocked,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigBlk"))
    assert int(blocked, 16) >> (signal.SIGINT - 1) & 1


def test_a_worker_loads_what_reads_texts_and_no_more() -> None:
    script = "import sys, tui.cli.worker as w, seeds.read as r, tui.here as h; " \
        "assert isinstance(w._answer(r.Raw(b'We agree.', 'a', 'a'), h.now()), w.Made); print(*sys.modules)"  # fmt: skip
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "seeds.clean" in loaded
    assert not {"textual", "trafilatura", "lxml", "feedparser", "urllib3", "tinydb", "zipfile"} & set(loaded)


def test_no_more_than_so_many_are_on_their_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "FEW", 0)
    monkeypatch.setattr(making, "AHEAD", 5)
    taken, asked = 0, list[tuple[object, ...]]()

    def documents() -> Iterator[Raw]:
        nonlocal taken
        while True:
            taken += 1
            yield Raw(b"We agree.", "a", "a")

    def late(_: workers.Workers, step: Step) -> None:
        step.found = making.make(Raw(b"We agree.", "a", "a"), now())

    monkeypatch.setattr(workers.Workers, "ask", lambda *what: asked.append(what))
    monkeypatch.setattr(workers.Workers, "wait", late)
    steps = making.made(documents(), lambda _: None, now)
    for number in range(100):
        assert isinstance(next(steps).found, Made)
        assert taken <= number + 6
    monkeypatch.setattr(making, "WEIGHT", 20)
    before, steps = taken, making.made(documents(), lambda _: None, now)
    next(steps)
    assert taken == before + 3


def test_progress_tells_how_many_how_fast_and_how_long_still(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr("tui.cli.progress.monotonic", lambda: next(clock))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    progress = Progress("adding", 10_000)
    progress._done = 3_029
    for _ in range(3):
        progress.advance()
        progress._done += 179
    last = capsys.readouterr().err.split("\r")[-1]
    assert "3,390 of 10,000 · 1,130/s · 6 s left" in last
    Progress("adding", 1).advance()
    assert capsys.readouterr().err == ""
    progress.total = None
    progress.advance()
    last = capsys.readouterr().err.split("\r")[-1]
    assert "3,570" in last
    assert " of " not in last
    assert "left" not in last


def test_how_many_there_are_is_unknown_only_while_a_document_is_read_that_holds_many(home: Path) -> None:
    (home / "a.txt").write_text("We agree.")
    (home / "b.jsonl").write_text('{"text": "They met."}\n{"text": "They left."}\n{"text": "They agree."}\n')
    progress = Progress("adding", 3)
    words = [home / "a.txt", home / "b.jsonl", home / "a.txt"]
    found = members(words, Columns(), lambda _: None, progress)
    assert [(isinstance(one, Raw), progress.total) for one in found] == [
        (True, 3), (True, 3), (True, None), (True, None), (True, 5),
    ]  # fmt: skip
