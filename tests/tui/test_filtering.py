import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.edit import STATUSES
from annotations.index_cache import Row
from tui import filtering
from tui.filtering import HINT, matching


def row(title: str, source: str = "", date: str = "", status: str = "unread", file: str = "", **counts: int) -> Row:
    return Row(title, title, source, date, "en", 612, 30, status, counts, file)


ROWS = [
    row(
        "Harbour strike talks resume", "The Tern Courier", "2024-05-03", "reading", "talks.txt", quote=3, participant=1
    ),
    row("Erdoğan’s “peace – first” plan", "Upland Radio", "2024-05-01T10:00:00Z", "done", "radio-7.html", quote=1),
    row("Łódź port reopens", "Gazeta Łódzka", "2024-04", "skipped", "2024.csv", precondition=2),
    row("Strike\u00a0 at the Courier", "", "2023", "unread", "courier strike.txt"),
    row("停火以后再谈工资", "Lowmark Post", "", "unread"),
]
ALL = [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ALL),
        ("  ", ALL),
        ("strike", [0, 3]),
        ("STRIKE", [0, 3]),
        ("strike talks", [0]),
        ("talks courier", [0]),
        ("strike radio", []),
        ("Erdogan", [1]),
        ("erdog\u0306an's", [1]),
        ("łodz", [2]),
        ("LODZKA", [2]),
        ("peace-first", []),
        ("—", [0, 1, 2]),
        ("2024-05", [0, 1]),
        ("may", [0, 1]),
        ("3 may", [0]),
        ("april", [2]),
        ("2024", [0, 1, 2]),
        ("radio-7", [1]),
        (".txt", [0, 3]),
        ("停火", [4]),
        ("strike\u200b", [0, 3]),
    ],
)
def test_every_plain_word_stands_in_title_publication_date_or_file_name(query: str, numbers: list[int]) -> None:
    assert matching(ROWS, query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ('"strike talks"', [0]),
        ('"talks strike"', []),
        ("“strike talks”", [0]),
        ("„strike at", [3]),
        ("«3 May»", [0]),
        ('"', ALL),
        ('""', ALL),
        ('"strike at" courier', [3]),
        ('"strike at"courier', [3]),
        ('"peace - first"', [1]),
        ('"resume the tern"', []),
    ],
)
def test_words_between_quotation_marks_stay_together_within_one_field(query: str, numbers: list[int]) -> None:
    assert matching(ROWS, query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("tag:quote", [0, 1]),
        ("tag:p", [0, 2]),
        ("tag:Part", [0]),
        ("TAG:quote tag:part", [0]),
        ("tag:uote", []),
        ("status:done", [1]),
        ("status:un", [3, 4]),
        ("status:read", [0]),
        ("status:○", [3, 4]),
        ("status:●", [0]),
        ("status:✓", [1]),
        ("status:–", [2]),
        ("status:-", [2]),
        ("title:courier", [3]),
        ("source:courier", [0]),
        ('source:"tern courier"', [0]),
        ("source:lodz", [2]),
        ("title:lodz", [2]),
        ("title:gazeta", []),
        ("date:2024", [0, 1, 2]),
        ("date:2024-05", [0, 1]),
        ("date:2024-05-03", [0]),
        ("date:05", []),
        ("date:may", [0, 1]),
        ('date:"3 May"', [0]),
        ("strike source:tern status:r", [0]),
    ],
)
def test_a_field_asks_for_one_thing(query: str, numbers: list[int]) -> None:
    assert matching(ROWS, query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("date:2024-04..2024-05", [0, 1, 2]),
        ("date:2024-04..2024-05-01", [1, 2]),
        ("date:2024-05..", [0, 1]),
        ("date:2024-05.", [0, 1]),
        ("date:..2024-04", [2, 3]),
        ("date:2023..2023", [3]),
        ("date:2024-04-02..", [0, 1]),
        ("date:2024-05..2024-0", [0, 1]),
    ],
)
def test_a_range_of_dates_takes_in_both_ends_and_no_article_without_a_date(query: str, numbers: list[int]) -> None:
    assert matching(ROWS, query) == numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("-strike", [1, 2, 4]),
        ("strike -talks", [3]),
        ("-tag:quote", [2, 3, 4]),
        ("-status:unread -status:done", [0, 2]),
        ('-"strike at"', [0, 1, 2, 4]),
        ("-date:2024", [3, 4]),
        ("--strike", ALL),
    ],
)
def test_a_hyphen_leaves_out(query: str, numbers: list[int]) -> None:
    assert matching(ROWS, query) == numbers


@pytest.mark.parametrize("field", ["tag", "status", "title", "source", "date"])
@pytest.mark.parametrize("unfinished", ["{}:", "-{}:", '{}:"', "-", "- {}:", '-"', "{}:\u00ad"])
def test_what_is_not_finished_yet_leaves_every_article(field: str, unfinished: str) -> None:
    assert matching(ROWS, unfinished.format(field)) == ALL
    assert matching(ROWS, f"strike {unfinished.format(field)}") == [0, 3]


@pytest.mark.parametrize("query", ["speaker:holt", "http://tern.example", "notatag:quote"])
def test_a_field_that_is_not_known_is_a_plain_word(query: str) -> None:
    assert matching(ROWS, query) == []
    assert matching([*ROWS, row(f"Of {query}")], query) == [5]


def test_every_status_has_a_mark() -> None:
    rows = [row(status, status=status) for status in STATUSES]
    assert [matching(rows, f"status:{mark}") for mark in "○●✓–"] == [[0], [1], [2], [3]]


def test_the_hint_is_made_of_words_that_are_known() -> None:
    named = re.findall(r"(\w+):", HINT)
    assert named
    assert all(matching(ROWS, f"{field}:") == ALL for field in named)


def test_a_row_that_has_changed_is_looked_at_anew_and_the_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(ROWS)
    matching(rows, "strike")
    read: list[Row] = []
    of = filtering._read

    def reading(fresh: Sequence[Row]) -> list[str]:
        read.extend(fresh)
        return of(fresh)

    monkeypatch.setattr(filtering, "_read", reading)
    matching(rows, "strikes")
    assert read == []
    rows[2] = rows[2]._replace(title="Port strike over")
    assert matching(rows, "strike") == [0, 2, 3]
    assert read == [rows[2]]
    assert matching(rows[1:], "strike") == [1, 2]
    assert matching([], "strike") == []
    assert matching(ROWS, "strike") == [0, 3]


FIELDS = st.text(st.sampled_from("aB é\u00a0\n\t\0-"), max_size=4)
SOME = st.lists(st.tuples(FIELDS, FIELDS, FIELDS, FIELDS).map(lambda four: row(*four[:3], file=four[3])), max_size=6)


@given(SOME)
def test_whatever_stands_in_its_fields_a_row_is_found_by_its_own_words(rows: list[Row]) -> None:
    for number, one in enumerate(rows):
        for field in (one.title, one.publication, one.published_at, one.file):
            for word in field.split():
                assert number in matching(rows, word.lstrip("-"))


@given(SOME, st.text(st.sampled_from('aé-":. '), max_size=8))
def test_no_query_fails_and_what_a_word_fits_its_negation_does_not(rows: list[Row], query: str) -> None:
    found = matching(rows, query)
    assert found == sorted(set(found))
    for word in query.split():
        if re.fullmatch("[aé]+", word):
            assert sorted(matching(rows, word) + matching(rows, f"-{word}")) == list(range(len(rows)))
