"""Clauses as marked strings: each stands in square brackets, and what parts two of them outside."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.clauses import clauses
from seeds.segment.graphemes import snapped
from seeds.segment.pieces import LONGEST, pieces
from seeds.segment.sentences import sentences
from seeds.segment.trim import trimmed
from seeds.span import Span


def drawn(marked: str, language: str = "en") -> str:
    """The text without its brackets, with those drawn in that stand around its clauses."""
    text = re.sub(r"[\[\]]", "", marked)
    shown, at = "", 0
    for clause in clauses(text, Span(0, len(text)), language):
        shown += f"{text[at : clause.start]}[{clause.of(text)}]"
        at = clause.end
    return shown + text[at:]


@pytest.mark.parametrize(
    "marked",
    [
        "[The talks cannot begin] [unless the pickets leave.]",
        "[They sit down] [if both sides pull back.]",
        "[He pays], [provided that we wait], [so that it lasts.]",
        "[The port stays shut] [as long as Tarn is away.]",
        "[They talk] [but only if the guns fall silent.]",
        "[Until the pickets leave], [no talks are held.]",
        "[It stays shut] [until the guns fall silent.]",
        "[It stays shut until Friday.]",
        "[Once again they met for a while.]",
        "[Tarn left] [before signing a thing.]",
        "[Tarn left before the vote.]",
        "[They met as if it were peace.]",
        "[It fell because of the rain.]",
        "[The crew were fed well] [and would go home.]",
        "[The crew and the cook were fed.]",
        "[It stays shut until Friday] [and will rust.]",
        "[It is shut until May.] [Tarn left.]",
        "[For a while the port was shut.]",
        "[As long as they wait], [no peace.]",
        "[They talk], [but only if the guns fall], [by boat.]",
    ],
)
def test_a_conjunction_begins_a_clause_with_a_comma_or_without(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "[Norland insists] [that talks begin] [only after it rains.]",
        "[Holt warned Tarn on Nov. 3] [that it was late.]",
        "[Holt made clear] [that it was late.]",
        "[Mara Holt said] [she would sit down.]",
        "[The union said on Monday] [the ship was late.]",
        "[Holt, the envoy, said] [the ship was late.]",
        "[The ship must go], [said the envoy.]",
        "[Holt told reporters] [the ship was late.]",
        "[Holt told us a story.]",
        "[Holt told the people of Amery] [that it was late.]",
        "[Tarn said Holt would use that boat.]",
        "[They agreed on everything that can be drawn.]",
        "[Tarn will say more of that ship.]",
        "[Tarn said] [“that ship” was his.]",
    ],
)
def test_what_is_said_is_a_clause_behind_the_verb_of_saying(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "[He brought grain, oil and steel to the port.]",
        "[He brought grain, oil, and steel that had rusted.]",
        "[He brought grain, oil and steel that had rusted.]",
        "[If both agree], [oil and steel will flow.]",
        "[Mara Holt, the union's secretary, told them.]",
        "[The Front], [which has fought since May], [is tired.]",
        "[Norland, which has fought since May], [is tired.]",
        "[The ship], [which had rusted], [sank.]",
        "[Who leads the cooks, the crew and the band], [Tarn asked.]",
        "[Mara Holt], [who leads the Front, said] [she agreed.]",
        "[The guns fell silent], [Tarn said], [and talks began.]",
        "[The talks failed], [according to Tarn.]",
        "[Who leads the cooks, the crew, the band and the boats], [Tarn asked.]",
        "[On Monday, the envoy left.]",
        "[On Monday, the port shut], [and Tarn left.]",
        "[Yet, if both agree], [peace.]",
        "[Norland agreed], [Tarn and Holt left.]",
        "[They left the port, the armed guards of Amery.]",
        "[Don’t go], [we’ll stay.]",
        "[Tarn wouldn’t], [it’ll rain.]",
        "[They hope to pay, to wait, to leave.]",
    ],
)
def test_a_comma_parts_clauses_but_neither_items_nor_appositions(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "[“We agree,”] [Mara Holt said], [“to meet.”]",
        '["We agree,"] [he said], ["to meet."]',
        "[“Will you go?”] [he asked.]",
        "[He said]: [“We will go.] [If they stay], [we stay.”]",
        "[Tarn wrote] [“We agree to all.”] [in ink.]",
        "[She called it “a bad trap!” and left.]",
        "[They sang “Go!” all night.]",
        "[They took the “deal” and the “pact” home.]",
        "[She called it “a trap with a bow” and left.]",
        "[“We agree], [if Tarn agrees,”] [he said.]",
    ],
)
def test_speech_is_parted_from_its_tag_and_keeps_its_marks(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "[Ostria wants peace]; [Norland time]: [both wait.]",
        "[They would sign] – [if Norland signs] – [by Friday.]",
        "[They put a date – any date – in writing.]",
        "[They will sign]—[Tarn said so]—[on Friday.]",
        "[It rose from 10 – 12 percent in May.]",
        "[PORT AMERY] -- [The talks began.]",
        "[The talks broke off] ([nobody knows why]), [and Tarn left.]",
        "[The Front (UN) sank 88.5 feet (27 m).]",
        "([If both agree], [they meet.])",
        "[We want]:",
        "[- peace now], [if they come]",
        "[On May 3, 2024, it lost 1,000 crates at 10:30.]",
        "[They met on May 3, 2024 as was agreed.]",
        "…",
    ],
)
def test_marks_part_clauses_and_belong_to_none(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "[Die Posten müssen weg], [bevor geredet wird], [sagte Holt.]"),
        ("de-AT", "[„Wir kommen“], [sagte Mara Holt], [„wenn auch Tarn kommt.“]"),
        ("de-AT", "[Sie kommen] [nur wenn wir gehen.]"),
        ("de", "[Alle Posten müssen weg], [sagte Holt.]"),
        ("de", "[Sie will Frieden auf See, das Brot und die Arbeit für alle.]"),
        ("de", "[Sie will Frieden, Brot und Arbeit für alle im Hafen.]"),
        ("de", "[Holt reist nicht ab], [es sei denn, die Posten ziehen ab.]"),
        ("de", "[Holt kommt] [unter der Bedingung, dass alle schweigen.]"),
        ("de", "[Mara Holt, die Sekretärin, zahlt 3,5 Mio. Mark am 3. Mai.]"),
        ("fr", "[Holt a dit à Tarn] [qu’elle viendra] [s’il part.]"),
        ("fr", "[« Nous viendrons »], [dit-elle], [« si l’on veut ».]"),
        ("fr", "[Le port restera fermé] [jusqu’à ce que Tarn parte.]"),
        ("es", "[El puerto no abrirá] [a menos que salgan], [dijo Holt.]"),
        ("ru", "[Порт не откроется], [пока Ардания не заплатит], [сказал Тарн.]"),
        ("ru", "[«Мы согласны], — [сказал Тарн], — [если все придут».]"),
        ("ru", "[«Мы согласны!] — [сказал Тарн.]"),
        ("zh", "[他们需要大米白面、需要食用油、需要很多食盐。]"),
        ("zh", "[他们都说]：[“我们都同意]"),
        ("zh", "[他们都同意了，”\u0301][然后走了吧。]"),
        ("zh", "[他说]：[“我们同意，”][然后走了]；[米、油、盐都没有了。]"),
        ("ja", "[相手が撤退すれば]、[交渉を始めると大臣は述べた。]"),
        ("ar", "[وافق الوزير على اللقاء غدا]، [لكن الوفد لن يأتي]؛ [هذا شرط.]"),
        ("he", "[השר הסכים להיפגש מחר], [אבל המשלחת לא תגיע.]"),
        ("hi", "[मंत्री कल मिलने को सहमत हुए], [लेकिन दल नहीं आएगा।]"),
        ("", "[Holt will come home tomorrow, but Tarn, alone, stays here.]"),
        ("", "[Holt will come home tomorrow], [but Tarn stays at home, alone.]"),
    ],
)
def test_other_languages_have_their_own_words_or_punctuation_alone(language: str, marked: str) -> None:
    assert drawn(marked, language) == marked


PARTS = (
    "they leave |if they come|said it was |wir gehen heute heim|3|, |,|; |: | – |—|(|)|“|”|\"|' |’|« | »|. |…| |\n"
    "|\u200b|\u00a0|\u00ad|\u200d|\u2067|👩|🚀|👍🏽 |🇩🇪|e\u0301 |\u0301|한각 |हिन\u094dदी |กำ\u0e48|Ａ|，|。|、|」"
    "|我们同意他们|وافق الوزير على |، |؛ |ש\u05b7לום "
)


@given(
    st.lists(st.sampled_from(PARTS.split("|")), max_size=25).map("".join),
    st.sampled_from(["en", "de", "fr", "", "zh", "ar"]),
)
def test_clauses_lie_in_order_in_their_sentences_and_cut_no_grapheme(text: str, language: str) -> None:
    block = snapped(text, Span(min(2, len(text)), len(text)))
    found, within = clauses(text, block, language), sentences(text, block, language)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(snapped(text, clause) == trimmed(text, clause) == clause and len(clause) for clause in found)
    assert all(any(clause in sentence for sentence in within) for clause in found)


WORDS = (
    "if unless they said that, talks; (pull back) “we agree,” he – — leave. and 1,000 until , : ) ( ” “ 3 May, 2024 "
    "told que « si »"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30), st.sampled_from(["en", "de", "fr", "es", "ru", ""]))
def test_every_word_is_in_exactly_one_clause(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = clauses(text, Span(0, len(text)), language)
    covered = {offset for clause in found for offset in range(clause.start, clause.end)}
    assert {match.start() for match in re.finditer(r"\w", text)} <= covered
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_each_piece_of_a_huge_block_gives_the_same_clauses_by_itself() -> None:
    text = "“" + "They sit down, Tarn said, if both sides pull back. " * 400 + "They sit down,” by post."
    found = pieces(text, Span(0, len(text)))
    assert len(found) > 2
    whole = clauses(text, Span(0, len(text)), "en")
    assert tuple(clause for piece in found for clause in clauses(text, piece, "en")) == whole


def test_a_huge_block_gives_the_clauses_of_its_pieces() -> None:
    text = "They sit down, Tarn said, if both sides pull back. " * 600
    found = clauses(text, Span(0, len(text)), "en")
    assert len(text) > 3 * LONGEST
    assert [clause.of(text) for clause in found] == ["They sit down", "Tarn said", "if both sides pull back."] * 600
