"""The guess at a language."""

import pytest

from seeds.language import guess

SENTENCES = {
    "en": "The government said on Friday that it would not return to the talks before the gates of the port open.",
    "de": "Die Regierung hat am Freitag mitgeteilt, dass sie nicht zurückkehren werde, bevor das Tor offen ist.",
    "fr": "Le gouvernement a déclaré vendredi que les négociations ne reprendraient pas avant la fin de la grève.",
    "es": "El gobierno dijo el viernes que no volverá a la mesa hasta que se abran las puertas del puerto.",
    "it": "Il governo ha detto venerdì che non tornerà al tavolo delle trattative prima della riapertura del porto.",
    "pt": "O governo disse na sexta-feira que não voltará à mesa até que os portões do porto sejam abertos.",
    "nl": "De regering heeft vrijdag gezegd dat ze niet terugkeert voordat de poorten van de haven open zijn.",
    "sv": "Regeringen sade på fredagen att den inte återvänder för att hamnen är stängd och det är kallt.",
    "pl": "Rząd powiedział w piątek, że nie wróci do rozmów, a strajk się nie zakończy na razie.",
    "tr": "Hükümet cuma günü liman için bir anlaşma ve yeni bir teklif olana kadar beklediğini dedi.",
    "ru": "Правительство заявило в пятницу, что не вернется к переговорам, пока на причал не придут.",
    "uk": "Уряд заявив у пʼятницю, що не повернеться до переговорів, поки страйк не закінчиться на цьому.",
    "ar": "قال الوزير إن الحكومة لن تعود إلى المحادثات قبل فتح أبواب الميناء وإن هذا من شروط الاتفاق مع النقابة",
    "fa": "وزیر گفت که دولت تا باز شدن درهای بندر به میز مذاکره باز نمی‌گردد و این را در تهران به خبرنگاران اعلام کرد",
    "zh": "部长星期五表示，在港口大门打开之前，政府不会回到谈判桌上。",
    "ja": "大臣は金曜日、港の門が開くまで交渉の席に戻らないと述べた。",
    "ko": "장관은 금요일 항구의 문이 열리기 전에는 협상 테이블로 돌아가지 않을 것이라고 말했다.",
    "he": "השר אמר ביום שישי שהממשלה לא תחזור לשולחן הדיונים לפני שייפתחו שערי הנמל.",
    "el": "Η κυβέρνηση δήλωσε την Παρασκευή ότι δεν θα επιστρέψει στις συνομιλίες.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items(), ids=SENTENCES)
def test_the_language_of_a_sentence_is_told(language: str, text: str) -> None:
    assert guess(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "42",
        "The end",
        "Gate 4",
        "Ternhaven Marra Orrin Hallin Sarn Vessen Karsk",
        "for i in range(10):\n    print(i)",
    ],
)
def test_where_it_is_not_plain_nothing_is_said(text: str) -> None:
    assert guess(text) == ""


def test_headlines_that_are_nearly_all_kanji_are_japanese() -> None:
    assert guess("港湾労働組合、交渉再開へ\n大臣が談話発表") == "ja"


def test_a_name_in_another_script_does_not_decide() -> None:
    assert guess("The pilot, ليلى النوري, said that she had been asked by both of the parties.") == "en"
