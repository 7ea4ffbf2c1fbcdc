"""`postil set`: correct what is known of an article."""

import click

from annotations import index, sources
from annotations.edit import fields_set
from seeds.errors import Problem
from tui.cli.out import say
from tui.cli.setting import Setting, as_coder, in_library
from tui.here import now
from tui.known import FIELDS, NAMES, check_known


@click.command("set", short_help="Correct title, date, publication, author, address or language.")
@click.argument("article")
@click.option("--title", help="The title.")
@click.option("--date", metavar="YYYY[-MM[-DD]]", help="When it was published, as exactly as is known.")
@click.option("--publication", help="The paper, agency or site.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="The address.")
@click.option("--language", metavar="TAG", help="What it is written in: en, de, pt-BR.")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, /, article: str, **given: str | None) -> None:
    """Correct what is known of ARTICLE, for all coders. An empty value says that it is not known."""
    values = {FIELDS[name]: " ".join(value.split()) for name, value in given.items() if value is not None}
    if not values:
        raise click.UsageError("nothing to set: give --title, --date, --publication, --author, --url or --language")
    for field, value in values.items():
        _check(field, value)
    library = setting.library()
    article_id = sources.resolve(library, article)
    store = setting.store(library)
    current = store.open(article_id).layer.corrections
    if edit := fields_set(current, values, now()):
        store.commit(article_id, edit)
        store.close()
        index.rows(library, store.coder)
    for field, value in values.items():
        say(f"{article_id}: {NAMES[field]} is {value or 'not known'}")


def _check(field: str, value: str) -> None:
    """Raises BadParameter where the value is no date, or no language."""
    try:
        check_known(field, value)
    except Problem as error:
        raise click.BadParameter(f"{error.why}; {error.remedy}", param_hint=f"--{NAMES[field]}") from error
