"""Tell of which articles so much was folded away that one should look at it. Pure."""

HALF = 0.5
"""The share of an article's words above which it is told: what a scraper took for an article is folded so far one time
in eighty, a whole page with its menus one time in six."""

LEAST = 100
"""Words of an article of which it is told, folded ones among them: of a short one a menu is soon the larger part."""


def much_folded(words: int, folded: int) -> int:
    """How many in a hundred words of an article were folded away, 0 if that is not much; `words` are shown, `folded`
    are not."""
    every = words + folded
    return 100 * folded // every if every >= LEAST and folded > HALF * every else 0
