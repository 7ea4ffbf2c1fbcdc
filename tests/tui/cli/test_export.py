"""What was found leaves as CSV: all of it, in order, exactly, and whatever could not be read is said."""

import csv
import io
import re
from pathlib import Path

import pytest

from annotations.export.guard import unguarded
from tests.tui.cli.conftest import HARBOUR, Postil
from tui.cli.export import command

QUOTE = "“Nobody walked out.”"


@pytest.fixture
def tagged(postil: Postil, harbour: str, ferry: str) -> tuple[str, str]:
    """Two articles with three annotations."""
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--speaker", "Mara Holt", "--note", "=cmd")
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    postil("tag", ferry, "--tag", "precondition", "--text", "They want it back before they talk.")
    return harbour, ferry


def read(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_there_is_a_row_an_annotation_in_the_order_of_articles_and_text(
    postil: Postil, tagged: tuple[str, str]
) -> None:
    exported = postil("export")
    assert exported.code == 0
    assert [(row["article_id"], row["tag"]) for row in read(exported.out)] == [
        (tagged[0], "quote"), (tagged[0], "participant"), (tagged[1], "precondition"),
    ]  # fmt: skip


@pytest.mark.usefixtures("tagged")
def test_text_exact_is_the_words_of_the_spans(postil: Postil, home: Path) -> None:
    rows = read(postil("export").out)
    assert len(rows) == 3
    for row in rows:
        text = (home / "data/postil/library/sources" / f"{row['article_id']}.txt").read_text("utf-8")
        parts = [text[int(a) : int(b)] for a, b in re.findall(r"(\d+)-(\d+)", row["spans"])]
        assert unguarded(row["text_exact"]) == " … ".join(parts)


@pytest.mark.usefixtures("tagged")
def test_a_formula_gets_an_apostrophe_and_that_is_said(postil: Postil) -> None:
    exported = postil("export")
    assert '"\'=cmd"' in exported.out
    assert "1 cell begins like a formula" in exported.err
    raw = postil("export", "--raw")
    assert '"=cmd"' in raw.out


@pytest.mark.usefixtures("tagged")
def test_a_file_is_written_whole_and_what_was_there_is_replaced(postil: Postil, home: Path) -> None:
    (home / "tags.csv").write_text("old", "utf-8")
    written = postil("export", "-o", "tags.csv", "--bom")
    assert (written.code, written.out) == (0, "")
    assert "3 rows in tags.csv" in written.err
    assert (home / "tags.csv").read_bytes().startswith(b'\xef\xbb\xbf"annotation_id",')
    assert sorted(path.name for path in home.iterdir()) == ["data", "ferry.txt", "harbour.txt", "tags.csv"]


@pytest.mark.usefixtures("tagged")
def test_a_link_is_followed_and_stays_one(postil: Postil, home: Path) -> None:
    (home / "shared").mkdir()
    (home / "tags.csv").symlink_to(home / "shared" / "tags.csv")
    assert postil("export", "-o", "tags.csv").code == 0
    assert (home / "tags.csv").is_symlink()
    assert len(read((home / "shared" / "tags.csv").read_text("utf-8"))) == 3


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(("output", "why"), [("data", "is a folder"), ("gone/tags.csv", "no such folder")])
def test_where_nothing_can_be_written_is_said(postil: Postil, home: Path, output: str, why: str) -> None:
    refused = postil("export", "-o", output)
    assert refused.code == 1
    assert why in refused.err
    assert not (home / "gone").exists()


@pytest.mark.usefixtures("tagged")
def test_a_full_disk_leaves_the_old_file(postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (home / "tags.csv").write_text("old", "utf-8")
    monkeypatch.setattr("annotations.files.os.fsync", full)
    refused = postil("export", "-o", "tags.csv")
    assert refused.code == 1
    assert "disk is full" in refused.err
    assert (home / "tags.csv").read_text("utf-8") == "old"


def test_tags_and_articles_can_be_chosen(postil: Postil, tagged: tuple[str, str]) -> None:
    assert [row["tag"] for row in read(postil("export", "--tag", "quote", "--tag", "precondition").out)] == [
        "quote", "precondition",
    ]  # fmt: skip
    chosen = postil("export", tagged[1], "Harbour")
    assert [row["article_id"] for row in read(chosen.out)] == [tagged[1], tagged[0], tagged[0]]
    assert postil("export", "nothing").code == 1
    unknown = postil("export", "--tag", "quot")
    assert unknown.code == 2
    assert "quote, precondition, participant" in unknown.err


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(("named", "delimiter"), [("tab", "\t"), ("\\t", "\t"), (";", ";"), ("|", "|")])
def test_the_columns_can_be_parted_otherwise(postil: Postil, named: str, delimiter: str) -> None:
    assert len(read(postil("export", "--delimiter", named).out, delimiter)) == 3


@pytest.mark.parametrize("delimiter", ["", "::", '"', "\n", "a"])
def test_what_cannot_part_columns_is_wrong_usage(postil: Postil, delimiter: str) -> None:
    assert postil("export", "--delimiter", delimiter).code == 2


@pytest.mark.usefixtures("tagged")
def test_on_request_a_row_is_a_line(postil: Postil, harbour: str) -> None:
    end = HARBOUR.index("By Mara")
    postil("tag", harbour, "--tag", "quote", "--span", f"0:{end + 2}")
    assert len(postil("export", "--single-line").out.splitlines()) == 5
    assert len(postil("export").out.splitlines()) > 5


def test_articles_have_a_row_each_also_without_a_find(postil: Postil, tagged: tuple[str, str], home: Path) -> None:
    (home / "third.txt").write_text("Nothing of note\n\nThe ferry sailed on time, and nobody spoke of it.\n", "utf-8")
    third = postil("add", "third.txt").id
    rows = read(postil("export", "--articles").out)
    assert [(row["article_id"], row["quote_count"], row["participant_count"]) for row in rows] == [
        (tagged[0], "1", "1"), (tagged[1], "0", "0"), (third, "0", "0"),
    ]  # fmt: skip
    (first, *_) = read(postil("export", "--wide").out)
    assert (first["quote"], first["participant"], first["precondition"]) == (QUOTE, "Ivo Brandt", "")


def test_everybodys_annotations_on_request(postil: Postil, tagged: tuple[str, str]) -> None:
    postil("tag", tagged[0], "--tag", "quote", "--text", "Harbour talks resume", "--coder", "ada")
    assert {row["coder"] for row in read(postil("export").out)} == {"ada"}
    everybody = read(postil("export", "--coder", "all").out)
    assert [row["coder"] for row in everybody] == ["ada", "mh", "mh", "mh"]
    both = read(postil("--coder", "all", "export", "--articles").out)
    assert [(row["coder"], row["quote_count"]) for row in both] == [
        ("ada", "1"),
        ("mh", "1"),
        ("ada", "0"),
        ("mh", "0"),
    ]
    assert len(read(postil("export", "--coder", "mh").out)) == 3


def test_a_damaged_article_is_left_out_with_a_sentence_and_the_rest_is_exported(
    postil: Postil, tagged: tuple[str, str], home: Path
) -> None:
    (home / "data/postil/library/sources" / f"{tagged[0]}.txt").write_text("other words", "utf-8")
    exported = postil("export")
    assert exported.code == 1
    assert [row["article_id"] for row in read(exported.out)] == [tagged[1]]
    assert exported.err.startswith("left out ")
    assert tagged[0] in exported.err


def test_an_empty_library_gives_the_columns_alone(postil: Postil, home: Path) -> None:
    assert len(postil("export").out.splitlines()) == 1
    assert list(home.iterdir()) == []


def test_every_option_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[3] / "docs" / "csv.md").read_text("utf-8")
    options = {name for option in command.params for name in option.opts if name.startswith("-")}
    assert not {name for name in options - {"--library"} if f"`{name}" not in page and f", `{name}" not in page}
