from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import snapped
from seeds.segment.names import names
from seeds.span import Span

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def cut(text: str, language: str = "en") -> list[str]:
    return [found.of(text) for found in names(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Mara Holt met Mr. Tarn and Gen. John R. Rook.", ["Mara Holt", "Tarn", "John R. Rook"]),
        ("U.S. Secretary of State Ada Quill spoke.", ["Ada Quill"]),
        ("then Syrian President Ada al-Quill and Secretary General Bo Tarn", ["Ada al-Quill", "Bo Tarn"]),
        ("Vice President JD Rook; Secretary-General António Tarn", ["JD Rook", "António Tarn"]),
        ("the Foreign Minister said", ["Foreign Minister"]),
        ("the Crown Prince Omar bin Tarn", ["Omar bin Tarn"]),
        ("Prime Minister Mark Rook's office", ["Mark Rook"]),
        ("Ban Ki Moon, of the UN General Assembly", ["Ban Ki Moon", "UN General Assembly"]),
        ("Russia's Prosecutor General's Office", ["Russia", "Prosecutor General's Office"]),
    ],
)
def test_a_name_is_taken_as_a_speaker_is_written_without_the_title(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ludwig van der Berg, Charles de Rook and Valéry d'Estrel",
            ["Ludwig van der Berg", "Charles de Rook", "Valéry d'Estrel"],
        ),
        ("when van der Berg left Sana'a with O'Brien.", ["van der Berg", "Sana'a", "O'Brien"]),
        ("the Ministry of Foreign Affairs and the Bank of Ostrava", ["Ministry of Foreign Affairs", "Bank of Ostrava"]),
        ("with J. R. Holt, Marks & Tarn and Ada\nQuill", ["J. R. Holt", "Marks & Tarn", "Ada\nQuill"]),
        ("of the Harbour Workers’ Union and Ostria's Parliament", ["Harbour Workers’ Union", "Ostria", "Parliament"]),
        ("met the UN, the EU-led team, NATO and G7", ["UN", "NATO", "G7"]),
        ("by Élodie Dupré’s side, \u2067Noa Tal\u2069 sat", ["Élodie Dupré", "Noa Tal\u2069"]),
    ],
)
def test_particles_initials_and_small_words_hold_a_name_together(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks ended. But nobody left. However, they met.", []),
        ("Looming over it is war. Diplomats said so, as diplomats do.", []),
        ("Both Norland and Ostria agreed. Norland paid.", ["Norland", "Ostria", "Norland"]),
        ("On Friday Holt came. In May he left. On May 3 I’m here. He'll go.", ["Holt"]),
        ("Conditions remain. Shepherds left. Kerrys' time. Port Amery shut.", ["Port Amery"]),
        ("Port Amery Looks North to Port\n\nIt looks north to the port of Port Amery.", ["Port Amery", "Port"]),
        ("It met Holt. Tarn left.", ["Holt", "Tarn"]),
        ("the Syrian rebels and Western-backed groups", []),
        ("A new talk. “We agree,” said Holt. “Never,” said Tarn, and never came.", ["Holt", "Tarn"]),
        ("TALKS RESUME AFTER HARBOUR STRIKE PAUSE IN PORT", []),
        ("We Hold Talks in Norland on Monday\n\nThey hold talks in Norland.", ["Norland"]),
    ],
)
def test_a_capital_that_only_begins_a_sentence_makes_no_name(text: str, expected: list[str]) -> None:
    end = text.find("\n\n")
    found = names(text, Span(0, end if end > 0 else len(text)), "en")
    assert [name.of(text) for name in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Die Regierung und Verhandlungsführerin Ada Quill trafen Frau Holt in Bern.",
            ["Ada Quill", "Holt", "Bern"],
        ),
        ("de", "Ende Mai kam Ursula von der Leine nach Hause. Der DGB schwieg.", ["Ursula von der Leine", "DGB"]),
        ("fr", "L’Ostrie et la présidente d’Ostrie ont vu Jean Le Roux.", ["Ostrie", "Ostrie", "Jean Le Roux"]),
        ("es", "Según Rusia y la Sra. López, no.", ["Rusia", "López"]),
        ("ru", "Министр Сергей Тарнов сказал, что Россия согласна.", ["Сергей Тарнов", "Россия"]),
        ("tr", "Ankara'nın tutumu ve Erdem, Şam'da.", ["Ankara", "Erdem", "Şam"]),
        ("zh", "国务卿在北京说", []),
        ("ar", "قال الوزير نعم", []),
    ],
)
def test_other_languages_have_their_own_capitals(language: str, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two real articles are not beside the project")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Foreign Minister Sergei Lavrov, U.S.", ["Sergei Lavrov", "John Kerry", "United Nations", "Lakhdar Brahimi"]),
        ("Lavrov may also meet", ["Lavrov", "Paris", "Syrian National Coalition", "Ahmad al-Jarba", "Badr Jamous"]),
        ("The UN secretary-general", ["UN", "Ban Ki Moon", "New York", "Russia"]),
        ("Looming over the effort", ["Islamic State", "IS", "Syria"]),
        ("Kerry, the US Secretary", ["Kerry", "US Secretary of State", "Russia", "US"]),
        ("Washington is relying", ["Washington", "Kremlin", "Russia", "Bashar al-Assad", "Saudi Arabia"]),
    ],
)
def test_in_the_real_articles_the_names_are_those_of_who_is_named(words: str, expected: list[str]) -> None:
    text = next(text for path in SEEDS.glob("*.txt") if words in (text := path.read_text("utf-8")))
    start = text.index(words)
    found = names(text, Span(start, text.index("\n", start)), "en")
    assert [name.of(text) for name in found][: len(expected)] == expected


@given(
    st.text(st.sampled_from("aBCde. '’-s\n&,\u0301\u2067ÉDer vonofI"), max_size=60), st.sampled_from(["en", "de", "tr"])
)
def test_names_follow_each_other_and_cut_no_grapheme(text: str, language: str) -> None:
    found = names(text, Span(0, len(text)), language)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(snapped(text, name) == name and len(name) for name in found)
