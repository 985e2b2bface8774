"""Facts in the front matter of their article, for a site to render, and their spans, which move as it grows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, frozen

from evinvest.converter import structure, unstructure
from evinvest.errors import SerialError, SourceError
from evinvest.models import ExportFigure, Facts, Investment, Issue, Plant, Span
from evinvest.reading.editing import change_metadata, spliced
from evinvest.reading.writing import toml_tables

if TYPE_CHECKING:
    from evinvest.reading.article import Article

KEYS = ("investments", "plants", "exports")
"""The keys of a front matter under which facts stand, which are those of ``Facts``."""

F = TypeVar("F", Investment, Plant, ExportFigure)


def stated_facts(article: Article) -> Facts:
    """See :meth:`evinvest.reading.Article.stated_facts`."""
    try:
        facts = structure({key: article.metadata[key] for key in KEYS if key in article.metadata}, Facts)
    except SerialError as error:
        error.source = error.source or article.name
        raise
    moved = [fact.evidence for fact in facts if fact.evidence.span.of(article.source) != fact.evidence.text]
    issues = [
        Issue("evidence-moved", "the words of a fact stand elsewhere", span=evidence.span, source=article.name)
        for evidence in moved
    ]
    return evolve(facts, issues=tuple(issues))


def with_facts(article: Article, facts: Facts) -> Article:
    """See :meth:`evinvest.reading.Article.with_facts`."""
    written, placed = _stated(article, facts), facts
    shift = Shift.between(article, written)
    # The digits of the spans count as well, so the facts are stated again until they say where their words are. Longer
    # spans make a longer front matter and never a shorter one, so the spans move one way only, and come to rest.
    while (moved := shift.facts(facts)) != placed:
        written, placed = _stated(article, moved), moved
        shift = evolve(shift, by=len(written.source) - len(article.source))
    return written


def kept(before: Article, after: Article) -> Article:
    """An article whose metadata were changed, with the facts that it stated at the places where their words are now."""
    try:
        facts = stated_facts(before)
    except SerialError:  # the keys hold something else
        return after
    return with_facts(after, Shift.between(before, after).facts(facts)) if len(facts) else after


def _stated(article: Article, facts: Facts) -> Article:
    tables = {key: [_document(fact) for fact in getattr(facts, key)] for key in KEYS}
    if article.format == "plain":
        written = _with_front_matter(article, tables) if any(tables.values()) else article
    else:
        changes = {key: value or None for key, value in tables.items() if value or key in article.metadata}
        written = change_metadata(article, {}, changes)
    for key, value in tables.items():
        if written.metadata.get(key, []) != value:
            raise SourceError(f"{key} cannot be stated in this front matter", source=article.name)
    return written


def _document(fact: Investment | Plant | ExportFigure) -> dict[str, Any]:
    """The plain value of a fact, whose kind is said by the table that it stands in."""
    document = unstructure(fact)
    return {key: document[key] for key in document if key != "kind"}


def _with_front_matter(article: Article, tables: Mapping[str, Any]) -> Article:
    from evinvest.reading.reader import parse_article  # noqa: PLC0415 - the reader builds articles

    block = "\n".join(toml_tables(key, value) for key, value in tables.items() if value)
    text = f"+++\n{block}+++\n"
    if "\r\n" in article.source:
        text = text.replace("\n", "\r\n")
    raw = spliced(article, 0, 0, text)
    return parse_article(raw, format="toml", name=article.name, encoding=article.encoding, max_bytes=len(raw))


def _longest(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest size up to a limit for which something holds that holds for all smaller ones."""
    return bisect_left(range(1, limit + 1), x=True, key=lambda size: not holds(size))


@frozen
class Shift:
    """How places of a file move when a part of it is replaced.

    Attributes:
        start: of the part; what ends before it stays.
        end: of the part; what begins behind it moves.
        by: how far.
    """

    start: int
    end: int
    by: int

    @classmethod
    def between(cls, before: Article, after: Article) -> Shift:
        """The shift between two states of a file that differ in one part, which is made as small as can be."""
        old, new = before.source, after.source
        shorter = min(len(old), len(new))
        start = _longest(shorter, lambda size: old.startswith(new[:size]))
        behind = _longest(shorter - start, lambda size: old.endswith(new[len(new) - size :]))
        return cls(start, len(old) - behind, len(new) - len(old))

    def facts(self, facts: Facts) -> Facts:
        """Facts whose evidence has moved."""
        return Facts(
            investments=tuple(map(self._fact, facts.investments)),
            plants=tuple(map(self._fact, facts.plants)),
            exports=tuple(map(self._fact, facts.exports)),
        )

    def _fact(self, fact: F) -> F:
        evidence = fact.evidence
        fields = {name: self._span(span) for name, span in evidence.fields.items()}
        return evolve(fact, evidence=evolve(evidence, span=self._span(evidence.span), fields=fields))

    def _span(self, span: Span) -> Span:
        if span.start >= self.end and span.end > self.start:
            return Span(span.start + self.by, span.end + self.by)
        return span
