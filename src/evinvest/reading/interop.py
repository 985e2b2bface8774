"""Articles in the shapes of others: python-frontmatter, schema.org, IPTC ninjs."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import frontmatter
from frontmatter.default_handlers import JSONHandler

from evinvest.errors import SourceError
from evinvest.reading.frontmatter import find_front_matter
from evinvest.reading.handlers import TOMLHandler, YAMLHandler
from evinvest.reading.reader import parse_article

if TYPE_CHECKING:
    from evinvest.reading.article import Article


def to_post(article: Article) -> frontmatter.Post:
    """The metadata and the raw body as python-frontmatter holds them."""
    front = None
    if article.format in ("toml", "yaml", "json"):
        front = find_front_matter(article.source, format=article.format)
    handlers = {"toml": TOMLHandler, "yaml": YAMLHandler, "json": JSONHandler}
    handler = handlers[article.format]() if article.format in handlers else None
    post = frontmatter.Post(article.source[front.body :].strip() if front else article.source.strip(), handler)
    # Not as keywords: a key named "content" or "handler" would clash.
    post.metadata.update(article.metadata)
    return post


def from_post(post: frontmatter.Post) -> Article:
    """Write a post out and read it.

    Raises:
        SourceError: when its metadata cannot be written.
    """
    handler = post.handler or YAMLHandler()
    try:
        text = frontmatter.dumps(post, handler=handler)
    except (TypeError, ValueError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"the post cannot be written: {error}") from error
    return parse_article(text)


def to_schema_org(article: Article) -> dict[str, Any]:
    """A schema.org ``NewsArticle``: https://schema.org/NewsArticle."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "abstract": article.summary,
            "description": article.description,
            "datePublished": article.published.isoformat() if article.published else None,
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
            "url": article.link or article.url,
            "identifier": article.identifier,
            "inLanguage": article.language,
            "articleBody": article.body,
        }
    )


def to_ninjs(article: Article) -> dict[str, Any]:
    """An IPTC ninjs 2.1 item: https://iptc.org/standards/ninjs/.

    The standard requires a ``uri``: the link, else the address within the site, else an URN of the identifier or, last,
    of the name of the file.
    """
    own = article.identifier or article.name or "unnamed"
    address = next((text for text in (article.link, article.url) if text and "://" in text), None)
    body = article.body
    return _filled(
        {
            "uri": address or f"urn:evinvest:{own}",
            "type": "text",
            "standard": {"name": "ninjs", "version": "2.1"},
            "language": article.language,
            "versioncreated": _moment(article.published),
            "headlines": [{"role": "main", "value": article.title}] if article.title else None,
            "descriptions": [
                {"role": role, "value": text}
                for role, text in (("summary", article.summary), ("description", article.description))
                if text
            ],
            "bodies": [
                {
                    "role": "main",
                    "contenttype": "text/plain",
                    "charcount": len(body),
                    "wordcount": len(body.split()),
                    "value": body,
                }
            ],
            "infosources": [{"name": article.publisher}] if article.publisher else None,
            "altids": [{"role": "identifier", "value": article.identifier}] if article.identifier else None,
        }
    )


def _moment(published: datetime | date | None) -> str | None:
    """A date-time: the standard has no word for a day alone, so that is its first moment."""
    if published is None:
        return None
    return (published if isinstance(published, datetime) else datetime.combine(published, time())).isoformat()


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value not in (None, "", [])}
