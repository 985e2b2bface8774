"""An article: the file as it was, its metadata, and the text that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from evinvest.models.mapping import FrozenMapping, freeze
from evinvest.reading.layout import Layout, lift
from evinvest.reading.normal import normalise
from evinvest.reading.sections import Section, find_sections

if TYPE_CHECKING:
    import frontmatter

    from evinvest.reading.inline import Mark
    from evinvest.text import Text


@frozen(kw_only=True)
class Article:
    """A news article, with nothing of its file lost.

    Attributes:
        source: the whole decoded file; every span of a fact indexes it.
        format: ``toml``, ``yaml``, ``json``, ``html`` or ``plain``.
        metadata: every key of the front matter or page, in order, with its type.
        published: aware where the file says its zone, naive where it gives a time without one, a plain ``date`` where
            it gives only the day.
        name: the file or archive member that it was read from.
        encoding: in which ``source`` was decoded: ``raw.decode(encoding) == source``.
        raw: the bytes it was read from.
    """

    source: str = field(repr=False)
    format: str
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
    layout: Layout = field(repr=False, eq=False)
    """Where its parts stand in ``source``."""

    def __attrs_post_init__(self) -> None:
        freeze(self, "metadata")

    @cached_property
    def _lifted(self) -> tuple[Text, list[Mark]]:
        return lift(self.source, self.layout)

    @cached_property
    def content(self) -> Text:
        """The text that a reader sees with its map back to the source.

        Title, summary and description where the front matter has them (in its order), then the body. It is lifted out
        when it is first asked for, as the sections are: who wants the metadata alone does not pay for the text.
        """
        return normalise(self._lifted[0])

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts of ``content``, in order, disjoint."""
        found = find_sections(self.content, self._lifted[1])
        if found and found[0].kind == "heading" and self.title in (None, found[0].span.of(self.text)):
            # The first heading is the title, unless the metadata have one, which stands before it.
            return (evolve(found[0], kind="title"), *found[1:])
        return found

    @property
    def text(self) -> str:
        """What a reader sees: title, summary and body in normal form, one paragraph a line."""
        return self.content.normal

    @property
    def body(self) -> str:
        """The text without what the metadata hold: from the first section that stands in the body."""
        lifted = ("title", "summary", "description")
        first = next((part for part in self.sections if part.kind not in lifted), None)
        return self.text[first.span.start :] if first else ""

    @property
    def day(self) -> date | None:
        """The day of publication, in the zone that the file gives."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def to_bytes(self) -> bytes:
        """Exactly the bytes that the article was read from."""
        return self.raw

    def with_metadata(self, *, extra: Mapping[str, Any] | None = None, **fields: Any) -> Article:  # noqa: ANN401
        r"""The article with some metadata changed and every other byte as it was.

        Args:
            extra: keys of the front matter and their new values; ``None`` takes a key out.
            fields: fields of the article (``title``, ``summary``, ``description``, ``published``, ``publisher``,
                ``link``, ``url``, ``identifier``, ``language``): changed under the key that holds them, or added
                under the first usual name.

        Raises:
            SourceError: when the article has no front matter, or the values cannot be written in its format.
            MissingExtra: when a TOML front matter is changed without ``tomlkit``.

        >>> from evinvest.reading import parse_article
        >>> article = parse_article("---\ntitle: A plant  # short\ndraft: true\n---\nText.\n")
        >>> article.with_metadata(title="Two plants", extra={"draft": None}).to_bytes()
        b'---\ntitle: Two plants  # short\n---\nText.\n'
        """
        from evinvest.reading.editing import change_metadata  # noqa: PLC0415 - built on the reader, which builds this

        return change_metadata(self, fields, extra or {})

    def to_post(self) -> frontmatter.Post:
        """The article as python-frontmatter holds one: metadata and the raw body."""
        from evinvest.reading.interop import to_post  # noqa: PLC0415 - python-frontmatter is not loaded before

        return to_post(self)

    @classmethod
    def from_post(cls, post: frontmatter.Post) -> Article:
        """Read what python-frontmatter holds, written out by its handler (YAML where it has none)."""
        from evinvest.reading.interop import from_post  # noqa: PLC0415 - as above

        return from_post(post)

    def to_schema_org(self) -> dict[str, Any]:
        """The article as a schema.org ``NewsArticle``, ready for JSON-LD; absent fields are left out."""
        from evinvest.reading.interop import to_schema_org  # noqa: PLC0415 - as above

        return to_schema_org(self)

    def to_ninjs(self) -> dict[str, Any]:
        """The article as an IPTC ninjs 2.1 news item, ready for JSON; absent fields are left out."""
        from evinvest.reading.interop import to_ninjs  # noqa: PLC0415 - as above

        return to_ninjs(self)
