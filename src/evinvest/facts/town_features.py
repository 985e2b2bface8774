"""What stands around a town that may be a plant: "vans are made in Luton", not "a news conference in Luton"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import after, before
from evinvest.lexicon import PlaceEntry

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.facts.drafts import PlantDraft

_INTRODUCED = 14  # words from "said" to the town of the one who did
_QUOTES = frozenset("\"”'’」")
_DOING = ("build.", "invest.verb", "invest.spend", "plant.noun", "status.", "stage.")
_GREAT = 1_000_000  # people
_HEADING = 4  # words of a line that only names a town
_LEADING = frozenset("at from in on for to into of worth near outside".split())
_BEHIND_TOWN = frozenset("' , and or is was will has which where on ; ( by in to".split())


def of_town(document: Document, draft: PlantDraft) -> dict[str, float]:
    """What stands right beside a town, and what it is attached to: "a plant in", "a news conference in"."""
    place = draft.anchor
    led = not _LEADING.isdisjoint(before(document, place.first))
    begin = place.first - 1 if led else place.first
    held = {role for cue in draft.sentence.cues if cue.last == begin for role in cue.roles}
    found = {f"then {word}": 1.0 for word in after(document, place.last, 1) if word in _BEHIND_TOWN}
    found |= {f"attached {role}": 1.0 for role in sorted(held)} or {"attached none": 1.0}
    found["leading"] = 1.0 if place.first - draft.sentence.first <= 1 else 0.0
    found["bare"] = 0.0 if led else 1.0
    found["heading"] = 1.0 if draft.sentence.last - draft.sentence.first <= _HEADING else 0.0
    entry = draft.site.match.entry if draft.site is not None and draft.site.match is not None else None
    if isinstance(entry, PlaceEntry):
        found["capital"] = 1.0 if entry.name in document.capitals else 0.0
        great = not document.chinese and (entry.population or 0) >= _GREAT  # Chinese plants stand in great cities
        found["great"] = 1.0 if great else 0.0
    found["several towns"] = min(len(draft.sentence.places), 5) / 5.0
    found["speaker"] = 1.0 if _is_of_speaker(document, draft.sentence, place) else 0.0
    return found


def _is_of_speaker(document: Document, sentence: Sentence, place: Ranged) -> bool:
    """Whether a town tells where one sits who is quoted: '"...", said Avinash Deo of Sarvam Mobility in Pune'."""
    said = [cue for cue in sentence.having("claim.said") if 0 < place.first - cue.last <= _INTRODUCED]
    if not said or _QUOTES.isdisjoint(before(document, said[-1].first, 2)):
        return False
    between = (cue for cue in sentence.cues if said[-1].last <= cue.first < place.first)
    return not any(role.startswith(_DOING) for cue in between for role in cue.roles)
