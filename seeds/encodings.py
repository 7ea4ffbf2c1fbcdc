"""Guess the encoding of a text that is no UTF-8, from what stands in it.

Between the code pages of Latin scripts a general detector decides by chance: each byte is a letter in all of them. So
there the alphabets decide; elsewhere charset_normalizer does. Pure.
"""

from functools import partial

SAMPLE = 1 << 16
"""Bytes that a guess looks at, of lines that are not all ASCII."""

ALPHABETS = {
    "cp1252": ("àâæçéèêëîïñôœöùûüÿ", "äöüßéàè", "áéíïñóúüçà", "áâãàçéêíóôõúü", "àèéìîòóù", "äåæéöøü", "áæðéíóöúýþ"),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "ćčđšž"),
    "cp1254": ("âçğıîöşüûi̇",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņōŗšūž", "äöõüšž"),
}
"""The letters beyond ASCII of the languages that are written in each code page; the most frequent page is first."""

MARKS = frozenset("“”„‚‘’«»‹›–—…•·€£§°©®™¡¿½\u00a0\u00ad")
"""What else a newspaper prints beyond ASCII."""

OTHERS = ["cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp932", "euc_jp", "gb18030", "big5", "cp949"]
"""Encodings of other scripts in which news was written before UTF-8: a guess among all that exist errs more often."""


def guess(data: bytes) -> str:
    """Python's name of the encoding that fits best; cp1252, the most frequent one, where none does."""
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:SAMPLE]
    if len(telling.decode("ascii", "ignore")) > 0.6 * len(telling):
        return min(ALPHABETS, key=partial(_strange, telling))
    from charset_normalizer import from_bytes

    best = from_bytes(telling, cp_isolation=OTHERS).best()
    return best.encoding if best else "cp1252"


def _strange(data: bytes, encoding: str) -> int:
    """How many characters beyond ASCII are in no newspaper, even of the language that explains most of them."""
    beyond = [character for character in data.decode(encoding, "replace").lower() if character > "\x7f"]
    odd = [character for character in beyond if character not in MARKS]
    return min(sum(character not in alphabet for character in odd) for alphabet in ALPHABETS[encoding])
