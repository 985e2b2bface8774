"""What others read in the same texts, keep of the same front matter, and make of the same sum.

    python -m venv ../peers && ../peers/bin/pip install -r benchmarks/peers.txt -e ".[edit,rates]"
    ../peers/bin/python benchmarks/peers.py [--errors]

The texts are the English samples in ``examples/articles``; what they state is listed by hand in ``peers_stated.toml``.
A surface counts as read when something was reported that overlaps it and means the same; where a peer gives less (a
count without its noun, a day for a year), what it gives has to fit. Peers that are not installed are passed over.
"""

from __future__ import annotations

import re
import sys
import tomllib
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import evinvest
from evinvest.facts.prepare import prepare
from evinvest.lexicon import Lexicon
from evinvest.mentions.cues import CueTable
from evinvest.mentions.runs import NameRules

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parent / "examples" / "articles"
KINDS = ("money", "percent", "number", "date")
CODES = {"dollar": "USD", "united states dollar": "USD", "euro": "EUR", "thai baht": "THB", "baht": "THB", "$": "USD"}
CODES |= {"moroccan dirham": "MAD", "dirham": "MAD", "percentage": "%", "dimensionless": ""}
CODES |= {"gigawatt hour": "GWh", "gigawatt-hour": "GWh"}


class Found(NamedTuple):
    """What a peer reports: where, of which kind, and which number and unit, or the first day and the last."""

    start: int
    end: int
    kind: str
    value: Any
    unit: Any = ""


class Stated(NamedTuple):
    """What a text states."""

    start: int
    end: int
    kind: str
    means: str


class Text(NamedTuple):
    """A text, the day it is read as of, and what it states."""

    name: str
    text: str
    day: date
    stated: list[Stated]


def texts(*, raw: bool) -> Iterator[Text]:
    """The samples as a reader sees them, or the wire copies as they came, with their glued punctuation."""
    for name, table in tomllib.loads((HERE / "peers_stated.toml").read_text("utf-8")).items():
        article = evinvest.read_article(ARTICLES / name)
        if raw and not name.endswith(".txt"):
            continue
        text = article.source if raw else article.text
        stated = []
        for kind in KINDS:
            position = 0
            for surface, means in table.get(kind, []):
                pattern = re.compile(re.escape(surface).replace(r",\ ", ", ?"))
                place = pattern.search(text, position)
                if place is None:
                    raise ValueError(f"{name} does not say {surface!r}")
                stated.append(Stated(place.start(), place.end(), kind, means))
                position = place.end()
        yield Text(name, text, table["day"], stated)


def ours(text: Text, *, raw: bool = False) -> Iterator[Found]:
    """This library: the amounts and periods from which facts are made."""
    article = evinvest.read_article(ARTICLES / text.name)
    tables = (Lexicon.default(), CueTable.default(), NameRules.default())
    document = prepare(article, day=text.day, lexicon=tables[0], cues=tables[1], rules=tables[2])
    for sentence in document.sentences:
        for mention in (*sentence.amounts, *sentence.dates):
            inner = document.tokens.span(mention.first, mention.last)
            start, end = article.content.to_raw(inner) if raw else inner
            if hasattr(mention, "amount"):
                amount = mention.amount
                kind = {"%": "percent"}.get(amount.unit, "money" if amount.kind == "money" else "number")
                yield Found(start, end, kind, amount.value, amount.unit)
            elif mention.mention.period is not None:
                yield Found(start, end, "date", mention.mention.period.start, mention.mention.period.end)


def quantulum3(text: Text) -> Iterator[Found]:
    """Quantities and units, without its classifier."""
    from quantulum3 import parser

    for found in parser.parse(text.text):
        unit = CODES.get(found.unit.name.lower(), found.unit.name)
        kind = "percent" if unit == "%" else "money" if found.unit.entity.name == "currency" else "number"
        yield Found(*found.span, kind, found.value, unit)


def recognizers(text: Text) -> Iterator[Found]:
    """Recognizers-Text: currencies, dimensions, percentages, numbers, dates."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    kinds = {recognize_currency: "money", recognize_dimension: "number", recognize_percentage: "percent"}
    for recognize, kind in (kinds | {recognize_number: "number"}).items():
        for found in recognize(text.text, "en-us"):
            unit = (found.resolution.get("unit") or "").lower()
            value = Decimal((found.resolution["value"] or "NaN").rstrip("%"))
            yield Found(found.start, found.end + 1, kind, value, "%" if kind == "percent" else CODES.get(unit, unit))
    for found in recognize_datetime(text.text, "en-us", reference=datetime.combine(text.day, time())):
        for value in found.resolution["values"]:
            with suppress(ValueError):  # not every text that it gives for a day is one
                first = date.fromisoformat((value.get("start") or value.get("value", ""))[:10])
                yield Found(found.start, found.end + 1, "date", first)


def dateparser(text: Text) -> Iterator[Found]:
    """Dates in a text; it gives no places, so they are searched for in its order."""
    from dateparser.search import search_dates

    position = 0
    base = {"RELATIVE_BASE": datetime.combine(text.day, time())}
    for surface, when in search_dates(text.text, languages=["en"], settings=base) or []:
        place = text.text.find(surface, position)
        if place >= 0:
            position = place + len(surface)
            yield Found(place, position, "date", when.date())


def price_parser(text: Text) -> Iterator[Found]:
    """One price a string: the very words of each sum are handed over to it."""
    from price_parser import Price

    for start, end, kind, _ in text.stated:
        if kind == "money":
            price = Price.fromstring(text.text[start:end])
            yield Found(start, end, kind, price.amount, CODES.get(price.currency, price.currency))


PEERS: dict[str, tuple[Callable[[Text], Iterator[Found]], tuple[str, ...]]] = {
    "evinvest": (ours, KINDS),
    "quantulum3": (quantulum3, ("money", "percent", "number")),
    "recognizers-text-suite": (recognizers, KINDS),
    "dateparser": (dateparser, ("date",)),
    "price-parser": (price_parser, ("money",)),
}


def means(found: Found, stated: Stated) -> bool:
    """Whether what was reported is what is stated."""
    if found.kind != stated.kind or found.end <= stated.start or stated.end <= found.start or found.value is None:
        return False
    if stated.kind == "date":
        period = evinvest.Period.parse(stated.means)
        if found.unit:
            return (found.value, found.unit) == (period.start, period.end)
        return period.start <= found.value < period.end
    value, unit = stated.means.split()
    near = abs(float(found.value) - float(value)) <= 1e-9 * float(value)
    return near and (found.unit == unit or (unit == "vehicle" and found.unit in ("", "unit")))


def measured(name: str, *, raw: bool, errors: bool = False) -> dict[str, tuple[int, int]]:
    """By kind how many a peer reads, of how many that are stated."""
    read, kinds = PEERS[name]
    counts = {kind: [0, 0] for kind in kinds}
    for text in texts(raw=raw):
        found = list(ours(text, raw=raw) if read is ours else read(text))
        for stated in text.stated:
            if stated.kind in counts:
                right = any(means(one, stated) for one in found)
                counts[stated.kind][0] += right
                counts[stated.kind][1] += 1
                if errors and not right:
                    near = [one for one in found if one.start < stated.end and stated.start < one.end]
                    told = ", ".join(f"{one.value} {one.unit}".strip() for one in near) or "nothing"
                    print(f"  {name}: {text.text[stated.start : stated.end]!r} ({stated.means}) read as {told}")
    return {kind: (right, of) for kind, (right, of) in counts.items()}


def row(name: str, *, errors: bool = False) -> str:
    """A line of the table."""
    clean = measured(name, raw=False, errors=errors)
    wire = measured(name, raw=True, errors=errors).values()
    cells = [f"{clean[kind][0]} of {clean[kind][1]}" if kind in clean else "–" for kind in KINDS]
    cells.append(f"{sum(right for right, _ in wire)} of {sum(of for _, of in wire)}")
    return f"| {name} {version(name)} | " + " | ".join(cells) + " |"


def speed(name: str) -> str:
    """Characters a second, to one digit; the first call, which loads what there is to load, does not count."""
    read, samples = PEERS[name][0], list(texts(raw=False))
    best = []
    for _ in range(4):
        start = perf_counter()
        for text in samples:
            list(read(text))
        best.append(perf_counter() - start)
    return f"{name}: {sum(len(text.text) for text in samples) / min(best[1:]):.1g} characters a second"


FRONT = b'+++\ntitle = "A plant" # short\nday = 2025-05-16\n+++\n\n  It runs.\n'


def front_matter(peer: str) -> Iterator[tuple[str, bool]]:
    """What reading and writing keep."""
    if peer == "evinvest":
        read, same = evinvest.parse_article, evinvest.parse_article(FRONT)
        written, changed = same.to_bytes(), same.with_metadata(title="Two plants").to_bytes()
    else:
        import frontmatter as read_

        read, same = read_.loads, read_.loads(FRONT.decode())
        written = read_.dumps(same).encode()
        same["title"] = "Two plants"
        changed = read_.dumps(same).encode()
    yield "written back byte for byte", written == FRONT
    yield "a comment survives a change", b"# short" in changed
    yield "the body keeps its indentation and last line end", changed.endswith(b"\n\n  It runs.\n")
    for what, text in (("with a byte order mark", "\ufeff"), ("with CRLF", "")):
        source = text + (FRONT.decode() if text else FRONT.decode().replace("\n", "\r\n"))
        yield f"metadata are read {what}", dict(read(source).metadata).get("title") == "A plant"
    try:
        read('+++\ntitle = "never closed"\n')
        yield "a front matter that never closes is an error", False
    except ValueError:
        yield "a front matter that never closes is an error", True


def conversions() -> Iterator[str]:
    """CurrencyConverter by itself, and below this library."""
    from currency_converter import CurrencyConverter

    day, alone, rates = date(2025, 5, 16), CurrencyConverter(), evinvest.Rates.ecb()
    yield f"CurrencyConverter: {alone.convert(10_000_000_000, 'THB', 'USD', date=day)!r}"
    yield f"evinvest: {evinvest.Money.parse('about 10 billion baht').to('USD', on=day, rates=rates)}"
    for code in ("MAD", "VND"):
        yield f"{code} in CurrencyConverter: {code in alone.currencies}"


def main() -> None:
    """Print all measures."""
    warnings.simplefilter("ignore")  # the peers' own
    installed = []
    for name in (*PEERS, "python-frontmatter", "CurrencyConverter"):
        try:
            version(name)
            installed.append(name)
        except PackageNotFoundError:
            print(f"not installed: {name}")
    print("| | money | percent | numbers | dates | wire copy as it came |\n|---|---|---|---|---|---|")
    names = [name for name in PEERS if name in installed]
    for name in names:
        print(row(name))
    if "--errors" in sys.argv:
        for name in names:
            row(name, errors=True)
    print(*map(speed, names), sep="\n")
    for name in ("evinvest", "python-frontmatter"):
        if name in installed:
            for what, kept in front_matter(name):
                print(f"{name} {version(name)}: {what}: {'yes' if kept else 'no'}")
    if "CurrencyConverter" in installed:
        print(*conversions(), sep="\n")


if __name__ == "__main__":
    main()
