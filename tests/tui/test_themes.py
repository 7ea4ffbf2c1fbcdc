"""The colours: everything can be read, and told apart, in both themes, in sixteen colours and in none."""

from itertools import combinations

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from tui.themes import DARK, HUES, LIGHT, PAPER, SIXTEEN, style

ENOUGH = 4.5
"""The least contrast of text, WCAG 2.2, 1.4.3."""

KINDS = ("body", "title", "standfirst", "byline", "caption", "credit", "heading", "chrome", "meta", "fold")
MARKS = ("hit", "hit-here", "selected", "caret", "away", "here", "here-focus")
TAGS = [f"{name}-{hue}" for name in ("tag", "other", "bound") for hue in HUES[DARK]]
GREYS = [f"tag-{hue}" for hue in HUES[DARK]]


def luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(drawn: Style) -> float:
    assert drawn.color
    assert drawn.bgcolor
    low, high = sorted((luminance(drawn.color), luminance(drawn.bgcolor)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("ground", ["page", "panel"])
def test_every_text_has_contrast_enough(theme: str, ground: str) -> None:
    names = [*KINDS, "quiet", "strong", "warning", "error", *(f"key-{hue}" for hue in HUES[theme])]
    low = {name: contrast(drawn) for name in names if contrast(drawn := style(f"{ground}+{name}", theme)) < ENOUGH}
    assert not low


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_block_can_be_read_under_every_mark(theme: str, kind: str) -> None:
    under = [f"page+{kind}+{mark}" for mark in [*TAGS, "selected", "caret", "selected+head"]]
    under += [f"page+{kind}+{tag}+{mark}" for tag in TAGS for mark in ("hit", "hit-here")] if kind == "body" else []
    low = {name: round(contrast(style(name, theme)), 2) for name in under if contrast(style(name, theme)) < ENOUGH}
    assert not low


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("shade", ["here", "here-focus"])
def test_the_list_can_be_read_on_the_current_article(theme: str, shade: str) -> None:
    for name in ("quiet", "strong", ""):
        assert contrast(style(f"panel+{name}+{shade}", theme)) >= ENOUGH, name


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_no_two_marks_look_alike(theme: str) -> None:
    names = [f"page+body+{mark}" for mark in [*TAGS, "hit", "hit-here", "selected", "caret", ""]]
    alike = [(one, two) for one, two in combinations(names, 2) if style(one, theme) == style(two, theme)]
    assert not alike


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_the_three_tags_of_the_codebook_stay_apart_in_256_colours(theme: str) -> None:
    for name in ("tag", "other", "bound"):
        drawn = [style(f"page+body+{name}-{hue}", theme).bgcolor for hue in ("blue", "orange", "green")]
        assert len({colour.downgrade(ColorSystem.EIGHT_BIT).number for colour in drawn if colour}) == 3, name


def test_the_dark_shade_of_green_stays_green_in_256_colours() -> None:
    shade = style("page+body+tag-green", DARK).bgcolor
    assert shade
    _, green, blue = shade.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert green > blue


def test_in_sixteen_colours_the_terminals_own_are_used_and_stay_apart() -> None:
    names = [*GREYS, "hit", "hit-here", "selected", "caret", ""]
    drawn = [style(f"page+body+{name}", SIXTEEN) for name in names]
    assert len(set(drawn)) == len(drawn)
    colours = [colour for one in drawn for colour in (one.color, one.bgcolor) if colour]
    assert all(colour.number is not None and colour.number < 16 for colour in colours)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_without_colour_everything_is_grey_and_told_by_weight_line_and_reversal(theme: str) -> None:
    names = ["", "tag-blue", "tag-blue+several", "other-blue", "bound-blue", "hit-here", "selected", "selected+head"]
    drawn = {name: style(f"page+body+{name}", theme, colour=False) for name in names}
    for one in drawn.values():
        for colour in (one.color, one.bgcolor):
            assert colour
            assert len({*colour.get_truecolor()}) == 1
    assert drawn["tag-blue"].underline
    assert drawn["selected"].reverse
    assert len({(one.bold, one.italic, one.underline, one.reverse) for one in drawn.values()}) >= len(names) - 1


def test_both_themes_name_the_same_things() -> None:
    assert PAPER[DARK].keys() == PAPER[LIGHT].keys()
    assert HUES[DARK].keys() == HUES[LIGHT].keys()
