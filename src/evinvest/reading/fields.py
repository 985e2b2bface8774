"""The fields of an article from the names under which files and pages keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from evinvest.reading.dates import parse_date

# In the order in which they are asked. Dates: Hugo's own fallback order first, then the names of other generators,
# of Dublin Core, Open Graph and schema.org.
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "og:title", "name", "dc.title", "twitter:title"),
    "summary": ("summary", "abstract", "excerpt", "lead", "subtitle", "dek", "standfirst", "alternativeHeadline"),
    "description": ("description", "og:description", "dc.description", "twitter:description"),
    "published": (
        *("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
        *("datePublished", "published_at", "publish_date", "published_time", "article:published_time"),
        *("publication_date", "created", "created_at", "dc.date", "dc.date.issued", "dateCreated"),
        *("versioncreated", "posted", "time", "day", "fetch_date"),
    ),
    "publisher": ("publisher", "source", "site_name", "og:site_name", "sourceOrganization", "provider", "news_source"),
    "link": (
        *("source_link", "link", "original_url", "source_url", "canonical", "canonical_url", "canonicalURL"),
        *("og:url", "mainEntityOfPage"),
    ),
    "url": ("url", "permalink", "slug", "path", "uri"),
    "identifier": ("identifier", "article_id", "id", "guid", "uuid", "@id", "doc_id", "feed_item_id"),
    "language": ("language", "lang", "locale", "inLanguage", "og:locale", "languageCode"),
}


def fields_of(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article that its metadata fill; the others are left out."""
    fields: dict[str, Any] = {}
    folded = _folded(metadata)
    for name, keys in NAMES.items():
        values = [metadata[found] for key in keys if (found := _find(metadata, folded, key)) is not None]
        value = _first_date(values) if name == "published" else _first_text(values)
        if value is not None:
            fields[name] = value
    return fields


def key_of(metadata: Mapping[str, Any], field: str) -> str | None:
    """Under which key the metadata keep a field."""
    folded = _folded(metadata)
    keys = (_find(metadata, folded, key) for key in NAMES[field])
    return next((key for key in keys if key is not None and _text(metadata[key])), None)


def _folded(metadata: Mapping[str, Any]) -> dict[str, str]:
    """The keys by their small letters; of two alike the first counts."""
    return {key.lower(): key for key in [*metadata][::-1]}


def _find(metadata: Mapping[str, Any], folded: Mapping[str, str], key: str) -> str | None:
    return key if key in metadata else folded.get(key.lower())


def _first_text(values: Iterable[Any]) -> str | None:
    return next((text for text in map(_text, values) if text), None)


def _first_date(values: Iterable[Any]) -> datetime | date | None:
    return next((day for day in map(_date, values) if day is not None), None)


def _text(value: Any) -> str | None:  # noqa: ANN401 - any value of a front matter
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@id")
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return None


def _date(value: Any) -> datetime | date | None:  # noqa: ANN401 - as above
    if isinstance(value, datetime | date):
        return value
    text = _text(value)
    return parse_date(text) if text else None
