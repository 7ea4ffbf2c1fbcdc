"""Keep a spreadsheet from taking an exported cell for a formula, so that it can be taken back exactly. Pure.

OWASP, "CSV Injection": a cell that begins with = + - @ tab or return may be executed; their full-width forms are read
alike. An apostrophe in front makes it text. Cells that have such apostrophes already get one more, so that taking one
away gives back every cell there is.
"""

import re

FORMULA = re.compile(r"'*[=+\-@\t\r\n\0＋－＝＠]")
_GUARDED = re.compile(f"'{FORMULA.pattern}")


def guarded(cell: str) -> str:
    """The cell with one apostrophe in front if it begins like a formula, else as it is."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
