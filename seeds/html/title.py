"""Find a page's title among what its markup says it is: a headline that the head of the page agrees with. Pure."""

import re
from collections.abc import Iterator, Sequence

from seeds.printable import printable

MARK = re.compile(r"\s+(?:[|·•»›~]|[-–—]{1,2}|::|//)\s+|\s*[|_｜]\s*|(?<=[\u3040-\u9fff])\s*[-–—]+\s*")
"""What parts a title from the name of its site."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
"""A word; in scripts without spaces each character counts as one."""

_ALIKE = 0.8
"""The share of common words from which two titles are the same one, as the cleaning benchmark counts it."""

_RELATED = 0.4
"""The share of the shorter title's words from which one is another wording of the other."""

_LONGEST, _MOST = 300, 20
"""Code points of a title at most, and headlines that are looked at."""


def best_title(headlines: Sequence[str], told: Sequence[str], site: str = "") -> str:
    """The title of a page; "" where nothing says it plainly.

    `headlines` are the texts of its first-order headings in order, `told` what its head says, the plainest first, and
    `site` is the name of the site, where the page tells it.
    """
    named = [whole for one in told if (whole := _plain(one))]
    first = list(dict.fromkeys(headlines))[:_MOST]
    own = [headline for one in first if (headline := _plain(one)) and not _is_site(headline, site)]
    for parts in (_whole, _front, _back):
        for headline in own:
            if any(alike(headline, part) for one in named for part in parts(one) if not _is_site(part, site)):
                return headline
    if len(own) == 1 and (not named or any(_related(own[0], one) for one in named)):
        return own[0]
    return next((title for one in named if (title := _without_site(one, site, named))), "")


def alike(one: str, other: str) -> bool:
    """Whether two titles have the same words but for one in five."""
    a, b = _words(one), _words(other)
    return bool(a and b) and 2 * len(a & b) >= _ALIKE * (len(a) + len(b))


def _plain(title: str) -> str:
    return printable(title)[:_LONGEST]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _related(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return bool(a and b) and len(a & b) >= _RELATED * min(len(a), len(b))


def _whole(named: str) -> Iterator[str]:
    yield named


def _front(named: str) -> Iterator[str]:
    """A title without what stands behind its last mark, then without what stands behind the one before."""
    for match in reversed(list(MARK.finditer(named))):
        yield named[: match.start()]


def _back(named: str) -> Iterator[str]:
    """A title without what stands before its first mark, then before the second."""
    for match in MARK.finditer(named):
        yield named[match.end() :]


def _without_site(named: str, site: str, others: Sequence[str]) -> str:
    """A title without the name of its site: told by the site, by another title, or by how much shorter it is."""
    if _is_site(named, site):
        return ""
    for part in (*_front(named), *_back(named)):
        rest = named.replace(part, "", 1)
        if len(_WORD.findall(part)) > 1 and (_is_site(rest, site) or part in others):
            return part
    front = next(_front(named), "")
    return front if 2 * len(front) > len(named) and len(_WORD.findall(front)) > 2 else named


def _is_site(words: str, site: str) -> bool:
    squeezed, known = ("".join(_WORD.findall(text.lower())) for text in (words, site))
    return bool(squeezed and known) and (squeezed in known or known in squeezed) and len(squeezed) < 2 * len(known) + 8
