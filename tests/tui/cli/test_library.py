"""Making a library, correcting what is known, listing and showing, checking; and what each says of mistakes."""

from pathlib import Path

import pytest

from tests.tui.cli.conftest import HARBOUR, Postil


def test_a_library_is_made_once_and_found_from_below(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = postil("init", "talks")
    assert made.out == f"{home / 'talks'}\n"
    assert "already" in postil("init", "talks").err
    below = home / "talks" / "notes"
    below.mkdir()
    monkeypatch.chdir(below)
    (below / "harbour.txt").write_text(HARBOUR, "utf-8")
    assert postil("add", "harbour.txt").code == 0
    assert (home / "talks" / "sources").is_dir()
    assert not (home / "data").exists()


def test_the_library_may_be_named_before_or_behind_the_command(postil: Postil, harbour: str) -> None:
    assert postil("--library", "other", "list", "--json").out == ""
    assert postil("list", "--json", "--library", "other").out == ""
    assert harbour in postil("list", "--json").out


def test_a_folder_with_other_files_is_no_library(postil: Postil, home: Path) -> None:
    (home / "papers").mkdir()
    (home / "papers" / "thesis.odt").write_bytes(b"x")
    refused = postil("list", "--library", "papers")
    assert refused.code == 1
    assert "postil init" in refused.err


def test_corrections_are_shown_everywhere_and_can_be_taken_back(postil: Postil, harbour: str) -> None:
    words = [
        "--title",
        "Talks\tin  Tern",
        "--date",
        "2024-05-03",
        "--publication",
        "The Tern Courier",
        "--author",
        "M. H.",
    ]
    assert postil("set", harbour, *words, "--url", "https://tern.example/1").code == 0
    (row,) = postil("list", "--json").objects
    assert row["title"] == "Talks in Tern"
    assert (row["publication"], row["published_at"]) == ("The Tern Courier", "2024-05-03")
    assert "The Tern Courier · 3 May 2024 · M. H. · https://tern.example/1" in postil("show", "in Tern").out
    postil("set", harbour, "--publication", "")
    assert postil("list", "--json").objects[0]["publication"] == ""


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-02-29", "2024-05-03T10:00", "2024-05-03T10:00:00Z"])
def test_a_date_is_as_exact_as_it_is_known(postil: Postil, harbour: str, date: str) -> None:
    assert postil("set", harbour, "--date", date).code == 0
    assert postil("list", "--json").objects[0]["published_at"] == date


@pytest.mark.parametrize(
    "date", ["2023-02-29", "2024-13", "May 2024", "03.05.2024", "24-05-03", "2024-05-03T99:00", "٢٠٢٤"]
)
def test_what_is_no_date_is_wrong_usage(postil: Postil, harbour: str, date: str) -> None:
    refused = postil("set", harbour, "--date", date)
    assert refused.code == 2
    assert "2024-05-03" in refused.err


def test_nothing_to_set_is_wrong_usage(postil: Postil, harbour: str) -> None:
    assert postil("set", harbour).code == 2


def test_a_list_has_the_shape_that_scripts_rely_on(postil: Postil, harbour: str, ferry: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", "“Nobody walked out.”")
    first, second = postil("list", "--json").objects
    assert list(first) == [
        "id", "title", "publication", "published_at", "language", "words", "status", "annotations",
    ]  # fmt: skip
    assert (first["id"], first["annotations"], first["language"]) == (harbour, {"quote": 1}, "en")
    assert (second["id"], second["annotations"], second["status"]) == (ferry, {}, "unread")
    assert first["words"] == len(HARBOUR.split())


def test_a_list_for_people_has_a_line_an_article(postil: Postil, harbour: str, ferry: str) -> None:
    lines = postil("list").out.splitlines()
    assert lines[0].startswith(f"○ {harbour} Harbour talks resume (")
    assert ferry in lines[1]
    done = postil("list", "--status", "done")
    assert (done.code, done.out, done.err) == (0, "", "no article is done\n")


def test_everybody_is_listed_on_request_only(postil: Postil, harbour: str, ferry: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", "“Nobody walked out.”", "--coder", "ada")
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt", "--coder", "ben")
    rows = postil("list", "--json", "--coder", "all").objects
    assert [(row["id"], row.get("coder"), row["annotations"]) for row in rows] == [
        (harbour, "ada", {"quote": 1}),
        (harbour, "ben", {"participant": 1}),
        (ferry, None, {}),
    ]
    assert [row["annotations"] for row in postil("list", "--json").objects] == [{"participant": 1}, {}]


def test_reading_as_somebody_else_does_not_make_one_somebody_else(postil: Postil, harbour: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", "“Nobody walked out.”", "--coder", "ada")
    assert "nobody called ben" in postil("list", "--coder", "ben").err
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    assert postil("list", "--json", "--coder", "ada").objects[0]["annotations"] == {"quote": 1, "participant": 1}


def test_an_article_is_shown_cleaned_with_what_was_marked(postil: Postil, harbour: str) -> None:
    label = postil(
        "tag", harbour, "--tag", "quote", "--text", "“Nobody walked out.”", "--speaker", "Mara Holt"
    ).out.strip()
    shown = postil("show", harbour[:5]).out
    assert shown.startswith("Harbour talks resume\n\n")
    assert "\n\nThe port authority wants the pickets withdrawn" in shown
    start = HARBOUR.index("“Nobody")
    assert f"* quote “Nobody walked out.” · speaker Mara Holt · type direct · {start}-{start + 20} · {label}" in shown


def test_the_source_is_shown_exactly(postil: Postil, harbour: str) -> None:
    assert postil("show", harbour, "--raw").out == HARBOUR


def test_blocks_are_shown_with_their_reasons(postil: Postil, harbour: str) -> None:
    blocks = postil("show", harbour, "--blocks").objects
    assert (blocks[0]["kind"], blocks[0]["text"]) == ("title", "Harbour talks resume")
    assert all(HARBOUR[block["start"] : block["end"]] == block["text"] and block["reason"] for block in blocks)


def test_an_article_that_is_not_there_or_not_one_is_named(postil: Postil, harbour: str, ferry: str) -> None:
    assert "postil list" in postil("show", "nothing").err
    several = postil("show", "r")
    assert several.code == 1
    assert harbour in several.err
    assert ferry in several.err


def test_a_whole_library_is_said_to_be_whole_and_damage_is_found(postil: Postil, home: Path, harbour: str) -> None:
    assert postil("check").code == 0
    (home / "data/postil/library/sources" / f"{harbour}.txt").write_text("other words", "utf-8")
    damaged = postil("check")
    assert damaged.code == 1
    assert f"{harbour}.txt" in damaged.out


def test_a_newer_library_is_refused_with_the_version_to_get(postil: Postil, home: Path) -> None:
    (home / "postil.toml").write_text('schema = 99\nneeds = "7.1"\n', "utf-8")
    refused = postil("list")
    assert refused.code == 1
    assert "7.1" in refused.err


def test_the_codebook_and_the_keys_are_printed(postil: Postil) -> None:
    assert "1  quote: " in postil("codebook").out
    assert "type (direct, mixed, indirect)" in postil("codebook").out
    assert "tag.quote" in postil("keys").out
