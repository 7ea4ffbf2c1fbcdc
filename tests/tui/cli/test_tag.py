"""A script tags as a key does: the same words, the same fields, the same refusals."""

import csv
import io

import pytest

from tests.tui.cli.conftest import HARBOUR, Postil, Result

QUOTE = "“Nobody walked out.”"


def rows(exported: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported.out, newline="")))


def test_words_are_tagged_and_the_id_is_printed(postil: Postil, harbour: str) -> None:
    tagged = postil(
        "tag", harbour, "--tag", "quote", "--text", QUOTE, "--speaker", " Mara  Holt ", "--note", "On the walk-out."
    )
    assert (tagged.code, tagged.err) == (0, f"tagged {QUOTE} as quote\n")
    (row,) = rows(postil("export"))
    assert row["annotation_id"] == tagged.out.strip()
    assert row["text_exact"] == QUOTE
    assert (row["quote_speaker"], row["quote_type"]) == ("Mara Holt", "direct")
    assert (row["note"], row["origin"], row["coder"]) == ("On the walk-out.", "script", "mh")


def test_a_name_that_stands_once_has_its_place_and_one_that_stands_often_has_none(postil: Postil, harbour: str) -> None:
    postil("tag", harbour, "--tag", "precondition", "--text", "before any talks on wages", "--attr", "by=Ivo Brandt")
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--attr", "speaker=Holt")
    postil("tag", harbour, "--tag", "participant", "--text", "The dockers", "--attr", "entity=docker")
    places = {
        row["tag"]: (row["precondition_by_start"], row["quote_speaker_start"], row["participant_entity_start"])
        for row in rows(postil("export"))
    }
    assert places == {
        "precondition": (str(HARBOUR.index("Ivo Brandt")), "", ""), "quote": ("", "", ""), "participant": ("", "", ""),
    }  # fmt: skip


def test_several_places_make_one_annotation(postil: Postil, harbour: str) -> None:
    first = HARBOUR.index("“We will")
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--span", f"{first}:{first + 34}")
    (row,) = rows(postil("export"))
    assert row["text"] == "“We will sit down again on Friday,” … “Nobody walked out.”".replace("Friday,”", "Friday,")
    assert row["spans"].count("|") == 1


def test_straight_marks_find_curly_ones(postil: Postil, harbour: str) -> None:
    assert postil("tag", harbour, "--tag", "quote", "--text", '"Nobody walked out."').code == 0


def test_words_in_several_places_are_refused_with_the_offsets(postil: Postil, harbour: str) -> None:
    refused = postil("tag", harbour, "--tag", "participant", "--text", "port authority")
    first = HARBOUR.index("port authority")
    second = HARBOUR.index("port authority", first + 1)
    assert refused.code == 1
    assert f"2 places: {first}:{first + 14}, {second}:{second + 14}" in refused.err


def test_words_that_are_not_there_are_refused(postil: Postil, harbour: str) -> None:
    assert "does not stand in the article" in postil("tag", harbour, "--tag", "quote", "--text", "We agree").err


@pytest.mark.parametrize("span", ["5:5", "9:3", "0:99999", "x", "-1:4", "1", "٣:٥"])
def test_a_place_outside_the_text_is_wrong_usage(postil: Postil, harbour: str, span: str) -> None:
    refused = postil("tag", harbour, "--tag", "quote", f"--span={span}")
    assert refused.code == 2
    assert f"from 0 to {len(HARBOUR)}" in refused.err


def test_a_place_inside_a_character_is_refused_with_the_whole_one(postil: Postil) -> None:
    text = "A rower 👩‍🚀 wrote cafe\u0301 twice over.\n\nNobody was there to read what had been written."
    article = postil("add", "-", stdin=text.encode()).id
    at = text.index("👩")
    refused = postil("tag", article, "--tag", "quote", "--span", f"{at}:{at + 1}")
    assert refused.code == 1
    assert f"{at}:{at + 3} is whole" in refused.err
    assert postil("tag", article, "--tag", "quote", "--text", "cafe").code == 1
    assert postil("tag", article, "--tag", "quote", "--span", f"{at}:{at + 3}").code == 0


def test_white_space_alone_is_no_place(postil: Postil, harbour: str) -> None:
    at = HARBOUR.index("\n\n")
    assert "holds no words" in postil("tag", harbour, "--tag", "quote", "--span", f"{at}:{at + 2}").err


def test_the_same_tag_on_the_same_words_is_said_and_not_doubled(postil: Postil, harbour: str) -> None:
    first = postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--speaker", "Mara Holt")
    again = postil("tag", harbour, "--tag", "quote", "--text", QUOTE)
    assert (again.code, again.out) == (0, first.out)
    assert "already" in again.err
    other = postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--speaker", "Ivo Brandt")
    assert (other.code, other.out) == (1, "")
    assert postil("tag", harbour, "--tag", "precondition", "--text", QUOTE).code == 0
    assert len(rows(postil("export"))) == 2


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--tag", "praise"], "quote, precondition, participant"),
        (["--tag", "quote", "--attr", "mood=glum"], "speaker, type"),
        (["--tag", "quote", "--attr", "type=loud"], "direct, mixed, indirect"),
        (["--tag", "quote", "--attr", "type"], "KEY=VALUE"),
        (["--tag", "quote", "--speaker", " "], "speaker is empty"),
    ],
)
def test_what_the_codebook_does_not_know_is_wrong_usage(
    postil: Postil, harbour: str, options: list[str], why: str
) -> None:
    refused = postil("tag", harbour, "--text", QUOTE, *options)
    assert refused.code == 2
    assert why in refused.err
    assert rows(postil("export")) == []


def test_a_tag_without_words_is_wrong_usage(postil: Postil, harbour: str) -> None:
    assert postil("tag", harbour, "--tag", "quote").code == 2


def test_all_is_nobody_who_could_tag(postil: Postil, harbour: str) -> None:
    refused = postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--coder", "all")
    assert refused.code == 1
    assert "all coders" in refused.err


def test_a_coder_who_was_named_is_remembered(postil: Postil, harbour: str) -> None:
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--coder", "ada")
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    assert {row["coder"] for row in rows(postil("export"))} == {"ada"}
