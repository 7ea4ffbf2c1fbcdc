"""The list of articles in a small app: what stands in its lines, what is painted again, what the mouse says."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from annotations.index import Row
from tui import themes
from tui.messages import Highlighted, Opened
from tui.panes.articles import ArticlesPane

TAGS = ("quote", "precondition", "participant")


def row(title: str, publication: str = "", day: str = "", status: str = "unread", **counts: int) -> Row:
    return Row(title, title, publication, day, "en", 612, 30, status, counts, "talks.txt")


FEW = [
    row("Harbour strike talks", "Tern Courier", "2024-05-03", "reading", quote=3, precondition=1, participant=2),
    row("Ceasefire line redrawn", "Upland Radio", "2024-05-01"),
    row("Minister rejects ten conditions for a new round of talks", "The Lowmark Gazette", "2024-04", "done", quote=7),
    row("停火以后再谈工资 停火以后再谈工资", status="skipped"),
]
MANY = [row(f"Article {number:05}", "Tern Courier", "2024-05-03") for number in range(10_000)]


class List(App[None]):
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    CSS: ClassVar[str] = "ArticlesPane { width: 1fr; height: 1fr; }"

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        themes.register(self)
        self.pane = ArticlesPane(library="talks-2024", tags=TAGS)
        self.pane.rows = rows
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def strips(self) -> list[Strip]:
        return self.pane.render_lines(Region(0, 0, *self.pane.size))

    def lines(self) -> list[str]:
        """The lines without what frames them; a bar stands between what is at the left and at the right."""
        return [re.sub(" {3,}", " | ", strip.text.strip(" ▎")) for strip in self.strips()]

    def on_highlighted(self, message: Highlighted) -> None:
        self.said.append(message)

    def on_opened(self, message: Opened) -> None:
        self.said.append(message)


async def test_two_lines_an_article_say_status_title_counts_publication_date_and_words() -> None:
    app = List(FEW)
    async with app.run_test(size=(50, 11)):
        assert app.lines() == [
            "Articles  talks-2024 | 1 of 4",
            "",
            "● Harbour strike talks | 3·1·2",
            "Tern Courier  3 May 2024 | 612 w",
            "○ Ceasefire line redrawn",
            "Upland Radio  1 May 2024 | 612 w",
            "✓ Minister rejects ten conditions for a…  7·0·0",
            "The Lowmark Gazette  April 2024 | 612 w",
            "– 停火以后再谈工资 停火以后再谈工资",
            "612 w",
            "",
        ]


async def test_a_narrow_list_gives_up_the_year_before_the_day_and_cuts_no_character() -> None:
    app = List(FEW)
    async with app.run_test(size=(31, 11)):
        assert app.lines()[3] == "Tern Courier  3 May  612 w"
        assert app.lines()[8].startswith("– 停火以后再谈工资 停")
        assert app.lines()[8].endswith("…")


async def test_an_article_of_which_more_than_half_was_folded_says_how_much_before_its_words() -> None:
    app = List([FEW[0]._replace(words=71, folded=184), FEW[1]._replace(words=71, folded=71)])
    async with app.run_test(size=(40, 11)):
        assert app.lines()[3] == "Tern Courier  3 May | ···72%  71 w"
        assert app.lines()[5] == "Upland Radio  1 May 2024 | 71 w"


TWICE = [
    row("Harbour strike talks", "Tern Courier", "2024-05-03")._replace(near="Harbour strike talks"),
    row("Beets", "Upland Radio", "2024-05-04"),
    row("Union and port meet", "Upland Radio", "2024-05-03")._replace(near="Harbour strike talks"),
    row("Port and union meet", "", "")._replace(near="Harbour strike talks"),
]


async def test_an_article_that_is_nearly_an_earlier_one_says_so_under_its_title_where_it_stands() -> None:
    app = List(TWICE)
    async with app.run_test(size=(70, 11)) as pilot:
        assert app.lines()[2:10] == [
            "○ Harbour strike talks",
            "Tern Courier  3 May 2024 | 612 w",
            "○ Beets",
            "Upland Radio  4 May 2024 | 612 w",
            "○ Union and port meet",
            "≈ Upland Radio  3 May 2024  like Harbour strike talks | 612 w",
            "○ Port and union meet",
            "≈ like Harbour strike talks | 612 w",
        ]
        await pilot.resize_terminal(46, 11)
        await pilot.pause()
        assert app.lines()[7] == "≈ Upland Radio  like Harbour strike…  612 w"
        await pilot.resize_terminal(34, 11)
        await pilot.pause()
        assert app.lines()[7] == "≈ Upland Radio  3 May | 612 w"
        assert app.lines()[9] == "≈ like Harbour strike ta… 612 w"


async def test_where_the_earlier_one_is_filtered_out_the_mark_stays() -> None:
    app = List(TWICE)
    async with app.run_test(size=(70, 11)):
        app.pane.rows = TWICE[1:3]
        assert app.lines()[5] == "≈ Upland Radio  3 May 2024 | 612 w"
        app.pane.rows = [TWICE[0]._replace(title="Talks\x1b[31m again"), TWICE[2]]
        assert app.lines()[5] == "≈ Upland Radio  3 May 2024  like Talks␛[31m again | 612 w"


async def test_every_line_is_as_wide_as_the_pane_whatever_its_width() -> None:
    app = List(FEW)
    async with app.run_test(size=(34, 11)) as pilot:
        for size in ((20, 5), (9, 4), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert all(strip.cell_length == size[0] for strip in app.strips())


async def test_ten_thousand_articles_are_scrolled_to_the_cursor_and_the_last_page_is_full() -> None:
    app = List(MANY)
    async with app.run_test(size=(40, 22)):
        app.pane.cursor = 9_999
        assert app.lines()[0].endswith("10,000 of 10,000")
        assert app.lines()[2].startswith("○ Article 09990")
        assert app.lines()[20].startswith("○ Article 09999")
        app.pane.cursor = 12_345
        assert app.pane.cursor == 9_999
        app.pane.rows = FEW
        assert app.pane.cursor == 3
        assert app.lines()[2].startswith("● Harbour")


async def test_a_step_paints_two_articles_and_the_head_again_and_nothing_else() -> None:
    app = List(MANY)
    async with app.run_test(size=(40, 42)) as pilot:
        await pilot.pause()
        painted: list[Region] = []
        refresh = app.pane.refresh
        app.pane.refresh = lambda *regions, **more: painted.extend(regions) or refresh(*regions, **more)  # type: ignore[method-assign, func-returns-value]  # a spy
        app.pane.cursor = 1
        assert sorted(region.y for region in painted) == [0, 2, 3, 4, 5]
        painted.clear()
        app.pane.rows = [*MANY[:5], row("Article 00005", quote=1), *MANY[6:]]
        assert sorted(region.y for region in painted) == [12, 13]


async def test_a_click_goes_to_an_article_and_a_second_opens_it() -> None:
    app = List(FEW)
    async with app.run_test(size=(34, 11)) as pilot:
        await pilot.click(offset=(5, 5), times=2)
        await pilot.click(offset=(5, 0))
        await pilot.click(offset=(5, 10))
        told = [(type(message), message.index) for message in app.said if isinstance(message, Highlighted | Opened)]
        assert told == [(Highlighted, 1), (Opened, 1)]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = List(MANY)
    async with app.run_test(size=(40, 22)):
        for _ in range(3):
            app.pane.on_mouse_scroll_down()
        assert app.pane.cursor == 0
        assert app.lines()[2].startswith("○ Article 00003")
        for _ in range(9):
            app.pane.on_mouse_scroll_up()
        assert app.lines()[2].startswith("○ Article 00000")


async def test_what_must_not_reach_a_terminal_is_drawn_as_a_mark_or_left_out() -> None:
    app = List([row("Talks \x1b[31m\u202eresume", "The\nTern")])
    async with app.run_test(size=(40, 8)):
        assert app.lines()[2:4] == ["○ Talks ␛[31mresume", "The Tern | 612 w"]


async def test_an_empty_list_says_so() -> None:
    app = List([])
    async with app.run_test(size=(40, 8)):
        assert app.lines()[0] == "Articles  talks-2024 | empty"
