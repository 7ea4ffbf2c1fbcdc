"""Cut a text into blocks, the paragraphs that everything later is counted and labelled in. Pure; rewrites nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seeds.runs import is_code, is_full, is_verse, lists, measure
from seeds.span import Span


def blocks(text: str) -> tuple[Span, ...]:
    """The blocks of a text with LF line ends, in order.

    A block is a line that holds more than white space, without the white space at its ends; lines that belong together
    (wrapped prose, verse, a list, code) are one block and keep their line ends, and code and verse the indentation of
    their first line. Only white space stands between blocks.
    """
    runs = list(_runs(text))
    width = max((measure(run.lines) for run in runs if len(run.lines) > 2), default=0)
    return tuple(span for run in runs for span in _cut(run, width))


@dataclass(frozen=True, slots=True)
class _Run:
    """The lines between two empty ones, and where in the text they begin; one place more than lines, for the end."""

    lines: Sequence[str]
    starts: Sequence[int]

    def span(self, first: int, behind: int, *, indented: bool = False) -> Span:
        """From line `first` to the line before `behind`."""
        start = self.starts[first] if indented else self.starts[first] + _indent(self.lines[first])
        return Span(start, self.starts[behind - 1] + len(self.lines[behind - 1].rstrip()))


def _runs(text: str) -> Iterator[_Run]:
    at, lines, starts = 0, list[str](), list[int]()
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append(line)
            starts.append(at)
        elif lines:
            yield _Run(lines, starts)
            lines, starts = [], []
        at += len(line) + 1
    if lines:
        yield _Run(lines, starts)


def _cut(run: _Run, width: int) -> Iterator[Span]:
    """The blocks of a run; `width` is the widest measure to which the text was wrapped, 0 for none."""
    lines = run.lines
    if len(lines) == 1:
        yield run.span(0, 1)
    elif is_code(lines) or (is_verse(lines) and not measure(lines)):
        yield run.span(0, len(lines), indented=True)
    else:
        at = 0
        for first, behind in [*lists(lines), (len(lines), len(lines))]:
            yield from _paragraphs(run, at, first, width)
            if first < behind:
                yield run.span(first, behind)
            at = behind


def _paragraphs(run: _Run, first: int, behind: int, width: int) -> Iterator[Span]:
    """The lines from `first` on, those that were wrapped joined: a line with room for the next word ends its block."""
    at = first
    for i in range(first, behind):
        if i + 1 == behind or not (width and is_full(run.lines[i], run.lines[i + 1], width)):
            yield run.span(at, i + 1)
            at = i + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
