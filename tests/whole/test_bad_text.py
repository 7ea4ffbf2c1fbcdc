"""Text from outside is hostile: nothing of it that a terminal would obey comes through."""

from pathlib import Path

from tests.whole.bad import EVIL, cut_off, obeyed
from tests.whole.terminal import POSTIL, postil, until, until_ended, watched


def test_no_command_lets_through_what_a_terminal_would_obey(home: Path, evil: str) -> None:
    (home / f"bad{EVIL}.txt").write_bytes(b"%PDF-1.7\n")
    commands = (
        ("add", evil, f"bad{EVIL}.txt"), ("list",), ("list", "--json"), ("show", "Harbour"), ("clean", evil),
        ("show", "Harbour", "--raw"), ("show", "Harbour", "--blocks"), ("clean", "--json", evil),
        ("set", "Harbour", "--publication", f"Tern {EVIL}Courier"), (f"lis{EVIL}t",), ("show", f"Har{EVIL}bour"),
        ("tag", "Harbour", "--tag", "participant", "--text", f"Mara {EVIL}Holt,"), ("show", "Harbour"), ("export",),
        ("list", "--coder", f"m{EVIL}h"), ("--library", f"li{EVIL}b", "list"), ("list", f"--col{EVIL}our"),
    )  # fmt: skip
    for command in commands:
        with watched(home, str(POSTIL), *command) as terminal:
            until_ended(terminal)
        assert terminal.seen
        assert b"Traceback" not in terminal.seen
        assert (command, obeyed(terminal.seen)) == (command, [])
    for output in (postil(home, "list", "--json").stdout, postil(home, "show", "Harbour", "--blocks").stdout):
        assert not set(output) & set(EVIL) - set("]0;gone[6n31m")


def test_the_reader_lets_through_nothing_that_a_terminal_would_obey(home: Path, evil: str) -> None:
    library = ("--library", f"li{EVIL}b")
    postil(home, *library, "add", evil)
    with watched(home, str(POSTIL), *library, width=160) as terminal:
        until(terminal, "dockers", "Articles  li")
        terminal.press("Enter", "g", "v", "w", "w", "w", "3", "e")
        until(terminal, "entity Harbour ␛")
        terminal.press("q", "1", "m", "e")
        until(terminal, "speaker Mara")
        terminal.press("c", *"beside", "Enter", "I")
        until(terminal, "publication")
        terminal.press("Escape", "u")
        until(terminal, "undone")
        terminal.press("C-p", *"export", "Enter")
        until(terminal, "export as CSV to")
        terminal.press("Enter")
        until(terminal, " in /", gone="export as CSV to")
        terminal.press("C-q")
        until_ended(terminal)
    assert (terminal.code, obeyed(terminal.seen)) == (0, [])
    cut_off(home / library[1])
    with watched(home, str(POSTIL), *library, width=160) as terminal:
        until(terminal, "was damaged", "Articles  li")
        terminal.press("C-q")
        until_ended(terminal)
    assert (terminal.code, obeyed(terminal.seen)) == (0, [])
