"""An article: the file as it was, its metadata, and the text that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from evinvest.models.mapping import FrozenMapping, freeze
from evinvest.text import Span, Text


@frozen
class Section:
    """A part of the text with a part to play.

    Attributes:
        kind: ``title``, ``summary``, ``description``, ``body`` (a paragraph), ``heading``, ``caption``, ``dateline`` or ``item``.
        span: half-open, in code points of the normal form (``Article.text``).
    """

    kind: str
    span: Span


@frozen(kw_only=True)
class Article:
    """A news article, with nothing of its file lost.

    Attributes:
        source: the whole decoded file; every span of a fact indexes it.
        format: ``toml``, ``yaml``, ``json``, ``html`` or ``plain``.
        content: the text that a reader sees with its map back to the source: title and summary where the metadata have
            them, then the body.
        sections: the parts of ``content``, in order.
        metadata: every key of the front matter or page, in order, with its type.
        published: aware where the file says its zone; a plain ``date`` where it gives only the day.
        name: the file or archive member that it was read from.
        encoding: in which ``source`` was decoded.
        raw: the bytes it was read from.
    """

    source: str = field(repr=False)
    format: str
    content: Text = field(repr=False)
    sections: tuple[Section, ...] = field(default=(), repr=False)
    metadata: Mapping[str, Any] = field(factory=FrozenMapping, hash=False, repr=False)
    title: str | None = None
    published: datetime | date | None = None
    summary: str | None = field(default=None, repr=False)
    description: str | None = field(default=None, repr=False)
    publisher: str | None = None
    link: str | None = None
    url: str | None = None
    identifier: str | None = None
    language: str | None = None
    name: str | None = None
    encoding: str = "utf-8"
    raw: bytes = field(repr=False)

    def __attrs_post_init__(self) -> None:
        freeze(self, "metadata")

    @property
    def text(self) -> str:
        """What a reader sees: title, summary and body in normal form, one paragraph a line."""
        return self.content.normal

    @property
    def day(self) -> date | None:
        """The day of publication, in the zone that the file gives."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def to_bytes(self) -> bytes:
        """Exactly the bytes that the article was read from."""
        return self.raw
