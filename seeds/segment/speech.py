"""Where speech that its tag splits goes on: “We agree,” Mara Holt said, “to meet.”

Shy on purpose: where the words between two quotations may be anything but a speech tag, there is no other part. Known
limits: a tag of more than 120 code points or with another sentence in it is not taken for one; nor is one that says who
else spoke ("said Holt, and Tarn said,"); speech between dashes alone, without quotation marks, is not looked at.
"""

import re

from seeds.runs import is_item
from seeds.segment.abbreviations import STARTERS, abbreviations
from seeds.segment.clauses.verbs import SAY
from seeds.segment.marks import MARK
from seeds.segment.pieces import pieces
from seeds.segment.quotations import quotations
from seeds.span import Span

_LONGEST_TAG = 120
"""Code points between the two parts."""

_BEFORE_SPEECH = re.compile(rf"(?:\A|[,，、،:：;.!?…。！？؟—–\n]|{MARK.pattern})\s*[—–-]?\s*\Z")
_GOES_ON = re.compile(rf"(?:[,，،—–-]|(?P<asks>[!?！？؟…]))\s*{MARK.pattern}\Z")
_ENDED = re.compile(rf"[.。]\s*{MARK.pattern}\Z")
_COMMA_OR_DASH = re.compile(r"\s*[,，،]|\s*[—–-]\s")
_TAG_END = re.compile(r"(?:[,，،:：]|(?P<stop>[.。।])|\s[—–-])\s*\Z")
_INNER_STOP = re.compile(r"(?P<word>\w*)[.。!?！？…;؛](?=\W*\w)")
_ANOTHER = re.compile(
    r"[,，،]\s(?:and|but|or|while|as|und|aber|während|et|mais|tandis|y|pero|mientras|и|а|но)\s|\swhile\s"
)
_JOINS = frozenset({"and", "or", "but", "nor", "und", "oder", "aber", "et", "ou", "mais", "y", "o", "pero", "и", "или"})
_SAID = SAY | {"sagte", "sagt", "dit", "dijo", "dice", "disse", "сказал", "сказала", "sade", "zei", "powiedział"}
_WORD = re.compile(r"\w[\w'’-]*")
_TAG_BEHIND = re.compile(r"\s*(?P<words>[^.!?。！？…\n]*)")


def other_part(text: str, block: Span, quotation: Span) -> Span | None:
    """The other part of speech that a tag splits: the next quotation of the block, or else the one before.

    `quotation` is one of the block's (in a huge block, of its `seeds.segment.pieces`) that lies in no other. None
    where the two are not surely one speech. Of three parts in a row the second gives the third. Spans are code points.
    """
    outer = list[Span]()
    piece = next((piece for piece in pieces(text, block) if quotation in piece), block)
    for found in quotations(text, piece):
        if not (outer and found in outer[-1]):
            outer.append(found)
    if quotation not in outer:
        return None
    at = outer.index(quotation)
    if at + 1 < len(outer) and _split(text, block, quotation, outer[at + 1]):
        return outer[at + 1]
    return outer[at - 1] if at and _split(text, block, outer[at - 1], quotation) else None


def _split(text: str, block: Span, first: Span, second: Span) -> bool:
    """Whether what stands between two quotations is the tag of one speech."""
    gap = text[first.end : second.start]
    if len(gap) > _LONGEST_TAG or text[first.start] != text[second.start]:
        return False
    if any(map(is_item, gap.split("\n")[1:])):
        return False
    if not _BEFORE_SPEECH.search(text[max(block.start, first.start - 8) : first.start]):
        return False
    end = _TAG_END.search(gap)
    if not end or not _goes_on(first.of(text), gap) or not _is_tag(gap[: end.start()]):
        return False
    return not (end["stop"] and _has_its_own_tag(second.of(text), text[second.end : block.end][:_LONGEST_TAG]))


def _goes_on(spoken: str, gap: str) -> bool:
    """Whether the end of the first part lets a tag follow: it has no full stop, and behind it goes on the sentence."""
    words = _WORD.findall(gap)
    if not words or _ENDED.search(spoken):
        return False
    end = _GOES_ON.search(spoken)
    if end:
        return not (end["asks"] and words[0] in STARTERS)
    return bool(_COMMA_OR_DASH.match(gap)) or not _SAID.isdisjoint(words)


def _is_tag(gap: str) -> bool:
    """Whether the words are a stretch of one sentence that names nobody else who speaks."""
    first = _WORD.search(gap)
    if not first or first[0] in _JOINS or _ANOTHER.search(gap) or "(" in gap:
        return False
    known = abbreviations("en")
    stops = _INNER_STOP.finditer(gap)
    return all(stop[0][-1] == "." and (len(stop["word"]) == 1 or stop["word"].casefold() in known) for stop in stops)


def _has_its_own_tag(spoken: str, behind: str) -> bool:
    """Whether a quotation that begins a sentence is followed by a speech tag, and so may be somebody else's."""
    end = _GOES_ON.search(spoken)
    words = _WORD.findall(match["words"]) if (match := _TAG_BEHIND.match(behind)) else []
    if end and not end["asks"]:
        return bool(words)
    if not end and _ENDED.search(spoken):
        return False
    return bool(words) and (not words[0][0].isupper() or len(words) <= 4)
