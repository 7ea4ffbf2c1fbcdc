"""Cleaning without a library: the text for people, one object a path for scripts."""

from pathlib import Path

from tests.tui.cli.conftest import HARBOUR, Postil


def test_the_text_comes_without_a_library(postil: Postil, home: Path) -> None:
    cleaned = postil("clean", "-", stdin=HARBOUR.encode())
    assert cleaned.code == 0
    assert "Nobody walked out." in cleaned.out
    assert postil("clean", stdin=HARBOUR.encode()).out == cleaned.out
    assert list(home.iterdir()) == []


def test_there_is_one_object_a_path_in_the_order_given(postil: Postil, home: Path) -> None:
    (home / "harbour.txt").write_bytes(b"\xef\xbb\xbf" + HARBOUR.replace("\n", "\r\n").encode())
    (home / "poem.txt").write_text("Only one line", "utf-8")
    cleaned = postil("clean", "--json", "harbour.txt", "gone.txt", "poem.txt")
    first, gone, poem = cleaned.objects
    assert cleaned.code == 1
    assert list(first) == ["path", "title", "text", "blocks"]
    assert [each["path"] for each in (first, gone, poem)] == ["harbour.txt", "gone.txt", "poem.txt"]
    assert list(gone) == ["path", "error"]
    assert poem["text"] == "Only one line"
    body = [HARBOUR[each["start"] : each["end"]] for each in first["blocks"] if each["kind"] in ("body", "standfirst")]
    assert first["text"] == "\n\n".join(body)
    assert list(first["blocks"][0]) == ["start", "end", "kind", "score", "reason"]


def test_characters_that_a_terminal_obeys_are_escaped_in_json_and_others_are_not(postil: Postil) -> None:
    text = "Übung für Ärzte \u202e und \x9b31m mehr.\u200b"
    line = postil("clean", "--json", "-", stdin=text.encode()).out
    assert "Übung für Ärzte \\u202e und \\u009b31m mehr.\\u200b" in line
