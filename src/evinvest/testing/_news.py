"""Sentences as news writes them, in English and Chinese, whose facts are known because they were written from them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeVar

import attrs
from hypothesis import strategies as st

from evinvest.models import (
    Basis,
    Bound,
    Capacity,
    Change,
    Claim,
    Company,
    Evidence,
    ExportFigure,
    Investment,
    Money,
    Period,
    Place,
    Plant,
    Product,
    Quantity,
    Span,
    Stage,
    Status,
)

Language = Literal["en", "zh"]
Fact = Investment | Plant | ExportFigure
F = TypeVar("F", bound=Fact)


@attrs.frozen
class Sentence:
    """A sentence and the facts that it states.

    Attributes:
        text: the sentence with its full stop.
        language: ``en`` or ``zh``.
        facts: what it states by its words; what follows from them (a plant, from money for one) is not listed. Their
            evidence is the whole sentence.
    """

    text: str
    language: Language
    facts: tuple[Fact, ...]


class _Words(NamedTuple):
    """What a sentence is made of: names with the country that they belong to, and words with what they mean."""

    companies: tuple[tuple[str, str], ...]
    sites: tuple[tuple[str, str, str], ...]
    countries: tuple[tuple[str, str], ...]
    works: tuple[tuple[str, Product], ...]
    exported: tuple[tuple[str, Product], ...]
    times: tuple[tuple[str, str], ...]


_EN = _Words(
    companies=(("BYD", "CN"), ("CATL", "CN"), ("Toyota", "JP"), ("Volkswagen", "DE"), ("Hyundai Motor", "KR")),
    sites=(
        ("Debrecen", "HU", "Debrecen, Hungary"),
        ("Rayong", "TH", "Rayong, Thailand"),
        ("Kenitra", "MA", "Kenitra, Morocco"),
        ("Kokomo", "US", "Kokomo, Indiana"),
    ),
    countries=(("China", "CN"), ("Japan", "JP"), ("Thailand", "TH"), ("Germany", "DE")),
    works=(("battery plant", Product.BATTERY), ("car plant", Product.VEHICLE)),
    exported=(("cars", Product.VEHICLE), ("electric vehicles", Product.NEV)),
    times=(("March 2025", "2025-03"), ("2024", "2024"), ("the first half of 2025", "2025-H1")),
)
_ZH = _Words(
    companies=(("比亚迪", "CN"), ("宁德时代", "CN"), ("长安汽车", "CN"), ("吉利汽车", "CN")),
    sites=(("德布勒森", "HU", "匈牙利德布勒森"), ("罗勇", "TH", "泰国罗勇")),
    countries=(("中国", "CN"), ("德国", "DE"), ("泰国", "TH")),
    works=(("电池工厂", Product.BATTERY), ("汽车工厂", Product.VEHICLE)),
    exported=(("汽车", Product.VEHICLE), ("新能源汽车", Product.NEV)),
    times=(("2025年3月", "2025-03"), ("2024年", "2024"), ("2025年上半年", "2025-H1")),
)
_SPENT = (("will invest", Stage.PLANNED), ("plans to invest", Stage.PLANNED), ("has invested", Stage.MADE))
_SPENT_ZH = (("将", Stage.PLANNED), ("计划", Stage.PLANNED), ("已", Stage.MADE))
_SIGNS = (("$", "USD"), ("€", "EUR"), ("£", "GBP"))
_SIGNS_ZH = (("元", "CNY"), ("美元", "USD"), ("欧元", "EUR"), ("泰铢", "THB"))
_BUILT = (("has opened", Status.OPERATING), ("is building", Status.CONSTRUCTION), ("plans to build", Status.ANNOUNCED))
_SCALES = (("million", 10**6), ("billion", 10**9))
_HEDGES = (("", Bound.EXACT), ("about ", Bound.ABOUT), ("more than ", Bound.MORE_THAN))
_HEDGES_ZH = (("", Bound.EXACT), ("约", Bound.ABOUT), ("超过", Bound.MORE_THAN))


def news(language: Language | None = None) -> st.SearchStrategy[Sentence]:
    """Sentences that each state one fact: an investment, a plant or an export figure.

    Args:
        language: English or Chinese, or both when it is ``None``.
    """
    chosen: tuple[Language, ...] = ("en", "zh") if language is None else (language,)
    return st.one_of([kind(each) for each in chosen for kind in (_investments, _plants, _exports)])


def states(fact: object, known: object) -> bool:
    """Whether a fact that was found states all that is known of it; it may know more, such as a ticker.

    >>> states(Company("BYD", "BYD", "CN", "XSHE:002594"), Company("BYD", country="CN"))
    True
    >>> states(Quantity(40, "GWh"), Quantity(41, "GWh"))
    False
    """
    if known is None or isinstance(known, Evidence) or known in ((), False, Claim()):
        return True
    if isinstance(known, tuple) and not isinstance(known, Span):
        return isinstance(fact, tuple) and len(fact) == len(known) and all(map(states, fact, known))
    if type(fact) is not type(known):
        return False
    if isinstance(known, Investment | Plant | ExportFigure | Company | Place):
        names = [field.name for field in attrs.fields(type(known))]
        return all(states(getattr(fact, name), getattr(known, name)) for name in names)
    return bool(fact == known)


def _of(language: Language) -> _Words:
    return _EN if language == "en" else _ZH


def _sentence(text: str, language: Language, kind: type[F], **fields: Any) -> Sentence:  # noqa: ANN401 - as attrs
    evidence = Evidence(Span(0, len(text)), text)
    return Sentence(text, language, (kind(**fields, evidence=evidence),))


def _tenths(low: int, high: int) -> st.SearchStrategy[Decimal]:
    """Numbers as news prefers them: whole, or with one digit behind the point."""
    return st.integers(low * 10, high * 10).map(lambda tenths: Decimal(tenths) / 10)


@st.composite
def _sums(draw: Callable[..., Any], language: Language) -> tuple[str, Money]:
    number = draw(_tenths(1, 90))
    if language == "en":
        (hedge, bound), (sign, currency) = draw(st.sampled_from(_HEDGES)), draw(st.sampled_from(_SIGNS))
        scale, factor = draw(st.sampled_from(_SCALES))
        return f"{hedge}{sign}{number} {scale}", Money(number * factor, currency, bound=bound)
    (hedge, bound), (noun, currency) = draw(st.sampled_from(_HEDGES_ZH)), draw(st.sampled_from(_SIGNS_ZH))
    return f"{hedge}{number}亿{noun}", Money(number * 10**8, currency, bound=bound)


@st.composite
def _investments(draw: Callable[..., Any], language: Language) -> Sentence:
    words = _of(language)
    company, home = draw(st.sampled_from(words.companies))
    town, country, site = draw(st.sampled_from(words.sites))
    work, product = draw(st.sampled_from(words.works))
    said, amount = draw(_sums(language))
    if language == "en":
        spent, stage = draw(st.sampled_from(_SPENT))
        text = f"{company} {spent} {said} in a {work} in {site}."
    else:
        spent, stage = draw(st.sampled_from(_SPENT_ZH))
        text = f"{company}{spent}投资{said}在{site}建设{work}。"
    return _sentence(
        text,
        language,
        Investment,
        investors=(Company(company, country=home),),
        amount=amount,
        places=(Place(town, country),),
        product=product,
        stage=stage,
    )


@st.composite
def _plants(draw: Callable[..., Any], language: Language) -> Sentence:
    words = _of(language)
    company, home = draw(st.sampled_from(words.companies))
    town, country, site = draw(st.sampled_from(words.sites))
    work, product = draw(st.sampled_from(words.works))
    battery = product is Product.BATTERY
    number = draw(st.integers(2, 90))
    status = Status.OPERATING
    if language == "en":
        built, status = draw(st.sampled_from(_BUILT))
        size = f"{number} GWh of cells" if battery else f"{number},000 vehicles"
        text = f"{company} {built} a {work} in {site}, that can make {size} a year."
        capacity = Capacity(number, "GWh/year") if battery else Capacity(number * 1000, "vehicle/year")
    else:
        text = f"{company}在{site}的{work}年产能为{number}{'GWh' if battery else '万辆'}。"
        capacity = Capacity(number, "GWh/year") if battery else Capacity(number * 10**4, "vehicle/year")
    return _sentence(
        text,
        language,
        Plant,
        operators=(Company(company, country=home),),
        place=Place(town, country),
        product=product,
        status=status,
        capacity=capacity,
    )


@st.composite
def _exports(draw: Callable[..., Any], language: Language) -> Sentence:
    words = _of(language)
    country, code = draw(st.sampled_from(words.countries))
    goods, product = draw(st.sampled_from(words.exported))
    when, label = draw(st.sampled_from(words.times))
    number, percent, up = draw(st.integers(2, 900)), draw(_tenths(1, 90)), draw(st.booleans())
    if language == "en":
        way = "up" if up else "down"
        text = f"{country} exported {number},000 {goods} in {when}, {way} {percent} percent from a year earlier."
    else:
        way = "增长" if up else "下降"
        text = f"{when}，{country}出口{goods}{number}万辆，同比{way}{percent}%。"
    return _sentence(
        text,
        language,
        ExportFigure,
        country=code,
        product=product,
        quantity=Quantity(number * (1000 if language == "en" else 10**4), "vehicle"),
        period=Period.parse(label),
        change=Change(percent if up else -percent, Basis.YOY),
    )
