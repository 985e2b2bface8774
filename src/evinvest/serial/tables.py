"""Facts as flat tables: the columns of each kind of record, stated once for every tabular format.

A column says which value of a record's document it holds, of which type and in which unit. What repeats in a record
(investors, places, shares) is a list in each of its columns, all of one length; what nests deeper (the equivalents of
an amount, the spans of the evidence) is a document of its own in one cell.

>>> [column.name for column in PLANTS.columns if column.unit == "degrees"]
['latitude', 'longitude']
"""

from __future__ import annotations

from evinvest.models import (
    Basis,
    Bound,
    ExportFigure,
    Investment,
    Issue,
    Modality,
    Plant,
    Product,
    Scope,
    Stage,
    Status,
)
from evinvest.serial.columns import Column, Table, Type, amount, companies, company, period, place, places, text, word

EXACT = Column(
    name="exact",
    holds=Type.DOCUMENT,
    description="by column the digits that it, or a binary fraction of 64 bits, cannot hold as they were stated",
)
"""What keeps every digit: a cell such as ``{"amount": "10.50"}``, empty where the numbers say all."""

_FIRST = (
    Column(name="id", holds=Type.TEXT, description="a digest of the article's name and the record", required=True),
    Column(name="article", holds=Type.TEXT, description="the name of the article that it was read from"),
    Column(name="position", holds=Type.INTEGER, description="its place among its kind in the article, from 0"),
)
_LAST = (
    Column(
        name="attribution",
        holds=Type.TEXTS,
        description="who says so, nearest first",
        holder="claim",
        key="attribution",
        default=(),
    ),
    Column(
        name="modality",
        holds=Type.TEXT,
        description="how firmly it is stated",
        words=Modality,
        holder="claim",
        key="modality",
        default="asserted",
    ),
    Column(
        name="denied",
        holds=Type.BOOLEAN,
        description="whether it is denied",
        holder="claim",
        key="denied",
        default=False,
    ),
    *(
        Column(
            name=f"evidence_{end}",
            holds=Type.INTEGER,
            description=f"where the words {says} in the source of the article",
            unit="code points",
            holder="evidence",
            key="span",
            index=index,
            required=True,
        )
        for index, (end, says) in enumerate((("start", "begin"), ("end", "end")))
    ),
    Column(
        name="evidence_text",
        holds=Type.TEXT,
        description="the words, as they stand there",
        holder="evidence",
        key="text",
        required=True,
    ),
    Column(
        name="evidence_fields",
        holds=Type.DOCUMENT,
        description="for every filled field its place in the source",
        unit="code points",
        holder="evidence",
        key="fields",
    ),
    EXACT,
)

INVESTMENTS = Table(
    "investments",
    "investment",
    Investment,
    "Money put, or planned to be put, into the field.",
    (
        *_FIRST,
        *companies("investors", "investor", "who puts it in"),
        *amount("amount", "how much", name="amount", unit="currency", money=True),
        *places("where the money goes"),
        word("scope", Scope, "whether it leaves the home country of the investors"),
        word("product", Product, "what it is for"),
        word("stage", Stage, "how far it has come", required=True),
        *period("period", "when it is made"),
        Column(
            name="aggregate",
            holds=Type.BOOLEAN,
            description="whether it totals several investors or projects",
            key="aggregate",
            default=False,
        ),
        *(
            Column(
                name=name,
                holds=kind,
                description=says,
                unit=unit,
                words=words,
                holder="shares",
                key=key,
                each=True,
                default=words and "exact",
            )
            for name, kind, key, says, unit, words in (
                ("share_holders", Type.TEXTS, "holder", "among whom the text divides it", None, None),
                ("share_percents", Type.NUMBERS, "percent", "the part of each", "percent", None),
                ("share_bounds", Type.TEXTS, "bound", "how exactly the parts were stated", None, Bound),
            )
        ),
        *_LAST,
    ),
)

PLANTS = Table(
    "plants",
    "plant",
    Plant,
    "Factories: existing, being built, planned or given up.",
    (
        *_FIRST,
        *companies("operators", "operator", "who runs it"),
        text("name", "its proper name"),
        *place("place", "where it stands", names={"latitude": "latitude", "longitude": "longitude"}),
        word("product", Product, "what it makes"),
        word("status", Status, "how far it has come", required=True),
        *amount("capacity", "present, or of the first phase", name="capacity", unit="capacity_unit", money=False),
        *amount(
            "planned_capacity",
            "later or expanded",
            name="planned_capacity",
            unit="planned_capacity_unit",
            money=False,
        ),
        *period("opened", "when production starts or started"),
        *amount("investment", "the money stated for it", name="investment", unit="investment_currency", money=True),
        *_LAST,
    ),
)

EXPORTS = Table(
    "exports",
    "export",
    ExportFigure,
    "How much a country or a company exported in a period, or by how much that grew.",
    (
        *_FIRST,
        text("country", "whose exports, ISO 3166-1 alpha-2"),
        *company("company", "whose exports"),
        word("product", Product, "what is counted"),
        *amount("quantity", "how many or how much", name="quantity", unit="quantity_unit", money=False),
        *amount("quantity", "how much they are worth", name="value", unit="currency", money=True),
        *period("period", "of the exports"),
        Column(
            name="change_percent",
            holds=Type.NUMBER,
            description="growth; a fall is negative",
            unit="percent",
            holder="change",
            key="percent",
        ),
        Column(
            name="change_basis",
            holds=Type.TEXT,
            description="against what",
            words=Basis,
            holder="change",
            key="basis",
        ),
        Column(
            name="change_bound",
            holds=Type.TEXT,
            description="how exactly the growth was stated",
            words=Bound,
            holder="change",
            key="bound",
            default="exact",
        ),
        *place("destination", "whereto"),
        text("source", "who counts: an association or the customs"),
        *_LAST,
    ),
)

ISSUES = Table(
    "issues",
    "issue",
    Issue,
    "What was seen and not understood, or not consistent.",
    (
        *_FIRST,
        text("code", "a short fixed name, for programs", required=True),
        text("message", "one sentence for people", required=True),
        *(
            Column(
                name=f"span_{end}",
                holds=Type.INTEGER,
                description=f"where it {says} in the source of the article",
                unit="code points",
                key="span",
                index=index,
            )
            for index, (end, says) in enumerate((("start", "begins"), ("end", "ends")))
        ),
        text("source", "the file or archive member"),
        Column(name="line", holds=Type.INTEGER, description="the line in it, from 1", key="line"),
    ),
)

TABLES = (INVESTMENTS, PLANTS, EXPORTS, ISSUES)
"""The tables, in the order of ``Facts``."""

KIND = Column(
    name="kind", holds=Type.TEXT, description="what the row is: a fact of one kind, or an issue", required=True
)


def wide() -> tuple[Column, ...]:
    """The columns of one table for rows of every kind, each column once, behind ``kind``."""
    columns: dict[str, Column] = {}
    for table in TABLES:
        for column in table.columns:
            columns.setdefault(column.name, column)
    return (KIND, *columns.values())
