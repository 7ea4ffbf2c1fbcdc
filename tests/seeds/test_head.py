"""What an article says of itself, and what it does not."""

import pytest

from seeds.article import Block, Kind, Meta
from seeds.head import meta
from seeds.span import Span

BODY = "The port authority and the union met on 24 April 2024 for the first time."


def read(*lines: tuple[Kind, str]) -> Meta:
    """The meta of an article with these blocks, its title first and its body last."""
    blocks, text = [], ""
    for kind, words in [(Kind.TITLE, "Talks  resume"), *lines, (Kind.BODY, BODY)]:
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind, 1.0, ""))
        text += words + "\n\n"
    return meta(text, blocks, "en")


def test_the_title_block_gives_the_title_on_one_line() -> None:
    assert read() == Meta(title="Talks resume", language="en")


def test_an_article_without_a_title_has_none() -> None:
    assert meta("We agree.", [Block(Span(0, 9), Kind.BODY, 1.0, "")]) == Meta()


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Mara Holt", "Mara Holt"),
        ("BY MARA HOLT", "MARA HOLT"),
        ("By Jonas Pell, Labour correspondent", "Jonas Pell"),
        ("By Dorrit Vane and Pavel Imre", "Dorrit Vane and Pavel Imre"),
        ("By Jonas Pell | 3 May 2024", "Jonas Pell"),
        ("By Jonas Pell - 3 May 2024", "Jonas Pell"),
        ("By Jonas Pell in Ternhaven", "Jonas Pell"),
        ("By J. R. O’Dowd-Keane", "J. R. O’Dowd-Keane"),
        ("By Layla al-Nuri", "Layla al-Nuri"),
        ("By ليلى النوري", "ليلى النوري"),
        ("Von Henrike Lohm, Grünach", "Henrike Lohm"),
        ("Par Élise Aubert", "Élise Aubert"),
        ("Jonas Pell", "Jonas Pell"),
        ("Jonas Pell · 3 May 2024", "Jonas Pell"),
        ("3 May 2024", ""),
        ("Published Friday, 3 May 2024", ""),
        ("Jonas Pell May 3, 2024", "Jonas Pell"),
        ("May 3, 2024 by Jonas Pell", ""),
        ("By Jonas Pell Updated on", "Jonas Pell"),
        ("About The Author", ""),
        ("2 hours ago", ""),
        ("By", ""),
        ("by the numbers", ""),
        ("By Staff Writer", ""),
        ("World News", ""),
        ("Author: Admin", ""),
        ("By Jonas Pell Senior Contributor", "Jonas Pell"),
        ("By Jonas Pell on 3 May 2024", "Jonas Pell"),
        ("By Jonas Pell Jonas Pell", "Jonas Pell"),
        ("Von: Henrike Lohm", "Henrike Lohm"),
        ("Von Henrike Lohm Veröffentlicht am 3. Mai 2024", "Henrike Lohm"),
        ("Redaktion Grünach Nachrichten", ""),
        ("Par Élise Aubert avec AFP", "Élise Aubert"),
        ("Por Lucía Marín en Ternal", "Lucía Marín"),
        ("Автор: Марина Лосева", "Марина Лосева"),
        ("Марина Лосева и Пётр Имре", "Марина Лосева и Пётр Имре"),
        ("Haber: Ayşe Karaca", "Ayşe Karaca"),
        ("Şule Yıldız ve İnci Öztürk", "Şule Yıldız ve İnci Öztürk"),
        ("بقلم: ليلى النوري", "ليلى النوري"),
        ("作者：林晓岚 来源：燕鸥晚报", "林晓岚"),
        ("记者 林晓岚 王一鸣", "林晓岚 王一鸣"),
        ("作者权利声明", ""),
    ],
)
def test_a_byline_names_the_author(byline: str, author: str) -> None:
    assert read((Kind.BYLINE, byline)).author == author


@pytest.mark.parametrize(
    ("kind", "line", "day"),
    [
        (Kind.BYLINE, "3 May 2024", "2024-05-03"),
        (Kind.BYLINE, "By Jonas Pell | Friday, 3 May 2024, 18:20", "2024-05-03"),
        (Kind.CHROME, "3. Mai 2024", "2024-05-03"),
        (Kind.CHROME, "Published 3 May 2024, updated 5 May 2024", "2024-05-03"),
        (Kind.CHROME, "Updated 5 May 2024. Published 3 May 2024", "2024-05-03"),
        (Kind.BYLINE, "3 May 2024 - 5 May 2024", ""),
        (Kind.CHROME, "Last updated on 5 May 2024", ""),
        (Kind.CAPTION, "The port on 3 May 2024", ""),
        (Kind.STANDFIRST, "The talks of 3 May 2024", ""),
        (
            Kind.CHROME,
            "Since July 1, 2024, we have disabled all ads to improve your reading experience, and it costs us",
            "",
        ),
        (Kind.BYLINE, "last Friday", ""),
        (Kind.BYLINE, "3 May 2024, 18:20 | Updated 5 May 2024", "2024-05-03"),
        (Kind.BYLINE, "3 May 2024, updated", ""),
        (Kind.BYLINE, "Published in Politics. Last updated 5 May 2024", ""),
        (Kind.STANDFIRST, "Updated 9:14 a.m. May 5, 2024 | Published 6:00 a.m. May 3, 2024", "2024-05-03"),
        (Kind.BYLINE, "Stand: 05.05.2024, 17:45 Uhr", ""),
        (Kind.BYLINE, "Erschienen am 3. Mai 2024, geändert am 5. Mai 2024", "2024-05-03"),
        (Kind.BYLINE, "Publié le 03/05/2024 à 18h20, mis à jour le 05/05/2024", ""),
        (Kind.BYLINE, "Publié le 3 mai 2024, mise à jour le 5 mai 2024", "2024-05-03"),
        (Kind.CHROME, "Última hora · Actualizado el 5 de mayo de 2024", ""),
        (Kind.CHROME, "Publicado el 3 de mayo de 2024 · Actualizado el 5 de mayo de 2024", "2024-05-03"),
        (Kind.BYLINE, "Обновлено 5 мая 2024", ""),
        (Kind.BYLINE, "Опубликовано 3 мая 2024, обновлено 5 мая 2024", "2024-05-03"),
        (Kind.CHROME, "آخر تحديث ٥ مايو ٢٠٢٤", ""),
        (Kind.CHROME, "نشر في 3 مايو 2024، آخر تحديث 5 مايو 2024", "2024-05-03"),
        (Kind.CHROME, "انتشر الخبر في 3 مايو 2024 وفي 4 مايو 2024", ""),
        (Kind.BYLINE, "更新时间：2024年5月5日", ""),
        (Kind.BYLINE, "发布时间：2024年5月3日 更新时间：2024年5月5日", "2024-05-03"),
        (Kind.BYLINE, "Son güncelleme: 5 Mayıs 2024", ""),
        (Kind.BYLINE, "Yayınlanma: 3 Mayıs 2024 Güncelleme: 5 Mayıs 2024", "2024-05-03"),
        (Kind.BYLINE, "Giriş: 03.05.2024 - 18:20 Güncelleme: 05.05.2024 - 9:14", "2024-05-03"),
    ],
)
def test_a_line_that_is_there_for_the_date_gives_the_day(kind: Kind, line: str, day: str) -> None:
    assert read((kind, line)).published_at == day


def test_the_date_in_a_page_header_is_the_day_of_the_visit() -> None:
    text = "Monday, 6 May 2024\n\nTalks resume\n\nThey met."
    kinds = [(0, 18, Kind.CHROME), (20, 32, Kind.TITLE), (34, 43, Kind.BODY)]
    assert meta(text, [Block(Span(s, e), kind, 1.0, "") for s, e, kind in kinds]).published_at == ""


def test_a_day_of_publication_is_found_below_the_article_too() -> None:
    text = "Talks resume\n\nThey met.\n\nFirst published: 3 May 2024"
    kinds = [(0, 12, Kind.TITLE), (14, 23, Kind.BODY), (25, 52, Kind.CHROME)]
    assert meta(text, [Block(Span(s, e), kind, 1.0, "") for s, e, kind in kinds]).published_at == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "publication"),
    [
        ("© 2024 The Tern Courier. All rights reserved.", "The Tern Courier"),
        ("Copyright © 2019–2024 Upland Radio", "Upland Radio"),
        ("(c) 2024, Bank of the Isles Gazette", "Bank of the Isles Gazette"),
        ("This article was first published in The Tern Courier on 3 May 2024", "The Tern Courier"),
        ("© 2024 Upland Radio All Rights Reserved", "Upland Radio"),
        ("© 2024 Tern Courier Ltd", "Tern Courier"),
        ("Published in Politics", ""),
        ("来源：燕鸥晚报", "燕鸥晚报"),
        ("© 2024 Şafak Gazetesi", "Şafak Gazetesi"),
        ("© 2024 Le Courrier de Valmorin. Tous droits réservés.", "Le Courrier de Valmorin"),
        ("© 2024 Le Journal d’Avelin", "Le Journal d’Avelin"),
        ("© 2024 صحيفة المرفأ. جميع الحقوق محفوظة.", "صحيفة المرفأ"),
        ("© 2024 جميع الحقوق محفوظة", ""),
        ("© 2024 青洲日报 版权所有", "青洲日报"),
        ("© 2024 版权所有", ""),
        ("© Agency", ""),
        ("A message from The Tern Courier", ""),
        ("Published 3 May 2024", ""),
        ("Published by the union", ""),
    ],
)
def test_a_publication_is_named_only_where_a_line_says_so(line: str, publication: str) -> None:
    assert read((Kind.CHROME, line)).publication == publication


def test_what_the_body_says_is_not_said_of_the_article() -> None:
    found = read((Kind.BODY, "By Monday, the list published in The Tern Courier on 3 May 2024 was gone."))
    assert (found.publication, found.author, found.published_at) == ("", "", "")


def opened(opening: str, *lines: tuple[Kind, str], kind: Kind = Kind.BODY) -> Meta:
    """The meta of an article whose first paragraph begins so."""
    return read(*lines, (kind, f"{opening} Dockers and the port met again after nine days, both sides said on Monday."))


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("KESTREL BAY, May 3 (Reuters) —", "Reuters"),
        ("KESTREL BAY, Upland (AP) -", "AP"),
        ("GRÜNACH (dpa/lno) –", "dpa"),
        ("TERNBOURG, 3 mai (AFP) -", "AFP"),
        ("Ternal, 3 may (EFE).-", "EFE"),
        ("ТЕРН, 3 мая. /ТАСС/.", "ТАСС"),
        ("TERN (AA) -", "AA"),
        ("تيرن 3 مايو (رويترز) -", "رويترز"),
        ("新华社燕鸥港5月3日电", "新华社"),
        ("KESTREL BAY (Upland) —", ""),
        ("Reporters of the agency (Reuters) saw it.", ""),
        ("We met. Then, on May 3 (Reuters) —", ""),
    ],
)
def test_a_dateline_gives_the_agency_and_no_day_without_a_year(opening: str, agency: str) -> None:
    found = opened(opening)
    assert (found.publication, found.published_at, found.author) == (agency, "", "")


def test_the_agency_is_found_in_a_first_paragraph_that_was_taken_for_a_caption() -> None:
    assert opened("KESTREL BAY (AP) -", kind=Kind.CAPTION).publication == "AP"


def test_the_paper_that_is_named_goes_before_the_agency() -> None:
    footer = (Kind.CHROME, "© 2024 The Tern Courier. All rights reserved.")
    assert opened("KESTREL BAY, May 3 (Reuters) —", footer).publication == "The Tern Courier"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("بقلم: ليلى النوري", "ليلى النوري"),
        ("作者：林晓岚", "林晓岚"),
        ("By Mara Holt", "Mara Holt"),
        ("By signing up you agree to the terms", ""),
        ("By The News Desk", ""),
        ("كتب ذات صلة", ""),
        ("Mara Holt", ""),
    ],
)
def test_furniture_under_the_title_names_the_author_only_where_it_says_so(line: str, author: str) -> None:
    assert read((Kind.CHROME, line)).author == author


def below(*lines: str) -> str:
    """The day of publication of an article with these lines under its text, and a day under its title."""
    blocks, text = [], ""
    told = [(Kind.TITLE, "Talks resume"), (Kind.BODY, BODY), *((Kind.CHROME, line) for line in lines)]
    for kind, words in told:
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind, 1.0, ""))
        text += words + "\n\n"
    return meta(text, blocks).published_at


def test_comments_below_the_text_that_were_posted_on_several_days_give_none() -> None:
    assert below("Posted 7 May 2024", "Posted 8 May 2024") == ""
    assert below("Posted 7 May 2024", "Posted 8 May 2024", "Originally published on 3 May 2024") == "2024-05-03"


def test_a_day_behind_one_that_cannot_be_read_may_be_that_of_a_change() -> None:
    assert read((Kind.BYLINE, "8/1/2025"), (Kind.BYLINE, "8/27/2025")).published_at == ""


def test_the_day_under_the_title_goes_before_one_below_the_text() -> None:
    assert read((Kind.BYLINE, "3 May 2024"), (Kind.BODY, BODY), (Kind.CHROME, "Posted 7 May 2024")).published_at == (
        "2024-05-03"
    )


@pytest.mark.parametrize(("language", "day"), [("fr", "2024-05-03"), ("en", ""), ("", "")])
def test_a_day_of_numbers_alone_is_taken_where_the_language_tells_their_order(language: str, day: str) -> None:
    text = "Talks resume\n\nPublié le 03/05/2024\n\nThey met."
    kinds = [(0, 12, Kind.TITLE), (14, 34, Kind.BYLINE), (36, 45, Kind.BODY)]
    assert meta(text, [Block(Span(s, e), kind, 1.0, "") for s, e, kind in kinds], language).published_at == day
