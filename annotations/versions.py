"""Which article is a later version of which, by what each one says that it replaces. Pure.

Two may replace the same one, where two people did so: both stand then. Articles that replace each other in a ring
replace nothing: no file can hide them all.
"""

from collections.abc import Mapping


def earlier(replaces: Mapping[str, str]) -> dict[str, str]:
    """The earlier version of each article that has one here. `replaces` names for all articles what they replace."""
    links = {one: before for one, before in replaces.items() if before in replaces}
    walked: set[str] = set()
    for start in list(links):
        path: dict[str, None] = {}
        at = start
        while at in links and at not in walked and at not in path:
            path[at] = None
            at = links[at]
        walked |= path.keys()
        if at in path:
            names = list(path)
            for one in names[names.index(at) :]:
                del links[one]
    return links


def origins(links: Mapping[str, str]) -> dict[str, str]:
    """The first version of each article that has an earlier one. `links` are as from `earlier`."""
    found: dict[str, str] = {}
    for start in links:
        path = [start]
        while path[-1] in links and path[-1] not in found:
            path.append(links[path[-1]])
        first = found.get(path[-1], path[-1])
        found |= dict.fromkeys(path[:-1], first)
    return found


def newest(links: Mapping[str, str], article_id: str) -> list[str]:
    """The newest versions of an article: itself where nothing replaces it, several where several replace the same."""
    later: dict[str, list[str]] = {}
    for one, before in links.items():
        later.setdefault(before, []).append(one)
    ends, waiting = [], [article_id]
    while waiting:
        at = waiting.pop()
        if at in later:
            waiting += later[at]
        else:
            ends.append(at)
    return sorted(ends)
