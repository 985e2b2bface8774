"""Every stated point or span of calendar time in a text, English or Chinese, resolved against a date of your choice.

One pattern finds the words and digits that calendar time can begin with; only there the rules are tried (those of
the modules ``periods_…`` beside this one), and the longest reading wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from evinvest.errors import PeriodError
from evinvest.mentions import (
    periods_chinese,
    periods_compared,
    periods_fiscal,
    periods_months,
    periods_relative,
    periods_years,
)
from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_triggers import inner_triggers, openings, triggers
from evinvest.mentions.periods_words import chinese, either, english
from evinvest.periods import Period, Precision
from evinvest.text import Span
from evinvest.tokens import Tokens

if TYPE_CHECKING:
    from evinvest.mentions.periods_grammar import Rule


class Relation(StrEnum):
    """How an event lies to the period that is stated for it."""

    IN = "in"
    BY = "by"
    BEFORE = "before"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    AFTER = "after"
    DURATION = "duration"


@frozen(kw_only=True)
class PeriodMention:
    """A point or span of time as the text states it.

    Attributes:
        span: its words, in code points of the text that was searched, without the preposition.
        period: the days; None for a duration, and where they cannot be known.
        relative: whether ``period`` was read with the base date, or with a period named before it in the text.
        relation: from the preposition before the words; "in" when there is none.
        lead: the preposition (in Chinese perhaps a word behind), where there is one.
        count: of a duration, how many of ``unit``.
        unit: "year", "quarter", "month", "week" or "day" of a duration; else what is said but cannot be resolved.
        fuzzy: what makes it less exact than ``period``: "early", "mid", "late", "end", "later", "earlier", "to-date",
            "about", "days", "fiscal", "decade", "now", the name of a season; or "comparison" for a period told from
            another one of the text, such as "a year earlier".
        upcoming: where no year is stated, the next such period not wholly before the base, for events to come.
    """

    span: Span
    period: Period | None = None
    relative: bool = False
    relation: Relation = field(default=Relation.IN, converter=Relation)
    lead: Span | None = None
    count: int | None = None
    unit: str | None = None
    fuzzy: str | None = None
    upcoming: Period | None = None


_CHINESE_TIME = re.compile("[年月季天周日]")
# How far, in characters, "a year earlier" looks back for the period that it counts from.
_REACH = 400


def find_periods(
    text: str, *, base: date | None = None, fiscal_start: int | None = None, tokens: Tokens | None = None
) -> list[PeriodMention]:
    """Every period that a text states, in text order; no two share a character.

    A month or a day without a year is the most recent one that has begun by the base date: see :func:`forward` for
    the next one. Without a base, only what carries its year is resolved.

    Args:
        text: the normal form of a text.
        base: the date of the text. The clock of the machine is never asked.
        fiscal_start: the month in which fiscal years begin, 1 to 12. Where a text says it ("the fiscal year that ended
            in March"), it need not be given. A fiscal year is named by the year in which it ends.
        tokens: the words of the text, where they are cut already.

    Raises:
        PeriodError: when ``fiscal_start`` is no month.

    >>> text = "Exports rose in the first half of 2025. A plant opened on May 16; it is full by the end of next year."
    >>> for mention in find_periods(text, base=date(2025, 7, 15)):
    ...     print(mention.span.of(text), "|", mention.relation, mention.period, mention.fuzzy)
    the first half of 2025 | in 2025-H1 None
    May 16 | in 2025-05-16 None
    the end of next year | by 2026 end
    """
    if fiscal_start is not None and not 1 <= fiscal_start <= 12:
        raise PeriodError(f"a month is 1 to 12: {fiscal_start}")
    day = base.date() if isinstance(base, datetime) else base
    context = Context(text=text, lower=_lower(text), base=day, fiscal_start=fiscal_start)
    return list(_mentions(context, tokens or Tokens.of(text)))


def forward(mention: PeriodMention) -> PeriodMention:
    """The mention read as an event to come: "in October" is then the next October.

    >>> [mention] = find_periods("It will open in October.", base=date(2025, 3, 1))
    >>> str(mention.period), str(forward(mention).period)
    ('2024-10', '2025-10')
    """
    return mention if mention.upcoming is None else evolve(mention, period=mention.upcoming)


def _lower(text: str) -> str:
    """The text in lower case, each character in its place: a few letters have a longer lower form, and stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _mentions(context: Context, tokens: Tokens) -> Iterator[PeriodMention]:
    position, search = 0, _searcher(context.lower, tokens)
    while trigger := search(context.lower, position):
        if trigger.start() - context.anchored > _REACH:
            context.anchor = None
        stated = _read(trigger, context)
        if stated is None:
            # The next trigger may begin inside this one, as in "last third quarter".
            position = trigger.start() + 1 if trigger.lastgroup == "chinese" else max(trigger.end(), position + 1)
            continue
        position = stated.end
        if _is_anchor(stated):
            context.anchor, context.anchored = stated.period, position
        yield _mention(trigger.start(), stated, context)
        context.last_end = position


def _searcher(lower: str, tokens: Tokens) -> Callable[[str, int], re.Match[str] | None]:
    """What finds the next trigger: a pattern, or for English alone the few words that one can begin with."""
    if _CHINESE_TIME.search(lower):
        return triggers(with_chinese=True).search
    match = triggers(with_chinese=False).match
    places = iter([tokens.starts[index] for index in tokens.find(openings(tokens.places.keys()))])

    def search(lower: str, position: int) -> re.Match[str] | None:
        return next((found for place in places if place >= position and (found := match(lower, place))), None)

    return search


def _is_anchor(stated: Stated) -> bool:
    """Whether "a year earlier" may count from it: not from a day, and not from what was itself counted."""
    period = stated.period
    return period is not None and period.precision is not Precision.DAY and stated.fuzzy != "comparison"


def _read(trigger: re.Match[str], context: Context, *, edges: bool = True) -> Stated | None:
    """The longest reading of what begins at a trigger."""
    kind, start = trigger.lastgroup or "", trigger.start()
    if kind == "chinese":
        return periods_chinese.read(context, start)
    if kind == "edge":
        return _edge(start, context) if edges else None
    matches = []
    for rule, read in _rules().get(kind, ()):
        if match := rule.match(context.lower, start):
            matches.append((match, read))
    matches.sort(key=lambda found: -found[0].end())
    for match, read in matches:
        if (stated := read(match, context)) is not None:
            return stated
    return None


def _edge(start: int, context: Context) -> Stated | None:
    """The end of 2026, early next year, mid-May: an edge and any other phrase."""
    match = _EDGE.match(context.lower, start)
    if match is None:
        return None
    edge = match["edge"] or match["bare"] or match["end"]
    for rule, read in periods_relative.edged_rules() if match["of"] else ():
        if (found := rule.match(context.lower, match.end())) and (stated := read(found, context)):
            return stated._replace(fuzzy=_EDGES[edge], article=True)
    trigger = inner_triggers().match(context.lower, _after_the(context, match.end()))
    if trigger is None or (match["end"] and trigger.lastgroup not in ("year", "month")):
        return None
    stated = _read(trigger, context, edges=False)
    if stated is None or stated.relation or stated.fuzzy == "comparison":
        return None
    return stated._replace(fuzzy=_EDGES[edge], article=bool(match["of"]))


def _after_the(context: Context, position: int) -> int:
    return position + 4 if context.lower.startswith("the ", position) else position


_EDGES = {
    "early": "early", "beginning": "early", "start": "early",
    "mid": "mid", "middle": "mid",
    "late": "late", "latter part": "late", "end": "end", "close": "end",
}  # fmt: skip
_EDGE = re.compile(
    # "will start next year" has a verb: only early, late and mid do without "of", and "end" before a name or a number.
    r"(?P<edge>beginning|start|middle|latter\spart|end|close|early|late)\s(?P<of>of\s)"
    r"|(?:(?P<bare>early|late|mid)[\s-](?:in\s)?|(?P<end>end)[\s-])(?=\S)"
)


def _mention(start: int, stated: Stated, context: Context) -> PeriodMention:
    begin, lead, relation = _lead(start, stated, context)
    end = stated.end
    if lead is None and (tail := _tail().match(context.lower, end)):
        lead, relation = Span(*tail.span("tail")), chinese().tails[tail["tail"]]
    return PeriodMention(
        span=Span(begin, end),
        period=stated.period,
        relative=stated.relative,
        relation=stated.relation or relation,
        lead=lead,
        count=stated.length,
        unit=stated.unit,
        fuzzy=stated.fuzzy,
        upcoming=stated.upcoming,
    )


def _lead(start: int, stated: Stated, context: Context) -> tuple[int, Span | None, str]:
    """Where the phrase begins with its article, the preposition before it, and the relation that it says."""
    begin, lower = start, context.lower
    if not lower[start - 1 : start].isspace():
        before = lower[max(0, start - 3) : start]
        word = next((before[-size:] for size in (3, 2, 1) if before[-size:] in chinese().leads), None)
        if word is None or not start:
            return start, None, "in"
        return start, Span(start - len(word), start), chinese().leads[word]
    # A word cut by the edge of the window is no word.
    words = lower[max(0, start - 41) : start].split()[-6 if start < 41 else -5 :]
    if words and words[-1] == "the":
        if not stated.article:
            # "by the March report": the preposition and the article belong to the report.
            return start, None, "in"
        begin = lower.rindex("the", 0, start)
        words.pop()
    behind = begin
    if words and words[-1] in english().about:
        behind = lower.rindex(words.pop(), 0, begin)
    for count in (4, 3, 2, 1):
        phrase = words[-count:]
        if len(phrase) == count and (relation := english().leads.get(" ".join(phrase))):
            last = lower.rindex(phrase[-1], 0, behind)
            first = last
            for word in reversed(phrase[:-1]):
                first = lower.rindex(word, 0, first)
            return begin, Span(first, last + len(phrase[-1])), _plain(relation, stated, context, first)
    return begin, None, "in"


def _plain(relation: str, stated: Stated, context: Context, start: int) -> str:
    """The relation of a preposition, or "in" where it only compares or joins."""
    if stated.between or stated.fuzzy == "comparison":
        return "in"
    # "compared to 1990" is no end; "from 2019 to 2024" has its beginning just before.
    if relation == "until" and context.lower.startswith("to ", start) and context.last_end != start - 1:
        return "in"
    return relation


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?P<tail>{either(chinese().tails)})")


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    rooms = (periods_months, periods_years, periods_fiscal, periods_relative, periods_compared)
    tables = [room.rules() for room in rooms]
    return {
        kind: tuple(rule for table in tables for rule in table.get(kind, ()))
        for kind in dict.fromkeys(kind for table in tables for kind in table)
    }
