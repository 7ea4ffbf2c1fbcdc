"""What the options of `postil tag` ask for, checked against the text and the codebook. Pure."""

import re
from collections.abc import Sequence

import click

from annotations.annotation import Value
from annotations.codebook import Tag
from annotations.entity import Entity
from annotations.quote import places as places_of
from annotations.tagging import joined
from seeds.errors import Problem
from seeds.segment.graphemes import snapped
from seeds.span import Span
from tui.view import View

OFFSETS = re.compile(r"(\d+)\s*[:-]\s*(\d+)", re.ASCII)
NAMED = 20
"""Places that a refusal names."""


class NotTagged(Problem):
    """Words that cannot be tagged as was asked."""


def places(seen: View, texts: Sequence[str], spans: Sequence[str]) -> tuple[Span, ...]:
    """The spans that --text and --span mean, in order; cut, as in the reader, where they go across folded text."""
    text = seen.article.text
    given = [*(_only(text, words) for words in texts), *(_typed(text, span) for span in spans)]
    if not given:
        raise click.UsageError("which words? give --text WORDS or --span START:END")
    return joined([piece for span in joined(given) for piece in seen.stretches(span) or (span,)])


def attributes(tag: Tag, speaker: str | None, fields: Sequence[str]) -> dict[str, str]:
    """The attributes that were typed, by name. Raises BadParameter for what the codebook does not allow."""
    typed = dict(_pair(field) for field in fields)
    if speaker is not None:
        if tag.who is None:
            raise click.BadParameter(f"a {tag.name} names nobody", param_hint="--speaker")
        typed[tag.who.name] = " ".join(speaker.split())
    known = {attribute.name: attribute for attribute in tag.attributes}
    for name, value in typed.items():
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise click.BadParameter(f"a {tag.name} has no {name!r}; {has}", param_hint="--attr")
        if not value:
            raise click.BadParameter(f"{name} is empty", param_hint="--attr")
        if known[name].values and value not in known[name].values:
            allowed = ", ".join(known[name].values)
            raise click.BadParameter(f"{name} is one of {allowed}, not {value!r}", param_hint="--attr")
    return typed


def value(tag: Tag, name: str, typed: str, text: str) -> Value:
    """An attribute's value; of somebody, with the place of the name where it stands only once in the text."""
    if not any(attribute.names for attribute in tag.attributes if attribute.name == name):
        return typed
    found = [span for span in places_of(text, typed, 100) if _whole_word(text, span)]
    return Entity(typed, None, found[0] if len(found) == 1 else None)


def _only(text: str, words: str) -> Span:
    found = [span for span in places_of(text, words) if snapped(text, span) == span]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotTagged(f"“{words}”", "does not stand in the article", "postil show ARTICLE --raw prints its words")
    offsets = ", ".join(f"{span.start}:{span.end}" for span in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    raise NotTagged(f"“{words}”", f"stands in {len(found)} places: {offsets}{more}", "give --span for one of them")


def _typed(text: str, typed: str) -> Span:
    match = OFFSETS.fullmatch(typed.strip())
    if not match or not int(match[1]) < int(match[2]) <= len(text):
        why = f"{typed!r} is no place in this text: START:END, in code points from 0 to {len(text)}"
        raise click.BadParameter(why, param_hint="--span")
    span = Span(int(match[1]), int(match[2]))
    whole = snapped(text, span)
    if whole != span:
        raise NotTagged(f"--span {typed}", "begins or ends inside a character", f"{whole.start}:{whole.end} is whole")
    if not span.of(text).strip():
        raise NotTagged(f"--span {typed}", "holds no words", "choose others")
    return span


def _pair(field: str) -> tuple[str, str]:
    name, equals, typed = field.partition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"{field!r}: write KEY=VALUE", param_hint="--attr")
    return name.strip(), " ".join(typed.split())


def _whole_word(text: str, span: Span) -> bool:
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() and text[span.start].isalnum()) and not (
        behind.isalnum() and text[span.end - 1].isalnum()
    )
