"""README.md and docs/ tell the truth: what they show is run, what they name is there, what is there is named."""

import ast
import json
import re
import runpy
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from annotations.codebook import DEFAULT
from annotations.codec import document
from annotations.edit import OWN_FIELDS
from annotations.index import Row
from annotations.library import Library
from annotations.migrate import SCHEMA
from annotations.store import Store
from tests.whole.terminal import postil, running, until, until_ended
from tui.command_names import COMMANDS
from tui.commands import LIST, TEXT
from tui.commands.table import commands
from tui.filtering import matching
from tui.here import now
from tui.keys import shown

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")
FORMATS = (DOCS / "formats.md").read_text("utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

FILLERS = {"a", "as", "is", "it", "on", "that", "the", "then", "to", "saved", "these"}
"""Words of the README's table of keys that a command's sentence need not have."""

STAND_INS = {"ARTICLE": "ferry", "FILE": "article.txt"}
"""What the README's command lines are run with in the place of a word in capitals."""


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page."""
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def lines_shown() -> list[str]:
    """The command lines of postil in the README: in code blocks, and in a sentence where they say more than a name."""
    in_blocks = [line for block in blocks(README, "sh") for line in block.splitlines() if line.startswith("postil")]
    return in_blocks + re.findall(r"`(postil [^\s`]+ [^`]+)`", README)


KEYS = re.findall(r"^\| `(\S+)` \| (.+) \|$", README, re.MULTILINE)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one article in its library, and a file and a folder to add."""
    text = blocks(FORMATS, "text")[0]
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "other.txt").write_text("Harbour\n\n" + text, "utf-8")
    (tmp_path / "article.txt").write_text(text, "utf-8")
    postil(tmp_path, "add", "article.txt")
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_named(name: str) -> None:
    pages = [README, *(path.read_text("utf-8") for path in DOCS.glob("*.md"))]
    assert any(re.search(rf"\bpostil {name}\b", page) for page in pages)


@pytest.mark.parametrize("name", re.findall(r"`postil ([\w-]+)[^`]*`", README))
def test_what_the_readme_calls_a_command_is_one(name: str) -> None:
    assert name in COMMANDS or name == "--help"


@pytest.mark.parametrize("line", [line for line in lines_shown() if shlex.split(line, comments=True) != ["postil"]])
def test_a_command_line_of_the_readme_runs(line: str, home: Path) -> None:
    said = shlex.split(line, comments=True)[1:]
    postil(home, *(STAND_INS.get(word, word) for word in said))
    if "-o" in said:
        assert (home / said[said.index("-o") + 1]).exists()


def test_the_bare_command_of_the_readme_opens_the_reader(home: Path) -> None:
    assert any(shlex.split(line, comments=True) == ["postil"] for line in lines_shown())
    with running(home) as terminal:
        until(terminal, "Ferry crews will vote")
        terminal.press("q")
        until_ended(terminal)


@pytest.mark.parametrize(("key", "meaning"), KEYS)
def test_a_key_of_the_readme_does_what_it_says(key: str, meaning: str) -> None:
    pane = LIST if key == "Enter" else TEXT
    bound = [one for one in commands(DEFAULT) if pane in one.where and key in map(shown, one.keys)]
    assert [one.name for one in bound if words(meaning) - FILLERS <= words(f"{one.sentence} {one.name}")], bound


def test_the_readme_has_ten_keys() -> None:
    assert len(dict(KEYS)) == 10


def test_the_page_of_keys_is_what_the_script_makes() -> None:
    made = runpy.run_path(str(DOCS / "make_keys.py"))["page"]()
    assert (DOCS / "keys.md").read_text("utf-8") == made, "run python docs/make_keys.py"


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md")))])
def test_a_link_leads_to_a_file(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_page_is_linked_from_the_readme() -> None:
    assert not {f"docs/{path.name}" for path in DOCS.glob("*.md")} - set(re.findall(r"\]\(([^)]+)\)", README))


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    (pattern,) = re.findall(r"sed -n '/(.+)/p' README\.md", (ROOT / ".ci" / "run").read_text("utf-8"))
    (line,) = [line for line in README.splitlines() if re.search(pattern, line)]
    assert line in "".join(blocks(README, "sh"))
    (extra,) = re.findall(r"-e '\.\[(\w+)\]'", line)
    assert {"ruff", "mypy", "import-linter", "postil[test]"} <= {
        re.split("[>=]", one)[0] for one in PYPROJECT["project"]["optional-dependencies"][extra]
    }


def test_the_install_command_installs_what_it_starts() -> None:
    (line,) = [line for line in README.splitlines() if re.fullmatch("python3 -m venv .*/postil", line)]
    made, installed, started = line.split(" && ")
    folder = made.split()[-1]
    assert installed == f"{folder}/bin/pip install -q ."
    assert started.removeprefix(f"{folder}/bin/") in PYPROJECT["project"]["scripts"]


def test_pandas_is_told_to_read_every_cell_as_text(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = blocks(README, "python")
    (call,) = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    told = {word.arg: ast.unparse(word.value) for word in call.keywords}
    assert told == {"dtype": "str", "keep_default_na": "False"}
    pytest.importorskip("pandas", reason="pandas is not needed, so its call was only looked at")
    postil(home, "tag", "ferry", "--tag", "quote", "--text", "Sunday,”", "--note", "NA")
    postil(home, "export", "-o", "tags.csv")
    monkeypatch.chdir(home)
    scope: dict[str, Any] = {}
    exec(code, scope)  # noqa: S102  # the page's own example
    assert list(scope["tags"]["note"]) == ["NA"]


def example(name: str) -> str:
    """The content of a file that docs/formats.md shows; `name` is the end of its path's beginning."""
    (found,) = re.findall(rf"^`{name}\S*`:\n\n```\w+\n(.*?)```", FORMATS, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def library(home: Path) -> Library:
    """The library that docs/formats.md shows, made again from its text."""
    root = home / "library"
    (home / "ferry.txt").write_text(example(r"sources/\w+\.txt"), "utf-8")
    front = ("--library", str(root), "--coder", "mh")
    postil(home, *front, "init", str(root))
    postil(home, *front, "add", "ferry.txt")
    postil(home, *front, "set", "ferry", "--publication", "The Aldermoor Post")
    quote = ("--tag", "quote", "--text", "“We will vote on Sunday,”", "--speaker", "Jonas Weir")
    postil(home, *front, "tag", "ferry", *quote)
    with running(home, *front) as terminal:
        until(terminal, "Ferry crews")
        terminal.press("R")
        until(terminal, "every article is done")
        terminal.press("q")
        until_ended(terminal)
    return Library.open(root)


def test_the_page_of_formats_shows_a_library_as_it_is(library: Library) -> None:
    article_id = next(library.sources.glob("*.txt")).stem
    for path in (f"sources/{article_id}.txt", f"corrections/{article_id}.json"):
        assert f"`{path}`:" in FORMATS
        assert example(path) == (library.root / path).read_text("utf-8")
    said, real = (json.loads(text) for text in (example(r"sources/\w+\.json"), _read(library.sources)))
    assert list(said) == list(real)
    fixed = set(said) - {"added", "blocks", "cleaner"}
    assert {key: said[key] for key in fixed} == {key: real[key] for key in fixed}
    assert [block[:3] for block in said["blocks"]] == [block[:3] for block in real["blocks"]]
    for file in (file for file in library.root.rglob("*") if file.is_file()):
        name = file.name.replace(article_id, "<id>").replace("mh.json", "<coder>.json")
        assert re.search(rf"(^|[ /]){re.escape(name)}( |$)", blocks(FORMATS, "")[0], re.MULTILINE), file


def test_the_annotations_of_the_page_open_with_plain_tinydb(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "shown.json"
    path.write_text(example("annotations/"), "utf-8")
    shown_db = TinyDB(path, access_mode="r")
    real = Store(library, "mh", now=now).open(next(library.sources.glob("*.txt")).stem).layer
    (annotation,) = shown_db.all()
    (made,) = (document(one) for one in real.annotations.values())
    made |= {"created": annotation["created"], "modified": annotation["modified"]}
    assert dict(annotation) == made
    [about] = shown_db.table("article").all()
    assert re.fullmatch("[0-9a-f]{16}", about.pop("edition"))
    assert about == {"schema": SCHEMA, **real.own}
    assert all(f"`{field}`" in FORMATS for field in OWN_FIELDS)


def test_the_code_of_the_page_finds_the_quote(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(library.root)
    scope: dict[str, Any] = {}
    exec(blocks(FORMATS, "python")[0], scope)  # noqa: S102  # the page's own example
    assert "['“We will vote on Sunday,”'] Jonas Weir" in capsys.readouterr().out
    assert scope["status"] == "done"


def _read(folder: Path) -> str:
    return next(folder.glob("*.json")).read_text("utf-8")


def test_every_key_that_the_page_on_reading_names_is_one() -> None:
    page = (DOCS / "reading.md").read_text("utf-8")
    bound = {shown(key) for command in commands(DEFAULT) for key in command.keys}
    named = {key for key in re.findall(r"`([^`]+)`", page) if not re.fullmatch(r"[\w-]+:\S+|unicode-data", key)}
    spoken = set(re.findall(r"\bCtrl\+\w\b", page)) | {"Esc", "Tab"} & set(re.findall(r"\w+", page))
    assert named | spoken <= bound
    assert len(named) > 25


@pytest.mark.parametrize(
    ("unit", "ahead", "back"),
    re.findall(r"^\| (\w+) \| `(.)` \(`(.)`\) \|", (DOCS / "reading.md").read_text("utf-8"), re.MULTILINE),
)
def test_a_unit_of_the_page_is_selected_by_its_keys(unit: str, ahead: str, back: str) -> None:
    keys = {command.name: command.keys for command in commands(DEFAULT)}
    assert ahead in keys[f"select.{unit}"]
    assert back in keys[f"select.{unit}.back"]


@pytest.mark.parametrize("query", re.findall(r"`(\w+:\S+)`", (DOCS / "reading.md").read_text("utf-8")))
def test_a_filter_of_the_page_finds_the_article_that_it_means(query: str) -> None:
    row = Row("d1", "Harbour talks", "The Tern Courier", "2024-05-03", "en", 9, 0, "done", {"quote": 1}, "a.txt")
    other = Row("d2", "A line redrawn", "Upland Radio", "2023-01-01", "en", 9, 0, "unread", {}, "b.txt")
    assert matching([other, row], query) == [1]
    assert matching([other, row], f"-{query}") == [0]
