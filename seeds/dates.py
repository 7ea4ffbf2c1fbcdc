"""Read a date as newspapers print it, and only where it can mean one day. Pure."""

import re
from datetime import date

MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de-AT": "jänner feber",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-Levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ar-Maghreb": "جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -",
    "ar-plain": "- - - ابريل - يونيه يوليه اغسطس - اكتوبر - -",
    "short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "sept": "- - - - - - - - sept",
    "de-short": "- - mär - - - - - - okt - dez",
    "fr-short": "janv févr - avr - - juil - - - - déc",
    "es-short": "ene - - abr - - - ago - - - dic",
    "ru-short": "янв фев мар апр - июн июл авг сент окт нояб дек",
    "tr-short": "oca şub - nis - haz tem ağu eyl eki kas ara",
}
"""The months of each language in order, as they stand in a date, _ for a space; "-" where there is nothing to add."""


def _spelled(month: str) -> str:
    """A month as it is looked up: Turkish has an i with a dot and one without, in capitals too."""
    return month.lower().replace("i\u0307", "i").replace("ı", "i")


NAMES = {
    name.replace("_", " "): number
    for names in MONTHS.values()
    for number, name in enumerate(names.split(), 1)
    if name != "-"
}
NUMBERS = {_spelled(name): number for name, number in NAMES.items()}
MONTH = "(?P<month>" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b\.?(?:\s?/\s?[\u0621-\u064a ]+)?"
DAY = r"(?<!\d)(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{DAY}\s*(?:de |d’|d')?\s*{MONTH},?\s*(?:de |del )?{YEAR}",
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}",
        r"(?<![\d./])(?P<year>(?:19|20)\d\d)([./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d./])",
        rf"(?<![\d/])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{YEAR}(?!/)",
        r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
    )
)
"""Days with the month's name either way round, ISO 8601, day.month.year, year/month/day, Chinese and Japanese dates,
and day/month/year."""

DAY_FIRST = {"fr", "it", "pt", "tr"}
"""Languages in which 3/5/2024 is in May. In others it is May in one country and March in the next."""

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def dates(line: str, language: str = "") -> list[tuple[int, int, date]]:
    """The days that a line names, in order, each with the code points of the line, from and to, that say so.

    `language` is the BCP 47 tag of what surrounds the line.
    """
    plain, day_first = line.translate(DIGITS), language.partition("-")[0] in DAY_FIRST
    matches = (match for form in FORMS for match in form.finditer(plain))
    days = ((match.start(), match.end(), _day(match, day_first=day_first)) for match in matches)
    return sorted((start, end, day) for start, end, day in days if day)


def _day(match: re.Match[str], *, day_first: bool) -> date | None:
    """The day of a match; None where there is no such day, or it may be another."""
    spelled = _spelled(match["month"])
    try:
        year, month, day = int(match["year"]), NUMBERS.get(spelled) or int(spelled), int(match["day"])
        if f"{match['day']}/{match['month']}/" in match[0]:
            if day <= 12 and month <= 12 and day != month and not day_first:
                return None
            month, day = (day, month) if month > 12 else (month, day)
        return date(year, month, day)
    except ValueError:
        return None
