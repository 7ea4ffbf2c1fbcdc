"""The text of a page in reading order: lists keep their bullets and nesting, links that touch are parted."""

import pytest

from seeds.html.flat import flat
from seeds.html.lines import lines
from seeds.html.lists import listed
from seeds.html.tree import tree


def texts(body: str) -> list[str]:
    root = tree(f"<html><body>{body}</body></html>")
    assert root is not None
    return [line.text for line in listed(lines(root))]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>one</p>two<p>three</p>", ["one", "two", "three"]),
        ("<ul><li>tide<li>quay</ul>", ["• tide\n• quay"]),
        ("<ol><li>tide<ul><li>ebb<li>flood</ul><li>quay</ol>", ["• tide\n  • ebb\n  • flood\n• quay"]),
        ("<ul><li><p>tide</p><p>ebb</p><li>quay</ul>", ["• tide", "ebb", "• quay"]),
        (f"<ul><li>{'tide ' * 60}<li>{'quay ' * 60}</ul>", [f"• {'tide ' * 60}".strip(), f"• {'quay ' * 60}".strip()]),
        ("<p>before<ul><li>tide</ul><p>after", ["before", "• tide", "after"]),
        ("<a href=a>Ports</a><a href=b>Markets</a>", ["Ports Markets"]),
        ("D<b>rop</b> cap", ["Drop cap"]),
        ("<pre>if tide:\n    sail()\n\nwait()</pre>", ["if tide:\n    sail()", "wait()"]),
        ("one<br><br>two", ["one", "two"]),
        ("<select><option>Ports</select><p>tide<svg><text>quay</text></svg> ebb", ["tide ebb"]),
        ("<table><tr><td>tide<td><td>ebb</table>", ["tide |  | ebb"]),
        ("<dl><dt>tide<dd>the sea's", ["tide", "the sea's"]),
        ("<p>tide <!-- not drawn --> ebb<?php x ?>", ["tide ebb"]),
        ("<x-card>tide</x-card>", ["tide"]),
    ],
)
def test_the_lines_of_a_page(body: str, found: list[str]) -> None:
    assert texts(body) == found


def test_without_a_tree_the_text_is_still_cut_at_blocks_and_scripts_are_left_out() -> None:
    page = "<head><title>x</title></head><div><p>tide &amp; ebb<br>quay</p><script>x()</script><p>gull</div>"
    assert flat(page) == "tide & ebb\nquay\n\ngull"
