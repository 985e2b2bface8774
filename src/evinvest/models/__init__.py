"""The records: what an article states, and the values they are made of.

Frozen values that know no file format and no grammar. Absent is ``None`` or an empty tuple, never a guess.
"""

from evinvest.models.claims import Claim, Evidence, Modality
from evinvest.models.consistency import check_equivalents
from evinvest.models.entities import Company, Place
from evinvest.models.facts import Facts, Issue
from evinvest.models.mapping import FrozenMapping
from evinvest.models.records import (
    Basis,
    Change,
    ExportFigure,
    Investment,
    Plant,
    Product,
    Scope,
    Share,
    Stage,
    Status,
)
from evinvest.models.values import Bound, Capacity, Conversion, Money, Quantity
from evinvest.periods import Period, Precision
from evinvest.text import Span

__all__ = [
    "Basis",
    "Bound",
    "Capacity",
    "Change",
    "Claim",
    "Company",
    "Conversion",
    "Evidence",
    "ExportFigure",
    "Facts",
    "FrozenMapping",
    "Investment",
    "Issue",
    "Modality",
    "Money",
    "Period",
    "Place",
    "Plant",
    "Precision",
    "Product",
    "Quantity",
    "Scope",
    "Share",
    "Span",
    "Stage",
    "Status",
    "check_equivalents",
]
