"""The CSV itself: what Python, pandas, R and spreadsheets read alike, and what comes back from it."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.export.csv import Form, write
from annotations.export.guard import unguarded


def test_every_field_is_quoted_and_rows_end_in_crlf() -> None:
    file = BytesIO()
    assert write(file, ["a", "b"], [{"a": 'say "x"'}], Form()).rows == 1
    assert file.getvalue() == b'"a","b"\r\n"say ""x""",""\r\n'


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (Form(bom=True), b'\xef\xbb\xbf"a"\r\n"\'=1\n2"\r\n'),
        (Form(raw=True), b'"a"\r\n"=1\n2"\r\n'),
        (Form(single_line=True), b'"a"\r\n"\'=1 2"\r\n'),
    ],
)
def test_the_form_is_as_asked(form: Form, written: bytes) -> None:
    file = BytesIO()
    assert write(file, ["a"], [{"a": "=1\n2"}], form).guarded == (0 if form.raw else 1)
    assert file.getvalue() == written


def test_a_single_line_stays_one_whatever_ends_a_line() -> None:
    file = BytesIO()
    write(file, ["a"], [{"a": "1\r\n2\r3\u20284\x855\v6"}], Form(single_line=True))
    assert file.getvalue().decode() == '"a"\r\n"1 2 3 4 5 6"\r\n'


def test_half_a_character_does_not_stop_the_export() -> None:
    file = BytesIO()
    write(file, ["a"], [{"a": "\udcff.txt"}], Form())
    assert file.getvalue().decode() == '"a"\r\n"\ufffd.txt"\r\n'


CELLS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from("'=+-@\t\r\n\0＋\",;|a"))


@given(table=st.lists(st.tuples(CELLS, CELLS), max_size=6), delimiter=st.sampled_from(",;\t|"))
def test_every_cell_comes_back_by_pythons_own_reader(table: list[tuple[str, str]], delimiter: str) -> None:
    file = BytesIO()
    write(file, ["a", "b"], [{"a": one, "b": other} for one, other in table], Form(delimiter))
    read = list(csv.reader(StringIO(file.getvalue().decode(), newline=""), delimiter=delimiter))
    assert read[0] == ["a", "b"]
    assert [tuple(map(unguarded, row)) for row in read[1:]] == table
