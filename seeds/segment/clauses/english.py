"""Where English begins a clause that no comma and no sure conjunction announces.

Known limits: "said the plan failed" and "said the minister" are told apart by the comma before and a verb behind;
"that" behind a noun ("the demand that they leave") is not looked at, since it is a relative pronoun as often.
"""

from seeds.segment.clauses.line import Line
from seeds.segment.clauses.verbs import AUXILIARIES, DETERMINERS, MADE, SAID, SAY, SUBJECTS, TELL, TELL_TOO, verb

CONJUNCTIONS_TOO = frozenset({"until", "till", "before", "after", "since", "once", "while", "without"})
"""Prepositions, adverbs and nouns that may begin a clause too: `conjunction` tells whether they do."""

COORDINATING = frozenset({"and", "but", "or"})
SAYING = SAY | TELL | MADE

_PRONOUNS = SUBJECTS | {"it", "there", "nobody"}
_NOUN_BEGINS = DETERMINERS - {"that"}
_NO_REPORT = DETERMINERS | {"everything", "everybody", "something", "anything", "nothing", "what"}
"""Behind these and a verb of saying, "that" is a relative pronoun."""

_PREPOSITIONS = frozenset({"of", "in", "on", "at", "for", "with", "by", "from", "to", "than", "like", "about"})
"""Behind these, "that" points at something."""

_BREAKS = frozenset({"who", "which", "that", "and", "but", "or", "if", "when", "because", "to"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_HEARERS = frozenset({"him", "her", "them", "us", "me", "you", "reporters", "journalists"})
_NEAR, _FAR = 6, 8
"""Words among which a verb is looked for: behind "until", and behind "said the"."""


def conjunction(line: Line, at: int) -> bool:
    """Whether one of `CONJUNCTIONS_TOO` begins a clause: "until the pickets leave", "before going"."""
    word = line.plain[at]
    if word in ("before", "after", "without") and line.joined(at + 1) and line.plain[at + 1].endswith("ing"):
        return True
    noun = word == "while" and at > 0 and line.plain[at - 1] == "a"
    return word != "without" and not noun and _verb_near(line, at + 1)


def coordinates(line: Line, at: int) -> bool:
    """Whether the word begins the second of two clauses that no comma parts: "and they leave", "but would not"."""
    if not (line.joined(at + 1) and line.joined(at + 2)):
        return False
    following = line.words[at + 1]
    return following in _PRONOUNS or following in AUXILIARIES or following == "that"


def said(line: Line, at: int) -> int:
    """The index of the word with which begins what somebody said, behind one of `SAYING`; -1 where nothing does."""
    word = line.plain[at]
    if word in MADE:
        return _that(line, at, 0, frozenset())
    if (unannounced := _unannounced(line, at)) >= 0:
        return unannounced
    if word in TELL_TOO and (that := _that(line, at, 6, frozenset())) >= 0:
        return that
    return _that(line, at, 4, _NO_REPORT)


def _unannounced(line: Line, at: int) -> int:
    """The beginning of a clause without "that". Behind a comma, "said the minister" is taken for a speech tag unless a
    verb follows."""
    word, behind = line.plain[at], at + 1
    if word in TELL:
        behind += line.joined(behind) and line.plain[behind] in _HEARERS
        named = _begins(line, behind, _NOUN_BEGINS) and _verb_near(line, behind, _FAR)
        return behind if behind > at + 1 and (named or _begins(line, behind, _PRONOUNS)) else -1
    if word not in SAID:
        return behind if _begins(line, behind, SUBJECTS | {"there"}) else -1
    day = behind + (line.joined(behind) and line.plain[behind] == "on")
    if line.joined(day) and line.words[day] in _DAYS:
        behind = day + 1
    if _begins(line, behind, _PRONOUNS):
        return behind
    if not _begins(line, behind, _NOUN_BEGINS):
        return -1
    plain = line.joined(at) and line.gaps[at].isspace()
    return behind if plain or _verb_near(line, behind, _FAR) else -1


def _begins(line: Line, at: int, words: frozenset[str]) -> bool:
    return line.joined(at) and line.gaps[at].isspace() and line.words[at] in words and line.joined(at + 1)


def _that(line: Line, at: int, most: int, never: frozenset[str]) -> int:
    """The index of a "that" at most so many words behind; -1 where one of the words in `never` comes before it."""
    for index in range(at + 1, at + 2 + most):
        if not line.joined(index):
            return -1
        if line.plain[index] == "that":
            return -1 if line.plain[index - 1] in _PREPOSITIONS else index
        if line.plain[index] in never or verb(line.words, index):
            return -1
    return -1


def _verb_near(line: Line, at: int, most: int = _NEAR) -> bool:
    """Whether a verb stands among the next words, before another clause begins."""
    if line.joined(at) and line.words[at] in _PRONOUNS and line.joined(at + 1):
        return True
    index = at
    while index <= at + most and line.joined(index) and (index == at or line.plain[index] not in _BREAKS):
        if verb(line.words, index):
            return True
        index += 1
    return False
