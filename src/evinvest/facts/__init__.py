"""From an article to its facts.

::

    sentences with mentions ──▶ drafts (an investment, a plant, a figure, as one sentence states it) ──▶ merged facts

Every step can be looked at by itself: :mod:`~evinvest.facts.document` finds what stands in a sentence,
:mod:`~evinvest.facts.investments`, :mod:`~evinvest.facts.plants` and :mod:`~evinvest.facts.exports` open drafts at
their cues and fill them by the one scoring function of :mod:`~evinvest.facts.scoring`, and
:mod:`~evinvest.facts.merge` puts together what is one thing.
"""

from evinvest.facts.extract import extract_facts

__all__ = ["extract_facts"]
