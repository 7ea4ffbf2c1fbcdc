"""What the store has to be like, in plain memory: edits, what the file holds, and which edits have reached it.

Not a test.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from annotations.annotation import Annotation
from annotations.corrections import corrects, without
from annotations.edit import Conflict, Edit, Layer
from annotations.history import History

Said = tuple[dict[int, Annotation], dict[str, str]]
"""The annotations and the coder's own fields."""


class File(NamedTuple):
    """What the annotation file holds, and the number of the step that wrote it."""

    said: Said
    edition: int


class Step(NamedTuple):
    """An edit, or a file that was taken as it was (`edit` is None); `said` is what holds after it. `editions` are the
    numbers that a file of this step may bear."""

    editions: tuple[int, ...]
    said: Said
    edit: Edit | None


@dataclass
class Model:
    """One coder and article. `steps` are those since a file was last taken as it was, `reached` of them are known to be
    in the file."""

    layer: Layer = field(default_factory=Layer)
    steps: list[Step] = field(default_factory=list)
    reached: int = 0
    file: File | None = None
    number: int = 0

    @property
    def history(self) -> History:
        """What can be undone and redone: nothing from before a change from outside."""
        return History.of(step.edit for step in self.steps if step.edit)

    @property
    def said(self) -> Said:
        return dict(self.layer.annotations), dict(self.layer.own)

    def commit(self, edit: Edit) -> None:
        self.layer = self.layer.apply(edit)
        self._step(edit)

    def flush(self) -> None:
        held = self.file.said if self.file else ({}, {})
        if self.said != held:
            self.file = File(self.said, self.number)
            self.reached = len(self.steps)
        elif self.file and self.steps and (edit := self.steps[-1].edit) and not corrects(edit):
            self.reached = len(self.steps)

    def found(self, file: File) -> bool:
        """Somebody has put another file in the place of the one that was there. Whether that is a change from outside;
        one that is as an earlier step left it lacks what came behind, and changes nothing."""
        self.file = file
        for number, step in reversed([*enumerate(self.steps, 1)]):
            if step.said == file.said and file.edition in step.editions:
                if number < self.reached and self.steps[self.reached - 1].said != file.said:
                    self.file, self.reached = File(self.said, self.number), len(self.steps)
                return False
        waiting = [step.edit for step in self.steps[self.reached :] if step.edit]
        self.number += 1
        self.steps = [Step((self.number, file.edition), file.said, None)]
        self.reached = 1
        self.layer = Layer(*file.said, self.layer.corrections)
        for edit in waiting:
            try:
                self.layer = self.layer.apply(without(edit))
            except Conflict:
                continue
            self._step(edit)
        return True

    def lost(self) -> None:
        """Somebody has deleted the file: what had been in it comes from the history."""
        self.file = None
        if self.reached and self.said != ({}, {}):
            self.file = File(self.said, self.number)
            self.reached = len(self.steps)

    def _step(self, edit: Edit) -> None:
        self.number += 1
        self.steps.append(Step((self.number,), self.said, edit))
