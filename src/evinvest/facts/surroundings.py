"""The cues around an anchor, as numbers: how near each is, on which side, and in which tense."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from evinvest.facts.document import Telling
from evinvest.facts.scoring import force_at, has_negation, is_negated
from evinvest.facts.verbs import Tense, tense_of

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence

_TENSED = frozenset(
    "build.verb build.open build.run invest.verb invest.spend invest.stake invest.cost status.closing "
    "capacity.noun".split()
)
# Work on a site counts as going on unless it is said to come: "will break ground", "about to start construction".
_UNLESS_TO_COME = frozenset({"status.construction"})
_WITH_TENSE = _TENSED | _UNLESS_TO_COME
_TO_COME = frozenset({Tense.FUTURE, Tense.POSSIBLE})


def around(document: Document, sentence: Sentence, anchor: Ranged, tables: frozenset[str]) -> dict[str, float]:
    """The force of the nearest cue of each role, by tense for verbs, and by side."""
    found: dict[str, float] = {"bias": 1.0}
    telling = sentence.telling.get(tables)
    if telling is None:
        telling = sentence.telling[tables] = _telling(document, sentence, tables)
    begin = anchor.first
    distances = document.ruler.distances(begin, anchor.last, telling)
    for (_, last, before_it, behind_it), distance in zip(telling, distances, strict=True):
        strength = _strength(distance)
        for name in before_it if last <= begin else behind_it:
            if strength > found.get(name, 0.0):
                found[name] = strength
    return found


def nearest(document: Document, sentence: Sentence, anchor: Ranged, tables: frozenset[str]) -> dict[str, float]:
    """What the nearest cue on each side tells: more than all those behind it."""
    found: dict[str, float] = {}
    telling = sentence.telling.get(tables)
    if telling is None:
        telling = sentence.telling[tables] = _telling(document, sentence, tables)
    ahead = max((cue for cue in telling if cue.last <= anchor.first), key=lambda cue: cue.last, default=None)
    behind = min((cue for cue in telling if cue.first >= anchor.last), key=lambda cue: cue.first, default=None)
    for side, cue in (("before", ahead), ("behind", behind)):
        if cue is not None:
            found |= {f"next {name}": 1.0 for name in (cue[2] if side == "before" else cue[3])}
    return found


@lru_cache(maxsize=4096)  # few distances are not the sums of a few words
def _strength(distance: float) -> float:
    return round(force_at(distance), 4)


def _telling(document: Document, sentence: Sentence, tables: frozenset[str]) -> list[Telling]:
    """What the cues of a sentence tell of any anchor: their roles with their tense, unless they are denied."""
    found, deniable = [], has_negation(document, sentence)
    for cue in sentence.cues:
        if roles := _of_tables(cue.roles, tables):
            tense = None if _WITH_TENSE.isdisjoint(roles) else tense_of(document, cue)
            denied = deniable and is_negated(document, cue)
            found.append(Telling(cue.first, cue.last, *_names(roles, "not" if denied else tense)))
    return found


@lru_cache(maxsize=4096)  # all there are, and those that a user's own cues add
def _of_tables(roles: frozenset[str], tables: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(role for role in roles if role.partition(".")[0] in tables))


@lru_cache(maxsize=4096)
def _names(roles: tuple[str, ...], tense: Tense | Literal["not"] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The features of some roles, for a cue before an anchor and for one behind it; "not" is for a verb denied."""
    if tense == "not":
        names = tuple(f"{role} not" for role in roles)
        return names, names
    tensed = _WITH_TENSE if tense in _TO_COME else _TENSED
    names = tuple(f"{role} {tense}" if tense and role in tensed else role for role in roles)
    before_it, behind_it = (
        tuple(form for name in names for form in (name, f"{name} {side}")) for side in ("before", "behind")
    )
    return before_it, behind_it
