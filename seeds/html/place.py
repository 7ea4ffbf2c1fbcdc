"""Where on a page a line stands: in which elements, and what their names and classes say they are for. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

_CUES = {
    "article": "article|story|artikel|articulo|noticia",
    "post": "post|entry|hentry|blog",
    "content": "content|contenido|inhalt",
    "body": "body|text|copy|prose|wysiwyg|markdown",
    "main": "main|primary",
    "comment": "comment|disqus|respond|reply|replies|discussion|kommentar",
    "side": "side|sidebar|aside|rail|widget|column|secondary",
    "related": "related|recommend|more|next|prev|popular|trending|latest|recent|also|similar|most|outbrain",
    "teaser": "teaser|card|promo|promoted|tile|feed|grid|list|listing|carousel|slider|archive|stream|item",
    "share": "share|sharing|social|follow|facebook|twitter|whatsapp|addthis|sns",
    "subscribe": "newsletter|subscribe|subscription|signup|sign|optin|opt|paywall|login|account|member|donate|support",
    "nav": "nav|navbar|navigation|menu|breadcrumb|breadcrumbs|topbar|masthead|toolbar|pager|skip",
    "header": "header|head|banner|hero|top",
    "footer": "footer|foot|bottom|colophon|copyright|legal|disclaimer|license",
    "byline": "byline|author|authors|bio|avatar|writer|contributor|profile|staff|vcard|about",
    "stamp": "meta|date|time|dateline|published|updated|timestamp|info|details",
    "caption": "caption|figcaption|credit|credits|source|attribution|legend",
    "picture": "image|images|img|photo|picture|gallery|video|media|player|audio|figure|thumb|thumbnail|slideshow",
    "tags": "tag|tags|topic|topics|category|categories|cat|keyword|keywords|label|labels|term|terms",
    "advert": "ad|ads|adv|advert|advertisement|advertising|sponsor|sponsored|dfp|gpt|partner|affiliate",
    "consent": "cookie|cookies|consent|gdpr|popup|modal|overlay|dialog|notice|alert|privacy|tooltip",
    "unseen": "hidden|sr|hide|visually|screen|print|noprint|offscreen|collapse|collapsed|mobile|desktop",
    "contents": "toc|contents|anchor|jump|index|outline",
    "quote": "quote|blockquote|pullquote|pull|citation|tweet",
    "button": "btn|button|cta|link|links|action|actions|call",
    "title": "title|headline|heading|kicker|eyebrow",
    "summary": "subtitle|subheading|standfirst|deck|dek|summary|excerpt|lead|lede|intro|description|sub",
    "review": "product|price|rating|ratings|review|stars|vote|votes|score|buy|shop|cart|specs",
    "search": "search|form|field|input|filter|sort|contact",
    "table": "table|tbl|data|chart|infobox|stats|results|scoreboard",
    "box": "box|block|panel|callout|inset|embed|module|section|sidebox|factbox|note|tip|faq|accordion",
    "foot": "footnote|footnotes|reference|references|endnotes|sources|cite",
}
"""What names, classes and roles of elements are made of, by what such elements are for."""

_PURPOSES: dict[str, tuple[str, ...]] = {}
for _name, _words in _CUES.items():
    for _word in _words.split("|"):
        _PURPOSES[_word] = (*_PURPOSES.get(_word, ()), _name)
_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_ROLES = """
    article main nav aside header footer form figure figcaption blockquote table ul ol dl pre address details section
    h1 h2 h3 h4 h5 h6 button
"""
ROLES = frozenset(_ROLES.split())
"""Elements of which it matters that a line stands in one of them, however deep."""


WHOLE = frozenset({"html", "body"})
"""Elements whose names speak of the whole page, as "comments-open" does."""


@dataclass(slots=True, eq=False)
class Place:
    """An element on the way from the top of a page to a line. `above` is the one around it, `depth` how many there are.

    `tag` and `cues` are its own; `roles` and `around` are those of all elements from the top to it. `name` is its tag
    with its classes: elements that the same template made share it.
    """

    tag: str
    name: str
    cues: frozenset[str]
    roles: frozenset[str]
    around: frozenset[str]
    above: "Place | None"
    depth: int


TOP = Place("", "", frozenset(), frozenset(), frozenset(), None, 0)


def inside(above: Place, element: etree._Element, tag: str) -> Place:
    """The place of an element within another."""
    get = element.get
    if tag in WHOLE:
        return Place(tag, tag, frozenset(), above.roles, above.around, above, above.depth + 1)
    said = " ".join(filter(None, (get("class"), get("id"), get("role"), get("itemprop"), get("data-testid"))))
    cues = _cues(said) if said else frozenset()
    if get("hidden") is not None or get("aria-hidden") == "true" or _HIDDEN.search(get("style") or ""):
        cues |= {"hidden"}
    roles = above.roles if tag not in ROLES or tag in above.roles else above.roles | {tag}
    around = above.around if cues <= above.around else above.around | cues
    name = f"{tag}.{get('class') or ''}"
    return Place(tag, name, cues, roles, around, above, above.depth + 1)


@lru_cache(4096)
def _cues(said: str) -> frozenset[str]:
    """The purposes that an element's names tell, as the words between hyphens, underscores and humps."""
    return frozenset(purpose for word in _WORD.findall(said) for purpose in _PURPOSES.get(word.lower(), ()))
