"""What the figures of a sentence count: exports, by its words or by what was spoken of, or something else."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from evinvest.facts.export_destinations import takes
from evinvest.facts.scoring import after, before

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.mentions.cues import Cue

_TOO_LATE = 14.0  # from a figure to the word that would make it an export
_RIGHT_BEHIND = 2  # words between a verb and its object


class Context(Enum):
    """Whether exports are spoken of already."""

    NONE = "none"
    TOPIC = "topic"
    """The headline is about them, or figures of them were given not long before: "shipments" are exports."""
    CONTINUED = "continued"
    """The sentence before gave figures of them: so does this one, unless its words say otherwise."""


def speaks_of_exports(document: Document, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence has a word for exporting, or one that means it where exports are spoken of."""
    if sentence.having("export.strong", "export.away"):
        return True
    away = sentence.having("export.verb")
    if context is not Context.NONE and any(_is_sold_abroad(document, cue) for cue in sentence.having("export.other")):
        return True
    if context is not Context.NONE and (_takers(sentence) or any(_ships(document, cue) for cue in away)):
        return True
    return any(_leaves(document, sentence, cue) for cue in away)


def _ships(document: Document, cue: Cue) -> bool:
    """Whether a word tells of sending, not only of being abroad."""
    return not document.words(cue).lower().startswith(("abroad", "foreign"))


def _leaves(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether "sent", "shipped" go abroad: a destination or "abroad" follows."""
    words = after(document, cue.last, 16)
    if {"abroad", "overseas", "outside"} & set(words):
        return True
    return any(
        place.before in {"to", "from"} and 0 < place.first - cue.last <= 12 and place.kind != "demonym"
        for place in sentence.places
    ) and bool(
        [company for company in sentence.companies if company.first < cue.first]
        or [place for place in sentence.places if place.first < cue.first]
    )


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence without a word for exporting adds figures to the one before."""
    if sentence.having("export.other", "invest.verb", "plant.noun", "money.price"):
        return False
    counted = any(role.startswith("counted.") for cue in sentence.cues for role in cue.roles)
    return counted or bool(sentence.having("change.up", "change.down") or sentence.dates)


def governor(document: Document, sentence: Sentence, mention: AmountMention, context: Context) -> str | None:
    """What a figure counts: the last word before it that says so, or one right behind."""
    said = "export" if context is Context.CONTINUED else None
    distance = 99.0
    for cue in sentence.cues:
        kind = _kind(document, sentence, cue, mention, context)
        if kind is None:
            continue
        if cue.first < mention.first:
            said, distance = kind, document.distance(cue, mention)
        elif said is None and document.distance(mention, cue) > _TOO_LATE:
            break
        elif said is None or (document.distance(mention, cue) <= 4.0 and (distance > 4.0 or _is_for(document, cue))):
            return kind
        else:
            break
    return said


def _is_for(document: Document, cue: Cue) -> bool:
    """Whether a figure behind which this stands is said to go abroad, whatever the verb before it: "for export"."""
    return before(document, cue.first, 1) == ["for"]


def _kind(document: Document, sentence: Sentence, cue: Cue, mention: AmountMention, context: Context) -> str | None:
    """Whether a word makes the figures behind it exports, something else, or neither."""
    spoken_of = context is not Context.NONE
    if cue.roles & {"export.strong", "export.away"} or (spoken_of and _is_sold_abroad(document, cue)):
        return "export"
    if "export.other" in cue.roles:  # "UK-built cars" says nothing of a figure
        return None if before(document, cue.first, 1) == ["-"] else "other"
    if "export.verb" in cue.roles and ((spoken_of and _ships(document, cue)) or _leaves(document, sentence, cue)):
        return "export"
    if spoken_of and cue in _takers(sentence):
        return "export"
    makes = (
        cue.roles & {"capacity.noun", "build.run"}
        and "export.verb" not in cue.roles
        and 0 <= mention.first - cue.last <= _RIGHT_BEHIND
    )
    return "other" if makes or "capacity.size" in cue.roles else None


def _is_sold_abroad(document: Document, cue: Cue) -> bool:
    """Whether a verb of selling means exporting: "sold $6 billion worth of cars abroad"."""
    words = " ".join(after(document, cue.last, _ABROAD))
    return document.words(cue).lower() == "sold" and _AWAY.match(words) is not None


_AWAY = re.compile(r"(?:[^,]|,(?= \d))*\b(?:abroad|overseas)\b")  # in the same breath
_ABROAD = 12  # words from a verb of selling to where


def _takers(sentence: Sentence) -> list[Cue]:
    """The verbs of those who receive: "Canada took 179,240"."""
    return [
        cue
        for cue in sentence.having("export.taken")
        if any(takes(sentence, place) and place.last <= cue.first for place in sentence.places)
    ]
