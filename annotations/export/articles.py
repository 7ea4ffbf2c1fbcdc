"""One row an article and coder, with the count of each tag: an article without a find is a finding too. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from annotations.codebook import Codebook
from annotations.count import counted
from annotations.export import cells
from annotations.export.coded import Coded
from annotations.export.rows import ARTICLE
from seeds.correct import EXTRA

COUNTED = ("words", "folded_words", "folded_share")
OWN = ("note", "coder")

Rows = list[dict[str, str]]


def articles(coded: Iterable[Sequence[Coded]], tags: Sequence[str]) -> tuple[list[str], Rows]:
    """The table of articles: its columns, and its rows in the order given. `tags` are those that are counted.

    A tag's column is TAG_count; columns that a corpus brought along are meta_NAME.
    """
    fixed = [*ARTICLE, *COUNTED, *(f"{tag}_count" for tag in tags), *OWN]
    extra: dict[str, str] = {}
    rows = []
    for each in (each for group in coded for each in group):
        for name in each.article.meta.extra:
            if name not in extra:
                extra[name] = cells.free(f"{EXTRA}{name}", [*fixed, *extra.values()])
        said = {extra[name]: value for name, value in each.article.meta.extra.items()}
        rows.append(_row(each, tags) | said)
    return [*fixed, *extra.values()], rows


def wide(coded: Iterable[Sequence[Coded]], tags: Sequence[str]) -> tuple[list[str], Rows]:
    """Articles by tags: a row an article and coder, a column a tag, in the cell all words that have it."""
    names: dict[str, str] = {}
    for tag in tags:
        names[tag] = cells.free(tag, [*ARTICLE, *OWN, *names.values()])
    rows = []
    for group in coded:
        for each in group:
            found = {
                names[tag]: cells.values(
                    cells.PART.join(map(cells.one_line, one.exact)) for one in each.layer.in_order if one.tag == tag
                )
                for tag in tags
            }
            rows.append(cells.about(each.article, each.layer.status) | found | _own(each))
    return [*ARTICLE, *names.values(), *OWN], rows


def tags_of(codebook: Codebook, only: Iterable[str]) -> list[str]:
    """The tags of a codebook, in its order; those that are named, if any are."""
    wanted = set(only)
    return [tag.name for tag in codebook.tags if not wanted or tag.name in wanted]


def _row(coded: Coded, tags: Sequence[str]) -> dict[str, str]:
    shown, folded = counted(coded.article)
    counts = Counter(annotation.tag for annotation in coded.layer.annotations.values())
    counted_words = (str(shown), str(folded), f"{folded / (shown + folded):.3f}" if shown + folded else "")
    row = cells.about(coded.article, coded.layer.status) | dict(zip(COUNTED, counted_words, strict=True))
    return row | {f"{tag}_count": str(counts[tag]) for tag in tags} | _own(coded)


def _own(coded: Coded) -> dict[str, str]:
    return {"note": coded.layer.own.get("note", ""), "coder": coded.coder}
