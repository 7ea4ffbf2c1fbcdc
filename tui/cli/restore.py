"""`postil restore`: bring back what was said of an article at some time, or a library from a backup."""

import os
from datetime import datetime
from pathlib import Path

import click

from annotations import index, sources
from annotations import library as libraries
from annotations.check import check
from annotations.errors import NotALibrary
from annotations.past import layer_at, taken_back
from annotations.restore import restore, survey
from tui.cli.backup import many
from tui.cli.moments import until
from tui.cli.opened import opened
from tui.cli.out import say
from tui.cli.progress import Progress
from tui.cli.setting import Setting, as_coder, in_library
from tui.here import data_folder, now
from tui.signals import held


@click.command("restore", short_help="Take an article back, or bring a library back from a backup.")
@click.argument("article", required=False)
@click.option("--at", "time", metavar="TIME", help="2026-11-25, 2026-11-25 21:24 or 2026-11-25 21:24:40.")
@click.option("--from", "backup", metavar="FILE", help="A file that postil backup wrote.")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, article: str | None, time: str | None, backup: str | None) -> int:
    """Take your annotations, status and note of ARTICLE back to what they were at a TIME; u in the reader undoes it.

    With --from, make a library again out of a backup, in a folder that is empty or not there yet (--library DIR). What
    the backup holds is verified; whatever is wrong is said on standard error, and the exit code is 1 then.
    """
    if backup is not None and article is None and time is None:
        return _from_backup(setting, Path(backup))
    if article is None or time is None or backup is not None:
        raise click.UsageError("give ARTICLE --at TIME, or --from FILE")
    return _to_time(setting, article, time)


def _to_time(setting: Setting, word: str, time: str) -> int:
    at, library = until(time), setting.library()
    article_id, store = sources.resolve(library, word), setting.store(library)
    layer = opened(store, sources.load(library, article_id))
    then = layer_at(library, store.coder, article_id, at)
    edit = taken_back(layer, then, f"took the article back to {_shown(at)}", now())
    if edit is None:
        say("it is as it was then")
        return 0
    with held():
        store.commit(article_id, edit)
        store.close()
    index.rows(library, store.coder)
    say(f"{edit.label}: {many(len(then.annotations), 'annotation')}, {then.status}; u in the reader undoes it")
    return 0


def _shown(at: datetime) -> str:
    try:
        return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
    except (ValueError, OverflowError):
        return f"{at:%Y}"


def _from_backup(setting: Setting, path: Path) -> int:
    root = libraries.locate(setting.named, environ=os.environ, cwd=Path.cwd(), data=data_folder)
    _refuse_here(root)
    found = survey(path)
    progress = Progress("restoring", found.files)
    try:
        library = restore(found, root, step=progress.advance)
    finally:
        progress.clear()
    say(f"{many(found.articles, 'article')}, {many(found.annotations, 'annotation file')} restored to {root}")
    progress = Progress("checking", found.articles)
    findings = list(check(library, step=progress.advance))
    progress.clear()
    for finding in findings:
        say(str(finding))
    return 1 if findings else 0


def _refuse_here(root: Path) -> None:
    """Raise NotALibrary for the working folder or one above it: a shell would stay behind in the one that goes."""
    here = Path.cwd()
    if root.resolve() in (here, *here.parents):
        why = "you are in it, and the restored folder takes its place"
        raise NotALibrary(root, why, "go one up (cd ..) and name it from there: --library DIR")
