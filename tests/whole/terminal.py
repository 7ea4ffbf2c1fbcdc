"""The installed program in a real terminal: tmux where it is installed, else a pseudo-terminal that pyte draws."""

import fcntl
import os
import pty
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pyte

POSTIL = Path(sys.executable).parent / "postil"
PATIENCE = 20.0
"""Seconds until a screen that does not come is a failure; a busy machine needs some of them."""

KEYS = {
    "Enter": "\r", "Escape": "\x1b", "Tab": "\t", "Space": " ", "BSpace": "\x7f", "Up": "\x1b[A", "Down": "\x1b[B",
    "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~",
    "S-Right": "\x1b[1;2C", "S-Left": "\x1b[1;2D", "C-q": "\x11", "C-p": "\x10", "C-y": "\x19",
}  # fmt: skip
"""Keys by the names that tmux gives them; any other name is typed as it stands."""


class Terminal(Protocol):
    """A terminal that runs one program."""

    def press(self, *keys: str) -> None: ...

    def screen(self) -> str: ...

    def wait(self, seconds: float) -> None: ...

    def pid(self) -> int: ...

    def resize(self, width: int, height: int) -> None: ...

    def ended(self) -> bool: ...

    def close(self) -> None: ...


class Pty:
    """A pseudo-terminal, its bytes drawn by pyte. `seen` is every byte that reached it, `code` the exit code."""

    def __init__(self, command: list[str], env: Mapping[str, str], folder: Path, width: int, height: int) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self.seen, self.code = b"", -1
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, {**env, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        self.resize(width, height)

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def screen(self) -> str:
        self.wait(0)
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait(self, seconds: float) -> None:
        while select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return
            if not data:
                return
            self.seen += data
            self._stream.feed(data.replace(b"\x1b[>", b"\x1b["))
            seconds = 0

    def pid(self) -> int:
        return self._pid

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self._screen.resize(height, width)

    def ended(self) -> bool:
        self.wait(0)
        ended, status = os.waitpid(self._pid, os.WNOHANG)
        if ended:
            self.wait(0)
            self.code = os.waitstatus_to_exitcode(status)
        return ended != 0

    def close(self) -> None:
        try:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self._fd)


class Tmux:
    """A tmux server of its own, with one window."""

    def __init__(self, command: list[str], env: Mapping[str, str], folder: Path, width: int, height: int) -> None:
        self._socket = f"postil-test-{uuid.uuid4().hex[:8]}"
        variables = [f"{name}={value}" for name, value in env.items() if name != "TMUX"]
        line = shlex.join(["env", "-i", *variables, "TERM=tmux-256color", "COLORTERM=truecolor", *command])
        size = ("-x", str(width), "-y", str(height))
        self._tmux("-f", "/dev/null", "new-session", "-d", "-c", str(folder), *size, f"exec {line}")
        self._tmux("set", "-g", "escape-time", "0")

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-L", self._socket, *words], capture_output=True, text=True, check=False)
        return done.stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            named = key in KEYS
            self._tmux("send-keys", *([] if named else ["-l"]), "NPage" if key == "PgDn" else key)

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)  # tmux tells nobody when its screen changes

    def pid(self) -> int:
        return int(self._tmux("display", "-p", "#{pane_pid}"))

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def ended(self) -> bool:
        return not self._tmux("list-panes")

    def close(self) -> None:
        self._tmux("kill-server")


def until(terminal: Terminal, *texts: str, gone: str = "") -> str:
    """The screen, once it shows all of the texts and no longer what is to be gone. Raises AssertionError."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        screen = terminal.screen()
        if all(text in screen for text in texts) and not (gone and gone in screen):
            return screen
        terminal.wait(0.02)
    raise AssertionError(f"{texts} did not appear{f', or {gone} did not go' if gone else ''}:\n{terminal.screen()}")


def until_ended(terminal: Terminal) -> None:
    end = time.monotonic() + PATIENCE
    while not terminal.ended():
        assert time.monotonic() < end, f"the program goes on:\n{terminal.screen()}"
        terminal.wait(0.02)


@contextmanager
def running(
    home: Path, *arguments: str, below: str = "", width: int = 120, height: int = 40, **variables: str
) -> Iterator[Terminal]:
    """postil in a terminal, started at home or in a folder below it."""
    kind = Tmux if shutil.which("tmux") else Pty
    terminal = kind([str(POSTIL), *arguments], environment(home, **variables), home / below, width, height)
    try:
        yield terminal
    finally:
        terminal.close()


@contextmanager
def watched(home: Path, *command: str, width: int = 100, height: int = 30, **variables: str) -> Iterator[Pty]:
    """A command in a terminal whose bytes are kept, started at home."""
    terminal = Pty(list(command), environment(home, **variables), home, width, height)
    try:
        yield terminal
    finally:
        terminal.close()


def environment(home: Path, **variables: str) -> dict[str, str]:
    """The variables of a user whose home, data and settings are in a folder of their own."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "USER": "mh", "LOGNAME": "mh",
        "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"), **variables,
    }  # fmt: skip


def postil(home: Path, *arguments: str, check: bool = True, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of postil to its end."""
    done = subprocess.run(
        [str(POSTIL), *arguments], env=environment(home, **variables), capture_output=True, text=True,
        cwd=home, stdin=subprocess.DEVNULL, check=False, encoding="utf-8",
    )  # fmt: skip
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done
