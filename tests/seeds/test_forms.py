"""Bylines, captions, credits, headings and standfirsts by their form alone."""

import pytest

from seeds.clean.forms import is_byline, is_caption, is_credit, is_heading, is_lead, is_name, is_standfirst
from seeds.clean.shape import Shape


def shape(words: str) -> Shape:
    return Shape(words, len(words), words[-8:])


@pytest.mark.parametrize(
    "words",
    [
        "By Mara Holt",
        "by Mara Holt and Jonas Pell, Labour correspondent",
        "By Tern Staff | May 3, 2024 at 2:26 PM - Updated May 4 at 4:46 PM",
        "Von Henrike Lohm",
        "Text: Henrike Lohm",
        "Reporting by Ilse Carrow",
        "3 May 2024",
        "Published 3 May 2024, 11:06",
        "3. Mai 2024, 11:06 Uhr",
        "2024年5月3日",
        "2 hours ago",
        "بقلم: ليلى النوري",
        "نشر في 3 مايو 2024",
        "记者 林知遥",
        "Yazan: Işıl Çınarlı",
        "3 Haziran 2024",
        "Le Courrier de Valmorin, avec AFP",
        "La rédaction, avec AFP et Reuters",
    ],
)
def test_who_wrote_it_or_when_is_a_byline(words: str) -> None:
    assert is_byline(shape(words))


@pytest.mark.parametrize(
    "words",
    [
        "By the time the boats came in, the market was closed",
        "Von den Booten war am Morgen nichts mehr zu sehen",
        "Story of a strike",
        "Talks will resume on 14 May in the schoolhouse of the village, the judge said.",
        "38 comments",
        "Le port conclut un accord avec AFP",
        "كتب الوزير إلى المجلس رسالة عن المياه في الوادي.",
        "Share",
    ],
)
def test_what_only_begins_like_a_byline_is_none(words: str) -> None:
    assert not is_byline(shape(words))


@pytest.mark.parametrize(
    "words",
    [
        "Pickets at the gate on Friday. Photo: Ada Quill / Tern Press",
        "Pickets at the gate on Friday (AFP)",
        "Pickets at the gate on Friday. (Ada Quill/Reuters)",
        "Pickets at the gate on Friday [Photo: Ada Quill]",
        "Pickets stand in the rain at the eastern gate of the harbour. Ada Quill",
        "Photo: the pickets at the eastern gate of the harbour on Friday night.",
        "Streikende am Tor am Freitag. Foto: Ada Quill",
    ],
)
def test_a_sentence_with_who_took_the_picture_is_a_caption(words: str) -> None:
    assert is_caption(shape(words), strict=True)


@pytest.mark.parametrize(
    "words",
    [
        "The League of Lake States (LLS) sent an envoy to the talks on Friday.",
        "He told the AFP that he would come.",
        "The pickets stood at the gate all Friday, and nobody took a picture.",
        "Nobody had expected the delegates to leave so soon, said Mara Holt.",
    ],
)
def test_a_sentence_of_the_article_is_no_caption(words: str) -> None:
    assert not is_caption(shape(words), strict=True)


@pytest.mark.parametrize("words", ["Photo: Ada Quill", "© Ada Quill / Tern Press", "(Image: © Ada Quill)", "Foto: dpa"])
def test_who_took_the_picture_alone_is_a_credit(words: str) -> None:
    assert is_credit(shape(words), strict=True)
    assert not is_caption(shape(words), strict=True)


@pytest.mark.parametrize(
    "words", ["© 2024 The Tern Courier. All rights reserved.", "Photos and videos", "Share the picture"]
)
def test_a_legal_line_or_a_menu_is_no_credit(words: str) -> None:
    assert not is_credit(shape(words), strict=True)


@pytest.mark.parametrize(
    ("words", "is_one"), [("What each side wants", True), ("Who pays?", True), ("He paid.", False)]
)
def test_a_heading_is_short_and_has_no_stop(words: str, is_one: bool) -> None:
    assert is_heading(shape(words)) is is_one


def test_a_name_is_two_to_four_capitalised_words() -> None:
    assert is_name(shape("Mara Holt"))
    assert not is_name(shape("Mara holt"))
    assert not is_name(shape("Sign In"))


def test_a_standfirst_is_a_sentence_and_no_line_of_a_box() -> None:
    assert is_standfirst(shape("After nine days both sides are back in one room, but each wants the other to move"))
    assert not is_standfirst(shape("Sign up for our newsletter to get the latest news in your inbox"))
    assert not is_standfirst(shape("Back in one room"))


@pytest.mark.parametrize(
    "words",
    [
        "Grünach (dpa) – Die Gespräche sind am Freitag gescheitert.",
        "KESTREL BAY, May 3 (Reuters) - The port and the union met on Friday.",
        "新华社青洲5月3日电 渔民代表与州政府周五达成协议。",
    ],
)
def test_the_beginning_of_an_agency_report_is_neither_caption_nor_standfirst(words: str) -> None:
    assert not is_caption(shape(words), strict=False)
    assert not is_standfirst(shape(words))
    assert "photo" not in shape(words).cues


def test_a_sentence_without_capital_letters_or_known_small_words_can_sum_an_article_up() -> None:
    assert is_standfirst(shape("اتفق مزارعو وادي السرو والحكومة يوم الجمعة وأوقفوا نزاعا استمر عاما كاملا."))


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("Read also: Who owns the sound?", True),
        ("Lesen Sie auch: Warum der See kleiner wird", True),
        ("İlgili haberler: Limanda sekiz ay", True),
        ("相关阅读：鱼为什么越来越少", True),
        ("Popular dishes: soup and bread", False),
        ("Read also", False),
        ("The judge said: nobody has won", False),
    ],
)
def test_a_line_that_leads_to_another_article_says_so_before_a_colon(words: str, leads: bool) -> None:
    assert is_lead(shape(words)) is leads


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("İLGİLİ HABERLER", "related"),
        ("YAZDIR", "share"),
        ("İletişim", "navigate"),
        ("立即订阅", "subscribe"),
        ("发表评论", "comment"),
    ],
)
def test_cue_words_are_known_in_turkish_capitals_and_in_chinese_labels(words: str, cue: str) -> None:
    assert cue in shape(words).cues


def test_a_paragraph_in_chinese_is_not_searched_for_labels() -> None:
    assert not shape(
        "副州长对此不予评论，渔民代表沈海川说，州政府将在六月一日之前向各个渔村发放补助，并且公布新的配额。"
    ).cues
