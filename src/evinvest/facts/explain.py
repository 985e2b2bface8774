"""Where the facts of an article come from, and what was left out: for those who want to mend an error.

The facts are those of :func:`~evinvest.facts.extract.extract_facts`. The sentences are read a second time by the same
finders, and every decision on the way is asked for its reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from math import exp
from typing import TYPE_CHECKING, TypeVar

from attrs import Factory, define, fields

from evinvest.facts.drafts import ExportDraft, InvestmentDraft, PlantDraft
from evinvest.facts.explanation import Explained, Explanation, Fact, Kind, LeftOut, Mention, Pages, Slot, Words
from evinvest.facts.extract import extract_facts
from evinvest.facts.focus import Focus
from evinvest.facts.investments import ENOUGH, is_placed
from evinvest.facts.left_out import of_groups, other_figures, other_sums, why_not_identified
from evinvest.facts.links import root
from evinvest.facts.merge import merge_investments
from evinvest.facts.merge_exports import merge_exports
from evinvest.facts.merge_plants import merge_plants
from evinvest.facts.prepare import cues_of, prepare
from evinvest.facts.reasons import Reason, Verdict, on_money, on_plant, on_stage, on_status, on_whole
from evinvest.facts.walk import Step, walk
from evinvest.facts.whole_exports import export_rows, is_stated, judge_exports
from evinvest.facts.whole_plants import is_identified, judge_plants, plant_rows
from evinvest.lexicon import Lexicon
from evinvest.mentions.runs import NameRules
from evinvest.models import ExportFigure, Investment, Plant, Span
from evinvest.models.mapping import FrozenMapping

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.facts.export_slots import Reading
    from evinvest.reading.article import Article

__all__ = ["Explained", "Explanation", "Kind", "LeftOut", "Mention", "Reason", "Slot", "Verdict", "Words", "explain"]

Draft = InvestmentDraft | PlantDraft | ExportDraft
D = TypeVar("D", bound=Draft)
_MARK = "draft "


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
    >>> money, stage = first.mentions[0].verdicts
    >>> [(reason.feature, reason.words) for reason in money.reasons if reason.feature == "plant.noun"]
    [('plant.noun', 'plant')]
    >>> stage.label, stage.odds > 0
    ('planned', True)
    """
    lexicon = lexicon or Lexicon.default()
    facts = extract_facts(article, published=published, lexicon=lexicon)
    day = published.date() if isinstance(published, datetime) else published or article.day
    document = prepare(article, day=day, lexicon=lexicon, cues=cues_of(lexicon), rules=NameRules.default())
    pages = Pages.of(document)
    seen = _read(pages)
    groups = list(_united(seen, document))
    return Explanation(
        day=document.day,
        facts=tuple(_explained(pages, seen, fact, _behind(pages, fact, groups)) for fact in facts),
        left_out=tuple(sorted(seen.left_out, key=_place_of)),
        issues=facts.issues,
    )


def _place_of(left: LeftOut) -> tuple[int, Span]:
    return list(Kind).index(left.kind), left.mention.anchor.span


@define
class _Seen:
    """All that the sentences gave; drafts are compared by identity."""

    investments: list[InvestmentDraft] = Factory(list)
    plants: list[PlantDraft] = Factory(list)
    exports: list[ExportDraft] = Factory(list)
    sites: list[PlantDraft] = Factory(list)
    """The plants that are not another word for the plant spoken of before."""
    mentions: dict[Draft, Mention] = Factory(dict)
    verdicts: dict[Draft, Verdict] = Factory(dict)
    """Of export figures, and of plants that have all they need, what all mentions together say."""
    left_out: list[LeftOut] = Factory(list)
    focus: Focus = Factory(Focus)
    """What was in mind at the end."""


def _read(pages: Pages) -> _Seen:
    """Go through the sentences with the extraction, and note down everything."""
    seen, steps = _Seen(), []
    for step in walk(pages.document):
        _note(seen, pages, step)
        seen.left_out += [
            *_sums(pages, step.sentence, step.investments, step.focus),
            *_words_of_groups(pages, step.sentence, step.plants, step.focus),
            *_figures(pages, step.sentence, [*step.investments, *step.plants, *step.exports], step.focus, step.earlier),
        ]
        steps.append(step)
        seen.focus = step.focus
    seen.sites += [draft for step in steps for draft in step.sites]
    return seen


def _note(seen: _Seen, pages: Pages, step: Step) -> None:
    """Keep the drafts of a sentence and what was decided about them; merging changes what plants look like."""
    document = pages.document
    for investment in step.investments:
        sentence, sum_ = investment.sentence, investment.anchor
        verdicts = on_money(document, sentence, sum_, step.focus), on_stage(document, sentence, sum_)
        seen.mentions[investment] = pages.mention(sentence, sum_, *verdicts)
    for plant in step.plants:
        site = on_plant(document, plant, step.focus), on_status(document, plant)
        seen.mentions[plant] = pages.mention(plant.sentence, plant.anchor, *site)
    for figure in step.exports:
        seen.mentions[figure] = pages.mention(figure.sentence, figure.anchor)
    seen.investments += step.investments
    seen.plants += step.plants
    seen.exports += step.exports


def _sums(pages: Pages, sentence: Sentence, stated: list[InvestmentDraft], focus: Focus) -> Iterator[LeftOut]:
    for anchor, rule in other_sums(pages.document, sentence, stated):
        verdict = on_money(pages.document, sentence, anchor, focus)
        yield LeftOut(
            Kind.INVESTMENT, rule or _why_no_investment(verdict.odds), pages.mention(sentence, anchor, verdict)
        )


def _why_no_investment(odds: float) -> str:
    if odds < 0:
        return "judged no investment"
    return f"too unsure, below {ENOUGH:+.1f}" if odds < ENOUGH else "too small, or the price of one piece"


def _words_of_groups(pages: Pages, sentence: Sentence, found: list[PlantDraft], focus: Focus) -> Iterator[LeftOut]:
    for anchor, group in of_groups(pages.document, sentence, found, focus):
        yield LeftOut(Kind.PLANT, f"run by a collective: {group}", pages.mention(sentence, anchor))


def _figures(
    pages: Pages, sentence: Sentence, drafts: Sequence[Draft], focus: Focus, reading: Reading
) -> Iterator[LeftOut]:
    for figure, keepers in other_figures(pages.document, sentence, drafts, focus, reading):
        named = (
            f"{', '.join(dict.fromkeys(f'“{pages.document.words(cue)}”' for cue in keeper.cues))} ({keeper.role})"
            for keeper in keepers
        )
        why = f"it would be one without {' and '.join(named)}" if keepers else "no rule makes it an export figure"
        yield LeftOut(Kind.EXPORT, why, pages.mention(sentence, figure))


def _united(seen: _Seen, document: Document) -> Iterator[list[Draft]]:
    """The drafts behind every fact, in the order of the facts, the kept one first; other plants are noted."""
    sites = merge_plants(seen.sites, document.day)
    judge_plants(document, sites, seen.focus)
    rows = plant_rows(document, sites, seen.focus)
    seen.verdicts |= {site: on_whole("whole plant", features) for site, features in rows}
    behind: dict[PlantDraft, list[Draft]] = {site: [site] for site in sites}
    for plant in seen.plants:
        if plant.into is not None:
            behind[root(plant)].append(plant)
    for drafts in _merged(seen.investments, merge_investments):
        kept = drafts[0]
        if isinstance(kept, InvestmentDraft) and is_placed(kept):
            yield drafts
        else:
            why = "neither who pays it is known, nor where it goes or what it is for"
            seen.left_out.append(LeftOut(Kind.INVESTMENT, why, seen.mentions[drafts[0]]))
    for site, drafts in behind.items():
        if is_identified(site):
            yield drafts
        else:
            surest = max(drafts, key=lambda draft: seen.mentions[draft].verdicts[0].odds)
            seen.left_out.append(
                LeftOut(Kind.PLANT, why_not_identified(site), seen.mentions[surest], seen.verdicts.get(site))
            )
    figures = list(_merged(seen.exports, merge_exports))
    yield from _stated(seen, document, figures)


def _stated(seen: _Seen, document: Document, figures: Sequence[list[Draft]]) -> Iterator[list[Draft]]:
    """The drafts behind every export figure; those that are unlikely to be one are noted."""
    whole = [drafts[0] for drafts in figures if isinstance(drafts[0], ExportDraft)]
    judge_exports(document, whole)
    seen.verdicts |= {figure: on_whole("whole export", features) for figure, features in export_rows(document, whole)}
    for figure, drafts in zip(whole, figures, strict=True):
        if is_stated(figure):
            yield drafts
        else:
            why = "unlikely to be a figure of exports"
            seen.left_out.append(LeftOut(Kind.EXPORT, why, seen.mentions[figure], seen.verdicts[figure]))


def _merged(drafts: list[D], merge: Callable[[Sequence[D]], list[D]]) -> Iterator[list[Draft]]:
    """Drafts by what they became: each is marked in its own fields, and merging hands all fields on."""
    for number, draft in enumerate(drafts):
        draft.fields[f"{_MARK}{number}"] = draft.anchor
    for kept in merge(drafts):
        numbers = [int(name.removeprefix(_MARK)) for name in kept.fields if name.startswith(_MARK)]
        yield [kept, *(drafts[number] for number in numbers if drafts[number] is not kept)]


def _behind(pages: Pages, fact: Fact, groups: list[list[Draft]]) -> list[Draft]:
    """The drafts behind a fact, taken out of those of all facts."""
    for index, drafts in enumerate(groups):
        if _is_of(fact, drafts[0], pages.document.span(drafts[0].anchor)):
            return groups.pop(index)
    return []


def _is_of(fact: Fact, draft: Draft, anchor: Span) -> bool:
    slots = fact.evidence.fields
    match fact, draft:
        case Investment(), InvestmentDraft():
            return slots["amount"] == anchor
        case Plant(), PlantDraft():
            return fact.place == draft.place and fact.evidence.span.covers(anchor)
        case ExportFigure(), ExportDraft():
            return anchor in {slots.get("quantity"), slots.get("change")}
        case _:
            return False


def _explained(pages: Pages, seen: _Seen, fact: Fact, drafts: Sequence[Draft]) -> Explained:
    words = pages.at(fact.evidence.span, fact.evidence.text)
    return Explained(
        fact=fact,
        slots=tuple(_slots(pages, fact, drafts)),
        verdict=seen.verdicts.get(drafts[0]) if drafts else None,
        # without a draft, which no article is known to give, the words of the fact speak for themselves
        mentions=tuple(seen.mentions[draft] for draft in drafts) or (Mention(sentence=words, anchor=words),),
        chances=FrozenMapping({} if not drafts or isinstance(drafts[0], ExportDraft) else _shares(drafts[0].chances)),
    )


def _slots(pages: Pages, fact: Fact, drafts: Sequence[Draft]) -> Iterator[Slot]:
    found = drafts[0].fields if drafts else {}
    for attribute in fields(type(fact)):
        span = fact.evidence.fields.get(attribute.name)
        if span is None:
            continue
        mention = found.get(attribute.name)
        if mention is not None and pages.document.span(mention) == span:
            words: Words | None = pages.words(mention)
        elif drafts and span == pages.document.span(drafts[0].anchor):
            words = None
        else:  # a plant gave it to its money, or money to its plant
            words = pages.at(span, span.of(pages.document.content.raw))
        yield Slot(attribute.name, getattr(fact, attribute.name), words)


def _shares(chances: Mapping[str, float]) -> dict[str, float]:
    """Logarithms that are sums over several mentions, as chances that add up to 1, the likeliest first."""
    top = max(chances.values())
    parts = {label: exp(value - top) for label, value in chances.items()}
    total = sum(parts.values())
    return {label: parts[label] / total for label in sorted(parts, key=lambda one: (-parts[one], one))}
