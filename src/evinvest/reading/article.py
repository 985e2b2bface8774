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

    from evinvest.models import Facts
    from evinvest.reading.inline import Mark
    from evinvest.text import Text


@frozen(kw_only=True, slots=False)  # for the sake of what it keeps: see Tokens
class Article:
    """A news article, with nothing of its file lost.

    Attributes:
        source: the whole decoded file; every span of a fact indexes it.
        format: ``toml``, ``yaml``, ``json``, ``html`` or ``plain``.
        metadata: every key of the front matter or page, in order, with its type.
        title: what the metadata say under whatever key is usual, as are ``summary``, ``description``, ``publisher``,
            ``link``, ``url``, ``identifier`` and ``language``; ``None`` where they say nothing.
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
        from evinvest.reading.stated import KEYS, kept  # noqa: PLC0415 - as above

        changed = change_metadata(self, fields, extra or {})
        if not set(KEYS) & set(self.metadata) or set(KEYS) & set(extra or {}):
            return changed
        return kept(self, changed)

    def with_facts(self, facts: Facts) -> Article:
        r"""The article with facts stated in its front matter, as ``[[investments]]``, ``[[plants]]``, ``[[exports]]``.

        Facts that stood there are replaced, and every other byte stays. A file without a front matter gets one in TOML.
        The text moves by that, and the spans of the evidence with it: what is stated, and what :meth:`stated_facts`
        gives back, points at the words where they stand in the new file. Issues are not stated.

        Args:
            facts: of this article.

        Raises:
            SourceError: when it is a web page or a row of a table, or a word has no place in its encoding.
            MissingExtra: when other TOML tables stand between the facts that are replaced, without ``tomlkit``.

        >>> from evinvest.models import Evidence, Facts, Plant, Span, Status
        >>> from evinvest.reading import parse_article
        >>> article = parse_article("+++\ntitle = 'A plant'\n+++\nIt runs.\n")
        >>> plant = Plant(status=Status.OPERATING, evidence=Evidence(Span(28, 36), "It runs."))
        >>> print(article.with_facts(Facts(plants=(plant,))).source, end="")
        +++
        title = 'A plant'
        <BLANKLINE>
        [[plants]]
        status = "operating"
        evidence = {span = [111, 119], text = "It runs."}
        +++
        It runs.
        """
        from evinvest.reading.stated import with_facts  # noqa: PLC0415 - as above

        return with_facts(self, facts)

    def stated_facts(self) -> Facts:
        """The facts that the front matter states, as :meth:`with_facts` writes them; none where it states none.

        Where the words of a fact do not stand at its place any more, since somebody has edited the file, there is an
        issue ``evidence-moved``.

        Raises:
            SerialError: when something else stands there; ``path`` says where (``$.plants[3].capacity.unit``).
        """
        from evinvest.reading.stated import stated_facts  # noqa: PLC0415 - the converter is not loaded before

        return stated_facts(self)

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
