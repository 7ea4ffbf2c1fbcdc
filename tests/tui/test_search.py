from itertools import pairwise
from typing import Literal, TypeAlias
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import snapped
from seeds.segment.trim import trimmed
from seeds.span import Span
from tui import query as querying
from tui.search import MOST, Hits, find, nearest, told, unseen
from tui.skeleton import bare

Form: TypeAlias = Literal["NFC", "NFD"]

LATIN = ["a", "A", "e", "E", "é", "É", "e\u0301", "ǿ", "ø", "ł", "Ł", "ı", "İ", "x", "-", "–", "'", "’", "“", '"']
SPACES = [" ", "\n", "\u00a0", "  ", "\u2009\n"]
OTHERS = [
    "o\u00adf",
    "f\u200b",
    "क",
    "कि",
    "क्ष",
    "가",
    "\u1100\u1161",
    "👩‍🚀",
    "🚀",
    "🇩🇪",
    "🇪",
    "停",
    "אָ",
    "\ufb1d",
    "\u0958",
]
PLAIN = st.lists(st.sampled_from([*LATIN, *SPACES]), max_size=30).map("".join)
ANY = st.lists(st.sampled_from([*LATIN, *SPACES, *OTHERS]), max_size=30).map("".join)


def drawn(text: str, query: str) -> str:
    """The text with its hits in brackets."""
    for hit in reversed(find(text, query)):
        text = f"{text[: hit.start]}[{hit.of(text)}]{text[hit.end :]}"
    return text


def spaced(words: str) -> str:
    return " ".join(bare(words).split())


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("council", "The [Council] met. the [council]s"),
        ("Council", "The [Council] met. the councils"),
        ("COUNCIL", "The Council met. the councils"),
        ("it was said", "The council,\u00a0[it\u00a0was said], would"),
        ("meet  again", "would [meet\nagain]. [Meet \n\n\tagain]"),
        ("meet again", "would meetagain"),
        (" met ", "They [met]. com[met]"),
        ("a.b(", "a.b axb([a.b(]"),
        ("aa", "[aa][aa]a"),
    ],
)
def test_words_are_found_as_people_type_them(query: str, text: str) -> None:
    assert drawn(text.replace("[", "").replace("]", ""), query) == text


@pytest.mark.parametrize("query", ["", "  ", "\u0301", "\u00ad", "\u200b \u0301"])
def test_what_is_no_letter_yet_is_found_nowhere(query: str) -> None:
    assert find("a e\u0301 \u00ad b", query) == ()


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("erdogan", "[Erdoğan], [ERDOĞAN], [Erdogan], [Erdog\u0306an]"),
        ("Erdogan", "[Erdoğan], ERDOĞAN, [Erdogan], erdoğan"),
        ("Erdoğan", "[Erdoğan], Erdogan, [Erdog\u0306an], Erdogăn"),
        ("Erdog\u0306an", "[Erdoğan], Erdogan, [Erdog\u0306an]"),
        ("lodz", "[Łódź], [Lodz], [Ło\u0301dz\u0301]"),
        ("łodz", "[Łódź], Lodz, [łodz], [ŁÓDŹ]"),
        ("Łodz", "[Łódź], Lodz, łodz, [Łodz]"),
        ("soren", "[Søren], [Sören]"),
        ("sören", "Søren, [Sören], [SO\u0308REN], so\u0308\u0301ren"),
        ("diyarbakir", "[Diyarbakır], [DİYARBAKIR]"),
        ("ı", "Diyarbak[ı]r IiI"),
        ("é", "[é] e è [e\u0301] [É] ê e\u0301\u0323"),
        ("éeé", "e[éeé]é eé"),
        ("e é", "e [e é]"),
        ("the café", "the cafe, [the\ncafé], the\u00a0cafe, [The  cafe\u0301]"),
        ("né à la", "ne à la, [né a\u0300 la], né a la, [né\nà la]"),
        ("елка", "[ёлка], [елка]"),
        ("ёлка", "[ёлка], елка, [Е\u0308лка]"),
        ("\ufb2a", "[\ufb2a] ש [ש\u05c1] שׂ"),
        ("λόγος", "[λόγος], λογος, [ΛΌΓΟΣ]"),
    ],
)
def test_diacritics_count_where_they_were_typed(query: str, text: str) -> None:
    assert drawn(text.replace("[", "").replace("]", ""), query) == text


def test_a_rare_letter_is_found_among_many_of_its_plain_kin() -> None:
    text = "e\u0323 e " * 50 + "teé" + " e" * 50 + "\nte\u0301"
    assert [hit.start for hit in find(text, "té")] == [text.index("\n") + 1]
    assert len(find(text, "é")) == 2


def test_for_a_rare_letter_not_every_place_of_its_plain_kin_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    stands = querying._stands

    def looking(text: str, at: int, ways: tuple[str, ...]) -> bool:
        looked.append(at)
        return stands(text, at, ways)

    monkeypatch.setattr(querying, "_stands", looking)
    find("te " * 100 + "té " + "te " * 100 + "té", "té")
    assert len(looked) == 2


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("didn't", "they [didn’t], [didn't]"),
        ("didn’t", "they [didn’t], [didn't]"),
        ('"we', "[“We] will”, [«We], [„We], 'We"),
        ("—yes", "[-yes] [‑yes] [–yes] [—yes]"),
        ("cease-fire", "[cease‐fire] [cease–fire] ceasefire"),
    ],
)
def test_typographic_kin_are_alike(query: str, text: str) -> None:
    assert drawn(text.replace("[", "").replace("]", ""), query) == text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("minister", "[minis\u00adter] [min\u200bister\u200b] said"),
        ("minis\u00adter", "[minister]"),
        ("two words", "[two\u200b \u200bwords]"),
        ("cafe", "[cafe\u0301]s"),
        ("caf", "[caf]e\u0301"),
        ("minister", "[\u200bminister] said"),
        ("क", "[क][कि][क्क]"),
        ("🚀", "[🚀] [👩‍🚀]"),
        ("🇪", "[🇩🇪]"),
        ("ᅡ", "[\u1100\u1161]"),
        ("停火", "和[停火]以后"),
    ],
)
def test_a_hit_takes_in_the_whole_of_its_characters(query: str, text: str) -> None:
    assert drawn(text.replace("[", "").replace("]", ""), query) == text


@given(ANY, ANY)
def test_hits_are_in_order_and_apart_and_cut_no_character(text: str, query: str) -> None:
    hits = find(text, query)
    assert all(hit and snapped(text, hit) == hit for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all(spaced(query) in spaced(hit.of(text)) for hit in hits)


@given(PLAIN, PLAIN)
def test_a_hit_is_the_query_but_for_what_is_alike(text: str, query: str) -> None:
    assert {spaced(hit.of(text)) for hit in find(text, query)} <= {spaced(query)}


@given(PLAIN, st.text("ae'x-", min_size=1, max_size=3))
def test_none_is_left_out(text: str, query: str) -> None:
    assert len(find(text, query)) == bare(text).count(query)


@given(ANY, st.data())
def test_words_that_were_taken_from_the_text_are_found_there(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    words = trimmed(text, snapped(text, Span(start, end)))
    assert bool(words) == any(hit.overlaps(words) for hit in find(text, words.of(text)))


@given(PLAIN, PLAIN, st.sampled_from(["NFC", "NFD"]), st.sampled_from(["NFC", "NFD"]))
def test_composed_or_decomposed_is_all_the_same(text: str, query: str, one: Form, other: Form) -> None:
    assert len(find(normalize(one, text), normalize(other, query))) == len(find(text, query))


def test_more_hits_than_anybody_looks_at_are_cut_off() -> None:
    assert len(find("e " * (MOST + 5), "e")) == MOST


HITS = Hits("o", find("o foo boo", "o"))


@pytest.mark.parametrize(
    ("offset", "ahead", "back"), [(0, 0, 4), (1, 1, 0), (3, 1, 0), (4, 2, 1), (5, 3, 2), (8, 4, 3), (9, 0, 4)]
)
def test_the_next_hit_goes_round_at_either_end(offset: int, ahead: int, back: int) -> None:
    assert nearest(HITS, offset) == ahead
    assert nearest(HITS, offset, back=True) == back


def test_without_hits_none_is_the_next() -> None:
    assert nearest(Hits(), 0) == nearest(Hits(), 0, back=True) == -1


SPANS = st.lists(st.integers(0, 60), max_size=16, unique=True).map(
    lambda edges: [Span(*pair) for pair in zip(*[iter(sorted(edges))] * 2, strict=False)]
)


@given(SPANS, SPANS)
def test_unseen_are_those_that_touch_nothing_shown(spans: list[Span], shown: list[Span]) -> None:
    assert unseen(spans, shown) == sum(not any(span.overlaps(block) for block in shown) for span in spans)


def test_spans_that_share_an_edge_with_what_is_shown_are_unseen() -> None:
    assert unseen([Span(0, 2), Span(2, 4), Span(5, 6), Span(6, 8)], [Span(2, 3), Span(6, 7)]) == 2


@pytest.mark.parametrize(
    ("count", "at", "folded", "words"),
    [
        (0, -1, 0, "none"),
        (1, -1, 0, "1"),
        (1, 0, 0, "1 of 1"),
        (17, -1, 0, "17"),
        (17, 2, 0, "3 of 17"),
        (17, -1, 2, "17, 2 of them folded"),
        (17, 2, 2, "3 of 17, 2 folded"),
        (17, -1, 17, "17, all of them folded"),
        (17, 2, 17, "3 of 17, all folded"),
        (1, -1, 1, "1, folded"),
        (1, 0, 1, "1 of 1, folded"),
        (2_345, 1_233, 1_000, "1,234 of 2,345, 1,000 folded"),
        (MOST, -1, 0, "10,000 or more"),
        (MOST, 2, 0, "3 of 10,000 or more"),
        (MOST, -1, 40, "10,000 or more, some of them folded"),
        (MOST, 2, MOST, "3 of 10,000 or more, some folded"),
    ],
)
def test_how_many_there_are_is_told_in_a_few_words(count: int, at: int, folded: int, words: str) -> None:
    assert told(count, at, folded) == words
