"""Data frames of pandas and polars, through Arrow: typed columns, exact decimals, days, lists, and nothing lost.

Needs the extra ``tables``. In pandas the columns have Arrow types, so that numbers stay decimals and absent is ``NA``.

>>> from evinvest.models import Evidence, Investment, Money, Span, Stage
>>> deal = Investment(amount=Money(5_000_000, "EUR"), stage=Stage.MADE, evidence=Evidence(Span(0, 4), "said"))
>>> frame = to_pandas([deal], kind="investment", article="story.md")
>>> frame[["article", "amount", "currency", "stage"]].to_dict("records")
[{'article': 'story.md', 'amount': Decimal('5000000.000000000'), 'currency': 'EUR', 'stage': 'made'}]
>>> from_pandas(frame).investments == from_polars(to_polars([deal])).investments == (deal,)
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evinvest.serial._extras import optional
from evinvest.serial.arrow import arrow_errors, from_table, to_table

if TYPE_CHECKING:
    from evinvest.models import Facts
    from evinvest.serial.dollars import Dollars
    from evinvest.serial.rows import Records

__all__ = ["from_pandas", "from_polars", "to_pandas", "to_polars"]


def to_pandas(
    facts: Records, *, kind: str | None = None, article: str | None = None, dollars: Dollars | None = None
) -> Any:  # noqa: ANN401 - pandas is optional
    """A ``pandas.DataFrame`` of the facts of one kind, or of all facts and issues; ``kind`` is its first column.

    Args:
        facts: of one article, or some facts, or all facts by the names of their articles.
        kind: ``investment``, ``plant``, ``export`` or ``issue``: only these, and only their columns.
        article: the name of the article, where they are of one.
        dollars: adds ``amount_usd`` and the like.

    Raises:
        SerialError: for a fact that no table holds, or another kind.
        MissingExtra: without the extra ``tables``.
    """
    pandas = optional("pandas", extra="tables")
    table = to_table(facts, kind=kind, article=article, dollars=dollars)
    return table.to_pandas(types_mapper=pandas.ArrowDtype)


def from_pandas(frame: Any) -> Facts:  # noqa: ANN401 - as above
    """The facts in a ``pandas.DataFrame`` that has the column ``kind``; its index is passed over.

    Raises:
        SerialError: when a row holds no fact; ``path`` names the row and the column.
        MissingExtra: without the extra ``tables``.
    """
    pyarrow = optional("pyarrow", extra="tables")
    with arrow_errors():
        table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    return from_table(table)


def to_polars(
    facts: Records, *, kind: str | None = None, article: str | None = None, dollars: Dollars | None = None
) -> Any:  # noqa: ANN401 - as above
    """A ``polars.DataFrame``; arguments and errors are those of :func:`to_pandas`."""
    polars = optional("polars", extra="tables")
    return polars.from_arrow(to_table(facts, kind=kind, article=article, dollars=dollars))


def from_polars(frame: Any) -> Facts:  # noqa: ANN401 - as above
    """The facts in a ``polars.DataFrame``; errors are those of :func:`from_pandas`."""
    with arrow_errors():
        table = frame.to_arrow()
    return from_table(table)
