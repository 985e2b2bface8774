"""Companies in a text: what a mention of one is, and the names that the grammar shows to be companies'.

A capitalised name is taken for a company when something beside it says so: its own ending (``Corp``, ``Motors``), a
legal form (``S.p.A.``), a ticker, a word such as "battery maker" before it or behind a comma, a plant or a sum that it
possesses, a verb of building and investing that it governs, a plant that it halts, or what it makes. Once shown, the
name counts wherever it stands in the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from evinvest.mentions.runs import NameRules, begins_sentence
from evinvest.mentions.tickers import find_tickers
from evinvest.models import Company
from evinvest.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evinvest.mentions.cues import Cue

_ACTING = frozenset("invest.verb invest.spend invest.stake status.construction build.verb build.open".split())
_HALTING = frozenset({"status.paused", "status.closed", "status.closing", "status.cancelled"})
_WORKING = frozenset({"plant.noun", "plant.weak"})
_PRODUCTS = frozenset({"product.vehicle", "product.battery", "product.material", "product.part"})
_TELLING = _ACTING | _HALTING | _WORKING | _PRODUCTS | {"group.maker", "company.makes"}
_AUXILIARY = frozenset(
    "will has have is are plans plan intends aims would to had was been be not also now soon".split()
)
_BEING = frozenset({"be", "been", "was", "were", "is", "are"})
_OWNED = frozenset({"$", "€", "£"})
_DOTS = frozenset("./")
_FORM = 8  # words of the longest form, its dots among them
_ARTICLES = frozenset({("a",), ("an",), ("the",)})
_OF_PEOPLE = frozenset("' s at of for with who from head boss founder veteran worker engineer lawyer".split())
_ENDS = frozenset(".;?!")
_EXPLAINED = 9  # words behind a name within which "a Norwegian battery maker" ends
_OWNED_WITHIN = 12
_DETERMINERS = frozenset("the a an its their his her our s in near at outside around".split())  # of models and towns
_OWN, _OBJECT = 4, 6  # words from "whose" to the plant, and from a verb of making to what is made


@frozen
class CompanyMention:
    """A company or a group of companies, from token ``first`` up to, not including, ``last``.

    Attributes:
        kind: what the lexicon says that it makes: ``oem``, ``battery``, ``material`` ...
        group: whether it is a collective such as "Chinese EV makers".
        known: whether the lexicon knows it.
        members: the partners of a joint venture, as the lexicon has them.
        key: one name for the company in every script, where the lexicon knows it.
    """

    first: int
    last: int
    company: Company
    kind: str = ""
    group: bool = False
    known: bool = False
    members: tuple[str, ...] = ()
    key: str = field()

    @key.default
    def _key(self) -> str:
        return self.company.name

    @property
    def trade(self) -> str:
        """The first of what it makes: ``oem`` of ``oem-ev`` and of ``oem+battery``; empty when unknown."""
        return self.kind.replace("+", "-").partition("-")[0]


@frozen
class Surroundings:
    """A text with what its cue words say of the names beside them.

    Attributes:
        tokens: the words of the text.
        acting: where verbs of investing and building begin.
        halting: where verbs of pausing, closing and cancelling begin.
        plants: where words for a plant begin.
        works: the same, with words such as "line" that mean one only beside others.
        making: where verbs of making begin.
        made: where words for a plant or for what comes out of one begin.
        makers: where words for a company end.
        tickers: by the character at which they begin.
    """

    tokens: Tokens
    acting: frozenset[int]
    halting: frozenset[int]
    plants: frozenset[int]
    works: frozenset[int]
    making: frozenset[int]
    made: frozenset[int]
    makers: frozenset[int]
    tickers: dict[int, str]

    @classmethod
    def of(cls, text: str, tokens: Tokens, cues: Iterable[Cue]) -> Surroundings:
        """Sort the cues of a text by place."""
        telling = [cue for cue in cues if not _TELLING.isdisjoint(cue.roles)]
        return cls(
            tokens,
            frozenset(cue.first for cue in telling if not _ACTING.isdisjoint(cue.roles)),
            frozenset(cue.first for cue in telling if not _HALTING.isdisjoint(cue.roles)),
            frozenset(cue.first for cue in telling if "plant.noun" in cue.roles),
            frozenset(cue.first for cue in telling if not _WORKING.isdisjoint(cue.roles)),
            frozenset(cue.first for cue in telling if "company.makes" in cue.roles),
            frozenset(cue.first for cue in telling if not (_WORKING | _PRODUCTS).isdisjoint(cue.roles)),
            frozenset(cue.last for cue in telling if "group.maker" in cue.roles),
            {ticker.span.start: ticker.label for ticker in find_tickers(text)},
        )

    def ticker(self, last: int) -> str | None:
        """The ticker in brackets behind a name that ends before token ``last``."""
        if last + 1 >= len(self.tokens) or self.tokens.words[last] != "(":
            return None
        return self.tickers.get(self.tokens.starts[last + 1])

    def shows_company(self, first: int, last: int, rules: NameRules) -> bool:
        """Whether something in or beside a name says that it is a company's."""
        words = self.tokens.words[first:last]
        ends = words[-1].lower() in rules.suffix and words[-2:-1] != ("-",)  # not "E-Tech"
        if len(words) > 1 and (ends or words[0].lower() in rules.leading):
            return True
        if self.ticker(last) or first in self.makers:
            return True
        end = self.form_end(last, rules)
        if end > last or self._is_explained(last, rules):
            return True
        return self._possesses(last) or self._governs(first, end) or self._halts(end) or self._makes(first, end)

    def form_end(self, last: int, rules: NameRules) -> int:
        """The end of the legal form with dots or strokes behind a name, "S.p.A." or "A/S"; else that of the name."""
        tokens, letters, dotted = self.tokens, "", False
        for index in range(last, min(last + _FORM, len(tokens))):
            if tokens.starts[index] != tokens.ends[index - 1] + (index == last):
                break
            word = tokens.lowered[index]
            dotted |= word in _DOTS
            letters += word if word.isalpha() else ""
            if dotted and letters in rules.form and word not in _DOTS:
                return index + 1
        return last

    def _is_explained(self, last: int, rules: NameRules) -> bool:
        """Whether words behind a comma say that it is a company: "Nordlys, a Norwegian battery maker"; no person."""
        words = self.tokens.lowered
        if words[last : last + 1] != (",",) or words[last + 1 : last + 2] not in _ARTICLES:
            return False
        end = next((index for index in range(last + 3, last + _EXPLAINED) if index in self.makers), None)
        if end is None:
            return False
        said = frozenset(words[last + 2 : end + 1])
        return all(map(said.isdisjoint, (rules.title, _OF_PEOPLE, _ENDS)))

    def _halts(self, last: int) -> bool:
        """Whether it pauses, closes or cancels a plant: "Nordlys stopped work on its plant"."""
        words = self.tokens.lowered
        index = last
        while index < min(last + 4, len(words)) and words[index] in _AUXILIARY:
            index += 1
        if index not in self.halting:
            return False
        for place in range(index, min(index + _OWNED_WITHIN, len(words))):
            if words[place] in {".", ";"}:
                return False
            if place in self.works:
                return True
        return False

    def is_apart(self, last: int) -> bool:
        """Whether a clause of its own is said of a name: "Nordlys, whose factory"; of common words it is seldom."""
        return self.tokens.lowered[last : last + 2] in ((",", "which"), (",", "whose"))

    def _possesses(self, last: int) -> bool:
        """Whether a plant or a sum is its own: "Verkor's plant", "Verkor's $2 billion"."""
        words = self.tokens.words
        if words[last : last + 2] != ("'", "s"):
            return False
        for index in range(last + 2, min(last + 8, len(words))):
            if words[index] in {",", ".", ";"}:
                return False
            if words[index] in _OWNED or index in self.plants:
                return True
        return False

    def _makes(self, first: int, last: int) -> bool:
        """Whether something is made by it: "Nordlys makes cells", "Nordlys, whose factory", not "the Leaf, which"."""
        words, index = self.tokens.lowered, last
        if first > 0 and words[first - 1] in _DETERMINERS:
            return False
        if words[index : index + 2] == (",", "whose"):
            return any(place in self.works for place in range(index + 2, index + 2 + _OWN))
        if words[index : index + 2] == (",", "which"):
            index += 2
        while index < min(last + 5, len(words)) and words[index] in _AUXILIARY:
            index += 1
        if index not in self.making or words[index - 1] in _BEING:
            return False
        return any(place in self.made for place in range(index + 1, index + 1 + _OBJECT))

    def _governs(self, first: int, last: int) -> bool:
        """Whether a verb of investing or building follows: "Verkor will invest"."""
        words = self.tokens.words
        index = last
        while index < min(last + 3, len(words)) and self.tokens.lowered[index] in _AUXILIARY:
            index += 1
        passive = index > last and self.tokens.lowered[index - 1] in _BEING and not words[index].endswith("ing")
        return len(words[first]) > 2 and index in self.acting and not passive  # not "the Leafs will be built"


def unknown_companies(
    around: Surroundings, taken: Sequence[bool], places: Sequence[bool], rules: NameRules
) -> list[CompanyMention]:
    """Names that the lexicon does not know and the text shows to be companies.

    Args:
        around: the text and its cues.
        taken: which tokens belong to a known name.
        places: which tokens belong to a known place.
        rules: the words by which names show what they are.
    """
    tokens = around.tokens
    runs = [run for run in rules.candidates(tokens, taken) if not all(places[run[0] : run[1]])]
    runs = [run for run in runs if not _goes_on(tokens, taken, run, rules)]
    # "Nordlys S.p.A.": the "S" belongs to the form; a form alone ("the S.p.A.") is no name.
    runs = [(first, last - 1 if around.form_end(last - 1, rules) > last else last) for first, last in runs]
    runs = [run for run in runs if run[0] < run[1]]
    shown = _shown(around, runs, rules)
    short = {
        words[0]: name
        for words, name in shown.items()
        if len(words) > 1 and len(words[0]) > 3 and words[0].lower() not in rules.suffix
    }
    found = []
    for first, last in runs:
        words = tokens.words[first:last]
        name = shown.get(words) or (short.get(words[0]) if len(words) == 1 else None)
        if name is not None:
            company = Company(name, tokens.surface(first, last), ticker=around.ticker(last))
            found.append(CompanyMention(first, last, company))
    return found


def _goes_on(tokens: Tokens, taken: Sequence[bool], run: tuple[int, int], rules: NameRules) -> bool:
    """Whether a name is the rest of a known one: "Prospect Motor" of "Honda Prospect Motor"."""
    first, last = run
    beside = first > 0 and taken[first - 1] and tokens.starts[first] - tokens.ends[first - 1] <= 1
    return beside and tokens.lowered[last - 1] in rules.suffix


def _shown(around: Surroundings, runs: Sequence[tuple[int, int]], rules: NameRules) -> dict[tuple[str, ...], str]:
    """The names that show themselves to be companies', by their words."""
    tokens = around.tokens
    inside = {tokens.words[first] for first, _ in runs if not begins_sentence(tokens, first)}
    shown: dict[tuple[str, ...], str] = {}
    for first, last in runs:
        words = tokens.words[first:last]
        plain = len(words) == 1 and words[0].isalpha() and not words[0].isupper()
        plain = plain and around.form_end(last, rules) == last
        if plain and begins_sentence(tokens, first) and words[0] not in inside and not around.is_apart(last):
            continue  # a word that only ever begins sentences owes its capital to them
        if words not in shown and around.shows_company(first, last, rules):
            shown[words] = tokens.surface(first, last)
    return shown
