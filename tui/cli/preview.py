"""What a document would become, in a few lines, for those who look before they add."""

from annotations.count import counted
from seeds.article import Article, Kind
from seeds.printable import printable
from tui.citation import plain_date

LINES, WIDTH = 3, 100
"""Lines of the text that are shown, and the code points of each."""

TEXT = frozenset({Kind.STANDFIRST, Kind.HEADING, Kind.BODY})


def preview(article: Article) -> str:
    """What is known of an article, and the first lines of its cleaned text, each line indented."""
    shown, folded = counted(article)
    meta = article.meta
    about = (meta.publication, plain_date(meta.published_at), meta.language, f"{shown:,} words", f"{folded:,} folded")
    lines = [" · ".join(filter(None, about)), *_first_lines(article)]
    return "\n".join(f"  {printable(line)}" for line in lines)


def _first_lines(article: Article) -> list[str]:
    found: list[str] = []
    for block in article.blocks:
        if block.kind in TEXT:
            found += filter(None, map(str.strip, block.span.of(article.text)[: LINES * WIDTH].split("\n")))
        if len(found) >= LINES:
            break
    return [line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…" for line in found[:LINES]]
