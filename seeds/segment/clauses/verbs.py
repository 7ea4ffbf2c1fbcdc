"""Which English words make it likely that a stretch is a clause: verbs, by a list and by endings, and pure subjects.

Known limits: a rare irregular verb is not known; a participle behind a noun ("the port blocked since May") counts.
"""

from collections.abc import Sequence


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SUBJECTS = _set("he she they we I")
"""Pronouns that are never an object."""

DETERMINERS = _set("the a an any all both no this that these those its his her their our my some each")
AUXILIARIES = _set("will would can cannot could shall should may might must has have had is are was were did does")

SAID = frozenset({"said", "say", "says", "saying"})
SAY = SAID | _set(
    "insist insisted insists insisting argued argues arguing believe believed believes think thinks thought hope hoped "
    "hopes hoping claimed claims claiming admitted admits admitting announced announces announcing suggested suggests "
    "suggesting acknowledged acknowledges acknowledging conceded concedes conceding added adds adding stated states "
    "stating declared declares declaring repeated repeats repeating stressed stresses stressing warn warned warns "
    "warning agree agreed agrees demand demanded demands demanding denied denies denying explained explains explaining "
    "noted notes noting reported reports reporting promised promises promising vowed vows vowing pledged pledges "
    "pledging asked asks asking proposed proposes proposing require required requires requiring decide decided decides "
    "confirm confirmed confirms confirming knew know knows complained complains recalled recalls signalled signaled "
    "signals"
)
"""Verbs whose object may be a clause."""

TELL = _set("tell tells told telling assure assured assures assuring inform informed informs reminded reminds")
TELL_TOO = TELL | {"warned", "warns", "warning", "promised", "promises"}
"""Verbs that have a hearer before that clause."""

MADE = frozenset({"clear", "sure", "out"})
"""The last words of "make clear", "make sure", "point out"."""

_IRREGULAR = _set(
    "be am been do said told ask asks want wants know knows knew make makes made take takes took taken give gives "
    "gave given go goes went gone come comes came begin begins began begun leave leaves left keep keeps kept hold "
    "holds held stand stands stood sit sits sat pay pays paid bring brings brought see sees saw seen find finds "
    "found get gets got put puts set sets cut cuts shut shuts meet meets met mean means meant leads led lose "
    "loses lost win wins won run runs ran speak speaks spoke spoken write writes wrote written read hear hears "
    "heard feel feels felt fall falls fell fallen rose risen grow grows grew grown draws drew drawn drove flew "
    "threw broke broken choose chose fought seek seeks sought lay lies stay stays remain remains let lets send "
    "sends sent spend spends spent built buy bought sold taught caught become becomes became sank withdraw "
    "withdraws withdrew withdrawn forgot undertook overcame forbade swore hung shook slept woke rode hid struck "
    "swept hurt spread quit sign signs accept accepts refuse refuses seem seems depend depends allow allows "
    "follows include includes expect expects reject rejects fears ought"
)
_NOUNS_TOO = _set("demand demands hope states notes reports promises signals claims warning")
_VERBS = (_IRREGULAR | AUXILIARIES | SUBJECTS | SAY | TELL) - _NOUNS_TOO
_NO_VERBS = _set("need indeed hundred speed feed seed deed breed greed sacred hatred")
_CONTRACTED = frozenset({"n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"})


def verb(words: Sequence[str], at: int) -> bool:
    """Whether the word at the index makes it likely that a clause is here and no mere phrase."""
    word = words[at]
    ending = word[-2:]
    if word in _VERBS or word[-3:] in _CONTRACTED or ending in _CONTRACTED:
        return not at or words[at - 1] != "to"
    past = ending == "ed" and len(word) > 4 and word.islower() and word not in _NO_VERBS
    return past and not (at and (words[at - 1] == "to" or words[at - 1] in DETERMINERS))
