"""Every script and every kind of character: what keys select is whole, and what is exported stands where it says."""

from pathlib import Path

import pytest

from annotations.export.table import Choice, table
from seeds.errors import Problem
from seeds.segment.graphemes import snapped
from seeds.span import Span
from tests.tui.news import reading, shelf
from tests.tui.opened import selected

SCRIPTS = {
    "emoji with modifiers and joiners": "Nobody 👩🏽‍🌾 left 👨‍👩‍👧‍👦 the hall ❤️ before nine.",
    "flags": "The flags 🇺🇳🇨🇭 of Orvane 🇪🇺 hung low.",
    "combining marks": "The cafe\u0301 in Ło\u0301dz\u0301 was na\u0308her than they knew.",
    "hangul": "회담은 월요일에 다시 열린다고 대표가 말했다.",
    "hangul in parts": "\u1112\u116c\u1103\u1161\u11b7\u110b\u1173\u11ab 다시 열린다.",
    "devanagari": "शान्ति वार्ता सोमवार को फिर शुरू होगी।",
    "thai": "การเจรจา จะเริ่ม อีกครั้ง วันจันทร์",
    "full-width": "会談は１２日に再開する。Ｏｒｖａｎｅは待つ。",
    "zero-width and soft hyphens": "The co\u00adop\u00adera\u00adtion\u200b of Orvane\u2060 went\ufeff on.",
    "no-break spaces": "It rained 12\u00a0mm in\u202fOrvane, « bien\u00a0sûr ».",
    "arabic": "قال الوفد إن المحادثات ستبدأ يوم الاثنين.",
    "hebrew with points": "הַשִּׂיחוֹת יתחדשו ביום שני, אמר הנציג.",
    "directions": "The word \u2067שלום\u2069 was said \u202etwice\u202c.",
}


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
async def test_what_is_tagged_by_key_is_whole_and_is_exported_where_it_stands(words: str, tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, f"Talks\n\n{words}"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "p", "p", "home", "v", *["right"] * 3, "2", "w", "3", "w", "3", "s", "1")
        session = app.desk.session
        assert session
        text = session.text
        for annotation in session.layer.in_order:
            assert all(snapped(text, span) == span for span in annotation.spans)
        refused: list[Problem] = []
        rows = list(table(app.desk.store, Choice(), refused.append).rows)
        assert not refused
    assert len(rows) >= 3
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["text_exact"]


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
async def test_a_caret_goes_through_every_character_and_never_into_one(words: str, tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, f"Talks\n\n{words}"))
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("enter", "p", "p", "home")
        seen = []
        for _ in words:
            await pilot.press("right")
            assert app.desk.session
            span = app.desk.session.selection.span
            assert snapped(app.desk.session.text, span) == span
            seen.append(selected(app))
        text = app.desk.session.text if app.desk.session else ""
        assert Span(len(text) - len(seen[-1]), len(text)).of(text) == seen[-1]
