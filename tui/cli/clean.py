"""`postil clean`: the cleaned text of documents, without a library."""

from shutil import get_terminal_size

import click

from seeds.article import Article
from seeds.clean import cleaned
from seeds.errors import Refused
from seeds.read import Raw
from tui.cli.building import built
from tui.cli.documents import opened
from tui.cli.out import put, put_json, say
from tui.here import now


@click.command("clean", short_help="Print the cleaned text of documents, without a library.")
@click.argument("paths", nargs=-1, metavar="[FILE|-]...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a path: title, text and blocks.")
@click.option("--why", is_flag=True, help="A line a block instead: its kind, and what decided.")
def command(paths: tuple[str, ...], *, as_json: bool, why: bool) -> int:
    """Print the text of documents without what is no part of them, in the order given; without a FILE, or for -, of
    standard input."""
    refused = 0
    for number, path in enumerate(paths or ("-",)):
        try:
            raw = opened(path)
            article = built(raw, now())
        except Refused as problem:
            refused += 1
            say(f"refused: {problem}")
            if as_json:
                put_json({"path": path, "error": str(problem)})
            continue
        for notice in article.notices:
            say(f"note: {path}: {notice}")
        if as_json:
            put_json(_object(path, article))
        else:
            put(("\n" if number else "") + (_why(raw, article) if why else cleaned(article.text, article.blocks)))
    return 1 if refused else 0


def _why(raw: Raw, article: Article) -> str:
    from tui.cli.why import lines, shares

    return "\n".join(lines(article, shares(raw, article), get_terminal_size((120, 24)).columns))


def _object(path: str, article: Article) -> dict[str, object]:
    blocks = [
        {"start": b.span.start, "end": b.span.end, "kind": b.kind.value, "score": round(b.score, 3), "reason": b.reason}
        for b in article.blocks
    ]
    text = cleaned(article.text, article.blocks)
    return {"path": path, "title": article.meta.title, "text": text, "blocks": blocks}
