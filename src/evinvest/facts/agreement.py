"""What the slots of a plant must agree in: how far it has come, and when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.models import Status

if TYPE_CHECKING:
    from datetime import date

    from evinvest.facts.drafts import Opening, PlantDraft
    from evinvest.models import Period

_AT_ODDS = frozenset({("future", Status.OPERATING), ("past", Status.ANNOUNCED), ("past", Status.CONSTRUCTION)})
_STRANGE = 3.0  # log odds against what does not go together
_PRECISE = 1.0  # log odds for a month rather than its year
_YEAR = 4  # signs of a year


def settle(draft: PlantDraft, day: date | None) -> None:
    """Choose the status and the opening of a plant that are likeliest together: what runs has opened."""
    choices = [(opening, Status(label)) for opening in (None, *draft.openings) for label in draft.chances]

    def likely(choice: tuple[Opening | None, Status]) -> float:
        opening, status = choice
        chance = draft.chances[status]
        if opening is None:
            return chance
        precise = _PRECISE if len(opening.period.label) > _YEAR else 0.0
        strange = _STRANGE if (when(opening.period, day), status) in _AT_ODDS else 0.0
        return chance + opening.likely + precise - strange

    opening, draft.status = max(choices, key=likely, default=(None, draft.status))
    if opening is not None:
        draft.opened = opening.period
        draft.fields["opened"] = opening.mention
    else:
        draft.opened = None


def when(period: Period | None, day: date | None) -> str:
    """Whether a period is over on a day, has begun, or is to come."""
    if period is None or day is None:
        return "some day"
    if period.end <= day:
        return "past"
    return "now" if period.start <= day else "future"
