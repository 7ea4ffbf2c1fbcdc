"""What another coder tagged, shown beside one's own: seen, walked through and copied, never changed."""

from datetime import UTC, datetime

import pytest

from annotations import index
from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from annotations.edit import Layer
from annotations.entity import Entity
from annotations.library import Library
from annotations.store import Store
from annotations.tagging import annotate, tagged
from seeds.span import Span
from tests.tui.news import told
from tests.tui.opened import TALKS, Open, article, screen, selected
from tests.tui.opened import tagged as own

AT = datetime(2026, 5, 3, 10, tzinfo=UTC)
AGREE, PORT = "“We agree,”", "The port wants the pickets gone first."


def made(number: int, tag: str, words: str, note: str = "") -> Annotation:
    found, start = DEFAULT.get(tag), TALKS.index(words)
    assert found
    who = {"speaker": Entity("Mara Holt", None, Span(32, 41))} if tag == "quote" else {}
    spans = [Span(start, start + len(words))]
    return annotate(article(TALKS), spans, found, id=number, at=AT, attributes=who, note=note)


class Other:
    """The coder ab, who tagged a quotation and a sentence of the first article."""

    def __init__(self, library: Library) -> None:
        self.id, self.library = index.rows(library, "ab")[0].id, library
        store = Store(library, "ab", now=lambda: AT)
        for annotation in (made(7, "quote", AGREE, "is it so?"), made(8, "precondition", PORT)):
            store.commit(self.id, tagged(annotation))
        store.flush()
        self.before = self.layer()

    def layer(self) -> Layer:
        return Store(self.library, "mh", now=lambda: AT).layer_of("ab", self.id)


@pytest.fixture
def other(library: Library) -> Other:
    return Other(library)


async def test_what_others_tagged_is_shown_by_a_key_with_their_name_and_hidden_by_it(
    reader: Open, other: Other
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        assert "is it so?" not in screen(app)
        assert "ab" not in told(app).split()
        await pilot.press("O")
        assert "ab: Mara Holt" in screen(app)
        assert "is it so?" in screen(app)
        assert "ab" in told(app).split()
        await pilot.press("O")
        assert "ab: Mara Holt" not in screen(app)
        assert other.layer() == other.before


async def test_walking_binds_theirs_between_ones_own_and_names_them(reader: Open, other: Other) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m", "3", "O", "g")
        seen = []
        for key in ("a", "a", "a", "A", "A"):
            await pilot.press(key)
            seen.append((selected(app), told(app).startswith("ab")))
        assert [words for words, _ in seen] == [AGREE, "Mara Holt", PORT, "Mara Holt", AGREE]
        assert [theirs for _, theirs in seen] == [True, False, True, False, True]
        await pilot.press("O", "g", "a", "a")
        assert selected(app) == "Mara Holt"
        assert other.layer() == other.before


async def test_a_full_stop_copies_theirs_with_its_speaker_and_undo_takes_the_copy_alone(
    reader: Open, other: Other
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "O", "g", "a", ".")
        assert own(app) == [("quote", AGREE)]
        assert told(app).startswith("1 quote, direct · speaker Mara Holt")
        await pilot.press("m", "3", "u", "u")
        assert own(app) == []
        assert "ab: Mara Holt" in screen(app)
        await pilot.press("u")
        assert "nothing to undo" in told(app)
        assert other.layer() == other.before


@pytest.mark.parametrize("keys", [("d",), ("delete",), ("i",), ("c",), ("T", "3")])
async def test_theirs_cannot_be_changed_and_the_sentence_says_whose_it_is(
    reader: Open, other: Other, keys: tuple[str, ...]
) -> None:
    for pane in ((), ("tab",)):
        app = reader()
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.press("enter", "O", "g", "a", *pane, *keys)
            assert "ab" in told(app).replace(",", " ").split()
            assert "theirs" in told(app)
            await pilot.press("escape", "escape")
            assert own(app) == []
        assert other.layer() == other.before


async def test_shift_and_an_arrow_extend_the_selection_and_leave_their_edge(reader: Open, other: Other) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "O", "g", "a", "shift+right", "shift+right")
        assert selected(app) == f"{AGREE} M"
        assert own(app) == []
        assert other.layer() == other.before


async def test_the_same_words_are_tagged_as_ones_own_under_any_tag(reader: Open, other: Other) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "O", "g", "a", "1")
        assert own(app) == [("quote", AGREE)]
        assert "1·0·0" in screen(app)
        await pilot.press("d")
        assert own(app) == []
        assert other.layer() == other.before


async def test_in_the_margin_theirs_are_gone_to_and_copied(reader: Open, other: Other) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "O", "tab", "G")
        assert selected(app) == PORT
        await pilot.press(".")
        assert own(app) == [("precondition", PORT)]
        await pilot.press("enter")
        assert selected(app) == PORT
        assert other.layer() == other.before


async def test_with_nobody_else_a_sentence_says_so(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "O")
        assert "nobody else has tagged this article" in told(app)


async def test_a_damaged_file_of_theirs_is_told_and_not_taken_for_an_empty_one(reader: Open, other: Other) -> None:
    (other.library.annotations / "ab" / f"{other.id}.json").write_text("{ torn")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "O")
        assert "what ab tagged cannot be shown" in told(app)
        assert "postil check --repair" in told(app)
        assert "nobody else" not in told(app)
        await pilot.press("m", "3", "a", "O")
        assert own(app) == [("participant", "Mara Holt")]
