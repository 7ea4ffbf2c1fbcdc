"""What a reader sees of a scraped text, and what is folded away."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds import clean
from seeds.article import Kind
from seeds.blocks import blocks

SEEDS = Path(__file__).parents[2] / "../shared/seeds"

BODY = """\
The two councils of Sandmouth will meet again on Friday to settle who may fish in the sound, the harbour master said.

Ada Quill, who leads the western council, told reporters that she would come "with an open hand and an empty net".

Boats from both shores have stayed in port since the collision in March, in which a cutter sank and a boy was hurt.

"We will not talk as long as there is a chain across the inlet," said Oskar Brand, who speaks for the eastern boats.

The chain was laid in the spring, after a night in which four nets were cut. Nobody has said who laid it.

A judge from the mainland is to hear both sides in the schoolhouse, and has asked them to leave their oars outside."""

APPEAL = """\
A letter from the editors

Dear readers,

Our newspaper has been told to register as an agent of others, and to say so above each article. We are not.

These rules were made to frighten those who write and those who read. They claim that our reports "harm the shore". We \
think that they serve it, and we shall go on writing them as long as you let us.

Your support decides whether we can. Please give what you can afford each month, and help us to stay independent.

Thank you for standing with us.

Once
Monthly
Support us"""

PAGE = f"""\
Skip to content
News
Sport
Sign in

Fishing councils of Sandmouth return to the table

By Lena Morrow
3 May 2024

Share
Email

{BODY}

Read more
Who owns the sound? A short history in maps
The boy and the cutter

Get our newsletter
Enter your email address
Sign up

© 2024 The Sandmouth Bell. All rights reserved."""


FINNISH = """
Facebook
WhatsApp

Neuvostot tapaavat jälleen perjantaina sopiakseen siitä, kuka saa kalastaa salmessa, satamapäällikkö sanoi eilen.

Maaliskuun törmäyksen jälkeen kaikki veneet ovat olleet satamassa, eikä kukaan tiedä, kuka ketjun viritti sinne.

Mantereelta saapuva tuomari kuulee molempia osapuolia koululla ja pyytää heitä jättämään airot ulos oven taakse.

Facebook
WhatsApp"""
"""A language without fixtures of its own: a menu of two lines, three paragraphs, the menu again."""


def kinds(text: str) -> dict[str, Kind]:
    """The kind of each block, by its words."""
    return {block.span.of(text): block.kind for block in clean.label(text)}


def of(kind: Kind, text: str) -> list[str]:
    return [block.span.of(text) for block in clean.label(text) if block.kind is kind]


def test_a_page_shows_its_article_and_folds_the_rest() -> None:
    assert clean.cleaned(PAGE, clean.label(PAGE)) == BODY
    assert of(Kind.TITLE, PAGE) == ["Fishing councils of Sandmouth return to the table"]
    assert of(Kind.BYLINE, PAGE) == ["By Lena Morrow", "3 May 2024"]


def test_an_appeal_that_reads_like_an_article_is_folded() -> None:
    page = PAGE.replace("Read more", f"{APPEAL}\n\nRead more")
    assert clean.cleaned(page, clean.label(page)) == BODY


def test_an_article_alone_comes_out_whole() -> None:
    assert clean.cleaned(BODY, clean.label(BODY)) == BODY


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("After two months in port both shores are ready to talk, but not about the same thing", Kind.STANDFIRST),
        ("Boats of both councils at the quay of Sandmouth on Monday. Photo: Ivo Lant / Bell", Kind.CAPTION),
        ("Boats of both councils at the quay of Sandmouth on Monday (AFP)", Kind.CAPTION),
        ("Boats of both councils lie at the quay of Sandmouth in the early morning. Ivo Lant", Kind.CAPTION),
        ("Photo: Ivo Lant / Bell Pictures", Kind.CREDIT),
    ],
)
def test_what_stands_between_title_and_body_gets_its_kind(piece: str, kind: Kind) -> None:
    page = PAGE.replace("By Lena Morrow", f"{piece}\n\nBy Lena Morrow")
    assert kinds(page)[piece] is kind
    assert of(Kind.TITLE, page) == ["Fishing councils of Sandmouth return to the table"]


def test_a_short_line_between_paragraphs_is_a_heading_and_stays_in_the_article() -> None:
    heading = "What the chain is for"
    page = PAGE.replace("The chain was laid", f"{heading}\n\nThe chain was laid")
    assert kinds(page)[heading] is Kind.HEADING
    assert heading in clean.cleaned(page, clean.label(page))


@pytest.mark.parametrize("box", ["Advertisement", "Read more: Who owns the sound?", "Sign up for our newsletter"])
def test_a_box_in_the_middle_leaves_a_hole_and_loses_no_paragraph(box: str) -> None:
    page = PAGE.replace("The chain was laid", f"{box}\n\nThe chain was laid")
    assert clean.cleaned(page, clean.label(page)) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume on Monday",
        "The delegations met again on Friday, and nobody left the room before midnight.",
        "The ferry leaves at seven,\nthe ferry leaves at noon,\nand those who miss the evening boat\n"
        "will travel by the moon.\n\nThe chain across the inlet,\nthe net that nobody cast,\nthey hold the morning to "
        "its word\nand let the evening past.",
        "- rope\n- two lanterns\n- the letter to the harbour master",
        "rope\nlanterns\nletter",
        'import csv\n\ndef tides(day):\n    low = read("low.csv")\n    return low[day]\n\nprint(tides(3))',
        "?",
    ],
    ids=["one line", "one sentence", "poem", "list", "loose list", "code", "a mark"],
)
def test_what_is_no_news_article_comes_out_whole_and_without_a_title(text: str) -> None:
    labelled = clean.label(text)
    assert not [block for block in labelled if block.kind is Kind.TITLE]
    if any(character.isalnum() for character in text):
        assert "".join(clean.cleaned(text, labelled).split()) == "".join(text.split())


def test_a_language_that_the_cleaner_hardly_knows_keeps_its_paragraphs_and_loses_its_menus() -> None:
    assert clean.cleaned(FINNISH, clean.label(FINNISH)).split("\n\n") == FINNISH.split("\n\n")[1:-1]


MENU = """\
Harbour reopens after storm
Mayor promises new school
Why the ferry is late again
The last lamplighter of Lisk
Rents rise for fifth year
Choir looks for tenors
Road to the north closed
Dog finds its way home"""


def test_the_same_menu_above_and_below_leaves_the_article_between() -> None:
    title = "Fishing councils of Sandmouth return to the table"
    page = "\n".join([MENU, MENU, title, "By Lena Morrow", BODY, MENU, MENU])
    assert clean.cleaned(page, clean.label(page)) == BODY
    assert of(Kind.TITLE, page) == [title]


def test_an_agency_report_that_the_model_sees_above_the_article_is_its_first_paragraph() -> None:
    first = (
        "Sandmouth (dpa) – The two councils of the sound agreed on Thursday to meet again before the end of the week."
    )
    rest = BODY.split("\n\n", 1)[1]
    page = f"Home\nNews\n\nFishing councils meet again\n\n{first}\n\nBy Lena Morrow\n3 May 2024\n\n{rest}"
    assert clean.cleaned(page, clean.label(page)) == f"{first}\n\n{rest}"


@pytest.mark.parametrize("line", ["© 2024 Grünacher Bote. Alle Rechte vorbehalten.", "© 2024 El Faro. Aviso legal."])
def test_who_owns_the_text_is_no_part_of_it(line: str) -> None:
    page = f"{BODY}\n\n{line}"
    assert clean.cleaned(page, clean.label(page)) == BODY


def test_each_label_says_how_sure_it_is_and_why() -> None:
    for block in clean.label(PAGE):
        assert 0 <= block.score <= 1
        assert block.reason


def test_the_reason_names_what_the_furniture_is_for() -> None:
    reasons = {block.span.of(PAGE): block.reason for block in clean.label(PAGE)}
    assert reasons["Enter your email address"] == "words of a newsletter or subscription box"
    assert reasons["Share"] == "words of a share bar"


def test_a_line_of_two_megabytes_is_labelled_like_a_paragraph() -> None:
    line = "The talks went on and on, and nobody left the room. " * 40_000
    assert [block.kind for block in clean.label(line)] == [Kind.BODY]


@given(st.lists(st.sampled_from([*PAGE.split("\n"), "×", "— — —", "1", "Mara Holt", "(AFP)"]), max_size=30))
def test_whatever_is_thrown_together_some_words_are_left_and_no_title_stands_alone(lines: list[str]) -> None:
    text = "\n".join(lines)
    labelled = clean.label(text)
    assert [block.span for block in labelled] == list(blocks(text))
    if any(character.isalnum() for character in text):
        assert clean.cleaned(text, labelled)


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    labelled = clean.label(text)
    shown = {Kind.BODY, Kind.HEADING, Kind.STANDFIRST}
    assert any(block.kind in shown for block in labelled) or not any(map(str.isalnum, text))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two real articles are not beside the repository")
@pytest.mark.parametrize(
    ("name", "title", "first", "last", "captions"),
    [
        ("000_85e47f704cbc4047.txt", "Russia, U.S.", "Foreign Minister", "That issue will only", ["Syrian rebel fi"]),
        ("001_5352813f3b8734fa.txt", "Russia agrees", "The next round", "Both Russia and Iran", ["Lavrov said Russ"]),
    ],
)
def test_the_real_articles_lose_no_word_and_show_no_furniture(
    name: str, title: str, first: str, last: str, captions: list[str]
) -> None:
    text = (SEEDS / name).read_text("utf-8")
    found = clean.label(text)
    words = [block.span.of(text) for block in found]
    begin = next(at for at, line in enumerate(words) if line.startswith(first))
    end = next(at for at, line in enumerate(words) if line.startswith(last))
    assert [block.kind for block in found[begin : end + 1]] == [Kind.BODY] * (end + 1 - begin)
    assert not [block for block in (*found[:begin], *found[end + 1 :]) if block.kind in (Kind.BODY, Kind.HEADING)]
    assert [line.startswith(title) for line in of(Kind.TITLE, text)] == [True]
    assert [line[: len(start)] for line, start in zip(of(Kind.CAPTION, text), captions, strict=True)] == captions
