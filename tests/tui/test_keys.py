"""Keys: what a sequence means, which ones clash, and how Textual's names become ours."""

import pytest

from tui.keys import Cancelled, Clash, Hint, Keymap, Matched, Pending, Unbound, Unreachable, pressed, shown, unescaped

KEYMAP = Keymap(
    [("g", "top"), ("t 1", "tag.quote"), ("t 2", "tag.precondition"), ("t g t", "tag.group"), ("Z", "flip")]
)


def feed_all(*keys: str) -> Matched | Pending | Cancelled | Unbound:
    pending: tuple[str, ...] = ()
    for key in keys:
        fed = KEYMAP.feed(pending, key)
        pending = fed.keys if isinstance(fed, Pending) else ()
    return fed


@pytest.mark.parametrize(
    ("keys", "kind", "said"),
    [
        ("g", Matched, "top"),
        ("Z", Matched, "flip"),
        ("t 1", Matched, "tag.quote"),
        ("t g t", Matched, "tag.group"),
        ("z", Unbound, "z"),
        ("t 3", Cancelled, ("t", "3")),
        ("t escape", Cancelled, ("t", "escape")),
        ("t g g", Cancelled, ("t", "g", "g")),
        ("t 3 1", Unbound, "1"),
    ],
)
def test_feeding_keys_has_four_outcomes(keys: str, kind: type, said: object) -> None:
    fed = feed_all(*keys.split())
    assert isinstance(fed, kind)
    assert fed[0] == said


def test_a_begun_sequence_hints_at_what_may_follow() -> None:
    fed = feed_all("t")
    assert isinstance(fed, Pending)
    assert fed.keys == ("t",)
    assert fed.hints == (Hint("1", ("tag.quote",)), Hint("2", ("tag.precondition",)), Hint("g", ("tag.group",)))


@pytest.mark.parametrize(
    "bindings",
    [
        [("g", "top"), ("g", "grow")],
        [("g", "top"), ("g g", "grow")],
        [("g g", "top"), ("g", "grow")],
        [("g a", "top"), ("g a b", "grow")],
    ],
)
def test_a_clash_names_both_commands(bindings: list[tuple[str, str]]) -> None:
    with pytest.raises(Clash) as caught:
        Keymap(bindings)
    assert "top" in str(caught.value)
    assert "grow" in str(caught.value)


def test_the_same_key_may_be_given_twice_for_one_command() -> None:
    assert isinstance(Keymap([("g", "top"), ("g", "top")]).feed((), "g"), Matched)


@pytest.mark.parametrize(
    "key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+[", "ctrl+left_square_bracket", "shift+enter", "ctrl+enter", "alt+g"]
)
def test_no_command_hides_on_a_key_that_terminals_take_for_another(key: str) -> None:
    with pytest.raises(Unreachable, match="lost"):
        Keymap([(key, "lost")])


@pytest.mark.parametrize("key", ["ctrl+y", "shift+left", "ctrl+left", "alt+left", "enter", "shift+tab", "i", "h"])
def test_other_keys_with_modifiers_can_be_bound(key: str) -> None:
    assert key in Keymap([(key, "found")])


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("equals_sign", "=", "="),
        ("question_mark", "?", "?"),
        ("Z", "Z", "Z"),
        ("upper_z", "Z", "Z"),
        ("space", " ", "space"),
        ("shift+space", " ", "space"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("enter", "\r", "enter"),
        ("tab", "\t", "tab"),
        ("shift+left", None, "shift+left"),
        ("alt+g", "g", "alt+g"),
        ("plus", "+", "+"),
        ("latin_small_letter_e_with_acute", "é", "é"),
    ],
)
def test_a_key_that_types_a_character_is_that_character(key: str, character: str | None, name: str) -> None:
    assert pressed(key, character) == name


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("alt+g", ("escape", "g")),
        ("alt+shift+g", ("escape", "G")),
        ("alt+left", ("escape", "left")),
        ("ctrl+g", None),
        ("g", None),
        ("+", None),
    ],
)
def test_alt_and_a_key_may_have_been_escape_and_the_key(name: str, pair: tuple[str, str] | None) -> None:
    assert unescaped(name) == pair


@pytest.mark.parametrize(
    ("sequence", "people"),
    [
        ("g", "g"),
        ("Z", "Z"),
        ("+", "+"),
        ("g g", "g g"),
        ("T 1", "T 1"),
        ("ctrl+d", "Ctrl+D"),
        ("ctrl+left", "Ctrl+←"),
        ("shift+left", "⇧←"),
        ("shift+tab", "⇧Tab"),
        ("pagedown", "PgDn"),
        ("escape", "Esc"),
        ("space", "Space"),
        ("ctrl+home", "Ctrl+Home"),
    ],
)
def test_keys_are_written_as_people_write_them(sequence: str, people: str) -> None:
    assert shown(sequence) == people
