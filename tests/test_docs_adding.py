"""docs/adding.md tells the truth: each of its command lines is run on documents such as it names."""

import re
import shlex
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.seeds.servers import page, serving
from tests.seeds.webpage import PAGE
from tests.whole.terminal import POSTIL, environment, postil

ADDING = (Path(__file__).parents[1] / "docs" / "adding.md").read_text("utf-8")
LINES = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", ADDING, re.DOTALL)
    for line in block.splitlines()
]
ADDRESS = "https://tern.example/talks"

FERRY = "Ferry crews will vote\n\nThe ferry crews will vote on Sunday on the offer of the line, Jonas Weir said.\n"
HEARING = "Hearing on the canal\n\nThe canal board heard two farmers and a miller on Tuesday, and closed at noon.\n"
ENTRY = f"<item><title>Canal</title><description>{HEARING}</description></item>"
FEED = f"<rss><channel><title>Post</title>{ENTRY}</channel></rss>"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Documents under the names that the page uses, in a home whose library knows one article."""
    (tmp_path / "ferry.txt").write_text(FERRY)
    postil(tmp_path, "add", "ferry.txt")
    (tmp_path / "notes.txt").write_text(HEARING)
    (tmp_path / "saved.html").write_text(PAGE)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.html").write_text(PAGE)
    (tmp_path / "folder" / "b.txt").write_text(HEARING)
    (tmp_path / "feed.xml").write_text(FEED)
    row = f'nr,headline,body,round\n7,Canal,"{HEARING.splitlines()[2]}",second\n'
    (tmp_path / "corpus.csv").write_text(row)
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("pages/a.html", PAGE)
    (tmp_path / "table.csv").write_text("file,date\nferry.txt,2024-05-03\n")
    return tmp_path


def test_there_are_lines_to_run() -> None:
    assert len(LINES) > 8
    assert all(shlex.split(line)[0] == "postil" for line in LINES)


@pytest.mark.parametrize("line", LINES)
def test_a_command_line_of_the_page_runs(line: str, home: Path) -> None:
    around = environment(home)
    around["PATH"] = f"{POSTIL.parent}:{around.get('PATH', '')}"
    with serving({"/talks": page(PAGE.encode())}) as server:
        command = ["bash", "-c", line.replace(ADDRESS, f"{server.address}/talks")]
        done = subprocess.run(command, env=around, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr


def test_the_columns_that_are_not_named_come_back_in_the_export(home: Path) -> None:
    postil(home, "add", "corpus.csv")
    first, *rows = postil(home, "export", "--articles").stdout.splitlines()
    assert '"meta_round"' in first
    assert any('"second"' in row for row in rows)


def test_what_is_missing_is_known_after_the_table(home: Path) -> None:
    assert "Ferry crews" in postil(home, "list", "--missing", "published_at").stdout
    postil(home, "meta", "table.csv")
    assert "Ferry crews" not in postil(home, "list", "--missing", "published_at").stdout


def test_the_letters_that_the_page_shows_are_repaired(home: Path) -> None:
    (shown,) = re.findall(r"\(`(\S+)` for `(\S+)`\)", ADDING)
    (home / "twice.txt").write_text(f"Kein Ende\n\nDer Hafen gibt Geld {shown[0]} Lotsen und {shown[0]} Boote.\n")
    assert shown[1] in postil(home, "clean", "twice.txt").stdout
