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
    "short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "sept": "- - - - - - - - sept",
    "de-short": "- - mär - - - - - - okt - dez",
}
"""The months of each language in order, as they stand in a date; "-" where there is nothing to add."""

NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(names.split(), 1) if name != "-"}
MONTH = "(?P<month>" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?<!\d)(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{DAY}\s*(?:de |d’|d')?\s*{MONTH},?\s*(?:de |del )?{YEAR}",
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}",
        r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
    )
)
"""Days with the month's name either way round, ISO 8601, day.month.year, and Chinese and Japanese dates.

3/5/2024 is left out: it is May in one country and March in the next.
"""


def dates(line: str) -> list[tuple[int, int, date]]:
    """The days that a line names, in order, each with the code points of the line, from and to, that say so."""
    found = []
    for form in FORMS:
        for match in form.finditer(line):
            month = match["month"].lower()
            try:
                day = date(int(match["year"]), NUMBERS.get(month) or int(month), int(match["day"]))
            except ValueError:
                continue
            found.append((match.start(), match.end(), day))
    return sorted(found)
