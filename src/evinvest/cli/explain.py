"""``evinvest explain``: where every fact of an article comes from, and what was left out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import fields

from evinvest.cli.command import Command
from evinvest.cli.grid import cells_of, clean
from evinvest.cli.inputs import Inputs
from evinvest.facts.explain import explain
from evinvest.models import Change, Claim, Company, Investment, Place

if TYPE_CHECKING:
    import argparse

    from evinvest.facts.explain import Explained, Explanation, LeftOut, Mention, Reason, Slot, Verdict, Words

_MOST = 4  # as many reasons are shown for a decision
_LEAST = 0.005  # what rounds to nothing is no reason
_LONGEST = 400  # letters of a sentence
_ASIDE = frozenset({"evidence", "claim", "shares"})  # fields that are no slots
_QUESTIONS = {
    "money": "it is an investment",
    "plant": "it is a plant of its own",
    "whole plant": "the article states it as a plant",
    "whole export": "it is a figure of exports",
}


def render(explanation: Explanation, *, name: str, colour: bool = False) -> str:
    """An explanation as text for a terminal.

    Args:
        explanation: of one article.
        name: of the article.
        colour: whether headings are bold, by escape codes.
    """
    lines = [f"{clean(name)}, " + (f"read as of {explanation.day}" if explanation.day else "without a day")]
    for number, each in enumerate(explanation.facts, start=1):
        lines += ["", *_fact(number, each)]
    if explanation.left_out:
        lines += ["", f"Left out ({len(explanation.left_out)})"]
        lines += [line for left in explanation.left_out for line in _left_out(left)]
    if explanation.issues:
        lines += [
            "",
            f"Issues ({len(explanation.issues)})",
            *(f"  {clean(str(issue))}" for issue in explanation.issues),
        ]
    if colour:
        lines = [f"\x1b[1m{line}\x1b[0m" if line[:1].strip() else line for line in lines]
    return "".join(f"{line}\n" for line in lines)


def _fact(number: int, each: Explained) -> Iterator[str]:
    first, *others = each.mentions
    yield f"{number}. {type(each.fact).__name__}: “{clean(first.anchor.text)}”"
    yield from _sentence(first)
    yield from _slots(each)
    if each.fact.claim != Claim():
        claim = each.fact.claim
        says = f" by {', '.join(claim.attribution)}" if claim.attribution else ""
        yield f"  claim: {claim.modality}{says}{', denied' if claim.denied else ''}"
    for verdict in first.verdicts:
        yield from _verdict(verdict)
    for mention in others:
        yield f"  also said: “{clean(mention.anchor.text)}”"
        yield from _sentence(mention)
        for verdict in mention.verdicts:
            yield from _verdict(verdict)
    if each.verdict is not None:
        yield from _verdict(each.verdict)
    if each.chances:
        shares = (f"{label} {share:.0%}" for label, share in each.chances.items() if share >= _LEAST)
        yield f"  {'all mentions together' if others else 'chances'}: {', '.join(shares)}"
        outcome = str(getattr(each.fact, "stage", "") or getattr(each.fact, "status", ""))
        if outcome != next(iter(each.chances)):  # money in a plant that runs has been spent, and what runs has opened
            by = "the plant that the money is for" if isinstance(each.fact, Investment) else "when it opens"
            yield f"  changed to {outcome} by {by}"


def _sentence(mention: Mention) -> Iterator[str]:
    yield f"  line {mention.sentence.line}: {_short(mention.sentence)}"


def _short(words: Words) -> str:
    text = clean(words.text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _slots(each: Explained) -> Iterator[str]:
    """A line a slot: its name, what it holds, and the words; the empty ones in a last line."""
    rows = [(slot.name, _value(slot.value), _source(slot, each.mentions[0])) for slot in each.slots]
    wide = max((len(name) for name, _, _ in rows), default=0)
    long = max((cells_of(value) for _, value, _ in rows), default=0)
    for name, value, source in rows:
        yield f"    {name.ljust(wide)}  {value}{' ' * (long - cells_of(value))}  {source}"
    filled = {slot.name for slot in each.slots} | _ASIDE
    empty = [attribute.name for attribute in fields(type(each.fact)) if attribute.name not in filled]
    if empty:
        yield f"    empty: {', '.join(empty)}"


def _source(slot: Slot, mention: Mention) -> str:
    if slot.words is None:
        return "no words of its own"
    elsewhere = "" if mention.sentence.span.covers(slot.words.span) else f" in line {slot.words.line}"
    return f"“{_short(slot.words)}”{elsewhere}"


def _value(value: object) -> str:
    match value:
        case True:
            return "yes"
        case tuple():
            return ", ".join(map(_value, value))
        case Company(name=name, country=country):
            return clean(f"{name} ({country})" if country else name)
        case Place():
            parts = dict.fromkeys((value.locality, value.region, value.country))
            return clean(", ".join(filter(None, parts)) or value.name)
        case Change(percent=percent, basis=basis):
            return f"{percent:+f} %" + (f" {basis}" if basis else "")
        case _:
            return clean(str(value))


def _verdict(verdict: Verdict, *, against: bool = False) -> Iterator[str]:
    """What was decided and the strongest reasons for it, or against it."""
    side = "against" if against else "for"
    if (what := _QUESTIONS.get(verdict.question)) is not None:
        yield f"  log odds {verdict.odds:+.2f} that {what}; most {side} it:"
    else:
        choice = f"{verdict.label} rather than {verdict.rather_than}"
        yield f"  {verdict.question}: {choice} by {verdict.odds:+.2f}; most {side} it:"
    sign = -1 if against else 1
    told = [reason for reason in verdict.reasons if sign * reason.weight >= _LEAST]
    shown = told[: -_MOST - 1 : -1] if against else told[:_MOST]
    yield from map(_reason, shown) if shown else ["      nothing"]


def _reason(reason: Reason) -> str:
    words = f"  “{clean(reason.words)}”" if reason.words else ""
    return f"      {reason.weight:+.2f} {reason.feature}{words}"


def _left_out(left: LeftOut) -> Iterator[str]:
    yield f"  - {left.kind} “{clean(left.mention.anchor.text)}”: {clean(left.why)}"
    yield from (f"  {line}" for line in _sentence(left.mention))
    for verdict in [left.verdict] if left.verdict is not None else left.mention.verdicts[:1]:
        yield from (f"  {line}" for line in _verdict(verdict, against=True))


def _run(options: argparse.Namespace) -> int:
    inputs = Inputs(options.paths, options.published)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    between = ""
    for name, explanation in inputs.each(lambda article, published: explain(article, published=published)):
        sys.stdout.write(between + render(explanation, name=name, colour=colour))
        between = "\n"
    return int(inputs.failed)


COMMAND = Command(
    name="explain",
    summary="show where each fact comes from, and what was left out",
    description="Show for every fact its sentence, the words of each field and the reasons of each decision: what "
    "stood around it, and how much that weighed (in log odds). Then what was left out, and why.",
    arguments=Inputs.add_to,
    run=_run,
)
