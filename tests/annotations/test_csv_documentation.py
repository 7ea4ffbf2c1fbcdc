"""docs/csv.md names every column and every option that there is, and its code does what it says."""

import re
from pathlib import Path

from annotations.codebook import DEFAULT
from annotations.export.articles import COUNTED, OWN
from annotations.export.fields import Fields
from annotations.export.guard import guarded
from annotations.export.rows import FIXED

PAGE = (Path(__file__).parents[2] / "docs" / "csv.md").read_text("utf-8")
NAMED = set(re.findall(r"`([^`]+)`", PAGE))


def test_every_column_is_explained() -> None:
    assert not {*FIXED, *COUNTED, *OWN} - NAMED


def test_columns_of_attributes_are_explained_by_what_they_end_in() -> None:
    ends = {f"TAG_ATTRIBUTE{re.sub('^[a-z]+_[a-z]+', '', column)}" for column in Fields(DEFAULT, FIXED).columns}
    assert not ends - NAMED


def test_the_code_takes_the_apostrophe_away() -> None:
    scope: dict[str, object] = {}
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[-1], scope)  # noqa: S102  # the page's own example
    words = scope["words"]
    assert callable(words)
    for cell in ("=1", "'=1", "''+1", "＋1", "\t", "'90s", "we", ""):
        assert words(guarded(cell)) == cell
