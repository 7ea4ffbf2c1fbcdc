"""`postil tag`: for scripts, the same edit that a key makes in the reader."""

import re
from dataclasses import dataclass
from typing import Any

import click

from annotations import sources
from annotations.annotation import Value
from annotations.codebook import Codebook, Tag
from annotations.edit import Layer
from annotations.entity import Entity
from annotations.tagging import annotate, joined, tagged, twin, words
from seeds.article import Article
from seeds.correct import corrected
from seeds.errors import Problem
from seeds.segment.graphemes import snapped
from seeds.span import Span
from tui.cli.setting import Setting, put, say
from tui.here import new_id, now
from tui.view import view

OFFSETS = re.compile(r"(\d+)[:-](\d+)")


class NotTagged(Problem):
    """Words that cannot be tagged as was asked."""


@dataclass(frozen=True)
class Wanted:
    """What the options ask for, as they were typed."""

    texts: tuple[str, ...]
    spans: tuple[str, ...]
    speaker: str | None
    note: str
    fields: tuple[str, ...]


@click.command("tag")
@click.argument("article")
@click.option("--tag", "name", required=True, help="A tag of the codebook.")
@click.option("--text", "texts", multiple=True, metavar="WORDS", help="Words that stand once in the article.")
@click.option("--span", "spans", multiple=True, metavar="S:E", help="Code points; several for a split quotation.")
@click.option("--speaker", help="Who said it, who sets it, or who is meant.")
@click.option("--note", default="", help="A note.")
@click.option("--attr", "fields", multiple=True, metavar="KEY=VALUE", help="An attribute of the codebook.")
@click.pass_obj
def command(setting: Setting, /, article: str, name: str, **options: Any) -> None:
    """Tag words of ARTICLE. WORDS that stand in several places are refused, with the offsets of each."""
    wanted = Wanted(**options)
    library = setting.library()
    tag = _tag(library.codebook, name)
    article_id = sources.resolve(library, article)
    store = setting.store(library)
    layer = store.open(article_id).layer
    found = corrected(sources.load(library, article_id), layer.corrections)
    places = _places(found, layer, wanted)
    if known := twin(layer, tag.name, places):
        say(f"{known.label}: {words(known)} is tagged {tag.name} already")
        return
    annotation = annotate(
        found, places, tag, id=new_id(), at=now(), attributes=_attributes(tag, wanted, found.text), note=wanted.note,
        origin="script",
    )  # fmt: skip
    store.commit(article_id, tagged(annotation))
    store.close()
    put(annotation.label)
    say(f"tagged {words(annotation)} as {tag.name}")


def _tag(codebook: Codebook, name: str) -> Tag:
    tag = codebook.get(name)
    if tag is None:
        names = ", ".join(tag.name for tag in codebook.tags)
        raise click.BadParameter(f"no tag {name!r}; the codebook has {names}", param_hint="--tag")
    return tag


def _places(article: Article, layer: Layer, wanted: Wanted) -> tuple[Span, ...]:
    """The spans that the options mean, cut at folded text."""
    given = [*(_only(article.text, text) for text in wanted.texts), *(_span(article.text, s) for s in wanted.spans)]
    if not given:
        raise click.UsageError("which words? give --text WORDS or --span START:END")
    seen = view(article, (span for annotation in layer.annotations.values() for span in annotation.spans))
    whole = joined(given)
    return joined([piece for span in whole for piece in seen.stretches(span) or (span,)])


def _only(text: str, words_: str) -> Span:
    pattern = re.compile(r"\s+".join(map(re.escape, words_.split())))
    found = [Span(*match.span()) for match in pattern.finditer(text)] if words_.split() else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotTagged(f"“{words_}”", "does not stand in the article", "postil show ARTICLE --raw prints its words")
    offsets = ", ".join(f"{span.start}:{span.end}" for span in found[:20])
    raise NotTagged(f"“{words_}”", f"stands in {len(found)} places ({offsets})", "give --span for one of them")


def _span(text: str, typed: str) -> Span:
    match = OFFSETS.fullmatch(typed.strip())
    if not match or not int(match[1]) < int(match[2]) <= len(text):
        why = f"{typed!r} is no place in this text: START:END, in code points from 0 to {len(text)}"
        raise click.BadParameter(why, param_hint="--span")
    span = Span(int(match[1]), int(match[2]))
    if snapped(text, span) != span:
        wider = snapped(text, span)
        raise NotTagged(f"--span {typed}", "begins or ends inside a character", f"{wider.start}:{wider.end} is whole")
    return span


def _attributes(tag: Tag, wanted: Wanted, text: str) -> dict[str, Value]:
    """The attributes that were typed, checked against the codebook."""
    typed = dict(_pair(field) for field in wanted.fields)
    if wanted.speaker:
        if tag.who is None:
            raise click.BadParameter(f"a {tag.name} names nobody", param_hint="--speaker")
        typed[tag.who.name] = wanted.speaker
    known = {attribute.name: attribute for attribute in tag.attributes}
    values: dict[str, Value] = {}
    for name, value in typed.items():
        if name not in known:
            raise click.BadParameter(f"a {tag.name} has no {name!r}; it has {', '.join(known)}", param_hint="--attr")
        if known[name].values and value not in known[name].values:
            allowed = ", ".join(known[name].values)
            raise click.BadParameter(f"{name} is one of {allowed}, not {value!r}", param_hint="--attr")
        values[name] = _entity(text, value) if known[name].names else value
    return values


def _pair(field: str) -> tuple[str, str]:
    name, equals, value = field.partition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"{field!r}: write KEY=VALUE", param_hint="--attr")
    return name.strip(), value.strip()


def _entity(text: str, name: str) -> Entity:
    """Somebody by name, with the place where the name stands if there is only one."""
    return Entity(name, None, Span(text.index(name), text.index(name) + len(name)) if text.count(name) == 1 else None)
