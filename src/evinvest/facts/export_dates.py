"""The period of an export figure: its own, that of the sentence before, or a year after what it is compared with."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from evinvest.facts.scoring import before
from evinvest.models import Basis, Period, Precision

if TYPE_CHECKING:
    from evinvest.facts.document import DateMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import ExportDraft


def date_of(document: Document, sentence: Sentence, anchor: Ranged) -> DateMention | None:
    """The period of a figure; that of a figure given for comparison ("from 359 a year earlier") stands behind it."""
    dated = [date for date in sentence.dates if date.mention.period is not None and date.mention.relation != "duration"]
    if before(document, anchor.first, 1)[:1] in (["from"], ["against"], ["over"], ["versus"], ["with"]):
        behind = [date for date in dated if date.first >= anchor.last and document.distance(anchor, date) <= 8]
        if behind:
            return behind[0]
    dated = [
        date for date in dated if not _is_compared(document, sentence, date) and not _is_day_of_report(sentence, date)
    ]

    def cost(date: DateMention) -> float:
        beside = before(document, anchor.first, 2)[:1] in (["to"], ["from"]) or date.first == anchor.last
        toward = (
            before(document, anchor.first, 1) == ["to"] and date.first >= anchor.last
        )  # "from 1 in 2020 to 5 in 2024"
        return document.distance(date, anchor) + (0.0 if beside or date.last <= anchor.first else 2.0) - 1.5 * toward

    return min(dated, key=cost, default=None)


def spoken_of(document: Document, sentence: Sentence) -> Period | None:
    """The period that a sentence speaks of, for figures of the next one that name none: a past month, half or year."""
    periods = [date.mention.period for date in sentence.dates if not _is_compared(document, sentence, date)]
    past = [one for one in periods if one is not None and one.precision is not Precision.DAY]
    return past[-1] if past and document.day is not None and past[-1].start <= document.day else None


def stretched(document: Document, date: DateMention) -> Period | None:
    """The period; "since January" runs to the last month that was over on the day of the article."""
    period, day = date.mention.period, document.day
    if period is None or date.mention.relation != "since" or day is None or period.precision is not Precision.MONTH:
        return period
    last = day.replace(day=1) - timedelta(days=1)
    return Period.whole(period.start, last) if last > period.start else period


def year_on(draft: ExportDraft) -> Period | None:
    """The period of a figure that only says what it is compared with: "6 percent more than in January 2024"."""
    compared, change = draft.compared, draft.change
    if compared is None or change is None or change.basis is Basis.MOM or compared.precision is Precision.DAY:
        return None
    return compared.in_year(compared.start.year + 1)


def _is_compared(document: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a date is only what a figure is compared with: "than in January 2024", "on the same months of 2024"."""
    period = date.mention.period
    long_ago = date.mention.relation == "since" and period is not None and period.precision is Precision.YEAR
    if date.mention.fuzzy == "comparison" or long_ago:
        return True  # "the steepest since 1986"
    if date.mention.relation == "since" or any(
        cue.last >= date.first - 2 and cue.first < date.first for cue in sentence.having("change.yoy", "change.mom")
    ):
        return date.mention.relation != "since"
    prior = [word for word in before(document, date.first, 5) if word not in _ARTICLES][:3]
    if "since" in prior and date.mention.relation != "since":
        return True  # "since it opened in July"
    if prior[:1] == ["from"] and not _RATED.isdisjoint(prior):
        return True  # "down 46 percent from the first quarter"
    return bool(prior) and (
        prior[0] in {"than", "against", "versus"}
        or prior[:2] in (["in", "than"], ["in", "from"], ["of", "that"], ["of", "those"], ["in", "against"])
    )


_ARTICLES = frozenset({"the", "a", "an", "same"})
_RATED = frozenset("percent % cent lower higher down up".split())


def _is_day_of_report(sentence: Sentence, date: DateMention) -> bool:
    period = date.mention.period
    return (
        period is not None
        and period.precision == "day"
        and bool(sentence.having("claim.said") or len(sentence.dates) > 1)
    )
