"""What an explanation of an article holds: frozen values, to print, to count or to compare."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import field, frozen

from evinvest.facts.document import Document
from evinvest.facts.reasons import Verdict
from evinvest.models import ExportFigure, Investment, Issue, Plant, Span
from evinvest.models.mapping import FrozenMapping

if TYPE_CHECKING:
    from evinvest.facts.document import Ranged, Sentence

Fact = Investment | Plant | ExportFigure


class Kind(StrEnum):
    """What a thing that was left out could have been."""

    INVESTMENT = "investment"
    PLANT = "plant"
    EXPORT = "export"


@frozen
class Words:
    """Some words of an article.

    Attributes:
        span: half-open, in code points of ``Article.source``.
        text: as a reader sees them, without tags.
        line: the line of the source in which they begin, from 1.
    """

    span: Span
    text: str
    line: int


@frozen(kw_only=True)
class Mention:
    """One place where the text speaks of a thing.

    Attributes:
        sentence: all of it.
        anchor: the words that stand for the thing: the sum, the word for a plant, the figure.
        verdicts: what the linear decisions say there; none for export figures, which rules read.
    """

    sentence: Words
    anchor: Words
    verdicts: tuple[Verdict, ...] = ()


@frozen
class Slot:
    """A filled field of a fact, with its words; ``None`` where no word of its own fills it.

    A stage is told by all that stands around, a product by a maker that the lexicon knows.
    """

    name: str
    value: object
    words: Words | None


@frozen(kw_only=True)
class Explained:
    """A fact and where it comes from.

    Attributes:
        slots: the filled fields, in the order of the record.
        mentions: the places that were put together, the one that the fact was opened at first.
        verdict: for plants and export figures, what all mentions together say of whether the article states it.
        chances: of each stage or status by all mentions together, from 0 to 1; a plant or a sum beside can have
            changed the outcome.
    """

    fact: Fact
    slots: tuple[Slot, ...]
    mentions: tuple[Mention, ...]
    verdict: Verdict | None = None
    chances: Mapping[str, float] = field(factory=FrozenMapping, hash=False)


@frozen
class LeftOut:
    """Something that was weighed and not taken for a fact, and why.

    Attributes:
        why: in words.
        mention: the one that looked most like a fact.
        verdict: for an export figure and a plant that has all it needs, what all mentions together say.
    """

    kind: Kind
    why: str
    mention: Mention
    verdict: Verdict | None = None


@frozen(kw_only=True)
class Explanation:
    """The facts of an article, each with its reasons, and what was left out, both in text order within each kind.

    Attributes:
        day: the day against which "last year" was read.
    """

    day: date | None
    facts: tuple[Explained, ...]
    left_out: tuple[LeftOut, ...]
    issues: tuple[Issue, ...]


@frozen(eq=False)
class Pages:
    """A document with its lines, to quote from."""

    document: Document
    _starts: list[int]

    @classmethod
    def of(cls, document: Document) -> Pages:
        """The document with the places where its lines begin."""
        lengths = (len(line) + 1 for line in document.content.raw.split("\n"))
        return cls(document, list(accumulate(lengths, initial=0)))

    def words(self, mention: Ranged) -> Words:
        """A mention as it is quoted."""
        return self.at(self.document.span(mention), self.document.words(mention))

    def at(self, span: Span, text: str) -> Words:
        """A text with the line in which its span begins."""
        return Words(span, text, bisect_right(self._starts, span.start))

    def mention(self, sentence: Sentence, anchor: Ranged, *verdicts: Verdict) -> Mention:
        """A place that speaks of a thing."""
        return Mention(sentence=self.words(sentence), anchor=self.words(anchor), verdicts=verdicts)
