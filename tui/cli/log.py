"""`postil log`: who did what in an article, and when."""

import click

from annotations import sources
from annotations.codec import time
from annotations.past import Entry, entries
from seeds.printable import printable
from tui.cli.out import put, put_json, say
from tui.cli.setting import Setting, in_library, of_coder


@click.command("log", short_help="Tell who did what in an article, and when.")
@click.argument("article")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, times in UTC.")
@in_library
@of_coder
@click.pass_obj
def command(setting: Setting, article: str, *, as_json: bool) -> None:
    """Tell what was done in ARTICLE on this machine, the oldest first: the time here, the coder, what was done.

    A time can be given to postil restore --at.
    """
    library = setting.library()
    article_id = sources.resolve(library, article)
    coders = setting.readers(library)
    found = [entry for coder in coders for entry in entries(library, coder, article_id)]
    for entry in sorted(found, key=lambda one: one.at.timestamp() if one.at else 0) if len(coders) > 1 else found:
        put_json(_object(entry)) if as_json else put(_line(entry))
    if not found:
        say(f"nothing was done in {article_id} on this machine")


def _object(entry: Entry) -> dict[str, object]:
    return {"at": entry.at and time(entry.at), "coder": entry.coder, "what": entry.what}


def _line(entry: Entry) -> str:
    at = f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}" if entry.at else "a time unknown"
    return printable(f"{at} · {entry.coder} · {entry.what}")
