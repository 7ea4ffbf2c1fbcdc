import pytest

from tui.search import Hits, find, nearest

TEXT = "The Council met.\n\nthe council,\u00a0it\u00a0was said, would meet\nagain. Council"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("council", ["Council", "council", "Council"]),
        ("Council", ["Council", "Council"]),
        ("it was said", ["it\u00a0was said"]),
        ("meet  again", ["meet\nagain"]),
        ("a.b(", []),
        ("  ", []),
    ],
)
def test_words_are_found_as_people_type_them(query: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in find(TEXT, query)] == found


def test_the_next_hit_goes_round_at_either_end() -> None:
    hits = Hits("council", find(TEXT, "council"))
    last = hits.spans[-1]
    assert nearest(hits, 5) == 1
    assert nearest(hits, last.end) == 0
    assert nearest(hits, hits.spans[0].start, back=True) == 2
    assert nearest(Hits(), 0) == -1
