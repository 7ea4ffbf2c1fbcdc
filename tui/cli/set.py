"""`postil set`: correct what is known of an article."""

from datetime import date

import click

from annotations import sources
from annotations.tagging import field_set
from tui.cli.setting import Setting, say
from tui.here import now

FIELDS = {"title": "title", "date": "published_at", "publication": "publication", "author": "author", "url": "url"}


@click.command("set")
@click.argument("article")
@click.option("--title", help="The article's title.")
@click.option("--date", metavar="YYYY[-MM[-DD]]", help="When it was published, as exactly as is known.")
@click.option("--publication", help="The paper, agency or site.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="Its address.")
@click.pass_obj
def command(setting: Setting, /, article: str, **given: str | None) -> None:
    """Correct what is known of ARTICLE, for all coders. An empty value says that it is not known."""
    values = {FIELDS[name]: value.strip() for name, value in given.items() if value is not None}
    if not values:
        raise click.UsageError("nothing to set: give --title, --date, --publication, --author or --url")
    if values.get("published_at"):
        _check_date(values["published_at"])
    library = setting.library()
    article_id = sources.resolve(library, article)
    store = setting.store(library)
    for field, value in values.items():
        edit = field_set(store.open(article_id).layer.corrections, field, value, now())
        if edit is None:
            say(f"{field} is {value} already")
            continue
        store.commit(article_id, edit)
        say(f"{field}: {value or 'not known'}")
    store.close()


def _check_date(value: str) -> None:
    """A date as exact as it is known; raises BadParameter for one that no calendar has."""
    year, month, day, *_ = [*value.split("T", maxsplit=1)[0].split("-"), "01", "01"]
    try:
        date(int(year), int(month), int(day))
    except ValueError as error:
        raise click.BadParameter(
            f"{value!r} is no date; write 2024, 2024-05 or 2024-05-03", param_hint="--date"
        ) from error
