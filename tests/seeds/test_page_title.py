"""The title of a page is its headline, without the name of the site; where nothing is plain there is none."""

import pytest

from seeds.html.title import best_title

TALKS = "Harbour talks to resume after four weeks"
ALMOST = "Harbour talks to resume: after four weeks"


@pytest.mark.parametrize(
    ("headlines", "told", "site", "title"),
    [
        ([TALKS], [f"{TALKS} | The Tern Courier"], "The Tern Courier", TALKS),
        (["The Tern Courier", TALKS], [f"{TALKS} - The Tern Courier"], "The Tern Courier", TALKS),
        (["The Tern Courier", TALKS], [f"The Tern Courier: {TALKS}", TALKS], "", TALKS),
        (["Menu", ALMOST], [TALKS], "", ALMOST),
        ([], [f"{TALKS} — Ports — The Tern Courier"], "The Tern Courier", f"{TALKS} — Ports"),
        ([], [f"The Tern Courier · {TALKS}"], "tern-courier", TALKS),
        ([], [TALKS, f"{TALKS} | Tern"], "", TALKS),
        (["Four weeks on, harbour talks resume"], [TALKS], "", "Four weeks on, harbour talks resume"),
        (["Subscribe to our newsletter"], [TALKS], "", TALKS),
        ([TALKS], [], "", TALKS),
        ([f"  {TALKS}\n "], [TALKS], "", TALKS),
        (["The Tern Courier"], ["The Tern Courier"], "The Tern Courier", ""),
        ([], [], "", ""),
        ([TALKS, "Ferry fares to rise"], [], "", ""),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_that_the_head_agrees_with(
    headlines: list[str], told: list[str], site: str, title: str
) -> None:
    assert best_title(headlines, told, site) == title


def test_a_title_of_a_megabyte_is_cut() -> None:
    assert len(best_title([], ["talks " * 200_000])) <= 300
