"""What is known of many articles, from a table; and what is said of each row that cannot be taken."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.edit import CONFLICT, Edit, FieldChange
from annotations.library import Library
from annotations.store import Store
from tests.tui.cli.conftest import HARBOUR, Postil, Result
from tui.here import now

Meta = Callable[..., Result]


@pytest.fixture
def meta(postil: Postil, home: Path) -> Meta:
    """Take a table, by its text or its bytes."""

    def meta(table: str | bytes, *words: str) -> Result:
        (home / "table.csv").write_bytes(table.encode() if isinstance(table, str) else table)
        return postil("meta", "table.csv", *words)

    return meta


@pytest.fixture
def third(postil: Postil, home: Path, harbour: str, ferry: str) -> str:  # noqa: ARG001  # there are two before it
    """The id of a third article."""
    (home / "third.txt").write_text(HARBOUR + "\nMore on Sunday.\n", "utf-8")
    return postil("add", "third.txt").id


@pytest.fixture
def known(postil: Postil) -> Callable[[str], dict[str, str]]:
    """What the table of articles has of one."""

    def known(article_id: str) -> dict[str, str]:
        table = csv.DictReader(io.StringIO(postil("export", "--articles", article_id).out, newline=""))
        return next(iter(table))

    return known


Of = Callable[[str], dict[str, str]]


def test_a_table_corrects_what_is_known_as_set_does_and_can_be_undone(
    meta: Meta, postil: Postil, harbour: str, ferry: str, known: Of
) -> None:
    done = meta(
        "file,Headline,Date,publication,author,URL,Language\n"
        'harbour.txt,"Talks, again",2024-05-03,Tern Courier,M. H.,https://tern.example/1,en-GB\n'
        "texts/ferry.txt,,2024-05,,,,\n"
    )
    assert (done.code, done.err) == (0, "2 articles corrected\n")
    assert done.out == f"set\t{harbour}\ttitle, date, publication, author, url, language\nset\t{ferry}\tdate\n"
    after = known(harbour)
    assert (after["article_title"], after["published_at"], after["author"]) == ("Talks, again", "2024-05-03", "M. H.")
    assert (after["publication"], after["url"], after["language"]) == (
        "Tern Courier",
        "https://tern.example/1",
        "en-GB",
    )
    assert known(ferry)["article_title"] == "Ferry line asks for a mediator"
    assert "set title, the date, publication, author, url, language" in postil("log", harbour).out


def test_the_same_table_again_changes_nothing_and_says_so(meta: Meta, harbour: str, ferry: str) -> None:
    table = f"id,publication,wave\n{harbour},Tern Courier,2\n{ferry[:7]},Upland Radio,\n"
    assert meta(table).err == "2 articles corrected\n"
    again = meta(table)
    assert (again.code, again.out, again.err) == (0, "", "nothing to correct, 2 articles are as the table says\n")


def test_a_dry_run_shows_what_would_change_and_changes_nothing(meta: Meta, harbour: str, known: Of) -> None:
    before = known(harbour)
    shown = meta(f"id,author,date\n{harbour},M. Holt,2024\n", "--dry-run")
    assert shown.out == (
        f"would set\t{harbour}\tdate\tnot known → 2024\nwould set\t{harbour}\tauthor\tMara Holt → M. Holt\n"
    )
    assert (shown.code, shown.err) == (0, "1 article would be corrected\n")
    assert known(harbour) == before


def test_columns_of_other_names_are_kept_and_exported(meta: Meta, harbour: str, known: Of) -> None:
    done = meta(f"id,wave,=cmd(1),text\n{harbour},2,x,{'long ' * 900}\n")
    assert done.out == f"set\t{harbour}\tmeta_wave, meta_=cmd(1)\n"
    assert "table.csv line 2: has 4,499 characters in the column meta_text" in done.err
    assert (done.code, known(harbour)["meta_wave"], known(harbour)["meta_=cmd(1)"]) == (1, "2", "x")
    meta(f"id,meta_wave\n{harbour},3\n")
    assert known(harbour)["meta_wave"] == "3"


def test_an_empty_cell_leaves_alone_what_is_known(meta: Meta, harbour: str, known: Of) -> None:
    meta(f"id,author,publication\n{harbour},,Tern Courier\n")
    assert known(harbour)["author"] == "Mara Holt"


@pytest.mark.usefixtures("ferry")
def test_an_exported_table_can_be_corrected_and_taken_back(meta: Meta, postil: Postil, harbour: str, known: Of) -> None:
    postil("set", harbour, "--title", "=Talks", "--publication", "Tern")
    postil("add", "-", stdin=b"a poem\nof two lines")
    postil("set", "a poem", "--title", "")
    table = postil("export", "--articles").out
    same = meta(table)
    assert (same.code, same.out) == (0, "")
    assert same.err.endswith("nothing to correct, 3 articles are as the table says\n")
    assert "not taken: retrieved_at, article_status" in same.err
    assert meta(table.replace('"Tern"', '"The Tern Courier"')).out == f"set\t{harbour}\tpublication\n"
    assert (known(harbour)["article_title"], known(harbour)["publication"]) == ("'=Talks", "The Tern Courier")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_delimiter_and_encoding_is_read(
    delimiter: str, encoding: str, meta: Meta, harbour: str, known: Of
) -> None:
    lines = [["Author", "File"], ['"Élise Aubert, à Grünach;\r\nTern"', "harbour.txt"]]
    meta("\r\n".join(map(delimiter.join, lines)).encode(encoding))
    assert known(harbour)["author"] == "Élise Aubert, à Grünach; Tern"


def test_a_row_is_joined_by_its_address_where_nothing_else_fits(
    meta: Meta, postil: Postil, harbour: str, known: Of
) -> None:
    postil("set", harbour, "--url", "https://www.tern.example/talks/")
    done = meta("id,url,author\n17,http://tern.example/talks#top,M. H.\n")
    assert (done.code, done.out) == (0, f"set\t{harbour}\tauthor\n")
    assert known(harbour)["url"] == "https://www.tern.example/talks/"


def test_the_id_that_a_corpus_gave_an_article_is_enough_where_nothing_else_is_said(
    meta: Meta, postil: Postil, home: Path, known: Of
) -> None:
    (home / "corpus.csv#17").write_text(HARBOUR, "utf-8")
    article_id = postil("add", "corpus.csv#17").id
    assert meta("id,wave\n17,2\n").out == f"set\t{article_id}\tmeta_wave\n"
    assert meta("file,wave\ncorpus.csv#17,3\n").out == f"set\t{article_id}\tmeta_wave\n"
    assert meta("id,file,wave\n17,absent.txt,4\n").code == 1
    assert known(article_id)["meta_wave"] == "3"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("harbour.txt,3 May,", "table.csv line 3: the date: '3 May' is no date; write 2024, 2024-05 or 2024-05-03"),
        ("harbour.txt,,English", "table.csv line 3: the language: 'English' is no tag of a language; write en"),
        ("absent.txt,2024,", "table.csv line 3: fits no article by file “absent.txt”"),
        (",2024,", "table.csv line 3: says neither id, file nor url"),
        ("ferry.txt,2023,", "is about FERRY, as line 2 is; that one counts"),
        ("harbour.txt,2024,,,x", "table.csv line 3: has 5 cells, and there are 3 columns"),
        ('"harbour.txt"x,2024,', "table.csv line 3: is no row"),
    ],
)
def test_a_row_that_cannot_be_taken_is_said_with_its_line_and_the_rest_goes_on(
    row: str, said: str, meta: Meta, ferry: str, third: str
) -> None:
    done = meta(f"file,date,language\nferry.txt,2024,\n{row}\nthird.txt,2024,de\n")
    assert said.replace("FERRY", ferry) in done.err
    assert (done.code, done.out) == (1, f"set\t{ferry}\tdate\nset\t{third}\tdate, language\n")
    assert done.err.startswith("not taken: ")
    assert "\n2 articles corrected, 1 row " in done.err


@pytest.mark.usefixtures("harbour")
def test_a_line_end_within_a_cell_counts_for_the_lines_behind_it(meta: Meta) -> None:
    done = meta('file,title\nharbour.txt,"Talks\nresume\nagain"\n\nabsent.txt,x\n')
    assert "table.csv line 6: fits no article" in done.err


def test_a_quotation_mark_that_never_closes_is_named_by_its_line(meta: Meta, harbour: str) -> None:
    done = meta('file,title\nharbour.txt,Talks\nferry.txt,"Ferry\nand more\n')
    assert "table.csv line 3: a quotation mark is opened here and never closed" in done.err
    assert (done.code, done.out) == (1, f"set\t{harbour}\ttitle\n")


def test_a_file_name_of_several_articles_is_refused_unless_something_else_tells(
    meta: Meta, postil: Postil, harbour: str, home: Path
) -> None:
    (home / "folder").mkdir()
    (home / "folder" / "harbour.txt").write_text(HARBOUR + "\nMore on Sunday.\n", "utf-8")
    other = postil("add", "folder").id
    done = meta("file,url,author\nharbour.txt,,M. H.\n")
    assert (done.code, done.out) == (1, "")
    assert "line 2: file “harbour.txt” fits 2 articles: " in done.err
    assert harbour in done.err
    assert other in done.err
    postil("set", other, "--url", "https://tern.example/2")
    assert meta("file,url,author\nharbour.txt,https://tern.example/2,M. H.\n").out == f"set\t{other}\tauthor\n"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("title,author\na,b\n", "no column tells of which article a row is; name one id, file or url"),
        ("file\nharbour.txt\n", "no column says anything of an article"),
        ("<html><body>x</body></html>", "is no table in plain text; save it as CSV"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "is no table in plain text; save it as CSV"),
        ("", "is empty"),
    ],
)
@pytest.mark.usefixtures("harbour")
def test_what_is_no_table_of_articles_is_refused(table: str | bytes, said: str, meta: Meta) -> None:
    refused = meta(table)
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err


def test_a_table_settles_what_two_machines_said_differently(meta: Meta, harbour: str, home: Path) -> None:
    library = Library.open(home / "data/postil/library")
    changes = (FieldChange("author", None, "M. H."), FieldChange(f"{CONFLICT}author", None, "M. Holt"))
    store = Store(library, "mh", now=now)
    store.commit(harbour, Edit(changes, "merged", now()))
    assert meta(f"id,author\n{harbour},M. H.\n").out == f"set\t{harbour}\tauthor\n"
    assert Store(library, "mh", now=now).open(harbour).layer.corrections == {"author": "M. H."}


def test_a_field_of_a_megabyte_is_read_and_not_taken(meta: Meta, harbour: str, known: Of) -> None:
    done = meta(f"file,title,author\nharbour.txt,{'x' * 1_000_000},M. H.\n")
    assert "line 2: has 1,000,000 characters in the column title" in done.err
    assert (done.code, known(harbour)["author"]) == (1, "M. H.")


def test_a_short_number_of_somebodys_own_is_no_articles_id(meta: Meta, harbour: str) -> None:
    assert "fits no article by id" in meta(f"id,author\n{harbour[:3]},M. H.\n").err


def test_a_table_comes_through_a_pipe_and_obeys_no_terminal(postil: Postil, harbour: str) -> None:
    table = f"id\tti\x1b[31mtle\x07\n{harbour}\tred\x1b[31m\n"
    done = postil("meta", "-", "--dry-run", stdin=table.encode())
    assert done.out == f"would set\t{harbour}\tmeta_ti␛[31mtle␇\tnot known → red␛[31m\n"
    assert postil("meta", "-", stdin=b"id,x\nabsent,1\n").err.startswith("not taken: standard input line 2: fits no")


def test_set_takes_a_language_and_refuses_what_is_none(postil: Postil, harbour: str) -> None:
    assert postil("set", harbour, "--language", "pt-BR").code == 0
    assert postil("list", "--json").objects[0]["language"] == "pt-BR"
    refused = postil("set", harbour, "--language", "de_DE")
    assert refused.code == 2
    assert "pt-BR" in refused.err
    assert postil("set", harbour, "--language", "").code == 0
    assert postil("list", "--json").objects[0]["language"] == ""
