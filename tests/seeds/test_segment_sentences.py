import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import snapped
from seeds.segment.pieces import LONGEST, pieces
from seeds.segment.sentences import sentences
from seeds.span import Span


def cut(text: str, language: str = "en") -> str:
    return " | ".join(found.of(text) for found in sentences(text, Span(0, len(text)), language))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Mara Holt, U.S. Secretary of State, left. | She met him."),
        ("en", "He moved to the U.S. | He liked it. | “We” did too."),
        ("en", "“Will you go?” he asked. | “No!” she said. | “Go.” | He went."),
        ("en", "She said so. | “We agree.” | It was so. | (He was late.) | Done"),
        ("en", "Mr. Smith and Gen. Holt left at 5 p.m. on Jan. 13. | No. 5 stayed."),
        ("en", "Yahoo! said so. | It was true.[1] | Next."),
        ("en-GB", "He said the\nminister had agreed. | So it was."),
        ("de", "Sie treffen sich am 3. Mai in Bern. | „Wir kommen“, sagte sie. | „Nein!“ | Er ging."),
        ("de", "Das war 2012. | Dann z. B. im 21. Jahrhundert. | Es waren 12. | Die anderen gingen."),
        ("de", "Dr. Holt und u.a. Prof. Weber kamen. | „Kommst du?“ fragte er. | Karl IV. starb."),
        ("fr", "« Oui. » | Il partit. | Qu’est-ce ? | Rien ! | Fin… | Et puis."),
        ("ru", "Он приехал в 2012 г. и ушёл. | А. С. Тарн писал. | «Да!» — сказал он."),
        ("ar", "قال الوزير نعم. | هل يوافق؟ | لا! | انتهى۔ | ثم"),
        ("hi", "यह पहला है। | यह दूसरा है।"),
        ("es", "¿Vienes? | ¡No! | Dijo el Sr. López. | «Sí»."),
        ("el", "Τι λες; | Καλά. | Ναι."),
        ("tr", "Toplantı 3. Cumhurbaşkanı ile. | Bitti."),
        ("", "Dr. Holt came. | J. Tarn left on the 3. Mai. | Good!"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str, expected: str) -> None:
    assert cut(expected.replace(" | ", " "), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", "真的吗？ | 是！ | “我们同意。” | 他走了。"),
        ("zh", "“我们同意。”林知遥说。 | 「好！」有人喊道。 | 完了。"),
        ("ja", "「はい。」と言った。 | 次の文。"),
    ],
)
def test_where_no_space_parts_sentences_their_marks_do(language: str, expected: str) -> None:
    assert cut(expected.replace(" | ", ""), language) == expected


def test_each_item_of_a_list_is_a_sentence_of_its_own() -> None:
    assert cut("We want:\n- peace now\n- no war\n1. One thing") == "We want: | - peace now | - no war | 1. One thing"


def test_a_mark_that_nobody_sees_does_not_hide_the_end_of_a_sentence() -> None:
    assert cut("انتهى.\u200f ثم", "ar") == "انتهى.\u200f | ثم"


@given(st.text(st.sampled_from("aB. \n!?”“\"')(.…1。\u00a0\u200f\u0301-")), st.sampled_from(["en", "de", "", "zh"]))
def test_every_word_is_in_exactly_one_sentence(text: str, language: str) -> None:
    found = sentences(text, Span(0, len(text)), language)
    assert all(one.end <= two.start for one, two in pairwise(found))
    covered = {offset for sentence in found for offset in range(sentence.start, sentence.end)}
    assert {match.start() for match in re.finditer(r"\w", text)} <= covered
    assert all(snapped(text, sentence) == sentence and len(sentence) for sentence in found)


def test_a_long_line_is_cut_behind_a_sentence_and_loses_nothing() -> None:
    text = "It was said that we agree. " * 2000
    found = pieces(text, Span(0, len(text)))
    assert [piece.start for piece in found[1:]] == [piece.end for piece in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(text))
    assert all(len(piece) <= LONGEST for piece in found)
    assert all(piece.of(text).startswith("It was") for piece in found)
    assert len(sentences(text, Span(0, len(text)), "en")) == 2000


@pytest.mark.parametrize("text", ["x" * 30_000, "\u0301" * 30_000, "字" * 30_000, "字。" * 15_000])
def test_a_line_without_a_space_is_cut_all_the_same(text: str) -> None:
    found = pieces(text, Span(0, len(text)))
    assert "".join(piece.of(text) for piece in found) == text


def test_the_model_is_loaded_only_for_a_language_that_it_knows() -> None:
    code = (
        "import sys; from seeds.span import Span; from seeds.segment.sentences import sentences;"
        "sentences('Ja. Nein.', Span(0, 9), 'de'); print('nupunkt' in sys.modules);"
        "sentences('Yes. No.', Span(0, 8), 'en'); print('nupunkt' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "True"]


def test_forty_closing_marks_in_a_row_are_cut_at_once() -> None:
    script = (
        "from seeds.segment.sentences import sentences; from seeds.span import Span; "
        "text = 'He left. ' + '”' * 40 + 'x'; print(len(sentences(text, Span(0, len(text)), 'en')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30)
    assert int(done.stdout) >= 1


def test_a_closing_mark_behind_a_space_at_the_end_belongs_to_the_last_sentence() -> None:
    assert cut("Il vint. | Il dit « oui. »".replace(" | ", " "), "fr") == "Il vint. | Il dit « oui. »"
