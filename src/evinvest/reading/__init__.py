"""Reading: bytes in any form that news comes in, to one :class:`Article` with a map back to its source."""

from typing import TYPE_CHECKING, Any

from evinvest.reading.article import Article
from evinvest.reading.reader import FORMATS, MAX_BYTES, parse_article, read_article
from evinvest.reading.sections import Section
from evinvest.reading.sources import iter_articles

if TYPE_CHECKING:
    from evinvest.reading.handlers import TOMLHandler, YAMLHandler

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "Article",
    "Section",
    "TOMLHandler",
    "YAMLHandler",
    "iter_articles",
    "parse_article",
    "read_article",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the handlers need python-frontmatter, which takes long to import
    if name in ("TOMLHandler", "YAMLHandler"):
        from evinvest.reading import handlers  # noqa: PLC0415 - see above

        return getattr(handlers, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
