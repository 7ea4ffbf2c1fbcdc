"""Which article a word means: by its id, the beginning of it, or a part of its title. Pure."""

from collections.abc import Mapping, Sequence
from itertools import islice

from annotations import versions
from annotations.errors import NoSuchArticle

NAMED = 5
"""Articles that a refusal names."""


def by_id(word: str, known: Sequence[str]) -> str | None:
    """The article with this id, or the only one whose id begins so; upper and lower case are the same."""
    wanted = word.strip().casefold()
    if wanted in known:
        return wanted
    begun = [one for one in known if wanted and one.startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def by_title(word: str, titles: Mapping[str, str], replaces: Mapping[str, str]) -> str:
    """The only article with this in its title, in its newest version; one that is called exactly so goes before.

    `titles` and `replaces` have an entry an article. Raises NoSuchArticle, naming those that it could be.
    """
    wanted = word.strip().casefold()
    links = versions.earlier(replaces)
    named = [one for one, title in titles.items() if wanted and wanted in title.casefold()]
    whole = _newest(links, [one for one in named if wanted == titles[one].casefold()])
    begun = [one for one in titles if wanted and one.startswith(wanted)]
    candidates = whole if len(whole) == 1 else _newest(links, named) or begun
    if len(candidates) == 1:
        return candidates[0]
    raise _unresolved(word, {one: titles[one] for one in candidates})


def _newest(links: Mapping[str, str], named: Sequence[str]) -> list[str]:
    return sorted({last for one in named for last in versions.newest(links, one)})


def _unresolved(word: str, candidates: dict[str, str]) -> NoSuchArticle:
    place = f"article “{word}”"
    if not candidates:
        return NoSuchArticle(place, "there is none by that id or title", "postil list names them all")
    names = [f"{one} “{title}”" for one, title in islice(candidates.items(), NAMED)]
    more = f" and {len(candidates) - NAMED} more" if len(candidates) > NAMED else ""
    return NoSuchArticle(place, f"it could be {', '.join(names)}{more}", "name it by its id")
