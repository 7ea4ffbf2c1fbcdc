"""`postil show`: an article on standard output."""

import click

from annotations import sources
from seeds.clean import cleaned
from seeds.correct import corrected
from tui.cli.setting import Setting, put, put_json, shown_lines


@click.command("show")
@click.argument("article")
@click.option("--raw", is_flag=True, help="The source text, exactly.")
@click.option("--blocks", is_flag=True, help="Each block as a JSON object: place, kind, score, reason, text.")
@click.pass_obj
def command(setting: Setting, article: str, *, raw: bool, blocks: bool) -> None:
    """Print the cleaned text of ARTICLE: an id, the beginning of one, or a part of a title."""
    library = setting.library()
    article_id = sources.resolve(library, article)
    found = corrected(sources.load(library, article_id), sources.corrections(library, article_id))
    if blocks:
        for block in found.blocks:
            put_json(
                {"start": block.span.start, "end": block.span.end, "kind": block.kind.value, "score": block.score,
                 "reason": block.reason, "text": block.span.of(found.text)}
            )  # fmt: skip
    elif raw:
        click.echo(shown_lines(found.text), nl=False)
    else:
        title = f"{found.title}\n\n" if found.meta.title else ""
        put(shown_lines(title + cleaned(found.text, found.blocks)))
