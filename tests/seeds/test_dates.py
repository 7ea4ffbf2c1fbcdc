"""Dates as newspapers print them."""

import pytest

from seeds.dates import dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 May 2024", "2024-05-03"),
        ("Friday, 3rd May, 2024, 18:20", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("MAY 3 2024", "2024-05-03"),
        ("Sept. 13, 2013", "2013-09-13"),
        ("Sep 13 2013", "2013-09-13"),
        ("2024-05-03T18:20:00Z", "2024-05-03"),
        ("3. Mai 2024", "2024-05-03"),
        ("3. Jänner 2024", "2024-01-03"),
        ("Freitag, 03.05.2024, 17:45 Uhr", "2024-05-03"),
        ("1er juin 2024", "2024-06-01"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("3 mai 2024 à 18h20", "2024-05-03"),
        ("3 мая 2024", "2024-05-03"),
        ("3 Mayıs 2024", "2024-05-03"),
        ("3 مايو 2024", "2024-05-03"),
        ("2024年5月3日", "2024-05-03"),
        ("2024/5/3 18:20", "2024-05-03"),
        ("2024.05.03", "2024-05-03"),
        ("23/05/2024", "2024-05-23"),
        ("05/23/2024", "2024-05-23"),
        ("5/5/2024", "2024-05-05"),
        ("3 مايو/أيار 2024", "2024-05-03"),
        ("3 كانون الثاني 2024", "2024-01-03"),
        ("3 MAYIS 2024", "2024-05-03"),
        ("3 HAZİRAN 2024", "2024-06-03"),
        ("03 abr. 2024", "2024-04-03"),
        ("3 févr. 2024", "2024-02-03"),
        ("3 сент. 2024", "2024-09-03"),
    ],
)
def test_a_day_is_read(line: str, day: str) -> None:
    [(start, end, found)] = dates(line)
    assert found.isoformat() == day
    assert str(found.year) in line[start:end]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "3/5/2024",
        "2024.05.03.1",
        "1/3/5/2024",
        "31/31/2024",
        "May 2024",
        "31 April 2024",
        "3 Maybe 2024",
        "12345-06-07",
        "On 3 May",
        "1.2.20245",
        "3.13.2024",
    ],
)
def test_what_is_no_day_or_may_be_two_is_not(line: str) -> None:
    assert dates(line) == []


def test_digits_of_the_arabs_are_read_and_keep_their_places() -> None:
    line = "الجمعة ٣ مايو ٢٠٢٤"
    [(start, end, found)] = dates(line)
    assert (found.isoformat(), line[start:end]) == ("2024-05-03", "٣ مايو ٢٠٢٤")


@pytest.mark.parametrize(("language", "days"), [("fr", ["2024-05-03"]), ("tr", ["2024-05-03"]), ("en", []), ("", [])])
def test_a_day_of_numbers_alone_is_read_where_the_language_tells_their_order(language: str, days: list[str]) -> None:
    assert [day.isoformat() for _, _, day in dates("le 03/05/2024 à 18:20", language)] == days


def test_several_days_come_in_their_order() -> None:
    assert [day.day for _, _, day in dates("First 2024-05-03, then 4 May 2024, then May 5, 2024")] == [3, 4, 5]
