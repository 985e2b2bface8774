"""A place as a text names it."""

from __future__ import annotations

from attrs import frozen

from evinvest.lexicon import Match
from evinvest.models import Place


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
