"""Times as feeds and tables write them: as exact as they were said, and none where that is not plain."""

import pytest

from seeds.many.moments import moment


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        (" 2024-05-03 ", "2024-05-03"),
        ("2024-05-03T08:30:00Z", "2024-05-03T08:30:00Z"),
        ("2024-05-03T08:30:00.250+02:00", "2024-05-03T08:30:00+02:00"),
        ("2024-05-03 08:30 +0530", "2024-05-03T08:30+05:30"),
        ("2024-05-03T08:30:00-00:00", "2024-05-03T08:30:00Z"),
        ("2024-05-03 00:00:00", "2024-05-03"),
        ("Fri, 03 May 2024 08:30:00 GMT", "2024-05-03T08:30:00Z"),
        ("3 May 2024 08:30 EDT", "2024-05-03T08:30-04:00"),
        ("Fri, 03 May 2024 08:30:00 CEST", "2024-05-03"),
        ("Fri, 03 May 2024", "2024-05-03"),
        ("3. Mai 2024", "2024-05-03"),
        ("May 3, 2024 8:30 PM", "2024-05-03"),
    ],
)
def test_a_time_is_written_as_exactly_as_it_was_said(said: str, expected: str) -> None:
    assert moment(said) == expected


@pytest.mark.parametrize(
    "said",
    ["", "3/5/2024", "2024-02-31", "2024-05-03T25:00:00Z", "3 May 2024 to 5 May 2024", "1714725000", "x" * 10_000],
)
def test_what_names_no_time_plainly_gives_none(said: str) -> None:
    assert moment(said) == ""
