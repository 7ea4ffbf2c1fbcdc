"""A page of an invented paper, as its server would send it, for tests that read pages."""

from datetime import UTC, datetime

from seeds.article import Article, Block, Kind
from seeds.build import build
from seeds.read import Raw

NOON = datetime(2024, 5, 4, 12, 0, tzinfo=UTC)

PARAGRAPHS = (
    "Negotiators for the dockers and the port authority will meet again on Monday, four weeks after talks broke down "
    "over the night shift, both sides said on Friday.",
    "“We will sit down as soon as the lockout notices are gone,” Mara Holt, the union's secretary, told reporters "
    "outside the harbour office. “Nobody bargains with a padlock on the gate.”",
    "The authority confirmed the date in a short statement but said that it would not discuss wages before the pickets "
    "had left the northern quay. It has asked a retired judge to chair the meeting.",
    "Some 400 dockers walked out in April after the authority cut the pay for work after midnight by a fifth. Since "
    "then eleven ships have been turned away, and the fish market has moved to Upper Tern.",
    "A first round ended after three hours when the union's delegates found that the locks of the canteen had been "
    "changed. The authority called that a misunderstanding, and gave the keys back two days later.",
)

NAVIGATION = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("World", "Ports", "Markets", "Culture")
)
TEASERS = "".join(
    f'<li class="teaser"><a href="/{number}">{title}</a></li>'
    for number, title in enumerate(("Ferry fares to rise", "Gulls close a school", "Upper Tern elects a mayor"))
)

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Harbour talks to resume after four weeks | The Tern Courier</title>
<meta property="og:title" content="Harbour talks to resume after four weeks">
<meta property="og:site_name" content="The Tern Courier">
<link rel="canonical" href="https://tern.example/ports/harbour-talks">
<script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Harbour talks to resume after four weeks",
"author": {{"@type": "Person", "name": "Jonas Pell"}}, "datePublished": "2024-05-03T08:30:00Z",
"dateModified": "2024-05-03T17:05:00Z"}}</script>
<style>.x {{ color: red }}</style><script>var talks = "not for readers";</script></head>
<body><header class="masthead"><a href="/">The Tern Courier</a><nav><ul>{NAVIGATION}</ul></nav></header>
<main><article class="story"><h1>Harbour talks to resume after four weeks</h1>
<p class="standfirst">Union and port authority agree on a chair for Monday's round, and on little else.</p>
<div class="byline">By <a href="/jonas">Jonas Pell</a></div><time datetime="2024-05-03">3 May 2024</time>
<figure><img src="quay.jpg">
<figcaption>Pickets on the northern quay. Photo: Ada Quill / Tern Press</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>A judge in the chair</h2><p>{PARAGRAPHS[2]}</p>
<aside class="newsletter"><p>Sign up for our newsletter and never miss a tide.</p><button>Subscribe</button></aside>
<blockquote><p>{PARAGRAPHS[3]}</p></blockquote>
<p>The union asks for three things before any talks on wages:</p>
<ul><li>the lockout notices withdrawn</li><li>the canteen opened</li><li>no dismissals until June</li></ul>
<p>{PARAGRAPHS[4]}</p></article>
<aside class="related"><h3>Read more</h3><ul>{TEASERS}</ul></aside></main>
<footer><p>© 2024 The Tern Courier. All rights reserved.</p></footer></body></html>"""


def paged(markup: str | bytes = PAGE, encoding: str = "") -> Article:
    """The article of a page."""
    data = markup.encode() if isinstance(markup, str) else markup
    return build(Raw(data, "a.html", "a.html", encoding, "html"), added=NOON)


def words(article: Article, *kinds: Kind) -> list[str]:
    """The words of the blocks of some kinds, in order."""
    return [block.span.of(article.text) for block in article.blocks if block.kind in kinds]


def block_of(article: Article, beginning: str) -> Block:
    """The block that begins with some words, after a bullet at most."""
    return next(one for one in article.blocks if one.span.of(article.text).removeprefix("• ").startswith(beginning))
