"""Put text on the clipboard, by whichever way there is, and say which one it was.

Inside tmux its own buffer, over SSH the terminal (OSC 52), else the machine's clipboard by pyperclip, else the
terminal. Whether a terminal obeyed cannot be known: it is "sent", never "copied". A way can take TIMEOUT seconds, so
this belongs into a thread.
"""

import base64
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

MOST = 74_994
"""Bytes of text that terminals take by OSC 52: 100,000 bytes of sequence, less its frame of 8, in base64 (the limit
that hterm's osc52.sh states, and the lowest of those in use)."""

TIMEOUT = 5.0
"""Seconds after which a program that was to copy is given up."""

PYPERCLIP = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
copy, paste = pyperclip.determine_clipboard()
if getattr(copy, "__name__", "") == "copy_qt":
    sys.exit("a Qt clipboard ends with the process that set it")
copy(text)
sys.exit(paste().splitlines() != text.splitlines())
"""
"""Run in a process of its own: pyperclip lets its programs write to the terminal, does not look at how they ended, and
waits for them as long as they like. What it copied is read back."""

Run = Callable[[Sequence[str], bytes], bool]
"""Runs a program with some bytes as its input; whether it ended well."""


class Outcome(NamedTuple):
    """What became of a copy (kept by a clipboard, sent to a terminal, neither), and the same in words."""

    kind: Literal["copied", "sent", "failed"]
    words: str


def copy(text: str, *, environ: Mapping[str, str], write: Callable[[str], None], run: Run | None = None) -> Outcome:
    """Copy `text`. `write` writes to the terminal."""
    run = run or _run
    data = text.encode("utf-8", "replace")
    if environ.get("TMUX") and _to_tmux(data, run):
        return Outcome("copied", "copied to tmux: paste with its prefix and ]")
    remote = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")
    if not remote and run([sys.executable, "-P", "-c", PYPERCLIP], data):
        return Outcome("copied", "copied")
    return _to_terminal(data, write)


def _to_tmux(data: bytes, run: Run) -> bool:
    """Load tmux's buffer; -w, which hands it on to the terminal, is there since tmux 3.2."""
    return run(["tmux", "load-buffer", "-w", "-"], data) or run(["tmux", "load-buffer", "-"], data)


def _to_terminal(data: bytes, write: Callable[[str], None]) -> Outcome:
    if len(data) > MOST:
        return Outcome("failed", f"not copied: {len(data):,} bytes are more than a terminal takes ({MOST:,})")
    write(f"\x1b]52;c;{base64.b64encode(data).decode()}\a")
    return Outcome("sent", "sent to the terminal, which may or may not put it on the clipboard")


def _run(arguments: Sequence[str], data: bytes) -> bool:
    try:
        done = subprocess.run(  # noqa: S603  # fixed programs; the text goes to standard input
            arguments,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
