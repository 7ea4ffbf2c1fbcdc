"""`postil tag`: for scripts, the same edit that a key makes in the reader."""

from typing import Any

import click

from annotations import index, sources
from annotations.annotation import Annotation
from annotations.codebook import Codebook, Tag
from annotations.tagging import annotate, tagged, twin, words
from seeds.correct import corrected
from tui import signals
from tui.cli.opened import opened
from tui.cli.out import put, say
from tui.cli.setting import Setting, as_coder, in_library
from tui.cli.wanted import NotTagged, attributes, places, value
from tui.here import new_id, now
from tui.view import view


@click.command("tag", short_help="Tag words of an article, from a script.")
@click.argument("article")
@click.option("--tag", "name", required=True, metavar="TAG", help="A tag of the codebook.")
@click.option("--text", "texts", multiple=True, metavar="WORDS", help="Words that stand in one place of the article.")
@click.option("--span", "spans", multiple=True, metavar="START:END", help="From 0, half-open, in code points.")
@click.option("--speaker", metavar="NAME", help="Who said it, who sets it, or who is meant.")
@click.option("--attr", "fields", multiple=True, metavar="KEY=VALUE", help="An attribute of the codebook.")
@click.option("--note", default="", help="A note.")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, /, article: str, name: str, note: str, **options: Any) -> None:
    """Tag words of ARTICLE, and print the annotation's id. Several --text and --span make one annotation.

    WORDS that stand in several places are refused, with the offsets of each; a START:END inside a character is too.
    """
    library = setting.library()
    tag = _tag(library.codebook, name)
    typed = attributes(tag, options["speaker"], options["fields"])
    article_id = sources.resolve(library, article)
    store = setting.store(library)
    source = sources.load(library, article_id)
    layer = opened(store, source)
    found = corrected(source, layer.corrections)
    held = [span for annotation in layer.annotations.values() for span in annotation.spans]
    spans = places(view(found, held), options["texts"], options["spans"])
    said = {key: value(tag, key, words_, found.text) for key, words_ in typed.items()}
    made = annotate(found, spans, tag, id=new_id(), at=now(), attributes=said, note=note, origin="script")
    if known := twin(layer, tag.name, spans):
        _say_known(known, made, list(said))
        return
    with signals.held():  # what is in the history is in the TinyDB file too when a kill is heeded
        store.commit(article_id, tagged(made))
        store.close()
    index.rows(library, store.coder)
    put(made.label)
    say(f"tagged {words(made)} as {tag.name}")


def _tag(codebook: Codebook, name: str) -> Tag:
    tag = codebook.get(name)
    if tag is None:
        names = ", ".join(tag.name for tag in codebook.tags)
        raise click.BadParameter(f"no tag {name!r}; the codebook has {names}", param_hint="--tag")
    return tag


def _say_known(known: Annotation, made: Annotation, said: list[str]) -> None:
    """Say that these words have this tag already. Raises NotTagged where something else was to be said of them."""
    same = all(known.attributes.get(name) == made.attributes[name] for name in said)
    if not same or made.note not in ("", known.note):
        remedy = "change these in the reader"
        raise NotTagged(words(known), f"is tagged {known.tag} already ({known.label}), with other fields", remedy)
    put(known.label)
    say(f"{words(known)} is tagged {known.tag} already")
