"""What an article states, all together, and what was seen and not understood."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from evinvest.models.records import ExportFigure, Investment, Plant
from evinvest.text import Span


@frozen
class Issue:
    """Something seen and not understood, or not consistent: a value, so that one trouble stops nothing else.

    Attributes:
        code: a short fixed name, such as ``equivalent-mismatch``, for programs.
        message: one sentence for people.
        span: where, in code points of ``Article.source``.
        source: the file or archive member.
        line: the line in it, from 1.
    """

    code: str
    message: str
    span: Span | None = None
    source: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.source, self.line) if part is not None)
        return f"{where}: {self.message} [{self.code}]" if where else f"{self.message} [{self.code}]"


@frozen(kw_only=True)
class Facts:
    """The facts of one article, each kind in the order of the text."""

    investments: tuple[Investment, ...] = ()
    plants: tuple[Plant, ...] = ()
    exports: tuple[ExportFigure, ...] = ()
    issues: tuple[Issue, ...] = ()

    def __iter__(self) -> Iterator[Investment | Plant | ExportFigure]:
        """All facts: investments, then plants, then export figures."""
        yield from self.investments
        yield from self.plants
        yield from self.exports

    def __len__(self) -> int:
        return len(self.investments) + len(self.plants) + len(self.exports)
