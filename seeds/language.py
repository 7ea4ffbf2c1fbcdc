"""Guess the language of a text, for cutting it into sentences and for the list: by its script and its commonest words.

Pure, and small on purpose: it tells what newspapers are written in apart, and says nothing where it is unsure.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import chain

SAMPLE = 20_000
"""Code points that are looked at."""

SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
    "ko": "\uac00-\ud7af",
    "el": "\u0370-\u03ff",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "km": "\u1780-\u17ff",
}
"""Scripts in which (nearly) all news is in one language; of kanji and kana together kana decides."""

WORDS = {
    "en": "the of and to in that is was for on with as by at from his her it be are said have had not but which who",
    "de": "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat",
    "fr": "le la les des et du une est dans que pour qui sur pas par au avec il ce se plus sont ont été cette aux ses",
    "es": "el la los de del las y en una por con para es que se su al lo como más pero sus este ha sobre fue entre",
    "it": "il di che la e per un del della non una con sono le si gli dei nel alla dal ha anche più come è delle al",
    "pt": "o de que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das à seu são pelo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door naar heeft hij uit",
    "sv": "och att det som en på är av för med den till inte har de ett om han men var jag från vid kan så sig efter",
    "da": "og at det som en på er af for med den til ikke har de et om han men var jeg fra ved kan så sig efter blev",
    "nb": "og at det som en på er av for med den til ikke har de et om han men var jeg fra ved kan så seg etter ble",
    "fi": "ja on ei että se oli ovat mutta hän kun myös ole joka mukaan sen tai niin kuin mitä voi jo sekä ollut",
    "pl": "i w na z się nie do to że jest jak za od po przez dla są tym oraz ale jego który ma przy być także tego",
    "cs": "a se v na je že s z do o to k pro za by ale jako jeho od po který jsou které byl není také podle už ve",
    "hu": "a az és hogy nem is egy azt de volt meg csak már ha mint ez el szerint még lesz után vagy kell pedig van",
    "ro": "și în de la a cu care pe nu o din un să este pentru că mai au fost sunt al ce dar după prin sau lui fi",
    "tr": "ve bir bu için de da ile olarak çok daha olan gibi ancak olduğunu dedi kadar ise sonra en o göre değil var",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh mereka kata telah bisa",
    "vi": "và của là có được không các trong cho một người với những đã để này khi đến về như tại ra từ ông theo vào",
    "ru": "и в не на что он с по это как к но из у за от о для же так бы его было который или также если только при",
    "uk": "і в не на що він з у до та як це за від але про для його є було який або також якщо під після щоб ми їх",
    "bg": "и на да в за не от се с по че са е ще към като но това той при до или във беше този който има след",
    "sr": "и у је да се на за су не од са као то који што али из до по није би или био о сам након како само",
    "ar": "في من على أن إلى عن مع التي الذي هذا هذه ما لا كان قال بعد بين وقال كما قد أو ذلك لم حتى عند كل",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم نیز کرد شد شده می ها بود اما یا گفت او",
    "ur": "کے کی میں ہے اور سے کا نے کو پر کہ یہ اس ہیں نہیں کر بھی تھا ایک ان کیا تو گیا جو کہا لیے ہو",
    "hi": "के में की है और से का को पर ने यह कि नहीं एक हैं इस भी लिए कर था तो उन्होंने गया कहा साथ वह हो",
}
"""Frequent words of each language that its neighbours lack or have less often."""

OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7ff]")
"""A letter of any script but the Latin one."""

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u064b-\u065f\u0900-\u097f]+[^\W\d_]*)*")


def guess(text: str) -> str:
    """The BCP 47 tag of the language that most of the text is in; "" where that is not plain.

    A tenth of the words have to be common ones of that language, and clearly more than of any other.
    """
    sample = text[:SAMPLE].lower()
    if by_script := _by_script(sample):
        return by_script
    words = WORD.findall(sample)
    table = _languages()
    hits = Counter(chain.from_iterable(table[word] for word in words if word in table))
    (best, most), (_, second) = [*hits.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= 5 and most > 0.1 * len(words) and most > 1.05 * second else ""


def _by_script(text: str) -> str:
    if not OTHER_SCRIPT.search(text):
        return ""
    letters = sum(map(str.isalpha, text))
    counts = {language: len(re.findall(f"[{run}]", text)) for language, run in SCRIPTS.items()}
    if counts["ja"] > 0.1 * counts["zh"]:
        counts["ja"] += counts["zh"]
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > 0.5 * letters else ""


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for language, words in WORDS.items():
        for word in words.split():
            table[word] = (*table.get(word, ()), language)
    return table
