"""Where names are: runs of capitalised words, as a speaker's name is written, without the title before it.

Rules, no lexicon of names: what a capital means is read from the words beside it, and where it may mean only that a
sentence begins, from how the word is written nearby. Scripts without case give nothing. Known limits: a title that is
not in the lists stays with its name; in German, where every noun is capitalised, a single word counts only where
something nearby tells that it names somebody.
"""

import re
from collections.abc import Iterator

from seeds.segment.abbreviations import STARTERS
from seeds.segment.capitals import begins, common, follows, is_headline, named, shouted
from seeds.segment.graphemes import all_snapped
from seeds.segment.runs import Run, runs
from seeds.segment.titles import (
    COMMON,
    DEMONYMS,
    GERMAN_NOUNS,
    MONTHS_THAT_NAME,
    NO_NAMES,
    ORGANISATIONS,
    SUFFIXES,
    TITLE,
    TITLES,
)
from seeds.span import Span

_ING_NAMES = frozenset(
    {"Beijing", "Nanjing", "Boeing", "Fleming", "Harding", "Manning", "Browning", "Sterling", "Wyoming"}
)
_LIKE_NO_NAME = re.compile(r"\w{3,}(?:[^aisu]s|ly|ed|ing|tion|ment)|\w+(?:ness|less)")
"""Endings of everyday words: one that begins a sentence and is found nowhere else is not taken for a name."""

_ADJECTIVE = re.compile(r"\s(?!(?:and|or|said|says)\b)[^\W\d_]")
_GERMAN_PLACE = re.compile(r"\b(?i:in|aus|nach)\s\Z")


def names(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """The names that lie in a block, in order; `language` is a BCP 47 tag, "" where it is not known."""
    block = span.of(text)
    if block == block.lower() or shouted(block):
        return ()
    found = list(runs(text, span, language))
    if is_headline(text, span, found):
        found = [part for run in found for part in _uncommon(text, span, run)]
    german = language.partition("-")[0] == "de"
    kept = []
    for run in found:
        bare = _stripped(text, span, run)
        name = _without_title(bare)
        titled = len(name) < len(bare)
        if name and _counts(text, span, name) and (titled or not german or _counts_in_german(text, name)):
            kept.append((name[0].start, name[-1].end))
    return all_snapped(text, span, kept)


def _stripped(text: str, span: Span, run: Run) -> Run:
    """The run without what is capitalised for another reason at its ends."""
    kept = list(run)
    first = begins(text, span, kept[0])
    while kept and (kept[0].text in NO_NAMES or (first and _begins_only(kept))):
        del kept[0]
    if len(kept) > 1 and kept[0].text in MONTHS_THAT_NAME and len(kept) < len(run):
        del kept[0]
    while kept and (kept[-1].text in NO_NAMES or not kept[-1].capital):
        del kept[-1]
    while kept and not kept[0].capital and kept[0].text in ("of", "for", "the"):
        del kept[0]
    return kept


def _begins_only(run: Run) -> bool:
    word = run[0].text
    return word in STARTERS or word in COMMON or (_is_participle(word) and len(run) > 1)


def _without_title(run: Run) -> Run:
    """The run behind its last title, if a name follows there; the whole run where the title is part of a name."""
    behind = 0
    for at, word in enumerate(run[:-1]):
        if word.text in TITLES or TITLE.fullmatch(word.text):
            behind = at + 3 if run[at + 1].text == "of" else at + 1
    rest = run[behind:]
    if not any(word.capital and word.text not in SUFFIXES for word in rest):
        return run
    return run if any(word.text in ORGANISATIONS for word in rest) else rest


def _counts(text: str, span: Span, name: Run) -> bool:
    """Whether what is left names somebody: a single word may be capitalised for its place alone."""
    if len(name) > 1:
        return True
    word = name[0]
    if len(word.text) == 1:
        return False
    if word.text in DEMONYMS and _ADJECTIVE.match(text, word.end):
        return False
    if word.text in MONTHS_THAT_NAME:
        return begins(text, span, word) and not text[word.end : word.end + 2].strip().isdecimal()
    if not begins(text, span, word) or word.text.isupper():
        return True
    here = Span(word.start, word.end)
    if named(text, word, but=here):
        return True
    return (word.ends or not _LIKE_NO_NAME.fullmatch(word.text)) and not common(text, word, but=here)


def _counts_in_german(text: str, name: Run) -> bool:
    if len(name) > 1 or name[0].text.isupper():
        return True
    word = name[0]
    if _GERMAN_PLACE.search(text[max(word.start - 8, 0) : word.start]):
        return not GERMAN_NOUNS.fullmatch(word.text)
    return any(
        other[0].isupper() and other not in STARTERS | COMMON | NO_NAMES and other.isalpha()
        for other in follows(text, word)
    )


def _is_participle(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5 and word not in _ING_NAMES


def _uncommon(text: str, span: Span, run: Run) -> Iterator[Run]:
    """The parts of a run between words that are everyday words elsewhere in the text."""
    part: Run = []
    for word in run:
        if word.capital and word.text != "The" and (_is_everyday(word.text) or common(text, word, but=span)):
            if part:
                yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _is_everyday(word: str) -> bool:
    return word in STARTERS or word in COMMON or _is_participle(word)
