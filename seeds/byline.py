"""Read who wrote an article out of the line that says so, and only where it does; know how agencies sign. Pure."""

import re

from seeds.dates import dates

UPPER = "".join(letter for letter in map(chr, range(0x530)) if letter.isupper())
"""The capital letters of the Latin, Greek and Cyrillic scripts."""

BY = re.compile(
    r"(?:(?:words|story|text|written|reporting) by|by|von|par|por|di|door|av|af|от)(?:\s*:\s*|\s+)"
    r"|(?:text|autora?|auteure?|author|автор|текст|haber|yazan|yazar|muhabir|作者|记者|記者|文)\s*[:：/／]\s*"
    r"|(?:作者|记者|記者|بقلم)\s*:?\s+|(?:بقلم|كتبت?|الكاتب)\s*:\s*",
    re.IGNORECASE,
)
"""What stands before the name of whoever wrote it."""

PUBLISHED = re.compile(
    r"\b(?:published|posted|veröffentlicht|erschienen|publiée?|publicad[oa]|pubblicato|gepubliceerd|opublikowano"
    r"|опубликован[оа]?|yayın(?:lanma|landı| tarihi)|eklenme|giriş(?=\s*:))\b"
    r"|(?<!\w)(?:نُ?شرت?|النشر)(?!\w)|(?:发布|发表|發布|發表)",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\bstand\s?:|\b(?:(?:last )?(?:updated|modified)|aktualisiert|geändert|mise? à jour|modifiée?|actualizad[oa]"
    r"|aggiornato|обновлен[оа]?|обновлён|изменен[оа]?|(?:son )?güncelle\w*)(?!\w)|تحديث|تعديل|(?:更新|修改)",
    re.IGNORECASE,
)

BEHIND_NAME = re.compile(
    r"\s*(?:[|·•–—/@(,،\d]|\s-\s)|\s(?:in|at|for|with|aus|für|mit|à|avec|con|en|из|для)\s"
    r"|\s(?i:contributing|senior|chief|special|staff(?=\s))\s"
    r"|\s*(?:来源|來源|编辑|編輯|责编|责任编辑|时间|時間|报道|報道)"
)
ENDS = re.compile(r"\s(?:on|am|le|el)$")
TWICE = re.compile(r"^(.+) \1$")
"""A name that a page gives once more as the words for a picture."""

LABEL = re.compile("[:：/／]")
WORD = rf"[{UPPER}][\w'’.-]*"
LINK = "and |und |et |y |e |ve |и |van |von |de |del |della |di |da |der |al-|el-|bin |ibn "
NAME = re.compile(rf"{WORD}(?: (?:{LINK})?{WORD}){{1,5}}")

UNCASED = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:[·、\s][\u4e00-\u9fff]{1,5}){0,4}|[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){1,4}"
)
"""A name, or several, in a script that has no capital letters: Chinese, Arabic."""

NO_NAME = re.compile(
    r"\b(?:about|author|written|posted|post|by|the|read|share|follow|news|world|politics|business|sports?|opinion|local"
    r"|breaking|stories|editorial|staff|home|live|writers?|reporters?|desk|nachrichten|redaktion|rédaction|actualités|noticias|redacción"
    r"|новости|редакция|haber|haberleri?)\b",
    re.IGNORECASE,
)
"""Words that stand in lines about an author, a section or an office, and in no author's name."""

AGENCIES = (
    "Reuters|REUTERS|AFP|AP|Associated Press|dpa|EFE|ANSA|Ansa|TASS|ТАСС|Xinhua|AA|UPI|PTI|Bloomberg|Kyodo|Yonhap"
    "|APA|epd|KNA|SDA|РИА Новости|Интерфакс|Anadolu|DHA|رويترز|أ ف ب|فرانس برس|الأناضول|د ب أ|أسوشيتد برس"
)
DATELINE = re.compile(
    rf"(?P<place>[^\W\d_][^().!?/:;\n]{{1,60}}?)\.?,? ?[(/](?P<name>{AGENCIES})(?:/\w{{2,5}})?[)/]\.? ?[-–—.:]"
)
"""How an agency begins its reports: KESTREL BAY, May 3 (Reuters) —"""

XINHUA = re.compile(r"(?P<name>新华社|中新社|中新网)[\u4e00-\u9fff]{1,8}\d{1,2}月\d{1,2}日(?:电|讯)")

MOST = 10
"""Words of the names in a byline."""


def author(line: str) -> str:
    """The names in a line that is a byline; "" where it holds only a date or a place."""
    by = BY.match(line)
    if by and LABEL.search(by[0]):
        return signed(line)
    name = _name(line, by.end() if by else 0)
    if by:
        named = name[:1].isalpha() and not name.islower() and len(name.split()) <= MOST
        return name if named and NO_NAME.sub("", name).strip() else ""
    return name if NAME.fullmatch(name) and not NO_NAME.search(name) else ""


def signed(line: str) -> str:
    """The names in a line of which it is not known that it is a byline; "" unless it says so and names somebody."""
    by = BY.match(line)
    name = _name(line, by.end()) if by else ""
    return name if (NAME.fullmatch(name) and not NO_NAME.search(name)) or UNCASED.fullmatch(name) else ""


def _name(line: str, start: int) -> str:
    """What stands from `start` to the first date, place, office or word about publishing."""
    ends = [
        found.start() for found in (form.search(line, start) for form in (BEHIND_NAME, PUBLISHED, CHANGED)) if found
    ]
    ends += [at for at, _, _ in dates(line)[:1]]
    name = line[start : min(ends, default=len(line))].strip(" .:;：")
    return TWICE.sub(r"\1", ENDS.sub("", name))
