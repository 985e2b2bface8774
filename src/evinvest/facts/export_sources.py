"""Who counts an export figure: an association, an office, or the exporter itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import before

if TYPE_CHECKING:
    from evinvest.facts.document import BodyMention, Document, Ranged, Sentence


def speaks_for_itself(document: Document, sentence: Sentence) -> bool:
    """Whether the exporter itself says so: "the company said", "it told", "its chief executive said"."""
    own = [(cue.first, cue.last) for cue in sentence.having("reference.back")]
    words = document.tokens.lowered
    own += [(index, index + 1) for index in range(sentence.first, sentence.last) if words[index] in _OFFICES]
    said = [cue for cue in sentence.having("claim.said") if words[cue.first] in _SAYING]
    return any(0 <= cue.first - last <= _SPEAKING or 0 <= first - cue.last <= 1 for cue in said for first, last in own)


_OFFICES = frozenset(
    "it executive chairman chairwoman president spokesman spokeswoman spokesperson ceo director".split()
)
_SAYING = frozenset("said says told announced reported 表示 称".split())
_SPEAKING = 3  # words between who speaks and the verb: "chief executive Maxim Sokolov said"


def source_of(document: Document, sentence: Sentence) -> tuple[str, Ranged] | None:
    """Who counts: an association or an office that the lexicon knows, or the company that says so of itself."""
    said = sentence.having("claim.said")
    if sentence.bodies:

        def aside(body: BodyMention) -> float:
            return min((document.distance(body, cue) for cue in said), default=0.0)

        body = min(sentence.bodies, key=aside)
        longer = [
            one for one in sentence.bodies if one.last == body.first - 1 and before(document, body.first) == ["("]
        ]
        return (longer or [body])[0].name, (longer or [body])[0]
    for cue in said:
        for company in sentence.companies:
            close = 0 <= company.first - cue.last <= 2 or 0 <= cue.first - company.last <= 1
            if (
                close
                and not company.group
                and document.words(cue).lower()
                in {"according to", "said", "say", "says", "announced", "reported", "told", "发布", "公布"}
            ):
                return company.company.surface or company.company.name, company
    return None
