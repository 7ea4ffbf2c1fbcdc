"""What the panes tell the app, upwards: one small class each, with its data named."""

from textual.message import Message


class Pressed(Message):
    """The mouse went down on a grapheme of the text. `offset` in code points; `clicks` 1 to 3 in quick succession;
    `extend` where Shift was held."""

    def __init__(self, offset: int, *, extend: bool, clicks: int) -> None:
        super().__init__()
        self.offset, self.extend, self.clicks = offset, extend, clicks


class Dragged(Message):
    """The mouse moved with its button down; `offset` in code points, of the grapheme under it."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class Released(Message):
    """The mouse button went up."""


class FoldClicked(Message):
    """The line that stands for folded text was clicked."""


class Highlighted(Message):
    """Another row of the list is the current one; `index` from 0."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class Opened(Message):
    """A row of the list was chosen to be read; `index` from 0."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class Noted(Message):
    """An entry of the margin was clicked; `id` is its annotation's, `coder` whose that is, "" for one's own."""

    def __init__(self, id: int, coder: str = "") -> None:  # noqa: A002  # as the field is called
        super().__init__()
        self.id, self.coder = id, coder
