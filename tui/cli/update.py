"""`postil update`: a later version of an article takes its place, with what was said of it."""

from contextlib import suppress

import click

from annotations import index, source_file, sources, versions
from annotations.carry import carry, corrections_kept
from annotations.errors import NoSuchArticle
from annotations.library import Library
from annotations.relocate import Relocation
from annotations.store import Store
from annotations.tagging import words
from seeds.article import Article
from seeds.build import build
from seeds.errors import Problem
from seeds.printable import printable
from tui.cli.documents import opened
from tui.cli.out import put, say
from tui.cli.setting import Setting, as_coder, in_library
from tui.here import now
from tui.signals import held


class NotUpdated(Problem):
    """A text that cannot take the place of an article. Nothing was changed."""


@click.command("update", short_help="Put a corrected or longer version in the place of an article.")
@click.argument("article")
@click.argument("newfile", metavar="NEWFILE|-")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, article: str, newfile: str) -> None:
    """Add NEWFILE as an article that replaces ARTICLE; - for standard input.

    A line goes to standard output, as with add: added or known, the id, the title. Your annotations are carried over at
    once, other coders' when they next open the article; how many stand, moved or lost their place is said on standard
    error. The earlier version stays, and can be named by its id.
    """
    library = setting.library()
    earlier = sources.resolve(library, article)
    found = build(opened(newfile), added=now())
    if source_file.digest(found.text) == sources.head(library, earlier).get("sha256"):
        known = sources.load(library, earlier)
        _tell(known, "known")
        say(f"{newfile}: the text is that of {earlier}; nothing was changed")
        return
    later, new = _later(library, earlier, newfile, found)
    _tell(later, "added" if new else "known")
    store = setting.store(library)
    with held():
        carried = _carried(store, earlier, later)
        store.close()
    index.rows(library, store.coder)
    _report(carried)


def _later(library: Library, earlier: str, newfile: str, found: Article) -> tuple[Article, bool]:
    """The article that replaces the earlier one, and whether it is new. Raises NotUpdated."""
    known = sources.same(library, found.text)
    if known and source_file.replaced(sources.head(library, known)) == earlier:
        return sources.load(library, known), False
    if known is None:
        _refuse_replaced(library, earlier)
        if written := sources.write(library, found._replace(replaces=earlier)):
            return written, True
        known = sources.same(library, found.text)
    remedy = f"read on in that one, or, if nothing was said of it, delete {known}.txt and {known}.json and update again"
    raise NotUpdated(newfile, f"its text is in the library already, as {known}, and does not replace {earlier}", remedy)


def _refuse_replaced(library: Library, earlier: str) -> None:
    replaces = dict.fromkeys(sources.ids(library), "")
    for article_id in replaces:
        with suppress(Problem):
            replaces[article_id] = source_file.replaced(sources.head(library, article_id))
    newest = versions.newest(versions.earlier(replaces), earlier)
    if newest != [earlier]:
        raise NotUpdated(earlier, f"it is replaced already, by {', '.join(newest)}", f"postil update {newest[0]} FILE")


def _carried(store: Store, earlier: str, later: Article) -> Relocation | None:
    """Carry over what was corrected of the earlier version, and what the coder said of it."""
    folio = store.open(later.id)
    with suppress(NoSuchArticle):
        meta = source_file.outline(earlier, sources.head(store.library, earlier)).meta
        said = sources.corrections(store.library, earlier)
        edit, left = corrections_kept(meta, said, later.meta, folio.layer.corrections, now())
        if left:
            say(f"not kept, as the new text says something of its own: {', '.join(left)}")
        if edit:
            store.commit(later.id, edit)
    return carry(store, later, now())


def _tell(article: Article, what: str) -> None:
    put(f"{what}\t{article.id}\t{printable(article.title)}")
    place = article.file or ("standard input" if article.origin == "-" else article.origin)
    for notice in article.notices if what == "added" else ():
        say(f"note: {place}: {notice}")


def _report(carried: Relocation | None) -> None:
    if carried is None or carried.edit is None:
        say("there is nothing of yours to carry over")
        return
    say(f"{carried.edit.label}: {carried.said}" if any(carried[:4]) else carried.edit.label)
    for one in carried.lost:
        say(f"lost its place: {one.tag} {words(one)} ({one.label})")
