"""What git has to be told of a library, as lines for its files and as the command that it runs to merge one. Pure."""

import shlex

DRIVER = "postil"

ATTRIBUTES = (
    f"annotations/**/*.json merge={DRIVER}",
    f"corrections/*.json merge={DRIVER}",
    f"sources/*.json merge={DRIVER}",
    f"sources/*.html.gz -text -diff merge={DRIVER}",
    "sources/*.txt -text",
)
"""For .gitattributes: what postil merges, and that no byte of a page and no line end of a source text is changed."""

IGNORED = (".local/",)
"""For .gitignore: what is of one machine alone."""

MERGED = ("annotations/coder/id.json", "corrections/id.json", "sources/id.json", "sources/id.html.gz")
"""A file of each kind that postil merges, to ask git about."""


def extended(data: bytes, lines: tuple[str, ...]) -> bytes:
    """A file of git's with these lines at its end, but for those that stand in it already. All else stays."""
    known = {line.strip() for line in data.split(b"\n")}
    lacking = b"".join(f"{line}\n".encode() for line in lines if line.encode() not in known)
    return data + (b"\n" if lacking and data and not data.endswith(b"\n") else b"") + lacking


def driver(interpreter: str) -> str:
    """The command of the merge driver, for sh: it runs this interpreter, whatever the PATH, and takes no module from
    the folder it is run in, where a library has its `annotations`."""
    return f"{shlex.quote(interpreter).replace('%', '%%')} -P -m tui merge %O %A %B --path=%P"
