"""Who says so, how firmly, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from evinvest.models.mapping import FrozenMapping, frozen_mapping
from evinvest.text import Span


class Modality(StrEnum):
    """How firmly a fact is stated."""

    ASSERTED = "asserted"
    """The text says it in its own voice, or names who says it and does not doubt it."""
    REPORTED = "reported"
    """Unnamed people say it: reportedly, sources said, people familiar with the matter."""
    POSSIBLE = "possible"
    """It may, might or could be."""


@frozen(kw_only=True)
class Claim:
    """A report can be denied later, so a fact is a claim: who makes it, how firmly, and whether it is denied.

    Attributes:
        attribution: those who say so, nearest first: ``("Rhodium Group", "Bloomberg")``.
        denied: whether somebody who should know says that it is not so.
    """

    attribution: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED
    denied: bool = False


@frozen
class Evidence:
    """The words that a fact was read from.

    ``article.source[evidence.span.start:evidence.span.end] == evidence.text`` holds always.

    Attributes:
        span: half-open, in code points of ``Article.source``.
        text: those characters as they stand there, tags and line breaks included.
        fields: for every filled field of the record the span that it was read from.
    """

    span: Span
    text: str
    fields: Mapping[str, Span] = field(factory=FrozenMapping, converter=frozen_mapping, hash=False)
