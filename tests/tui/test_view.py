from datetime import UTC, datetime

from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span
from tui.view import View, view

TEXT = "Menu\nShare this\n\nThe talks\n\nThey met on Monday.\nShare this again\nNothing was agreed."
LINES = {"Menu": "chrome", "Share this\n": "chrome", "The talks": "title", "They met on Monday.": "body",
         "Share this again": "chrome", "Nothing was agreed.": "body"}  # fmt: skip


def seen(*held: str, unfolded: bool = False) -> View:
    blocks = tuple(Block(place(words), Kind(kind), 1.0, "") for words, kind in LINES.items())
    article = Article("d1", TEXT, blocks, Meta(), datetime(2026, 1, 1, tzinfo=UTC))
    return view(article, [place(words) for words in held], unfolded=unfolded)


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words.rstrip()))


def shown(a_view: View) -> list[str]:
    return [block.span.of(TEXT) for block in a_view.shown]


def test_chrome_is_folded_into_runs_with_their_lines_counted() -> None:
    folded = seen()
    assert shown(folded) == ["The talks", "They met on Monday.", "Nothing was agreed."]
    assert [fold.lines for fold in folded.folds] == [2, 1]


def test_chrome_that_holds_an_annotation_is_shown_whatever_it_is() -> None:
    assert "Share this again" in shown(seen("again"))
    assert [fold.lines for fold in seen("again").folds] == [2]


def test_unfolding_shows_every_block_and_still_knows_the_folds() -> None:
    everything = seen(unfolded=True)
    assert len(everything.shown) == len(LINES)
    assert len(everything.folds) == 2


def test_a_selection_across_folded_text_is_a_span_for_each_stretch_that_is_seen() -> None:
    across = Span(TEXT.index("on Monday"), TEXT.index("agreed") + 6)
    assert [span.of(TEXT) for span in seen().stretches(across)] == ["on Monday.", "Nothing was agreed"]
    assert len(seen(unfolded=True).stretches(across)) == 1


def test_a_selection_across_paragraphs_that_stand_together_is_one_span() -> None:
    across = Span(TEXT.index("talks"), TEXT.index("They") + 4)
    assert [span.of(TEXT) for span in seen().stretches(across)] == ["talks\n\nThey"]
