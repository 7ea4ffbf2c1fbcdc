"""A terminal that is tiny, elsewhere or not there at all."""

from pathlib import Path

import pytest

from tests.tui.cli.conftest import HARBOUR
from tests.whole.bad import alone, titles
from tests.whole.terminal import POSTIL, postil, until, until_ended, watched


def test_a_terminal_of_twenty_cells_and_five_lines_and_one_cell_still_works(tagged: Path) -> None:
    with watched(tagged, str(POSTIL), width=20, height=5) as terminal:
        until(terminal, "Harbour")
        terminal.press("Enter", "q", "1")
        until(terminal, "1 quote, direct")
        for keys, shown in ((("i",), "speaker"), (("C-p",), "Esc"), (("?",), "Esc"), (("/",), "search")):
            terminal.press(*keys)
            until(terminal, shown)
            terminal.press("Escape")
            until(terminal, "1 quote", gone=shown)
        terminal.resize(1, 1)
        terminal.press("q", "1")
        terminal.resize(100, 30)
        until(terminal, "Nobody walked out", "2·0·1")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0


@pytest.mark.parametrize("words", [(), ("-",), ("harbour.txt",)])
def test_without_a_terminal_the_reader_says_so_and_the_paths_are_added(home: Path, words: tuple[str, ...]) -> None:
    done = alone(home, str(POSTIL), *words, stdin=HARBOUR.encode())
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "postil: there is no terminal to read in; postil show and postil export work without one\n"
    )
    assert len(titles(home)) == len(words)


@pytest.mark.parametrize("closed", ["0<&-", "2>/dev/null"])
def test_a_terminal_that_cannot_be_read_or_written_is_none(home: Path, closed: str) -> None:
    with watched(home, "sh", "-c", f'exec "$0" {closed}', str(POSTIL)) as terminal:
        until_ended(terminal)
    assert terminal.code == 2
    assert b"\x1b" not in terminal.seen


@pytest.mark.parametrize("elsewhere", ["1>&-", "1>out.txt", "0</dev/null"])
def test_the_reader_works_where_only_standard_output_or_input_is_elsewhere(tagged: Path, elsewhere: str) -> None:
    with watched(tagged, "sh", "-c", f'exec "$0" {elsewhere}', str(POSTIL)) as terminal:
        until(terminal, "Harbour talks resume")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert b"Traceback" not in terminal.seen
    assert b"went wrong" not in terminal.seen


def test_a_document_comes_from_standard_input_and_the_keys_from_the_terminal(home: Path) -> None:
    with watched(home, "sh", "-c", 'cat harbour.txt | exec "$0" -', str(POSTIL)) as terminal:
        until(terminal, "Nobody walked out")
        terminal.press("Enter", "q", "1")
        until(terminal, "1 quote, direct")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert '"standard input"' not in postil(home, "export").stdout
    assert "“We will sit down again on Friday,”" in postil(home, "export").stdout


def test_nothing_from_standard_input_is_a_sentence(home: Path) -> None:
    with watched(home, "sh", "-c", ': | exec "$0" -', str(POSTIL)) as terminal:
        until_ended(terminal)
    assert terminal.code == 1
    assert terminal.seen == b"refused: standard input: is empty; an article needs words\r\n"
