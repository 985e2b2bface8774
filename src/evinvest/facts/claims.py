"""Who says so, and whether it is doubted or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import strongest
from evinvest.models import Claim, Modality

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence


def claim_of(document: Document, sentence: Sentence, anchor: Ranged) -> Claim:
    """The claim behind what a sentence states about an anchor."""
    names: list[str] = [body.name for body in sentence.bodies]
    said = sentence.having("claim.said")
    for cue in said:
        near = [company for company in sentence.companies if document.distance(company, cue) <= 1.5]
        names += [company.company.name for company in near if company.company.name not in names]
    denied = strongest(document, anchor, sentence.having("claim.denied")) > 0.22
    if sentence.having("claim.reported"):
        modality = Modality.REPORTED
    elif strongest(document, anchor, sentence.having("claim.possible")) > 0.4:
        modality = Modality.POSSIBLE
    else:
        modality = Modality.ASSERTED
    return Claim(attribution=tuple(names), modality=modality, denied=denied)
