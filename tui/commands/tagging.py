"""Commands that tag, retag, join and delete."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.codebook import Codebook, Tag
from tui import marking, settling, walking
from tui.commands import MARGIN, TEXT_OR_MARGIN, Command
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
            found = walking.following(session, app.desk.voices.said, back=back)
            if found is None:
                app.say("there is no annotation before this" if back else "there is no further annotation")
            else:
                app.show(walking.gone_to(session, found))

    return run


def delete(app: "Postil") -> None:
    """Delete the bound annotation; in the margin one stands on the next one then, to go on."""
    if session := app.desk.session:
        app.carry(marking.delete(session, app.desk.means))
        after = app.desk.session
        if app.pane == MARGIN and after and after is not session:
            near = walking.following(after, ()) or walking.following(after, (), back=True)
            if near:
                app.show(walking.gone_to(after, near))


def _tag(tag: Tag) -> tuple[Command, ...]:
    article = "an" if tag.name[0] in "aeiou" else "a"
    return (
        Command(
            f"tag.{tag.name}", f"Tag the selection as {article} {tag.name}", (tag.key, f"t {tag.key}"), TAG,
            carrier(lambda session, means: marking.tag_selection(session, tag, means)), TEXT_OR_MARGIN, short=tag.name,
            acts="mark",
        ),
        Command(
            f"retag.{tag.name}", f"Make the bound annotation {article} {tag.name}", (f"T {tag.key}",), TAG,
            carrier(lambda session, means: marking.retag(session, tag, means)), TEXT_OR_MARGIN, short=tag.name,
            acts="mark",
        ),
    )  # fmt: skip


def tagging(codebook: Codebook) -> tuple[Command, ...]:
    """The commands of the codebook's tags, and those that every tag has."""
    return (
        *(command for tag in codebook.tags for command in _tag(tag)),
        Command("tag.repeat", "Tag as the last time, or as the other coder did, with the fields", (".",), TAG,
                carrier(marking.repeat), TEXT_OR_MARGIN, acts="mark"),
        Command("tag.join", "Add the selection to the annotation bound last (a split quotation)", ("+",), TAG,
                carrier(marking.join), short="add", acts="mark"),
        Command("tag.speaker", "These words are the speaker (who sets the condition, who is meant)", ("e", "@"), TAG,
                carrier(marking.speaker), short="speaker", acts="mark"),
        Command("tag.delete", "Delete the bound annotation", ("d", "delete"), TAG, delete, TEXT_OR_MARGIN,
                short="delete", acts="mark"),
        Command("tag.keep", "Keep this version of an annotation that was changed in two places", ("!",), TAG,
                carrier(settling.keep), TEXT_OR_MARGIN, short="keep", acts="mark"),
        Command("go.annotation", "Go to the next annotation and bind it", ("a",), TAG, to_annotation(back=False),
                TEXT_OR_MARGIN, short="annotation", acts="move"),
        Command("go.annotation.back", "Go to the annotation before and bind it", ("A",), TAG, to_annotation(back=True),
                TEXT_OR_MARGIN, acts="move"),
    )  # fmt: skip
