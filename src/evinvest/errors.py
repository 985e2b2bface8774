"""Everything that the library raises, in one tree.

::

    EvinvestError
    ├── SourceError (ValueError)         a file or stream that cannot be read as an article
    │   └── FrontMatterError             a front matter that is broken or never closes
    ├── UnitError (ValueError)           a number, currency or unit that is not one, or two that do not mix
    ├── PeriodError (ValueError)         a label or span of time that is not one
    ├── RateNotFound (LookupError)       no exchange rate for that currency on that day
    ├── LexiconError (ValueError)        a table of words that is not in its form
    ├── SerialError (ValueError)         a document that does not hold the record asked for
    └── MissingExtra (ImportError)       an optional dependency that is not installed

Each child is also the builtin that it mirrors, so ``except ValueError`` keeps working where it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evinvest.text import Span


class EvinvestError(Exception):
    """The root of all errors of this library, with the place where the trouble is.

    Attributes:
        source: the file, archive member or stream, as the caller named it.
        line: the line in it, from 1.
        span: the half-open range in code points of the decoded source.
        path: the path inside a document, such as ``$.plants[3].capacity.unit``.

    >>> str(EvinvestError("no articles here", source="news/", line=3))
    'news/:3: no articles here'
    """

    def __init__(
        self,
        message: str,
        *,
        source: str | None = None,
        line: int | None = None,
        span: Span | None = None,
        path: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.line = line
        self.span = span
        self.path = path

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.source, self.line, self.path) if part is not None)
        return f"{where}: {self.message}" if where else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the place, which ``Exception`` by itself would drop."""
        place = {"source": self.source, "line": self.line, "span": self.span, "path": self.path}
        return (_rebuild, (type(self), self.message, place))


def _rebuild(kind: type[EvinvestError], message: str, place: dict[str, Any]) -> EvinvestError:
    return kind(message, **place)


class SourceError(EvinvestError, ValueError):
    """A file or stream that cannot be read as an article."""


class FrontMatterError(SourceError):
    """A front matter that is broken or never closes."""


class UnitError(EvinvestError, ValueError):
    """A number, currency or unit that is not one, or two values that do not mix."""


class PeriodError(EvinvestError, ValueError):
    """A label or span of time that is not one."""


class RateNotFound(EvinvestError, LookupError):  # noqa: N818 - a public name: it reads as what happened
    """No exchange rate for that currency on that day."""


class LexiconError(EvinvestError, ValueError):
    """A table of words that is not in its form."""


class SerialError(EvinvestError, ValueError):
    """A document that does not hold the record asked for."""


class MissingExtra(EvinvestError, ImportError):  # noqa: N818 - as RateNotFound
    """An optional dependency that is not installed; the message names the line that installs it.

    >>> raise MissingExtra.named("hypothesis", extra="testing")
    Traceback (most recent call last):
    evinvest.errors.MissingExtra: hypothesis is not installed: pip install "evinvest[testing]"
    """

    @classmethod
    def named(cls, package: str, *, extra: str) -> MissingExtra:
        """The error for a ``package`` that comes with ``extra``."""
        return cls(f'{package} is not installed: pip install "evinvest[{extra}]"')
