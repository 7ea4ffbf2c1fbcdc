"""How many words an article has, by one rule wherever that is shown or exported. Pure."""

import re

from seeds.article import Article, Kind

IDEOGRAPH = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
"""Characters that count as a word each, being written without spaces: Han, kana. (Thai, Lao and Khmer, which would
need a dictionary, are counted by their spaces.)"""

PUNCTUATION = "[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]"


def words(text: str) -> int:
    """What stands between white space, and each ideograph."""
    if text.isascii() or max(text, default="") < IDEOGRAPH[1] or not re.search(IDEOGRAPH, text):
        return len(text.split())
    rest = re.sub(PUNCTUATION, " ", text)
    between, ideographs = re.subn(IDEOGRAPH, " ", rest)
    return len(between.split()) + ideographs


def counted(article: Article) -> tuple[int, int]:
    """The words of what is shown, and those of the chrome that is folded away."""
    shown = folded = 0
    for block in article.blocks:
        number = words(block.span.of(article.text))
        if block.kind is Kind.CHROME:
            folded += number
        else:
            shown += number
    return shown, folded
