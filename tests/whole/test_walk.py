"""What a person does on the first day, in a real terminal, with the installed program, on two real scraped articles."""

import csv
import json
import os
import signal
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal, postil, running, until, until_ended

SEEDS = Path(__file__).parents[2] / "../shared/seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the real articles are not in {SEEDS}")

FIRST, SECOND = "Russia, U.S. and UN to Hold Talks on Syria on Monday", "Russia agrees to new round of Syria talks"
APPEAL = (
    "ad-free",
    "Support us",
    "A Message from",
    "Prosecutor General",
    "paiment methods",
    "Remind me later",
    "Read more",
)
TAIL = ("Skip to main content", "Stay informed", "Sign up to get", "republishing this content")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library holds the two articles."""
    postil(tmp_path, "add", str(SEEDS.resolve()))
    return tmp_path


def exported(home: Path, *options: str) -> list[dict[str, str]]:
    postil(home, "export", "-o", "tags.csv", *options)
    with (home / "tags.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_first(terminal: Terminal) -> None:
    """Open the first article and go to its beginning."""
    until(terminal, "1 of 2")
    terminal.press("Enter", "g")
    until(terminal, FIRST, "Interfax", "quotation")


def test_adding_says_the_titles_and_a_second_time_that_they_are_known(tmp_path: Path) -> None:
    first = postil(tmp_path, "add", str(SEEDS.resolve()))
    assert FIRST in first.stderr + first.stdout
    assert SECOND in first.stderr + first.stdout
    again = postil(tmp_path, "add", str(SEEDS.resolve()))
    assert (again.stderr + again.stdout).count("known") >= 2
    assert [json.loads(line)["title"] for line in postil(tmp_path, "list", "--json").stdout.splitlines()] == [
        FIRST,
        "Russia agrees to new round of Syria talks in New York",
    ]


def test_a_library_of_ones_own_is_found_from_below_it_and_corrections_stay(tmp_path: Path) -> None:
    postil(tmp_path, "init", "talks")
    (tmp_path / "talks" / "notes").mkdir()
    postil(tmp_path, "--library", "talks", "add", str(SEEDS.resolve()))
    postil(tmp_path, "--library", "talks", "set", "Hold Talks", "--title", "Talks on Monday", "--date", "2014-01-10")
    with running(tmp_path, below="talks/notes") as terminal:
        until(terminal, "Talks on Monday", "10 January 2014")


def test_nothing_of_the_appeal_is_seen_and_one_key_unfolds_it(home: Path) -> None:
    with running(home, height=60) as terminal:
        read_first(terminal)
        screen = terminal.screen()
        assert not [words for words in APPEAL if words in screen]
        terminal.press("z")
        until(terminal, "Enjoying ad-free content?")
        terminal.press("G")
        until(terminal, "Remind me later.")
        terminal.press("z")
        until(terminal, "folded", gone="Remind me later.")
        terminal.press("J")
        screen = until(terminal, SECOND, "Looming over")
        assert not [words for words in TAIL if words in screen]


def test_four_keys_tag_a_quotation_and_name_its_speaker_and_each_is_exported_exactly(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("q", "1")
        until(terminal, "quote, direct")
        terminal.press("m", "e")
        until(terminal, "speaker Russian Foreign Ministry")
        terminal.press("C-q")
        until_ended(terminal)
    (row,) = exported(home)
    assert (row["tag"], row["quote_type"], row["quote_speaker"]) == ("quote", "direct", "Russian Foreign Ministry")
    assert row["text"].startswith('"On Jan. 13 there will be')
    text = (home / "data/postil/library/sources" / f"{row['article_id']}.txt").read_text("utf-8")
    assert text[int(row["start"]) : int(row["end"])] == row["text_exact"]


def test_a_tag_made_before_kill_minus_nine_is_there_at_the_next_start(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("q", "1")
        until(terminal, "quote, direct")
        os.kill(terminal.pid(), signal.SIGKILL)
        until_ended(terminal)
    assert len(exported(home)) == 1
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("a")
        until(terminal, "quote, direct")


def test_tagging_counts_in_the_list_and_undo_takes_it_back_also_after_a_restart(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("m", "3", "s", "2")
        until(terminal, "0·1·1")
        terminal.press("u")
        until(terminal, "0·0·1")
        terminal.press("C-q")
        until_ended(terminal)
    with running(home) as terminal:
        until(terminal, "0·0·1")
        terminal.press("Enter", "u")
        until(terminal, "again")
        assert "0·0·1" in terminal.screen()
        terminal.press("u")
        until(terminal, "undone", gone="0·0·1")


def test_a_split_quotation_is_one_annotation_with_two_spans(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("q", "1", "q", "+")
        until(terminal, "2 spans")
        terminal.press("C-q")
        until_ended(terminal)
    (row,) = exported(home)
    assert row["spans"].count("|") == 1
    assert " … " in row["text_exact"]


def test_a_flip_is_remembered_and_said_where_it_cannot_be(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("G", "Z")
        until(terminal, "folded", gone="That issue will only be discussed")
        terminal.press("q", "C-q")
        until_ended(terminal)
    assert "That issue will only" not in postil(home, "show", "Hold Talks").stdout
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("u", "u")
        until(terminal, "undone")
        terminal.press("G", "2", "Z")
        until(terminal, "holds an annotation of yours")


def test_done_goes_on_to_the_next_unfinished_article(home: Path) -> None:
    with running(home) as terminal:
        until(terminal, FIRST, "Interfax")
        terminal.press("R")
        until(terminal, "✓", "Looming over")


def test_search_goes_from_hit_to_hit(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("/")
        terminal.press(*"geneva 2")
        until(terminal, "geneva 2")
        terminal.press("Enter")
        until(terminal, "1 of ")
        terminal.press("n")
        until(terminal, "2 of ")


def test_every_key_is_in_the_help_and_every_command_in_the_palette(home: Path) -> None:
    with running(home) as terminal:
        read_first(terminal)
        terminal.press("?")
        until(terminal, "Tag the selection as a quote")
        terminal.press(*"widen")
        until(terminal, "Widen", gone="Tag the selection as a quote")
        terminal.press("Escape")
        until(terminal, "Interfax")
        terminal.press("C-p")
        terminal.press(*"export")
        until(terminal, "Export the annotations as CSV")


def test_a_script_makes_the_same_edit_as_a_key(home: Path) -> None:
    postil(home, "tag", "Hold Talks", "--tag", "quote", "--text", '"We do not need Geneva 2 if Russia thinks Assad is '
           'going to\u00a0remain in\u00a0power,"', "--speaker", "Badr Jamous", "--note", "on conditions")  # fmt: skip
    (row,) = exported(home, "--tag", "quote")
    assert (row["quote_type"], row["quote_speaker"], row["note"]) == ("direct", "Badr Jamous", "on conditions")
    with running(home) as terminal:
        until(terminal, "1·0·0")
