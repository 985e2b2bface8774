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
        *("versioncreated", "posted", "time"),
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


# Every name, also in small letters, to the fields it may fill and its rank among their names.
_INDEX: dict[str, list[tuple[str, int]]] = {}
for _field, _keys in NAMES.items():
    for _rank, _key in enumerate(_keys):
        for _form in {_key, _key.lower()}:
            _INDEX.setdefault(_form, []).append((_field, _rank))


def fields_of(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article that its metadata fill; the others are left out."""
    fields: dict[str, Any] = {}
    for name, keys in _keys_of(metadata).items():
        value = (_first_date if name == "published" else _first_text)(metadata[key] for key in keys)
        if value is not None:
            fields[name] = value
    return fields


def states(metadata: Mapping[str, Any], field: str) -> bool:
    """Whether the metadata have a key for a field, be it empty."""
    return field in _keys_of(metadata)


def keys_of(metadata: Mapping[str, Any], fields: Iterable[str]) -> dict[str, str]:
    """Under which key the metadata keep each of the fields that they have."""
    found = _keys_of(metadata)
    pairs = ((name, next((key for key in found.get(name, ()) if _text(metadata[key])), None)) for name in fields)
    return {name: key for name, key in pairs if key is not None}


def _keys_of(metadata: Mapping[str, Any]) -> dict[str, list[str]]:
    """The keys that may fill each field, in the order in which they are asked."""
    ranked: list[tuple[int, int, str, str]] = []
    for place, key in enumerate(metadata):
        # Of two keys that differ in capitals only the first counts.
        for name, rank in _INDEX.get(key) or _INDEX.get(key.lower()) or ():
            ranked.append((rank, place, name, key))
    ranked.sort()
    found: dict[str, list[str]] = {}
    for _, _, name, key in ranked:
        found.setdefault(name, []).append(key)
    return found


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
