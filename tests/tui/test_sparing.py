"""In a fresh interpreter: what the reader does without while it starts, and can have afterwards."""

import subprocess
import sys

SCRIPT = """
import sys
from tui.sparing import sparing
with sparing():
    import tui.app
print(*(name for name in ("textual.command", "textual.widgets._input", "ssl") if sys.modules.get(name)))
import ssl, textual.command
print(ssl.create_default_context.__name__, issubclass(textual.command.CommandPalette, textual.screen.Screen))
"""


def test_the_reader_starts_without_the_palette_of_textual_and_without_tls_and_both_can_be_had_later() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["", "create_default_context True"]
