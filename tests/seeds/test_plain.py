"""Decoding: every file gives a text that can be kept, and what was guessed or replaced is said."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.plain import decode
from seeds.read import Raw

GERMAN = "„Wir verhandeln über die Häfen“, sagte die Bürgermeisterin – und zwar öffentlich."
RUSSIAN = "Министр отверг условия переговоров о воде, сообщает агентство."


def decoded(data: bytes, encoding: str = "") -> tuple[str, tuple[str, ...]]:
    return decode(Raw(data, "a.txt", "a.txt", encoding))


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decoded(mark + GERMAN.encode(encoding)) == (GERMAN, ())


def test_every_line_end_becomes_a_line_feed() -> None:
    assert decoded(b"a\r\nb\rc\n\r\nd\r\r") == ("a\nb\nc\n\nd\n\n", ())


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (GERMAN, "cp1252", "decoded as windows-1252 by a guess"),
        ("The union’s offer stands.", "cp1252", "decoded as windows-1252 by a guess"),
        ("naïve", "cp1252", "decoded as windows-1252 by a guess"),
        ("« Le président a été reçu à l’Élysée »", "cp1252", "decoded as windows-1252 by a guess"),
        ("Łódź: rozmów nie będzie, powiedział rząd w piątek", "cp1250", "decoded as windows-1250 by a guess"),
        ("Vláda se k jednání nevrátí, dokud nebudou otevřeny brány", "cp1250", "decoded as windows-1250 by a guess"),
        ("limanın kapıları açılana kadar görüşmelere dönmeyecek", "cp1254", "decoded as windows-1254 by a guess"),
        ("kad negrįš prie derybų stalo, kol uosto vartai nebus", "cp1257", "decoded as windows-1257 by a guess"),
        (RUSSIAN, "cp1251", "decoded as windows-1251 by a guess"),
        (RUSSIAN, "koi8_r", "decoded as koi8-r by a guess"),
        ("قال الوزير إن المحادثات ستستأنف يوم الاثنين", "cp1256", "decoded as windows-1256 by a guess"),
        ("会談は月曜日に再開されると大臣は述べた。", "cp932", "decoded as cp932 by a guess"),
        ("部长说会谈将于星期一恢复。", "gb18030", "decoded as gb18030 by a guess"),
    ],
)
def test_what_is_no_utf_8_is_decoded_by_a_guess_which_is_said(text: str, encoding: str, said: str) -> None:
    assert decoded(text.encode(encoding)) == (text, (said,))


def test_a_long_plain_beginning_does_not_hide_what_the_guess_needs() -> None:
    text = "The talks resume.\n" * 10_000 + RUSSIAN
    assert decoded(text.encode("cp1251"))[0] == text


def test_an_encoding_that_was_declared_is_tried_before_a_guess_and_behind_utf_8() -> None:
    assert decoded(RUSSIAN.encode("iso8859_5"), "iso8859_5") == (RUSSIAN, ("decoded as iso8859_5, as declared",))
    assert decoded(RUSSIAN.encode(), "iso8859_5") == (RUSSIAN, ())
    assert decoded(RUSSIAN.encode("cp1251"), "no-such-encoding")[0] == RUSSIAN


def test_a_file_that_was_cut_within_a_character_stays_utf_8() -> None:
    assert decoded(RUSSIAN.encode() + "я".encode()[:1]) == (
        RUSSIAN + "\ufffd",
        ("no UTF-8 in one place: replaced by \ufffd",),
    )
    text, notices = decoded(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00\xd8c\x00" + b"x")
    assert text == "ab\ufffdc\ufffd"
    assert notices == ("no UTF-16-LE in 2 places: replaced by \ufffd",)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("a\0b", "a character that no text holds: replaced by \ufffd"),
        ("a\ufdd0b\uffffc\U0010fffe", "3 characters that no text holds: replaced by \ufffd"),
    ],
)
def test_what_is_no_character_is_replaced_and_counted(text: str, notice: str) -> None:
    result, notices = decoded(text.encode())
    assert notices == (notice,)
    assert len(result) == len(text)
    assert result.count("\ufffd") == len(text) - sum(map(str.isalpha, text))


def test_a_replacement_character_that_the_source_holds_is_not_counted() -> None:
    assert decoded("what \ufffd it said".encode()) == ("what \ufffd it said", ())
    assert decoded("Что \ufffd он сказал".encode() + b"\xd0")[1] == ("no UTF-8 in one place: replaced by \ufffd",)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_that_can_be_kept_and_is_decoded_the_same_again(data: bytes) -> None:
    text, _ = decoded(data)
    assert "\r" not in text
    assert "\0" not in text
    assert decoded(text.encode())[0] == text.removeprefix("\ufeff")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0\ufeff")))
def test_utf_8_comes_through_as_it_is(text: str) -> None:
    result, notices = decoded(text.encode())
    assert result == text or notices
