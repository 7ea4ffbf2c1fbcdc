"""Commands that tag, retag, join and delete."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.codebook import Codebook, Tag
from tui import marking
from tui.commands import Command
from tui.intent import Intent, Refusal
from tui.means import Means
from tui.session import Session

if TYPE_CHECKING:
    from tui.app import Postil

TAG = "Tag"
Meant = Callable[[Session, Means], Intent | Refusal]


def carrier(meant: Meant) -> "Callable[[Postil], None]":
    """A command that carries out what a function of marking.py makes of the session."""

    def run(app: "Postil") -> None:
        if session := app.desk.session:
            app.carry(meant(session, app.desk.means))

    return run


def to_annotation(*, back: bool) -> "Callable[[Postil], None]":
    def run(app: "Postil") -> None:
        if session := app.desk.session:
            found = marking.next_annotation(session, back=back)
            if found is None:
                app.say("there is no annotation before this" if back else "there is no further annotation")
            else:
                app.show(session.go_to(found))

    return run


def _tag(tag: Tag) -> tuple[Command, ...]:
    article = "an" if tag.name[0] in "aeiou" else "a"
    return (
        Command(
            f"tag.{tag.name}", f"Tag the selection as {article} {tag.name}", (tag.key, f"t {tag.key}"), TAG,
            carrier(lambda session, means: marking.tag_selection(session, tag, means)), short=tag.name, acts="mark",
        ),
        Command(
            f"retag.{tag.name}", f"Make the bound annotation {article} {tag.name}", (f"T {tag.key}",), TAG,
            carrier(lambda session, means: marking.retag(session, tag, means)), short=tag.name, acts="mark",
        ),
    )  # fmt: skip


def tagging(codebook: Codebook) -> tuple[Command, ...]:
    """The commands of the codebook's tags, and those that every tag has."""
    return (
        *(command for tag in codebook.tags for command in _tag(tag)),
        Command("tag.repeat", "Tag as the last time, with its fields", (".",), TAG, carrier(marking.repeat),
                acts="mark"),
        Command("tag.join", "Add the selection to the annotation bound last (a split quotation)", ("+",), TAG,
                carrier(marking.join), short="add", acts="mark"),
        Command("tag.speaker", "These words are the speaker (who sets the condition, who is meant)", ("e", "@"), TAG,
                carrier(marking.speaker), short="speaker", acts="mark"),
        Command("tag.delete", "Delete the bound annotation", ("d", "delete"), TAG, carrier(marking.delete),
                short="delete", acts="mark"),
        Command("go.annotation", "Go to the next annotation and bind it", ("a",), TAG, to_annotation(back=False),
                short="annotation", acts="move"),
        Command("go.annotation.back", "Go to the annotation before and bind it", ("A",), TAG, to_annotation(back=True),
                acts="move"),
    )  # fmt: skip
