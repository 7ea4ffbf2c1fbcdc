"""The words at which a clause begins, by language.

Collected by hand from what newspapers write. French elisions are written in full: "qu’elle" is found as "que".
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""The further words of each phrase, by its first."""


class Vocabulary(NamedTuple):
    """What a language has, in lower case: phrases that begin a clause behind a comma, those that do anywhere and words
    that lead them; words before the last item of an enumeration; verbs of saying and what stands behind them."""

    behind_comma: Phrases
    anywhere: Phrases
    leading: frozenset[str]
    ands: frozenset[str]
    saying: frozenset[str]
    that: str


_BEHIND_COMMA = {
    "en": "if|unless|because|although|though|whereas|while|when|whenever|where|wherever|whether|lest|provided|assuming"
    "|supposing|who|whom|whose|which|what|how|why|in which|of which|to which|from which|for which|by which|with which"
    "|of whom|for whom|with whom|according to|except|saying|adding|citing|arguing|warning|insisting",
    "de": "wenn|falls|sofern|soweit|solange|sobald|bis|bevor|ehe|weil|da|dass|daß|damit|sodass|obwohl|obgleich|während"
    "|nachdem|seit|seitdem|ob|als|indem|wobei|wodurch|womit|worauf|wonach|woran|weshalb|weswegen|wer|wem|wen|was|wie"
    "|wo|wohin|woher|welche|welcher|welches|welchen|welchem|deren|dessen|denen|in der|in dem|in denen|mit der|mit dem"
    "|mit denen|zumal|vorausgesetzt|nur|erst|selbst|außer|ohne|um|statt|anstatt|laut|nach angaben"
    "|es sei denn|unter der bedingung|für den fall",
    "fr": "si|sauf|sans|pourvu|lorsque|quand|dès|puisque|car|comme|afin|tant que|tandis|alors|avant|après|jusque"
    "|quoique|bien que|à moins|à condition|parce|que|qui|dont|où|lequel|laquelle|lesquels|lesquelles|faute|selon"
    "|d’après",
    "es": "si|salvo|excepto|siempre|cuando|hasta|porque|pues|ya que|aunque|mientras|antes|después|para|sin|que|quien"
    "|quienes|cuyo|cuya|cuyos|cuyas|donde|según",
    "ru": "если|пока|когда|чтобы|что|хотя|потому|поскольку|так как|прежде чем|после того|до того|лишь|только|без|то|кто"
    "|который|которая|которое|которые|которого|которой|которых|которым|которыми|которому|которую|в котором|в которой"
    "|в которых|на котором|на которой|где|куда|откуда|чей|по словам|по его|по её|по ее|по их",
}
_ANYWHERE = {
    "en": "if|unless|because|whether|lest|although|though|whereas|when|whenever|provided that|provided they|provided he"
    "|provided she|provided we|provided it|provided the|providing that|in order to|in order that|given that|assuming"
    "|on condition that|on the condition that|so that|as long as|so long as|as soon as|as far as|insofar as|except that"
    "|in case|in the event that",
    "de": "nur wenn|erst wenn|selbst wenn|auch wenn|außer wenn|und wenn|oder wenn|und dass|oder dass|und falls|und bis"
    "|und sobald|und solange|und weil|vorausgesetzt dass|es sei denn|unter der bedingung|für den fall",
    "fr": "si|à moins que|à condition que|à condition de|tant que|parce que|afin de|afin que|pour que|pourvu que|quand"
    "|lorsque|avant de|avant que|après que|dès que|dès lors que|puisque|alors que|tandis que|sans que|jusque ce que"
    "|et que",
    "es": "si|a menos que|siempre que|siempre y cuando|hasta que|para que|porque|antes de que|después de que|sin que"
    "|cuando|aunque|mientras|y que",
}
_LEADING = {
    "en": "but|and|or|not|only|even|except|just|shortly|soon|long|immediately",
    "de": "aber|und|oder",
    "fr": "mais|et|ou|même|sauf|seulement",
    "es": "pero|y|o|solo|sólo|incluso|ni",
}
_ANDS = {"en": "and|or", "de": "und|oder|sowie", "fr": "et|ou", "es": "y|e|o|u", "ru": "и|или"}
_SAYING = {
    "de": "sagt|sagte|sagten|erklärte|erklärten|betonte|forderte|teilte|hieß|heißt|meinte|warnte|schrieb",
    "ru": "сказал|сказала|заявил|заявила|заявили|сообщил|сообщила|отметил|отметила|подчеркнул|подчеркнула|добавил"
    "|добавила|предупредил|предупредила",
    "fr": "dit|déclare|déclaré|ajoute|ajouté|affirme|affirmé|annonce|annoncé|rappelle|rappelé|assure|assuré|estime"
    "|estimé|explique|expliqué|précise|précisé|indique|indiqué|prévient|prévenu|averti|promet|promis|exige|exigé"
    "|souligne|souligné",
    "es": "dijo|dice|declaró|declara|añadió|añade|afirmó|afirma|anunció|anuncia|recordó|aseguró|asegura|explicó"
    "|precisó|indicó|advirtió|advierte|insistió|insiste|exigió|exige|señaló|señala",
}
_THAT = {"en": "that", "fr": "que", "es": "que"}


@cache
def vocabulary(tongue: str) -> Vocabulary:
    """The words of a language, none for one that has no lists. `tongue` is the part of a language tag before "-"."""
    return Vocabulary(
        _phrases(_BEHIND_COMMA.get(tongue, "")),
        _phrases(_ANYWHERE.get(tongue, "")),
        frozenset(_LEADING.get(tongue, "").split("|")),
        frozenset(_ANDS.get(tongue, "").split("|")),
        frozenset(_SAYING.get(tongue, "").split("|")),
        _THAT.get(tongue, ""),
    )


def opening(phrases: Phrases, words: Sequence[str], at: int) -> int:
    """The number of words of the longest phrase that stands in the words from index `at`; 0 where none does."""
    longest = 0
    for further in phrases.get(words[at], ()):
        if len(further) >= longest and further == tuple(words[at + 1 : at + 1 + len(further)]):
            longest = 1 + len(further)
    return longest


def _phrases(written: str) -> Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in filter(None, written.split("|")):
        first, *further = phrase.split()
        found[first] = (*found.get(first, ()), tuple(further))
    return found
