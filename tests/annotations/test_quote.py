"""Quoted words are found whatever white space parts them, and a place is judged by what stands around it."""

import pytest

from annotations.quote import alike, best_fit, fit, places
from seeds.span import Span


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("the ferry, the ferry", "ferry", ["ferry", "ferry"]),
        ("to meet\u00a0\n again", "meet again", ["meet\u00a0\n again"]),
        ("to meet again", "  meet\nagain ", ["meet again"]),
        ("“We agree,” he said", '"We agree,"', ["“We agree,”"]),
        ("the union's vote", "union’s vote", ["union's vote"]),
        ("'yes' and ‘yes’", "‘yes’", ["‘yes’"]),
        ("aaa", "aa", ["aa", "aa"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("nothing", "   ", []),
        ("nothing", "", []),
        ("We Agree", "we agree", []),
    ],
)
def test_words_are_found(text: str, words: str, found: list[str]) -> None:
    assert [span.of(text) for span in places(text, words)] == found


def test_no_more_places_are_given_than_were_asked_for() -> None:
    assert places("x" * 50, "x", 3) == [Span(0, 1), Span(1, 2), Span(2, 3)]


def test_a_place_fits_the_worse_the_more_around_it_changed() -> None:
    """A ladder: each text fits worse than the one before it, without a word on by how much."""
    ladder = [
        "the crews will vote on the offer today",
        "a crew will vote on the offer today",
        "a crew will vote on an offer today",
        "a crew may vote on an offer today",
        "nobody is to vote, ever",
    ]
    fits = [fit(text, places(text, "vote")[0], "the crews will ", " on the offer today") for text in ladder]
    assert fits == sorted(fits, reverse=True)
    assert len(set(fits)) == len(fits)
    assert fits[0] == best_fit("the crews will ", " on the offer today")


def test_white_space_around_a_place_is_no_change() -> None:
    assert fit("will\n\n vote\u2009 on", Span(7, 11), "will ", " on") == best_fit("will ", " on")


@pytest.mark.parametrize(
    ("words", "others", "same"),
    [
        ("Mara\nHolt", "Mara Holt", True),
        ("the union's", "the union’s", True),
        ("Mara Holt", "Mara", False),
        ("Mara", "Mara Holt", False),
        ("", "Mara", False),
    ],
)
def test_words_are_alike_whatever_white_space_and_marks(words: str, others: str, same: bool) -> None:
    assert alike(words, others) is same
