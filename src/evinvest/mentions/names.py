"""Companies in a text: the ones the lexicon knows, and the ones that the grammar shows to be companies.

A capitalised name is taken for a company when something beside it says so: its own ending (``Corp``, ``Motors``), a
ticker, a word such as "battery maker" before it, a plant or a sum that it possesses, or a verb of building and investing
that it governs. Once shown, the name counts wherever it stands in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from attrs import evolve, frozen

from evinvest.lexicon import CompanyEntry, Match
from evinvest.mentions.cues import Cue, load_cues
from evinvest.models import Company
from evinvest.tokens import Tokens

_TICKER_CODE = re.compile(r"\s*([A-Z]{2,8})\s?:\s?([A-Z0-9.]{1,8})\s*\)")
_RIC = re.compile(r"\s*([A-Z0-9]{1,7}(?:_p)?[a-z]{0,2}\.[A-Z]{1,3})\s*\)")
_LINKS = frozenset({"&", "-"})
_LOWER_LINKS = frozenset({"of", "de", "du", "der", "van"})


@frozen
class CompanyMention:
    """A company or a group of companies, from token ``first`` up to, not including, ``last``.

    Attributes:
        kind: what the lexicon says that it makes: ``oem``, ``battery``, ``material`` ...
        group: whether it is a collective such as "Chinese EV makers".
        known: whether the lexicon knows it.
    """

    first: int
    last: int
    company: Company
    kind: str = ""
    group: bool = False
    known: bool = False
    members: tuple[str, ...] = ()


def known_companies(matches: Iterable[Match], tokens: Tokens) -> list[CompanyMention]:
    """The companies of the lexicon; a name that is an ordinary word too needs a company-like neighbour."""
    found = []
    for match in matches:
        entry = match.entry
        if not isinstance(entry, CompanyEntry):
            continue
        if entry.ambiguous and not _stands_as_name(tokens, match.first, match.last):
            continue
        company = Company(entry.name, _surface(tokens, match.first, match.last), entry.country, entry.ticker)
        found.append(
            CompanyMention(match.first, match.last, company, entry.kind or "", known=True, members=entry.members)
        )
    return found


def _stands_as_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an ambiguous name is used as one: not after an article, and acting or possessing."""
    words = tokens.words
    before = words[first - 1].lower() if first else ""
    after = words[last].lower() if last < len(words) else ""
    if before in {"the", "a", "an"} and after != "'":
        return False
    if last < len(words) and words[last][:1].isupper() and after not in {"motor", "motors", "auto", "group", "ag", "co", "corp"}:
        return False
    return after in {"'", "will", "has", "said", "is", "plans", "and", ",", "(", "to", "would", "which", "motor", "motors", "ag", "group", "co", "corp"}


def _surface(tokens: Tokens, first: int, last: int) -> str:
    parts = [tokens.words[first]]
    for index in range(first + 1, last):
        gap = tokens.starts[index] - tokens.ends[index - 1]
        parts.append((" " if gap else "") + tokens.words[index])
    return "".join(parts)


_TITLES = frozenset(
    "president minister chairman chief executive officer ceo cfo coo vice mr mrs ms dr governor senator prime secretary analyst professor spokesman "
    "spokeswoman mayor king prince sir director".split()
)


@frozen
class NameRules:
    """The words by which an unknown name shows what it is; from the cue file."""

    suffix: frozenset[str]
    other: frozenset[str]
    ticker: frozenset[str]

    @classmethod
    @cache
    def default(cls) -> NameRules:
        """The words that come with the library."""
        roles = load_cues(files("evinvest").joinpath("_data/cues.toml").read_text(encoding="utf-8"))
        return cls(frozenset(roles["name.suffix"]), frozenset(roles["name.other"]), frozenset(roles["name.ticker"]))

    def candidates(self, tokens: Tokens, taken: Sequence[bool]) -> list[tuple[int, int]]:
        """Runs of capitalised words that are no known name, without the words that only begin a sentence."""
        words, runs, index, size = tokens.words, [], 0, len(tokens)
        while index < size:
            if taken[index] or not self._capital(words[index]):
                index += 1
                continue
            last = self._run_end(tokens, index, taken)
            first = index
            while first < last and words[first].lower() in self.other:
                first += 1
            while last > first and (words[last - 1] in _LINKS or words[last - 1].lower() in _LOWER_LINKS):
                last -= 1
            person = first > index and words[first - 1].lower() in _TITLES
            if first < last and not words[first].isdigit() and not person:
                runs.append((first, last))
            index = max(last, index + 1)
        return runs

    def _run_end(self, tokens: Tokens, index: int, taken: Sequence[bool]) -> int:
        words, size, last = tokens.words, len(tokens), index + 1
        while last < size and not taken[last]:
            word = words[last]
            if word in _LINKS or word.lower() in _LOWER_LINKS:
                follows = last + 1 < size and not taken[last + 1] and self._capital(words[last + 1])
                if not follows:
                    break
            elif not self._capital(word) or tokens.starts[last] - tokens.ends[last - 1] > 1:
                break
            elif word.lower() in self.other and word.lower() not in self.suffix and word.lower() not in {"new", "united", "first", "north", "south"}:
                break
            last += 1
        return last

    @staticmethod
    def _capital(word: str) -> bool:
        return word[:1].isupper() or (word[:1].isdigit() and any(letter.isupper() for letter in word))


def unknown_companies(
    text: str, tokens: Tokens, cues: Sequence[Cue], taken: Sequence[bool], places: Sequence[bool], rules: NameRules
) -> list[CompanyMention]:
    """Names that the lexicon does not know and the text shows to be companies."""
    by_first = _roles_at((cue.first, cue) for cue in cues)
    by_last = _roles_at((cue.last, cue) for cue in cues)
    runs = [(first, last) for first, last in rules.candidates(tokens, taken) if not all(places[first:last])]
    inner = {tokens.words[first] for first, _ in runs if not _begins(tokens, first)}
    shown: dict[tuple[str, ...], CompanyMention] = {}
    for first, last in runs:
        words = tokens.words[first:last]
        if len(words) == 1 and _begins(tokens, first) and words[0] not in inner and words[0].isalpha() and not words[0].isupper():
            continue  # a word that only ever begins sentences owes its capital to them
        if words not in shown and _shows_company(text, tokens, first, last, by_first, by_last, rules):
            shown[words] = CompanyMention(first, last, Company(_surface(tokens, first, last), _surface(tokens, first, last)))
    short = {words[0]: mention for words, mention in shown.items() if len(words) > 1 and len(words[0]) > 3 and words[0].lower() not in rules.suffix}
    found = []
    for first, last in runs:
        words = tokens.words[first:last]
        mention = shown.get(words) or (short.get(words[0]) if len(words) == 1 else None)
        if mention is not None:
            ticker = _ticker(text, tokens, last)
            company = evolve(mention.company, surface=_surface(tokens, first, last), ticker=ticker)
            found.append(evolve(mention, first=first, last=last, company=company))
    return found


_BODIES = frozenset(
    "association federation ministry bureau office institute council alliance department society administration agency chamber commission "
    "authority board union observatory statistics".split()
)


def unknown_bodies(tokens: Tokens, taken: Sequence[bool], rules: NameRules) -> list[tuple[int, int]]:
    """Associations and offices that the lexicon does not know: names with a word for one in them.

    >>> from evinvest.mentions.names import NameRules
    >>> tokens = Tokens.of("data of the Ruritanian Motor Federation show")
    >>> unknown_bodies(tokens, [False] * len(tokens), NameRules.default())
    [(3, 6)]
    """
    words, found, index = tokens.words, [], 0
    while index < len(words):
        if words[index].lower() not in _BODIES or not words[index][:1].isupper() or taken[index]:
            index += 1
            continue
        first = last = index
        while first > 0 and words[first - 1][:1].isupper() and words[first - 1].lower() not in {"the", "a", "an"} and not taken[first - 1]:
            first -= 1
        last += 1
        while last < len(words) and not taken[last] and (words[last][:1].isupper() or (words[last].lower() in {"of", "for", "and", "des"} and last + 1 < len(words) and words[last + 1][:1].isupper())):
            last += 1
        if last - first > 1:
            found.append((first, last))
        index = last
    return found


def _begins(tokens: Tokens, index: int) -> bool:
    """Whether a token begins a sentence or a quotation."""
    return index == 0 or tokens.words[index - 1] in {".", "!", "?", '"', ":", "\u2022"} or tokens.starts[index] - tokens.ends[index - 1] > 1


def _roles_at(places: Iterable[tuple[int, Cue]]) -> dict[int, frozenset[str]]:
    """All that the cues at a token say."""
    roles: dict[int, frozenset[str]] = {}
    for index, cue in places:
        roles[index] = roles.get(index, frozenset()) | cue.roles
    return roles


def _ticker(text: str, tokens: Tokens, last: int) -> str | None:
    if last < len(tokens) and tokens.words[last] == "(":
        if match := _TICKER_CODE.match(text, tokens.ends[last]):
            return f"{match[1]}: {match[2]}"
        if match := _RIC.match(text, tokens.ends[last]):
            return match[1]
    return None


def _shows_company(
    text: str,
    tokens: Tokens,
    first: int,
    last: int,
    by_first: dict[int, frozenset[str]],
    by_last: dict[int, frozenset[str]],
    rules: NameRules,
) -> bool:
    words = tokens.words[first:last]
    ending = words[-1].lower()
    if len(words) > 1 and ending in rules.suffix:
        return True
    if _ticker(text, tokens, last):
        return True
    if "group.maker" in by_last.get(first, ()):
        return True
    return _acts(tokens, first, last, by_first)


_ACTING = frozenset({"invest.verb", "invest.spend", "status.construction", "invest.stake", "build.verb", "build.open"})
_AUXILIARY = frozenset("will has have is are plans plan intends aims would to had was".split())


def _acts(tokens: Tokens, first: int, last: int, by_first: dict[int, frozenset[str]]) -> bool:
    """Whether the name possesses a plant or a sum, or governs a verb of investing or building."""
    words, size = tokens.words, len(tokens)
    if last + 1 < size and words[last] == "'" and words[last + 1] == "s":
        for index in range(last + 2, min(last + 8, size)):
            if words[index] in {",", ".", ";"}:
                return False
            if words[index] in {"$", "€", "£"} or "plant.noun" in by_first.get(index, ()):
                return True
        return False
    index = last
    steps = 0
    while index < size and words[index].lower() in _AUXILIARY and steps < 3:
        index += 1
        steps += 1
    return bool(by_first.get(index, frozenset()) & _ACTING) and len(words[first]) > 2
