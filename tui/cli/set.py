"""`postil set`: correct what is known of an article."""

import click

from annotations import index, sources
from annotations.edit import Edit, field_set
from tui.cli.out import say
from tui.cli.setting import Setting, as_coder, in_library
from tui.here import now
from tui.published import NoDate, check_date

FIELDS = {"title": "title", "date": "published_at", "publication": "publication", "author": "author", "url": "url"}
NAMES = {field: name for name, field in FIELDS.items()}


@click.command("set", short_help="Correct title, date, publication, author or address.")
@click.argument("article")
@click.option("--title", help="The title.")
@click.option("--date", metavar="YYYY[-MM[-DD]]", help="When it was published, as exactly as is known.")
@click.option("--publication", help="The paper, agency or site.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="The address.")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, /, article: str, **given: str | None) -> None:
    """Correct what is known of ARTICLE, for all coders. An empty value says that it is not known."""
    values = {FIELDS[name]: " ".join(value.split()) for name, value in given.items() if value is not None}
    if not values:
        raise click.UsageError("nothing to set: give --title, --date, --publication, --author or --url")
    if values.get("published_at"):
        _check_date(values["published_at"])
    library = setting.library()
    article_id = sources.resolve(library, article)
    store = setting.store(library)
    current = store.open(article_id).layer.corrections
    edits = [edit for field, value in values.items() if (edit := field_set(current, field, value, now()))]
    if edits:
        label = edits[0].label if len(edits) == 1 else f"set {', '.join(NAMES[field] for field in values)}"
        store.commit(article_id, Edit(tuple(change for edit in edits for change in edit.changes), label, edits[0].at))
        store.close()
        index.rows(library, store.coder)
    for field, value in values.items():
        say(f"{article_id}: {NAMES[field]} is {value or 'not known'}")


def _check_date(value: str) -> None:
    """Raises BadParameter unless the value is a date."""
    try:
        check_date(value)
    except NoDate as error:
        raise click.BadParameter(f"{error.why}; {error.remedy}", param_hint="--date") from error
