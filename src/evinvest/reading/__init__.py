"""Reading: bytes in any form that news comes in, to one :class:`Article` with a map back to its source."""

from evinvest.reading.article import Article, Section
from evinvest.reading.reader import FORMATS, MAX_BYTES, parse_article, read_article

__all__ = ["FORMATS", "MAX_BYTES", "Article", "Section", "parse_article", "read_article"]
