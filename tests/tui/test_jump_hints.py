"""Jump hints, typed as a reader does: by the letters that appear before the words they mean."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.news import LONG, reading, rows, shelf, spot
from tests.tui.opened import Open, screen, selected, tagged
from tui.app import Postil

CLAUSE = "because the owners of three old ferries have refused to open their books before any vote on wages"
THIRTY = f"Orvane’s island council has met {CLAUSE}, and it sent Mara Holt home again."
STALL = f"Ferry talks stall\n\n{THIRTY} It rained."


class Hinted:
    """The screen as it was before the hints came."""

    def __init__(self, app: Postil, pilot: Pilot[None]) -> None:
        self.app, self.pilot, self.plain = app, pilot, rows(app)[:-2]

    def letters(self) -> list[tuple[int, int, str, str]]:
        """Row, column, what stands there now and what stood there before, of each cell of a hint."""
        pairs = [
            (y, x, now, before)
            for y, row in enumerate(rows(self.app)[:-2])
            for x, (now, before) in enumerate(zip(row, self.plain[y], strict=True))
        ]
        return [pair for pair in pairs if pair[2] != pair[3]]

    def before(self, words: str) -> str:
        """The letters of the hint that stands right before words, as many as there is room for."""
        y = next(number for number, row in enumerate(self.plain) if words in row)
        x, at = self.plain[y].index(words), {(each[0], each[1]): each[2] for each in self.letters()}
        found = ""
        while (y, x - len(found) - 1) in at:
            found = at[y, x - len(found) - 1] + found
        return found

    async def type(self, words: str) -> int:
        """Type the hint of the words, one letter after the other; how many keys that takes."""
        for count in (1, 2):
            many, letters = len(self.letters()), self.before(words)
            assert letters, f"no hint before {words!r}:\n{screen(self.app)}"
            await self.pilot.press(letters[0])
            if not 0 < len(self.letters()) < many:
                return count
        raise AssertionError(f"a hint of more than two letters before {words!r}")


async def test_f_goes_to_a_sentence_or_a_quotation_by_its_hint(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        for words, caret in (("It rained", "I"), ("“to meet.”", "“"), ("Talks resume", "T"), ("The port", "T")):
            hinted = Hinted(app, pilot)
            await pilot.press("f")
            await hinted.type(words)
            assert app.desk.session
            assert app.desk.session.selection.span.start == app.desk.session.text.index(words)
            assert selected(app) == caret
            assert not hinted.letters()


async def test_no_hint_covers_a_letter_of_the_text_and_few_are_typed_on_the_home_row(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        hinted = Hinted(app, pilot)
        await pilot.press("f")
        letters = hinted.letters()
        assert len(letters) >= 5
        assert not [before for *_, before in letters if before.isalnum()]
        assert {now for *_, now, _ in letters} <= set("asdfghjkl")


async def test_hints_on_a_full_screen_are_all_different_and_of_at_most_two_letters(tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, LONG))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("enter")
        hinted = Hinted(app, pilot)
        await pilot.press("f")
        shown = [hinted.before(f"Report {number:02}") for number in range(15)]
        assert len(set(shown)) == 15
        assert all(re.fullmatch("[a-z]{1,2}", letters) for letters in shown)
        await hinted.type("Report 14")
        assert app.desk.session
        assert app.desk.session.selection.span.start == app.desk.session.text.index("Report 14")


async def test_two_hints_select_from_one_to_the_other_by_the_word(reader: Open) -> None:
    for first, second in (("pickets", "gone"), ("gone", "pickets")):
        app = reader()
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.press("enter", "G")
            hinted = Hinted(app, pilot)
            await pilot.press("F")
            await hinted.type(first)
            await hinted.type(second)
            assert selected(app) == "pickets gone"


async def test_every_word_of_the_sentence_at_the_caret_has_a_hint_for_two(tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, STALL))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "j")
        hinted = Hinted(app, pilot)
        await pilot.press("F")
        hinted_cells = {(y, x + 1) for y, x, *_ in hinted.letters()}
        (left, first), (_, last) = spot(app, "Orvane’s"), spot(app, "home")
        seen = []
        for y in range(first, last + 1):
            for word in re.finditer(r"[\w’]+", hinted.plain[y].split("It rained")[0]):
                if word.start() >= left:
                    seen.append(word.group())
                    assert (y, word.start()) in hinted_cells, f"no hint before {word.group()!r}"
        assert seen == re.findall(r"[\w’]+", THIRTY)


async def test_a_clause_of_eighteen_words_in_a_sentence_of_thirty_takes_at_most_five_keys(tmp_path: Path) -> None:
    assert (len(THIRTY.split()), len(CLAUSE.split())) == (30, 18)
    app = reading(shelf(tmp_path, STALL))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "j")
        hinted = Hinted(app, pilot)
        await pilot.press("F")
        keys = 1 + await hinted.type("because") + await hinted.type("wages")
        assert selected(app) == CLAUSE
        assert keys <= 5


async def test_what_two_hints_selected_is_tagged_and_the_question_is_no_longer_asked(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "G")
        hinted = Hinted(app, pilot)
        await pilot.press("F")
        await hinted.type("The port")
        assert "to which word?" in screen(app)
        await hinted.type("gone")
        assert "to which word?" not in screen(app)
        await pilot.press("2")
        assert tagged(app) == [("precondition", "The port wants the pickets gone")]


@pytest.mark.parametrize("keys", [("f",), ("F",), ("F", "a")])
async def test_esc_takes_the_hints_away_and_leaves_the_selection(reader: Open, keys: tuple[str, ...]) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m")
        hinted = Hinted(app, pilot)
        await pilot.press(*keys)
        assert hinted.letters()
        await pilot.press("escape")
        assert not hinted.letters()
        assert selected(app) == "Mara Holt"
        await pilot.press("3")
        assert tagged(app) == [("participant", "Mara Holt")]


async def test_a_hint_extends_while_movements_extend(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "v")
        hinted = Hinted(app, pilot)
        await pilot.press("f")
        await hinted.type("It rained")
        assert selected(app) == "“We agree,” Mara Holt said, “to meet.” I"


async def test_hints_stand_on_the_same_words_after_a_resize_and_in_a_terminal_of_forty_cells(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        hinted = Hinted(app, pilot)
        await pilot.press("f")
        letters = hinted.before("It rained")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert f"{letters}It rained" in screen(app)
        await pilot.press(*letters)
        assert selected(app) == "I"
