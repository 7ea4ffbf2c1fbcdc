"""A text that was changed on the disk, or replaced by a later version, in the reader: no tag on words not its own."""

from pathlib import Path

import pytest

from annotations import index, sources
from annotations.check import check
from annotations.library import Library
from annotations.store import Store
from tests.tui.elsewhere import until
from tests.tui.opened import TALKS, Open, article, screen, selected, tagged
from tui.here import now

CHANGED = TALKS.replace("“We agree,”", "Late on Monday: “We agree,”").replace("It rained.", "It snowed.")


@pytest.fixture
def rewritten(library: Library) -> Path:
    """The path of the text of the talks, in which two annotations were made and which was changed then."""
    path = library.sources / f"{index.rows(library, 'mh')[0].id}.txt"
    store = Store(library, "mh", now=now)
    talks = sources.load(library, path.stem)
    for number, words in ((1, "“We agree,”"), (2, "It rained.")):
        start = talks.text.index(words)
        tag(store, talks, number, start, start + len(words))
    store.close()
    path.write_text(CHANGED, "utf-8")
    return path


def tag(store: Store, found: object, number: int, start: int, end: int) -> None:
    from annotations.codebook import DEFAULT
    from annotations.tagging import annotate
    from annotations.tagging import tagged as made
    from seeds.article import Article
    from seeds.span import Span

    assert isinstance(found, Article)
    store.commit(found.id, made(annotate(found, [Span(start, end)], DEFAULT.tags[0], id=number, at=now())))


@pytest.mark.usefixtures("rewritten")
async def test_a_changed_text_is_shown_with_the_places_found_and_nothing_is_written(
    library: Library, reader: Open
) -> None:
    before = {path: path.read_bytes() for path in library.root.rglob("*.json") if ".local" not in path.parts}
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        assert "the text was changed on the disk: 1 moved, 1 has lost its place; Enter in the text agrees" in screen(
            app
        )
        assert "Late on Monday" in screen(app)
        await pilot.press("enter", "s", "1")
        assert "nothing is written until you agree" in screen(app)
        await pilot.press("u", "r", "a", "d")
        assert "nothing is written until you agree" in screen(app)
    after = {path: path.read_bytes() for path in library.root.rglob("*.json") if ".local" not in path.parts}
    assert after == before


@pytest.mark.usefixtures("rewritten")
async def test_enter_agrees_and_the_words_keep_their_tags(library: Library, reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "enter")
        assert "agreed: 1 moved, 1 has lost its place" in screen(app)
        layer = app.desk.session.layer if app.desk.session else None
        assert layer
        assert layer.annotations[1].stands(CHANGED)
        assert layer.annotations[2].orphaned
        await pilot.press("s", "2")
        assert ("precondition", "Late on Monday: “We agree,” Mara Holt said, “to meet.”") in tagged(app)
        await pilot.press("u")
    again = reader()
    async with again.run_test(size=(120, 30)):
        assert again.desk.proposal is None
    assert list(check(library)) == []


@pytest.mark.usefixtures("rewritten")
async def test_an_agreement_can_be_taken_back_and_is_proposed_again(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "enter", "u")
        assert "undone: placed 2 annotations in the changed text" in screen(app)
    again = reader()
    async with again.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "the text is not the one that you tagged: 1 moved, 1 has lost its place" in screen(again)
        await pilot.press("enter", "enter")
        assert again.desk.proposal is None


async def test_another_coder_is_asked_too_when_somebody_agreed(rewritten: Path, library: Library, reader: Open) -> None:
    other = Store(library, "jo", now=now)
    rewritten.write_text(TALKS, "utf-8")
    talks = sources.load(library, rewritten.stem)
    start = talks.text.index("The port")
    tag(other, talks, 3, start, start + 8)
    other.close()
    rewritten.write_text(CHANGED, "utf-8")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "enter", "O")
        (theirs,) = app.desk.voices.annotations
        assert theirs.stands(CHANGED)
    from tui.app import Postil
    from tui.start import desk_of

    jo = Postil(desk_of(library, "jo"), "jo")
    async with jo.run_test(size=(120, 30)) as pilot:
        assert "the text is not the one that you tagged: 1 moved" in screen(jo)
        await pilot.press("enter", "enter")
        assert jo.desk.session
        assert jo.desk.session.layer.annotations[3].stands(CHANGED)


@pytest.mark.usefixtures("rewritten")
async def test_a_lost_annotation_is_in_the_margin_and_gets_a_place_by_plus(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.press("enter", "enter", "tab", "g")
        assert "∅ It rained." in screen(app)
        assert "it has no place in this text: select its words, then +" in screen(app)
        await pilot.press("shift+tab", "g", "s", "s", "s")
        assert selected(app) == "It snowed."
        await pilot.press("+")
        assert ("quote", "It snowed.") in tagged(app)


async def test_what_was_said_of_an_earlier_version_is_carried_over_when_one_opens_the_later_one(
    library: Library, reader: Open
) -> None:
    [first, *_] = index.rows(library, "mh")
    store = Store(library, "mh", now=now)
    talks = sources.load(library, first.id)
    for number, words in ((1, "“We agree,”"), (2, "It rained.")):
        start = talks.text.index(words)
        tag(store, talks, number, start, start + len(words))
    store.close()
    later = article(CHANGED, "The Tern Courier")._replace(replaces=first.id)
    assert sources.write(library, later)
    app = reader()
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        assert "carried over 2 annotations from the earlier version: 1 moved, 1 has lost its place" in screen(app)
        assert [row.title for row in app.desk.rows] == ["Talks resume", "A line redrawn"]
        await pilot.press("J", "K")
        assert "carried over" not in screen(app)
        await pilot.press("enter", "u")
        assert "undone: carried over 2 annotations" in screen(app)


WEPT = TALKS.replace("“We agree,” Mara Holt", "“We agree,” Jo Wood cried. Mara Holt wept. “We agree,” Mara Holt")


async def test_a_tag_is_not_left_on_another_mention_that_now_stands_at_its_place(
    library: Library, reader: Open
) -> None:
    path = library.sources / f"{index.rows(library, 'mh')[0].id}.txt"
    for coder in ("mh", "jo"):
        store = Store(library, coder, now=now)
        start = TALKS.index("“We agree,”")
        tag(store, sources.load(library, path.stem), 1, start, start + len("“We agree,”"))
        store.close()
    path.write_text(WEPT, "utf-8")
    sources.agree(library, sources.changed(library, path.stem))  # by somebody else, or here before a kill
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        assert app.desk.proposal
        await pilot.press("s", "1")
        assert "nothing is written until you agree" in screen(app)


async def test_a_text_that_is_changed_while_one_reads_it_is_noticed_and_nothing_is_written(
    library: Library, reader: Open
) -> None:
    path = library.sources / f"{index.rows(library, 'mh')[0].id}.txt"
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        path.write_text(CHANGED, "utf-8")
        await pilot.press("s", "2")
        assert "nothing is written until you agree" in screen(app)
        assert "Late on Monday" in screen(app)
        assert len(app.desk.store.open(path.stem).layer.annotations) == 1
        await pilot.press("enter")
        assert app.desk.session
        assert all(one.stands(CHANGED) for one in app.desk.session.layer.annotations.values())


async def test_a_text_that_is_changed_while_one_reads_it_is_shown_within_a_second(
    library: Library, reader: Open
) -> None:
    path = library.sources / f"{index.rows(library, 'mh')[0].id}.txt"
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        path.write_text(CHANGED, "utf-8")
        await until(app, "the text was changed on the disk: 1 moved", "Late on Monday")


async def test_a_text_that_is_removed_while_one_reads_it_is_said_and_the_reader_stays(
    library: Library, reader: Open
) -> None:
    path = library.sources / f"{index.rows(library, 'mh')[0].id}.txt"
    app = reader()
    async with app.run_test(size=(240, 30)) as pilot:
        await pilot.press("enter", "q")
        text = path.read_bytes()
        path.unlink()
        await until(app, "the text is gone")
        await pilot.press("1")
        assert "the text is gone" in screen(app)
        path.write_bytes(text)
        await pilot.press("q", "1")
        assert len(tagged(app)) == 1
