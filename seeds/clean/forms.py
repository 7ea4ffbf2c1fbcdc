"""The forms of the small pieces around an article: bylines, captions, credits, headings, the standfirst. Pure.

Each question is asked of one block alone. `strict` asks for the plain form, for blocks that the model takes for body.
"""

import re

from seeds.clean.cues import is_phrase
from seeds.clean.shape import Shape
from seeds.clean.words import small

_PASTE = ("subscribe", "appeal", "related", "comment", "legal", "advertise", "machine", "share", "navigate", "tags")
"""Cues that speak against a block that would else pass for a part of the article."""

_SIGNED = re.compile(
    r"(?:(?:by|von|par|por|di|door|av)\s+(?=\w)|(?:text|words|story|reporting|written|reported|edited|author|autora?|auteur"
    r"|автор|текст|haber|yazan|yazar|muhabir|بقلم|كتبت?|الكاتب|文|記者|记者|作者)\s*(?:by\b|von\b|par\b|por\b|[:：/])"
    r"|(?:بقلم|كتبت?|記者|记者|作者)\s)",
    re.IGNORECASE,
)
_SHORT = 10
"""Words of a byline in a script without capital letters, which cannot tell names."""

_PICTURE = (
    r"(?:photo|photos|photograph|photo by|image|picture|credits?|courtesy|foto|bild|quelle|photographie|crédit"
    r"|fotografía|fuente|фото|صورة|图|写真|handout|illustration|file photo|file|archiv(?:foto|bild)?|©)"
)
_AGENCY = re.compile(
    r"\b(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Getty|TASS|dpa|DPA|ANSA|EFE|Xinhua|Shutterstock|Alamy|Unsplash|iStock|Imago"
    r"|imago|Keystone|PA Wire|Press Association|Associated Press|Anadolu|Flickr|Wikimedia|Pexels|Pixabay|Handout)\b"
)
_WITH_AGENCY = re.compile(
    rf"(?:[^.:;!?,]{{3,40}}, )?(?:[Aa]vec|[Mm]it|[Ww]ith|[Cc]on|[Cc]om) {_AGENCY.pattern}(?: \w+ {_AGENCY.pattern})?$"
)
_CREDITED_END = re.compile(r"[(\[]\s*" + _PICTURE + r"?[^()\[\]]{2,60}[)\]]\.?$", re.IGNORECASE)
_NAMED_END = re.compile(
    r"(?:\.|[.!?][”\"»]|[|/])\s(?:[A-ZÀ-ÞА-Я][\w.'’-]+(?:\s|$)){2,4}(?:/\s?[\w .]+)?$|\s[|/]\s?(?:[A-Z][\w.]+ ?){1,4}$"
)
_LABELLED = re.compile(r"[(\[]?\s*(?:file\s+)?" + _PICTURE + r"\s*(?:by\b|:|：|\||/|©|courtesy)", re.IGNORECASE)
_MARKED = re.compile(_PICTURE + r"\s*[:/©]", re.IGNORECASE)
_ENDING_LABEL = re.compile(r"[\s(\[.]" + _PICTURE + r"\s?(?:by|:|：|/)\s?[^.]{2,60}$", re.IGNORECASE)
_LED = 30
"""Words of a line that leads to another article, at most."""

_SAID = 15
"""Code points that a caption says of the picture, at least, before it names who took it."""

_END = 90
"""Code points at a block's end in which that is looked for."""


def is_byline(shape: Shape) -> bool:
    """Whether the block says who wrote the article, or when: "By Mara Holt", "3 May 2024, 11:06"."""
    if not 1 <= shape.words <= 22 or shape.ending in "cq" or shape.lines > 1 or "comment" in shape.cues:
        return False
    if _SIGNED.match(shape.head):
        lettered = shape.head.upper() != shape.head.lower()
        return (
            shape.capital + shape.digits >= 0.6 or shape.head[0].islower()
            if lettered
            else shape.words <= _SHORT and shape.ending == "n"
        )
    if _WITH_AGENCY.match(shape.head):
        return True
    if shape.date and shape.words <= 16 and shape.stops < 2 and not _blemishes(shape):
        return shape.digits >= 0.15 or "stamp" in shape.cues
    return "writer" in shape.cues and shape.words <= 10 and shape.capital >= 0.5 and shape.ending not in "sk"


def is_name(shape: Shape) -> bool:
    """Whether the block may be the name of a person and nothing else."""
    return 2 <= shape.words <= 4 and shape.capital == 1 and shape.ending == "n" and not shape.cues and not shape.digits


def is_credit(shape: Shape, *, strict: bool) -> bool:
    """Whether the block only names who took a picture: "Photo: Ada Quill / Tern Press"."""
    if not 1 <= shape.words <= 14 or shape.lines > 1 or _blemishes(shape):
        return False
    if _LABELLED.match(shape.head) or (shape.head[0] == "©" and not shape.digits):
        return True
    return not strict and shape.capital >= 0.6 and "photo" in shape.cues and shape.ending != "c"


def is_caption(shape: Shape, *, strict: bool) -> bool:
    """Whether the block describes a picture: it ends with whoever took it, or begins with the word for picture."""
    if not 4 <= shape.words <= 75 or _is_set_by_line(shape) or shape.dateline:
        return False
    pictured = "photo" in shape.cues
    if pictured and shape.words >= 8 and _LABELLED.match(shape.head):
        return True
    said, end = shape.head[:_SAID], shape.head[_SAID:][-_END:]
    credit = _CREDITED_END.search(end) if end.endswith((")", "]", ").", "].")) else None
    if credit and (_AGENCY.search(credit[0]) or _MARKED.search(credit[0])):
        return True
    if pictured and said and _ENDING_LABEL.search(end):
        return True
    if shape.words >= 8 and shape.ending == "n" and not _blemishes(shape) and _NAMED_END.search(end):
        return True
    return not strict and shape.words >= 6 and bool(credit or pictured) and not _blemishes(shape)


def is_heading(shape: Shape) -> bool:
    """Whether the block is a short line without a stop."""
    return (
        1 <= shape.words <= 14
        and shape.lines == 1
        and (shape.ending == "n" or shape.head.endswith(("?", "？")))
        and shape.first in "udq"
        and not shape.link
    )


def is_standfirst(shape: Shape) -> bool:
    """Whether the block sums an article up in a sentence or two."""
    return (
        7 <= shape.words <= 65
        and not _is_set_by_line(shape)
        and not _blemishes(shape)
        and not shape.link
        and not shape.dateline
        and "writer" not in shape.cues
        and (shape.function >= 0.15 or shape.unspaced > 0 or _is_sentence(shape))
        and shape.first != "b"
    )


def is_lead(shape: Shape) -> bool:
    """Whether the block names another article behind words that lead there: "Read also: Who owns the sound?"."""
    before, _, behind = shape.head.replace("：", ":").partition(":")
    if not behind.strip() or shape.words > _LED or shape.ending not in "nsq":
        return False
    words = tuple(map(small, re.findall(r"\w+", before)))
    return (len(words) > 1 or shape.unspaced > 0) and is_phrase(words, "related")


def _is_sentence(shape: Shape) -> bool:
    """Whether the block reads like one in a script without capital letters, whose small words may hang on others."""
    return shape.words >= 10 and shape.capital == 0 and shape.ending in "sq"


def _is_set_by_line(shape: Shape) -> bool:
    """Whether the block has lines too short for wrapped prose: a list, verse."""
    return shape.lines > 1 and shape.words < 5 * shape.lines


def _blemishes(shape: Shape) -> bool:
    """Whether cue words of furniture speak against the block: one in a short block, two in a longer one."""
    found = sum(shape.cues.get(cue, 0) for cue in _PASTE)
    return found > (shape.words > 12)
