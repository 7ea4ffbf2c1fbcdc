"""Tell a page that holds no article from one that does: it is made of frames, or all that it shows asks for consent."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from seeds.article import Block, Kind
from seeds.html.lines import Line

FRAMES = ("is made of frames, and its text is in other pages", "add the pages of its frames")
WALL = ("shows nothing but a question about cookies", "answer it in a browser, and save the page again")

_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent|\bgdpr\b|\bprivacy\b|our \d* ?partners|einwillig|datenschutz|zustimm|consentement|traceurs"
    r"|privacidad|consentimiento|конфиденциальн|çerez|ملفات تعريف|隐私",
    re.IGNORECASE,
)
_SHOWN = frozenset({Kind.BODY, Kind.HEADING, Kind.STANDFIRST})
_LONGEST, _SHARE = 250, 0.6
"""Words of a wall at most, and the share of them in blocks about consent from which on there is nothing else."""


def refusal(root: etree._Element, lines: Iterable[Line], text: str, blocks: Sequence[Block]) -> tuple[str, str] | None:
    """Why a page is no article, and the next step; None where it may be one."""
    if next(root.iter("frameset"), None) is not None:
        return FRAMES
    asks = any("consent" in line.place.around or "button" in line.place.roles for line in lines)
    shown = [block.span.of(text) for block in blocks if block.kind in _SHOWN]
    words = sum(len(one.split()) for one in shown)
    asking = sum(len(one.split()) for one in shown if _CONSENT.search(one))
    return WALL if asks and words <= _LONGEST and asking > _SHARE * words else None
