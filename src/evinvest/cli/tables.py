"""Facts as aligned tables for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evinvest.cli.grid import clean, grid
from evinvest.models import (
    Capacity,
    Change,
    Claim,
    ExportFigure,
    Facts,
    Investment,
    Money,
    Place,
    Plant,
    Quantity,
)

Row = tuple[str, ...]


def tables(facts: Sequence[tuple[str, Facts]], *, width: int = 120) -> str:
    """Three tables, of investments, plants and exports, each fact with the words that it was read from.

    Args:
        facts: names of articles with their facts; the names are shown when there are several.
        width: cells of a line; Chinese characters take two. Words that do not fit end in an ellipsis.
    """
    kinds: tuple[tuple[str, Row, Callable[[Facts], list[Row]]], ...] = (
        ("Investments", _INVESTMENT, lambda each: [_investment(fact) for fact in each.investments]),
        ("Plants", _PLANT, lambda each: [_plant(fact) for fact in each.plants]),
        ("Exports", _EXPORT, lambda each: [_export(fact) for fact in each.exports]),
    )
    parts = []
    for title, head, rows_of in kinds:
        rows = [(_name(name), *row) for name, each in facts for row in rows_of(each)]
        shown = [row if len(facts) > 1 else row[1:] for row in (("article", *head), *rows)]
        parts.append(f"{title} ({len(rows)})\n" + (grid(shown, width=width) if rows else ""))
    if issues := [str(issue) for _, each in facts for issue in each.issues]:
        parts.append(f"Issues ({len(issues)})\n" + "".join(f"{clean(issue)}\n" for issue in issues))
    return "\n".join(parts)


_INVESTMENT = ("investors", "amount", "where", "for", "stage", "when", "words")
_PLANT = ("operators", "where", "makes", "status", "capacity", "opens", "words")
_EXPORT = ("from", "to", "what", "how many", "change", "when", "words")


def _investment(fact: Investment) -> Row:
    investors = ", ".join(map(str, fact.investors))
    where = ", ".join(map(_place, fact.places)) or (fact.scope or "")
    stage = _claimed(fact.stage, fact.claim)
    return investors, _amount(fact.amount), where, fact.product or "", stage, str(fact.period or ""), fact.evidence.text


def _plant(fact: Plant) -> Row:
    operators = ", ".join(map(str, fact.operators)) or fact.name or ""
    sizes = " → ".join(_sizes(fact.capacity, fact.planned_capacity))
    status = _claimed(fact.status, fact.claim)
    where = _place(fact.place) if fact.place else ""
    return operators, where, fact.product or "", status, sizes, str(fact.opened or ""), fact.evidence.text


def _export(fact: ExportFigure) -> Row:
    sender = str(fact.company or fact.country or "")
    target = _place(fact.destination) if fact.destination else ""
    count = _amount(fact.quantity) if fact.quantity is not None else ""
    change = _change(fact.change) if fact.change else ""
    return sender, target, fact.product or "", count, change, str(fact.period or ""), fact.evidence.text


def _claimed(word: str, claim: Claim) -> str:
    return f"{word} (denied)" if claim.denied else word


def _place(place: Place) -> str:
    parts = dict.fromkeys(part for part in (place.locality or place.region, place.country) if part)
    return ", ".join(parts) or place.name


def _amount(amount: Money | Quantity | Capacity) -> str:
    others = amount.equivalents if isinstance(amount, Money) else ()
    return f"{amount:short}" + "".join(f" ({other:short})" for other in others)


def _sizes(present: Capacity | None, planned: Capacity | None) -> list[str]:
    sizes = [_amount(size) for size in (present, planned) if size is not None]
    if present is not None and planned is not None and present.unit == planned.unit:
        sizes[0] = sizes[0].rpartition(" ")[0]  # one unit says it for both
    return sizes


def _change(change: Change) -> str:
    return f"{change.percent:+f} %" + (f" {change.basis}" if change.basis else "")


def _name(article: str) -> str:
    """The end of a path tells more than its beginning."""
    return article.replace("\\", "/").rpartition("/")[2]
