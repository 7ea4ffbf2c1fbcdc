"""Articles on their way into a library pass its memory: what is furniture on their sites is folded away."""

from collections.abc import Callable, Iterable

from annotations import sources
from annotations.library import Library
from annotations.sites import Memory
from seeds.article import Article
from tui.cli.making import Made


def remembered(library: Library, memory: Memory) -> Callable[[list[Made]], Iterable[Article | None]]:
    """Puts articles into a library as its memory has them, and has it learn from them once they are written."""

    def put(batch: list[Made]) -> list[Article | None]:
        judged = []
        for article, sketch in batch:
            judged.append(memory.judged(article, sketch))
            memory.learn(judged[-1], sketch)
        try:
            written = list(sources.write_many(library, judged))
        except BaseException:
            memory.forget()
            raise
        memory.keep()
        return written

    return put
