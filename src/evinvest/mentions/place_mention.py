"""A place as a text names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.lexicon import Match
from evinvest.models import Place

if TYPE_CHECKING:
    from evinvest.tokens import Tokens

SITTING = frozenset(["in", "at", "near", "outside", "around", "within", "inside", "beside"])
"""The prepositions behind which something stands in a place."""
_SEATED = frozenset({"based", "headquartered", "headquarters", "listed", "born", "owned"})
_WHO = frozenset(  # what is "based in" a town and no plant
    ", ( is are which company firm group maker producer startup up supplier carmaker automaker manufacturer developer "
    "specialist giant venture business".split()
)


@frozen
class PlaceMention:
    """A place, from token ``first`` up to, not including, ``last``.

    Attributes:
        kind: ``city``, ``region``, ``country``, ``demonym``, ``bloc``, ``continent``, or ``unknown`` for a town
            that the lexicon does not have.
        before: the preposition before it, in small letters, or the empty string.
        sure: whether the text itself settles that it is a place (an ambiguous name without a sign is not).
        home: whether it tells where a company sits ("Shenzhen-based"), not where something happens.
    """

    first: int
    last: int
    place: Place
    kind: str
    before: str = ""
    sure: bool = True
    home: bool = False
    match: Match | None = None
    """What the lexicon says, with the other places of the name."""
    named: PlaceMention | None = None
    """For a word that points back ("there"), the mention that names the place."""


def is_home(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a place tells where a company sits: "Shenzhen-based", ", based in Dearborn"."""
    words = tokens.words[last : last + 2]
    if len(words) == 2 and words[0] in {"-", "–"} and words[1].lower() in _SEATED:
        return True
    prior = tokens.lowered[max(first - 3, 0) : first]
    if len(prior) < 3 or prior[-1] not in SITTING or prior[-2] not in _SEATED:
        return False
    return prior[-2] != "based" or prior[-3] in _WHO
