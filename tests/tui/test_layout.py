"""What stands where on the page of an article."""

from hypothesis import given
from hypothesis import strategies as st

from seeds.article import Kind, Meta
from tests.tui.pages import META, article, body, drawn
from tui.items import Part
from tui.layout import Layout, Place
from tui.view import view

TALKS = article(
    (Kind.CHROME, "Menu"),
    (Kind.CHROME, "\nSport"),
    (Kind.TITLE, "Talks resume"),
    (Kind.BODY, "“We agree,” Mara Holt said."),
    (Kind.CHROME, "Share this"),
    (Kind.BODY, "It rained."),
)
ABOUT = "The Tern Courier · 3 May 2024 · Mara Holt · 9 words"


def test_a_page_reads_title_meta_line_folds_and_paragraphs() -> None:
    assert drawn(Layout(view(TALKS), 72)) == [
        "Talks resume", ABOUT,
        "", "··· 2 lines of site furniture folded (z)",
        "", "“We agree,” Mara Holt said.",
        "", "··· 1 line of site furniture folded (z)",
        "", "It rained.",
    ]  # fmt: skip


def test_what_is_unfolded_stands_in_its_place_above_the_title_too() -> None:
    assert drawn(Layout(view(TALKS, unfolded=True), 72)) == [
        "Menu", "Sport", "", "Talks resume", ABOUT,
        "", "“We agree,” Mara Holt said.", "", "Share this", "", "It rained.",
    ]  # fmt: skip


def test_a_title_that_only_the_page_knew_is_drawn_and_cannot_be_entered() -> None:
    page = Layout(view(article((Kind.BODY, "It rained."), meta=Meta("Talks \x1b[31mresume"))), 72)
    assert drawn(page) == ["Talks ␛[31mresume", "2 words", "", "It rained."]
    assert page.row(Place(0, 0)).part is Part.TITLE
    assert page.row(page.place_of(0)).part is Part.TEXT


def test_the_meta_line_says_what_is_known_and_the_author_where_no_byline_does() -> None:
    signed = article((Kind.TITLE, "Talks"), (Kind.BYLINE, "By Mara Holt"), (Kind.BODY, "One word"))
    assert drawn(Layout(view(signed), 72))[1] == "The Tern Courier · 3 May 2024 · 6 words"
    assert drawn(Layout(view(article((Kind.BODY, "停火了"), meta=Meta())), 72))[0] == "3 words"


def test_short_lines_of_one_kind_without_an_empty_line_between_stand_close() -> None:
    page = article((Kind.BODY, "bread"), (Kind.BODY, "\nsalt"), (Kind.BODY, "water"), meta=Meta())
    assert drawn(Layout(view(page), 72)) == ["3 words", "", "bread", "salt", "", "water"]


def test_an_article_that_is_all_furniture_has_its_fold_line() -> None:
    page = Layout(view(article((Kind.CHROME, "Menu"), meta=Meta())), 72)
    assert drawn(page) == ["0 words", "", "··· 1 line of site furniture folded (z)"]
    assert page.place_of(2) == Place(0, 0)


def test_a_page_without_a_title_has_its_folds_in_their_places() -> None:
    page = article((Kind.CHROME, "Menu"), (Kind.BODY, "It rained."), (Kind.CHROME, "Share this"), meta=Meta())
    fold = "··· 1 line of site furniture folded (z)"
    assert drawn(Layout(view(page), 72)) == ["2 words", "", fold, "", "It rained.", "", fold]


def test_a_huge_line_is_found_without_wrapping_what_stands_before_it() -> None:
    page = Layout(body("It rained in Orvane. " * 100_000), 72)
    last = page.place_of(2_099_990)
    assert "rained" in page.text[page.row(last).start : page.row(last).end]
    assert len(page._rows) < 5


def test_rows_of_a_huge_line_follow_on_each_other() -> None:
    page = Layout(body("It rained in Orvane and it did not stop. " * 1000), 72)
    rows = [row for number in range(len(page.items)) for row in page.rows(number) if row.part is Part.TEXT]
    assert [row.start for row in rows[1:]] == [row.end for row in rows[:-1]]


PARAGRAPH = st.text(st.sampled_from("abc de—“”停\u0301"), min_size=1).filter(str.strip)
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=5)


@given(PARAGRAPHS, st.integers(1, 20))
def test_every_code_point_of_a_paragraph_stands_in_the_row_that_is_found_for_it(words: list[str], width: int) -> None:
    shown = body(*words)
    page = Layout(shown, width)
    for block in shown.shown:
        for offset in range(block.span.start, block.span.end):
            row = page.row(page.place_of(offset))
            assert row.part is Part.TEXT
            assert row.start <= offset < row.end


@given(PARAGRAPHS, st.integers(1, 20), st.integers(1, 9))
def test_places_read_the_same_forwards_backwards_and_by_the_page(words: list[str], width: int, height: int) -> None:
    page = Layout(body(*words), width)
    first = Place(0, 0)
    places = [first, *page.after(first)]
    assert places == sorted(places)
    assert [*page.before(places[-1])] == places[-2::-1]
    for number, at in enumerate(places):
        assert [seen for seen, _ in page.seen_from(at, height)] == places[number : number + height]


def test_the_words_of_a_row_end_before_the_space_that_hangs() -> None:
    page = Layout(body("one two three"), 8)
    assert page.words_of(page.row(page.place_of(0))).of(page.text) == "one two"
    assert META.title not in drawn(page)
