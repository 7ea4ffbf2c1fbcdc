"""Mojibake: what was encoded twice is repaired where that is certain; a text that holds such signs rightly stays."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.mojibake import repaired
from seeds.plain import decode
from seeds.read import Raw

SAMPLES = {
    "en": "“We will sit down again on Monday,” Mara Holt told reporters.\nThe union’s offer stands – for now.",
    "de": "„Wir verhandeln über die Häfen“, sagte die Bürgermeisterin – und zwar öffentlich.",
    "fr": "« Les négociations reprendront à l’aube », a déclaré la présidente, reçue à l’Élysée.",
    "es": "«La sesión seguirá mañana», dijo el ministro de Economía. ¿Qué pasará después?",
    "ru": "Министр отверг условия переговоров о воде, сообщает агентство.",
    "tr": "Sendika “görüşmelere dönmeyecek” dedi; limanın kapıları açılmadı. İş bitmedi.",
    "vi": "Bộ trưởng nói các cuộc đàm phán sẽ được nối lại vào thứ Hai tại bến cảng.",
    "pt": "“A sessão continuará amanhã”, disse o ministro. Não há acordo, mas a negociação segue.",
    "pl": "Rozmów nie będzie, powiedział rząd w piątek. Związek żąda podwyżek.",
    "ro": "Negocierile vor fi reluate luni, a spus ministrul în fața presei. Și totuși…",
    "el": "Οι συνομιλίες θα συνεχιστούν τη Δευτέρα, είπε ο υπουργός.",
    "ar": "قال الوزير إن المحادثات ستستأنف يوم الاثنين",
    "zh": "部长说会谈将于星期一恢复。",
}


def broken(text: str, times: int = 1, encoding: str = "cp1252") -> str:
    """The text as UTF-8 that was read in another encoding, so often. What windows-1252 lacks stays a control code."""
    for _ in range(times):
        text = "".join(bytes([byte]).decode(_reading(byte, encoding)) for byte in text.encode())
    return text


def _reading(byte: int, encoding: str) -> str:
    return "latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else encoding


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_a_text_that_was_encoded_again_and_again_is_repaired_and_that_is_said(
    text: str, times: int, encoding: str
) -> None:
    result, notice = repaired(broken(text, times, encoding))
    assert result == text
    assert notice.startswith("letters that were encoded twice in ")


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_a_whole_text_stays_as_it_is(text: str) -> None:
    assert repaired(text) == (text, "")
    assert repaired(text.upper()) == (text.upper(), "")


def test_one_sequence_with_a_control_code_is_enough_beside_a_letter() -> None:
    assert repaired("Hosted by Tomek PaweÅ\x82.")[0] == "Hosted by Tomek Paweł."
    assert repaired("IRMÃ\x85E MAIS") == ("IRMÃ\x85E MAIS", "")


def test_one_place_is_called_one_and_many_are_counted() -> None:
    assert repaired("The unionâ€™s offer stands.") == (
        "The union’s offer stands.",
        "letters that were encoded twice in one place: repaired",
    )
    assert repaired("La sesiÃ³n seguirÃ¡ maÃ±ana.")[1] == "letters that were encoded twice in 3 places: repaired"


RIGHTLY = {
    "pt": "A IRMÃ», «IRMû, “MANHÔ, “AMANHÅ\nIRMÃ–MANHÃ\nMANHÃ–TARDE, IRMÃ–FILHA\nNÃO HÁ ACORDO",
    "pt compounds": "MANHÃ–TARDE, IRMÃ–FILHA",
    "vi": "NGÀY MAI Ô, Ã… “MÃ”, đàm phán sẽ nối lại",
    "ro": "ÎN FAȚĂ, «ÎNTRE»; HOTĂRÂ»; «hotărâ» “coborî”",
    "fr": "«\xa0LIBERTÉ\xa0», il a été\xa0», «CAFɻ\nCAFÉ–BAR, CAFÉ–TABAC, MARCHÉ–GARE",
    "es": "«Ya está»—dijo Juan.\n«Aquí está»—respondió.\n«está»—a\n«está»—b\n«está»—c",
    "tr": "ÂŞIK VEYSEL, “KÂR” dedi, «Â» Ñ",
    "de": "Fuß“, „Spaß“ und „Ä“: ein „groß“… Fuß“",
    "cs": "DRÚŽBA KŘÍŽ ÚŽASNÝ\nÚŽINA, SÚŽENÍ, RÚŽA, KRÚŽOK",
    "da": "«Ø» og «KØ»\nPÅ–TUR\nPÅ–TUR, “Å”",
    "brands": "NESCAFÉ® and NESCAFÉ® Gold\nNESCAFÉ® here, CAFFÈ™ there, ALOÂ® and AVELÃ™\nNESCAFÉ®, NESCAFÉ®",
    "more brands": "AVELÃ™ one\nAVELÃ™ two\nALOÂ® three\nAVELÃ® four",
    "a brand in a broken line": "NESCAFÉ® isnâ€™t for sale, so donâ€™t ask.",
    "figures": "3×²5, 2×½, N°5, Nº 3, 5×10³ ±2 a×²b",
    "code points": "U+00C3 Ã\nU+00BC ¼\nÃ¼\nÃ¤\nâ€™\nÂ£ 5\nÂ© x",
    "quoted once": "Auf dem Schild stand “Ã¼” statt “ü”: Fährleute und Bürger lachten über die Häfen.",
    "told": "On the signs ü became Ã¼, a euro sign â‚¬ and an apostrophe â€™. Then Ã© and Ã¨, and Â£.",
    "one name": "The name MÃ¼ller was on the card.",
    "names": 'The clerk saw "MÃ¼ller", "GÃ¼nther" and (JosÃ©) on the cards.',
    "both": "Aus fÃ¼r wird fÃ¼r und wieder fÃ¼r.\nWir verhandeln über Häfen, für alle müden Fährleute, über Brücken.",
    "beside whole letters": "Die Fähre heißt Donâ€™t, und daneben lag die Canâ€™t.",
    "about": "All about mojibake: donâ€™t, wonâ€™t, canâ€™t, fÃ¼r, MÃ¼ller",
}


@pytest.mark.parametrize("text", RIGHTLY.values(), ids=RIGHTLY)
def test_a_text_that_holds_such_signs_rightly_stays_as_it_is(text: str) -> None:
    assert repaired(text) == (text, "")


def test_a_broken_article_in_a_frame_that_is_right_is_repaired_and_the_frame_stays() -> None:
    article = "Die Bürgermeisterin öffnet die Häfen für Schüler und müde Fährleute. Würde, hätte, könnte, möchte."
    frame = "Über uns · Für Leser\n{}\n© Bote von Tärnö"
    assert repaired(frame.format(broken(article)))[0] == frame.format(article)


def test_what_is_broken_less_often_than_whole_stays() -> None:
    article = "Die Bürgermeisterin öffnet die Häfen für Schüler und müde Fährleute. Würde, hätte, könnte, möchte."
    text = f"{broken(article)}\n{article}\n{article}"
    assert repaired(text) == (text, "")


def test_quotation_marks_that_came_as_entities_stay_beside_what_is_repaired() -> None:
    text = "“L’{} est {} – {}.”"
    words = ("école", "fermée", "l\xa0été")
    assert repaired(text.format(*map(broken, words)))[0] == text.format(*words)


def test_a_sequence_of_which_a_byte_was_lost_stays_and_the_others_are_repaired() -> None:
    assert repaired("â€œWe agree,â€ he said. Itâ€™s done.")[0] == "“We agree,â€ he said. It’s done."


def test_a_no_break_space_that_became_a_space_is_part_of_its_letter() -> None:
    assert (
        repaired("Il va Ã  lâ€™Ã©cole, Ã  la plage et Ã  la fÃªte.")[0] == "Il va à l’école, à la plage et à la fête."
    )


def test_a_page_that_names_its_encoding_in_a_tag_does_not_speak_of_encodings() -> None:
    tag = '<meta charset="utf-8">'
    assert repaired(f"{tag}<p>Die BÃ¼rger fÃ¼r SchÃ¼ler</p>")[0] == f"{tag}<p>Die Bürger für Schüler</p>"


PIECES = [*SAMPLES.values(), *map(broken, SAMPLES.values()), *RIGHTLY.values()]


@given(st.lists(st.sampled_from(PIECES) | st.text("aÃ¼â€™©é \n", max_size=9), max_size=6).map(" \n".join))
def test_what_was_repaired_is_not_repaired_again(text: str) -> None:
    result, _ = repaired(text)
    assert repaired(result) == (result, "")


@given(st.text("abcâ€œ”™Ãé ¼\n©ÐÑ»", max_size=80))
def test_what_is_not_said_has_not_changed(text: str) -> None:
    result, notice = repaired(text)
    assert bool(notice) == (result != text)


def test_a_document_is_repaired_as_it_is_read_and_that_is_one_of_its_notices() -> None:
    data = broken("fürs Gespräch\0").encode()
    assert decode(Raw(data, "a.txt", "a.txt")) == (
        "fürs Gespräch\ufffd",
        (
            "letters that were encoded twice in 2 places: repaired",
            "a character that no text holds: replaced by \ufffd",
        ),
    )


def test_what_becomes_no_character_by_the_repair_is_replaced_like_any_other() -> None:
    text, notices = decode(Raw((broken("fürs Gespräch a\ufffeb") + "í\xa0\x80").encode(), "a.txt", "a.txt"))
    assert text.startswith("fürs Gespräch a\ufffdb")
    assert text.encode()
    assert len(notices) == 2


def test_a_text_without_such_signs_does_not_load_ftfy() -> None:
    code = "import sys; from seeds.mojibake import repaired; repaired(sys.argv[1]); print('ftfy' in sys.modules)"
    loaded = [
        subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=True).stdout.strip()
        for text in (" ".join(SAMPLES.values()), broken(SAMPLES["de"]))
    ]
    assert loaded == ["False", "True"]
