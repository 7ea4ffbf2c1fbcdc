"""`postil show`: an article on standard output."""

import sys
from collections.abc import Iterator, Sequence

import click

from annotations import sources
from annotations.annotation import Annotation
from annotations.entity import Entity
from annotations.export.cells import offsets
from annotations.export.coded import Coded, gather
from annotations.tagging import words
from seeds.article import Article
from seeds.clean import cleaned
from seeds.errors import Problem
from seeds.printable import printable
from tui.citation import plain_date
from tui.cli.out import put, put_json, say
from tui.cli.setting import Setting, in_library, of_coder


@click.command("show", short_help="Print an article: its text, and what was marked in it.")
@click.argument("article")
@click.option("--raw", is_flag=True, help="The source text, exactly.")
@click.option("--blocks", is_flag=True, help="One JSON object a block: place, kind, score, reason, text.")
@in_library
@of_coder
@click.pass_obj
def command(setting: Setting, article: str, *, raw: bool, blocks: bool) -> int:
    """Print ARTICLE: what is known of it, its cleaned text, and what was marked in it."""
    library = setting.library()
    article_id = sources.resolve(library, article)
    if raw:
        _put_source(sources.load(library, article_id).text)
        return 0
    refused: list[Problem] = []
    store = setting.reading(library)
    found = next(gather(store, [article_id], refused.append, everybody=setting.everybody, empty=True), [])
    if not found:
        raise refused[0]
    for problem in refused:
        say(f"left out {problem}")
    if blocks:
        for block in _blocks(found[0].article):
            put_json(block)
    else:
        put("\n\n".join(_parts(found)))
    return 1 if refused else 0


def _put_source(text: str) -> None:
    """The text with nothing put behind it, so that a file of it is the source again."""
    if sys.stdout.isatty():
        put(text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())


def _blocks(article: Article) -> Iterator[dict[str, object]]:
    for block in article.blocks:
        start, end = block.span.start, block.span.end
        known: dict[str, object] = {
            "start": start,
            "end": end,
            "kind": block.kind.value,
            "score": round(block.score, 3),
        }
        yield known | {"reason": block.reason, "text": block.span.of(article.text)}


def _parts(coded: Sequence[Coded]) -> Iterator[str]:
    article, meta = coded[0].article, coded[0].article.meta
    yield printable(article.title)
    known = (meta.publication, plain_date(meta.published_at), meta.author, meta.url)
    if any(known):
        yield printable(" · ".join(filter(None, known)))
    yield cleaned(article.text, article.blocks)
    several = len(coded) > 1
    lines = [_line(one, each.coder if several else "") for each in coded for one in each.layer.in_order]
    if lines:
        yield "\n".join(lines)


def _line(annotation: Annotation, coder: str) -> str:
    said = [
        f"{name} {value.name if isinstance(value, Entity) else value}" for name, value in annotation.attributes.items()
    ]
    place = offsets(annotation.spans)
    parts = [f"{annotation.tag} {words(annotation)}", *said, annotation.note, place, coder, annotation.label]
    return "* " + printable(" · ".join(filter(None, parts)))
