"""Where a library is, and which folder is refused as one."""

import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import library
from annotations.codebook import DEFAULT, Attribute, Codebook, Tag
from annotations.codebook_file import written
from annotations.errors import BadCoder, DamagedFile, NewerSchema, NotALibrary, NotSaved
from annotations.library import Library, locate
from annotations.migrate import SCHEMA


def where(named: str | None, cwd: Path, **environ: str) -> Path:
    return locate(named, environ=environ, cwd=cwd, data=lambda: cwd / "data")


def test_the_named_folder_outranks_the_environment_and_that_the_folders_above(tmp_path: Path) -> None:
    library.init(tmp_path)
    below = tmp_path / "notes" / "2024"
    below.mkdir(parents=True)
    assert where("talks", below, POSTIL_LIBRARY="/other") == below / "talks"
    assert where(None, below, POSTIL_LIBRARY="/other") == Path("/other")
    assert where(None, below, POSTIL_LIBRARY="") == tmp_path
    assert where(None, tmp_path) == tmp_path


def test_without_any_of_these_it_is_in_the_folder_of_ones_data(tmp_path: Path) -> None:
    assert where(None, tmp_path) == tmp_path / "data" / "library"


def test_a_tilde_in_the_environment_is_ones_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert where(None, Path("/"), POSTIL_LIBRARY="~/talks") == tmp_path / "talks"


@pytest.mark.parametrize("there", [False, True])
def test_an_absent_or_empty_folder_is_a_library_in_which_nothing_is_written_yet(tmp_path: Path, there: bool) -> None:
    root = tmp_path / "talks"
    if there:
        root.mkdir()
        (root / ".git").mkdir()
    opened = Library.open(root)
    assert opened.codebook == DEFAULT
    assert opened.name == "talks"
    assert not (root / "postil.toml").exists()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()
    with pytest.raises(NotALibrary, match=r"“thesis\.odt”.*postil init"):
        Library.open(tmp_path)
    with pytest.raises(NotALibrary, match="a library is a folder"):
        Library.open(tmp_path / "thesis.odt")


def test_init_makes_any_folder_a_library_and_changes_nothing_the_second_time(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").touch()
    assert library.init(tmp_path).codebook == DEFAULT
    (tmp_path / "postil.toml").write_text(written(DEFAULT).replace("#", "# mine:", 1), "utf-8")
    before = (tmp_path / "postil.toml").read_bytes()
    library.init(tmp_path)
    assert (tmp_path / "postil.toml").read_bytes() == before
    assert (tmp_path / ".local" / ".gitignore").read_text() == "*\n"


def test_several_may_make_the_same_folder_a_library_at_once(tmp_path: Path) -> None:
    roots = [tmp_path / f"talks-{number}" for number in range(20) for _ in range(6)]
    with ThreadPoolExecutor(6) as several:
        made = list(several.map(library.init, roots))
    assert [one.codebook for one in made] == [DEFAULT] * len(roots)
    assert {tuple(sorted(path.name for path in root.iterdir())) for root in roots} == {(".local", "postil.toml")}
    assert {root.joinpath(".local", ".gitignore").read_text("utf-8").split()[0] for root in roots} == {"*"}


def test_a_folder_of_this_machine_s_own_that_a_kill_left_to_git_is_left_out_the_next_time(tmp_path: Path) -> None:
    (tmp_path / ".local").mkdir()
    (tmp_path / ".local" / ".gitignore").touch()
    library.keep_local(tmp_path)
    assert (tmp_path / ".local" / ".gitignore").read_text("utf-8") == "*\n"


def test_the_first_add_makes_it_one(tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "talks")
    library.found(opened)
    assert Library.open(tmp_path / "talks").codebook == DEFAULT
    assert (tmp_path / "talks" / "postil.toml").exists()


def test_the_default_codebook_is_toml_that_says_the_same(tmp_path: Path) -> None:
    library.init(tmp_path)
    text = (tmp_path / "postil.toml").read_text("utf-8")
    assert tomllib.loads(text)["schema"] == SCHEMA
    (tmp_path / "postil.toml").write_text(text + "\n# changed\n", "utf-8")
    assert Library.open(tmp_path).codebook == DEFAULT


def test_a_codebook_of_ones_own_is_read_as_it_was_written(tmp_path: Path) -> None:
    side = Attribute("side", 'Which "side"\\ is meant\n— or none.', ("north", "south"))
    own = Codebook(
        (
            Tag("threat", "4", "red", "sentence", "", (side, Attribute("by", names=True))),
            Tag("λόγος", "", "blue", "word"),
        )
    )
    (tmp_path / "postil.toml").write_text(written(own), "utf-8")
    assert Library.open(tmp_path).codebook == own


def test_a_file_from_windows_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "postil.toml").write_bytes(b"\xef\xbb\xbf" + written(DEFAULT).replace("\n", "\r\n").encode())
    assert Library.open(tmp_path).codebook == DEFAULT


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("schema = 2", "schema 2", "it is not TOML"),
        ("schema = 2", "", "it tells no schema"),
        ("schema = 2", "schema = true", "its schema is True"),
        ('key = "1"', "key = 1", r'tag 1: its key is 1; put it in quotation marks: key = "…"'),
        ('key = "1"', 'key = "x"', "tag 1: its key is “x”; a tag's key is one digit"),
        ('key = "2"', 'key = "1"', "two tags have the key “1”"),
        ('name = "precondition"', 'name = "quote"', "two tags have the name “quote”"),
        ('name = "quote"', 'name = "a quote"', "its name is “a quote”"),
        ('name = "quote"', "", "tag 1: it has no name"),
        ('name = "speaker"', 'name = "type"', "two attributes have the name “type”"),
        ('unit = "quotation"', 'unit = "page"', "its unit is “page”; a unit is one of quotation"),
        ('colour = "blue"', 'color = "blue"', "it has a setting “color”; the settings are name, key, colour"),
        ("  names = true", "  names = 1", "its names is neither true nor false"),
        ('values = ["direct"', "values = [3", "its values are no list of texts"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_codebook_is_named_with_its_place(tmp_path: Path, old: str, new: str, why: str) -> None:
    text = written(DEFAULT)
    assert old in text
    (tmp_path / "postil.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DamagedFile) as raised:
        Library.open(tmp_path)
    assert why in str(raised.value)
    assert str(tmp_path / "postil.toml") in str(raised.value)


def test_a_library_without_tags_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postil.toml").write_text("schema = 2\n")
    with pytest.raises(DamagedFile, match="it has no tags"):
        Library.open(tmp_path)


def test_a_newer_library_is_refused_with_the_version_to_get(tmp_path: Path) -> None:
    newer = written(DEFAULT).replace("schema = 2", "schema = 9").replace('needs = "0.1"', 'needs = "0.7"')
    (tmp_path / "postil.toml").write_text(newer + "\n[wholly.new]\n", "utf-8")
    with pytest.raises(NewerSchema, match=r"get postil 0\.7 or newer \(pip install --upgrade postil\)"):
        Library.open(tmp_path)


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match="nothing was saved"):
        library.init(tmp_path / "file" / "talks")


def test_the_coder_is_named_or_in_the_environment_or_remembered_or_the_login(tmp_path: Path) -> None:
    opened = library.init(tmp_path)
    assert library.coder(opened, None, {}, "mara") == "mara"
    library.remember_coder(opened, library.coder(opened, "jo", {}, "mara"))
    assert library.coder(opened, None, {}, "mara") == "jo"
    assert library.coder(opened, None, {"POSTIL_CODER": "env"}, "mara") == "env"
    assert library.coder(opened, "named", {"POSTIL_CODER": "env"}, "mara") == "named"


@pytest.mark.parametrize(
    "name", ["all", "ALL", "", "  ", "../x", "a/b", ".hidden", "-x", "a b", "x\ny", "a\x1b[2J", "x" * 65, "a\u202eb"]
)
def test_what_cannot_be_a_folder_or_means_everybody_is_no_coder(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadCoder) as raised:
        library.coder(Library(tmp_path), name, {}, "mara")
    assert "\x1b" not in str(raised.value)


@pytest.mark.parametrize(
    ("login", "name"),
    [
        ("jörg", "jörg"),
        ("jo\u0308rg", "jörg"),
        ("ACME\\mara holt", "ACME-mara-holt"),
        ("", "reader"),
        ("all", "reader"),
        ("..", "reader"),
    ],
)
def test_any_login_gives_a_name(tmp_path: Path, login: str, name: str) -> None:
    assert library.coder(Library(tmp_path), None, {}, login) == name


def test_a_remembered_name_that_is_damaged_is_forgotten(tmp_path: Path) -> None:
    opened = library.init(tmp_path)
    (tmp_path / ".local" / "coder").write_bytes(b"../\xff")
    assert library.coder(opened, None, {}, "mara") == "mara"


def test_the_codebook_belongs_to_the_library_value(tmp_path: Path) -> None:
    assert replace(Library(tmp_path), codebook=Codebook(())) != Library(tmp_path)
