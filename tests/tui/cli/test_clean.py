"""Cleaning without a library: the text for people, one object a path for scripts."""

from pathlib import Path

import pytest

from tests.tui.cli.conftest import HARBOUR, Postil
from tui.fit import cells


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


PAGE = f"""\
<!DOCTYPE html><html><head><title>Harbour talks resume</title></head><body><ul><li>World</li><li>Sport</li></ul>
<article><h1>Harbour talks resume</h1>{"".join(f"<p>{line}</p>" for line in HARBOUR.split(chr(10) * 2)[2:])}</article>
</body></html>
"""


def test_why_has_a_line_a_block_with_kind_reason_and_words(postil: Postil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    text = HARBOUR + "\nFollow us on Facebook\x1b[2J \u4e2d\u6587 and share this page with all of your friends\n"
    said = postil("clean", "--why", stdin=text.encode())
    lines = said.out.splitlines()
    blocks = postil("clean", "--json", stdin=text.encode()).objects[0]["blocks"]
    assert [line.split()[:2] for line in lines] == [[one["kind"], f"{one['score']:.2f}"] for one in blocks]
    assert all(one["reason"][:20] in line for one, line in zip(blocks, lines, strict=True))
    assert len({line.index(words) for line, words in zip(lines, ("Harbour", "By Mara", "The dock"), strict=False)}) == 1
    assert max(map(cells, lines)) <= 100
    assert "\x1b" not in said.out


def test_why_tells_of_a_page_how_much_trafilatura_keeps(postil: Postil, home: Path) -> None:
    (home / "talks.html").write_text(PAGE, "utf-8")
    lines = postil("clean", "--why", "talks.html").out.splitlines()
    kept = {line.split("keeps")[1].split()[0] for line in lines if "The dockers" in line}
    assert kept == {"100%"}
    assert [line for line in lines if "World" in line and "trafilatura keeps   0%" in line]


def test_why_of_several_documents_parts_them_and_names_what_is_refused(postil: Postil, home: Path) -> None:
    (home / "harbour.txt").write_text(HARBOUR, "utf-8")
    said = postil("clean", "--why", "harbour.txt", "gone.txt", "harbour.txt")
    assert said.code == 1
    assert "gone.txt" in said.err
    first, second = said.out.split("\n\n")
    assert first.strip() == second.strip()
