"""Where the facts of an article come from, and what was left out: for those who want to mend an error.

The facts are those of :func:`~evinvest.facts.extract.extract_facts`. The sentences are read a second time by the same
finders, and every decision on the way is asked for its reasons.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate
from math import exp
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, fields, frozen

from evinvest.facts.drafts import ExportDraft, InvestmentDraft, PlantDraft
from evinvest.facts.export_slots import Reading
from evinvest.facts.exports import find_exports
from evinvest.facts.extract import _SKIPPED, _placed, extract_facts
from evinvest.facts.focus import Focus
from evinvest.facts.investments import find_investments
from evinvest.facts.left_out import of_groups, other_figures, other_sums, why_not_identified
from evinvest.facts.links import root
from evinvest.facts.merge import merge_exports, merge_investments, merge_plants
from evinvest.facts.plants import find_plants, is_identified
from evinvest.facts.prepare import prepare
from evinvest.facts.reasons import Reason, Verdict, on_money, on_plant, on_stage, on_status
from evinvest.lexicon import Lexicon
from evinvest.mentions.cues import CueTable
from evinvest.mentions.runs import NameRules
from evinvest.models import ExportFigure, Investment, Issue, Plant, Span
from evinvest.models.mapping import FrozenMapping

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.reading.article import Article

__all__ = ["Explained", "Explanation", "LeftOut", "Mention", "Reason", "Slot", "Verdict", "Words", "explain"]

Fact = Investment | Plant | ExportFigure
Draft = InvestmentDraft | PlantDraft | ExportDraft


class Kind(StrEnum):
    """What a thing that was left out could have been."""

    INVESTMENT = "investment"
    PLANT = "plant"
    EXPORT = "export"


@frozen
class Words:
    """Some words of an article.

    Attributes:
        span: half-open, in code points of ``Article.source``.
        text: as a reader sees them, without tags.
        line: the line of the source in which they begin, from 1.
    """

    span: Span
    text: str
    line: int


@frozen(kw_only=True)
class Mention:
    """One place where the text speaks of a thing.

    Attributes:
        sentence: all of it.
        anchor: the words that stand for the thing: the sum, the word for a plant, the figure.
        verdicts: what the linear decisions say there; none for export figures, which rules read.
    """

    sentence: Words
    anchor: Words
    verdicts: tuple[Verdict, ...] = ()


@frozen
class Slot:
    """A filled field of a fact, with its words; ``None`` where no word of its own fills it, but all that is around."""

    name: str
    value: object
    words: Words | None


@frozen(kw_only=True)
class Explained:
    """A fact and where it comes from.

    Attributes:
        slots: the filled fields, in the order of the record.
        mentions: the places that were put together, the one that the fact was opened at first.
        chances: of each stage or status by all mentions together, from 0 to 1; a plant or a sum beside can have
            changed the outcome.
    """

    fact: Fact
    slots: tuple[Slot, ...]
    mentions: tuple[Mention, ...]
    chances: Mapping[str, float] = FrozenMapping()


@frozen
class LeftOut:
    """Something that was weighed and not taken for a fact, and why."""

    kind: Kind
    why: str
    mention: Mention


@frozen(kw_only=True)
class Explanation:
    """The facts of an article, each with its reasons, and what was left out, both in text order within each kind.

    Attributes:
        day: the day against which "last year" was read.
    """

    day: date | None
    facts: tuple[Explained, ...]
    left_out: tuple[LeftOut, ...]
    issues: tuple[Issue, ...]


def explain(article: Article, *, published: date | None = None, lexicon: Lexicon | None = None) -> Explanation:
    """Where the facts of an article come from, and what was left out.

    Args:
        article: as :func:`evinvest.read_article` gives it.
        published: the day against which "last year" is read, when it is not the article's own.
        lexicon: the names to know; the library's own by default.

    >>> import evinvest
    >>> article = evinvest.parse_article("BYD will invest $1 billion in a plant in Manisa, Turkey.", format="plain")
    >>> first = explain(article).facts[0]
    >>> [(slot.name, slot.words.text) for slot in first.slots if slot.words][:3]
    [('investors', 'BYD'), ('amount', '$1 billion'), ('places', 'Manisa, Turkey')]
    >>> stage = first.mentions[0].verdicts[1]
    >>> stage.label, stage.rather_than, stage.reasons[0].words
    ('planned', 'made', 'invest')
    """
    lexicon = lexicon or Lexicon.default()
    facts = extract_facts(article, published=published, lexicon=lexicon)
    day = published.date() if isinstance(published, datetime) else published or article.day
    document = prepare(article, day=day, lexicon=lexicon, cues=CueTable.default(), rules=NameRules.default())
    pages = _Pages(document)
    seen = _read(document, pages)
    groups, left_out = _groups(seen)
    explained = [
        _explained(pages, fact, members, seen.mentions) for fact, members in zip(facts, groups, strict=True)
    ]
    return Explanation(
        day=document.day,
        facts=tuple(explained),
        left_out=tuple(sorted([*seen.left_out, *left_out], key=lambda one: (list(Kind).index(one.kind), one.mention.anchor.span))),
        issues=facts.issues,
    )


class _Pages:
    """The words of a document with their lines."""

    def __init__(self, document: Document) -> None:
        self.document = document
        lengths = (len(line) for line in document.content.raw.split("\n"))
        self._ends = list(accumulate(lengths, lambda end, length: end + 1 + length))

    def words(self, mention: Ranged) -> Words:
        return self.at(self.document.span(mention), self.document.words(mention))

    def at(self, span: Span, text: str) -> Words:
        return Words(span, text, 1 + bisect_left(self._ends, span.start))

    def mention(self, sentence: Sentence, anchor: Ranged, *verdicts: Verdict) -> Mention:
        return Mention(sentence=self.words(sentence), anchor=self.words(anchor), verdicts=verdicts)


@define
class _Seen:
    """All that the sentences gave; drafts are compared by identity."""

    investments: list[InvestmentDraft] = Factory(list)
    plants: list[PlantDraft] = Factory(list)
    exports: list[ExportDraft] = Factory(list)
    sites: list[PlantDraft] = Factory(list)
    """The plants that are not another word for the plant spoken of before."""
    mentions: dict[Draft, Mention] = Factory(dict)
    left_out: list[LeftOut] = Factory(list)


def _read(document: Document, pages: _Pages) -> _Seen:
    """Go through the sentences exactly as the extraction does, and note down everything."""
    seen, focus, reading = _Seen(), Focus(), Reading()
    for sentence in document.sentences:
        if sentence.section in _SKIPPED:
            continue
        earlier = evolve(reading)
        stated = find_investments(document, sentence, focus)
        found = find_plants(document, sentence, focus, stated)
        figures = find_exports(document, sentence, focus, reading)
        _note(seen, pages, stated, found, figures)
        seen.left_out += [
            *_sums(pages, sentence, stated),
            *_words_of_groups(pages, sentence, found, focus),
            *_figures(pages, sentence, [*stated, *found, *figures], focus, earlier),
        ]
        seen.sites += _placed(found, focus)
        focus.move(document, sentence)
        if found:
            focus.plant = found[-1]
    return seen


def _note(
    seen: _Seen,
    pages: _Pages,
    stated: list[InvestmentDraft],
    found: list[PlantDraft],
    figures: list[ExportDraft],
) -> None:
    """Keep the drafts of a sentence and what was decided about them; merging changes what plants look like."""
    document = pages.document
    for investment in stated:
        sentence, sum_ = investment.sentence, investment.anchor
        verdicts = on_money(document, sentence, sum_), on_stage(document, sentence, sum_)
        seen.mentions[investment] = pages.mention(sentence, sum_, *verdicts)
    for plant in found:
        site = on_plant(document, plant), on_status(document, plant.sentence, plant.anchor)
        seen.mentions[plant] = pages.mention(plant.sentence, plant.anchor, *site)
    for figure in figures:
        seen.mentions[figure] = pages.mention(figure.sentence, figure.anchor)
    seen.investments += stated
    seen.plants += found
    seen.exports += figures


def _sums(pages: _Pages, sentence: Sentence, stated: list[InvestmentDraft]) -> Iterable[LeftOut]:
    for anchor, rule in other_sums(pages.document, sentence, stated):
        verdict = on_money(pages.document, sentence, anchor)
        why = "judged no investment" if verdict.odds < 0 else "too small, or the price of one piece"
        yield LeftOut(Kind.INVESTMENT, rule or why, pages.mention(sentence, anchor, verdict))


def _words_of_groups(pages: _Pages, sentence: Sentence, found: list[PlantDraft], focus: Focus) -> Iterable[LeftOut]:
    for anchor, group in of_groups(pages.document, sentence, found, focus):
        yield LeftOut(Kind.PLANT, f"run by a collective: {group}", pages.mention(sentence, anchor))


def _figures(
    pages: _Pages, sentence: Sentence, drafts: Sequence[Draft], focus: Focus, reading: Reading
) -> Iterable[LeftOut]:
    for figure, cue in other_figures(pages.document, sentence, drafts, focus, reading):
        why = "no rule makes it an export figure"
        if cue is not None:
            why = f"it would be one without “{pages.document.words(cue)}” ({', '.join(sorted(cue.roles))})"
        yield LeftOut(Kind.EXPORT, why, pages.mention(sentence, figure))


def _groups(seen: _Seen) -> tuple[list[list[Draft]], list[LeftOut]]:
    """The drafts behind every fact, in the order of the facts, and the plants that are none."""
    kept: list[list[Draft]] = []
    for drafts, merge in ((seen.investments, merge_investments), (seen.exports, merge_exports)):
        for number, draft in enumerate(drafts):
            draft.fields[f"{_MARK}{number}"] = draft.anchor
    whole = [_members(draft, seen.investments) for draft in merge_investments(seen.investments)]
    figures = [_members(draft, seen.exports) for draft in merge_exports(seen.exports)]
    return kept, []
