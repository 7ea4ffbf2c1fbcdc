"""What people corrected of an article outranks what the program made of it, for ever. Pure."""

from collections.abc import Mapping

from seeds.article import Article, Block, Kind, Meta

REASON = "the reader's word"

EXTRA = "meta_"
"""What stands before the name of a column that a corpus or a table brought along, where it is a field among others."""


def corrected(article: Article, corrections: Mapping[str, str]) -> Article:
    """The article with its corrections: "title", "publication", "author", "published_at", "url", "language",
    "meta_NAME" for what a corpus or a table says besides, and "kind START-END" for the block with that span.

    What fits nothing in this article is left alone: a later cleaner may have cut other blocks.
    """
    kinds = {name: kind for name, said in corrections.items() if name.startswith("kind ") and (kind := _kind(said))}
    blocks = tuple(_flipped(block, kinds) for block in article.blocks) if kinds else article.blocks
    return article._replace(meta=_told(article.meta, corrections), blocks=blocks)


def _told(meta: Meta, corrections: Mapping[str, str]) -> Meta:
    told = {name.removeprefix(EXTRA): said for name, said in corrections.items() if name.startswith(EXTRA)}
    return meta._replace(
        title=corrections.get("title", meta.title),
        publication=corrections.get("publication", meta.publication),
        author=corrections.get("author", meta.author),
        published_at=corrections.get("published_at", meta.published_at),
        url=corrections.get("url", meta.url),
        language=corrections.get("language", meta.language),
        extra={**meta.extra, **told} if told else meta.extra,
    )


def _kind(said: str) -> Kind | None:
    try:
        return Kind(said)
    except ValueError:
        return None


def _flipped(block: Block, kinds: Mapping[str, Kind]) -> Block:
    kind = kinds.get(f"kind {block.span.start}-{block.span.end}")
    return block._replace(kind=kind, score=1.0, reason=REASON) if kind else block
