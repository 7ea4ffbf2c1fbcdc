"""Commands that copy the selected words, alone or with their citation."""

import asyncio
import os
from typing import TYPE_CHECKING

from tui.commands import TEXT_OR_MARGIN, WORDS, Command
from tui.marking import annotation_at

if TYPE_CHECKING:
    from tui.app import Postil


def copy(app: "Postil", *, cite: bool) -> None:
    """Copy the selected words, with their citation or alone."""
    session = app.desk.session
    if session is None:
        return
    from tui.citation import citation

    guest = session.guest.annotation if session.guest else None
    annotation = session.annotation or guest or annotation_at(session, session.selection.span.start)
    bound = session.annotation if session.bare else None
    stretches = bound.spans if bound else session.view.stretches(session.selection.span)
    words = " … ".join(span.of(session.text) for span in stretches)
    if not words:
        app.say("there are no words here to copy")
        return
    copied = citation(session.article, annotation, words) if cite else words
    app.run_worker(_to_clipboard(app, copied), exclusive=True)


async def _to_clipboard(app: "Postil", text: str) -> None:
    from tui import clipboard

    def write(sequence: str) -> None:
        if app._driver:  # Textual's own copy_to_clipboard writes so, and tells nothing
            app.call_from_thread(app._driver.write, sequence)

    outcome = await asyncio.to_thread(clipboard.copy, text, environ=os.environ, write=write)
    app.say(outcome.words, "warning" if outcome.kind == "failed" else "information")


COPYING = (
    Command("copy", "Copy the selection with its citation", ("y", "ctrl+c"), WORDS, lambda app: copy(app, cite=True),
            TEXT_OR_MARGIN, short="copy", acts="mark"),
    Command("copy.text", "Copy the selected text only", ("Y",), WORDS, lambda app: copy(app, cite=False),
            TEXT_OR_MARGIN, acts="mark"),
)  # fmt: skip
