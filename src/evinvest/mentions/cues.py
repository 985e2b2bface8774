"""Cue words: the phrases of the field, each with the parts that it plays.

The phrases live in ``_data/cues.toml``, in a notation for their endings: ``invest(s|ed|ing|)`` is four phrases,
``plant(s)`` is two. A phrase that is longer than another hides it, so ``power plant`` keeps ``plant`` from counting.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product

from attrs import field, frozen

from evinvest.errors import LexiconError
from evinvest.tokens import Tokens, fold

_CHOICE = re.compile(r"\(([^()]*)\)")


@frozen
class Cue:
    """A phrase found in a text, from token ``first`` up to, not including, ``last``."""

    first: int
    last: int
    roles: frozenset[str]


def variants(phrase: str) -> list[str]:
    """All forms of a phrase in the notation of the cue file.

    >>> variants("plant(s)"), variants("(re|)open(ed|)")
    (['plants', 'plant'], ['reopened', 'reopen', 'opened', 'open'])
    """
    parts = _CHOICE.split(phrase)
    if any(sign in part for part in parts[::2] for sign in "()"):
        raise LexiconError(f"a choice never closes: {phrase!r}")
    choices = [
        [part] if index % 2 == 0 else (part.split("|") if "|" in part else [part, ""])
        for index, part in enumerate(parts)
    ]
    return [" ".join("".join(chosen).split()) for chosen in product(*choices)]


@frozen
class CueTable:
    """Phrases by their first token, the longest first.

    >>> table = CueTable.of({"plant": ["plant(s)"], "": ["power plant(s)"]})
    >>> [sorted(cue.roles) for cue in table.match(Tokens.of("plants beside a power plant"))]
    [['plant']]
    """

    _heads: Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = field(repr=False)

    @classmethod
    def of(cls, roles: Mapping[str, Iterable[str]]) -> CueTable:
        """A table of phrases by role; the empty role only hides shorter phrases.

        Raises:
            LexiconError: when a phrase is empty or its notation is broken.
        """
        found: dict[tuple[str, ...], set[str]] = {}
        for role, phrases in roles.items():
            for phrase in phrases:
                for form in variants(phrase):
                    words = tuple(fold(word).lower() for word in Tokens.of(form).words)
                    if not words:
                        raise LexiconError(f"an empty phrase in {role!r}")
                    found.setdefault(words, set()).add(role)
        heads: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        for words, parts in found.items():
            heads.setdefault(words[0], []).append((words, frozenset(parts)))
        return cls({head: tuple(sorted(rows, key=lambda row: -len(row[0]))) for head, rows in heads.items()})

    @classmethod
    @cache
    def default(cls) -> CueTable:
        """The table that comes with the library."""
        roles = load_cues(files("evinvest").joinpath("_data/cues.toml").read_text(encoding="utf-8"))
        return cls.of({role: phrases for role, phrases in roles.items() if not role.startswith("name.")})

    def phrases(self) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """All phrases, as their tokens, with their roles."""
        for rows in self._heads.values():
            yield from rows

    def match(self, tokens: Tokens) -> list[Cue]:
        """The cues of a text in order; in every table of the cue file the leftmost and longest.

        A phrase of one table does not keep another table from reading a part of it: "to invest" is a plan, and
        "invest" in it is still a verb of spending. Only a hidden phrase keeps all others out.
        """
        words = [word.lower() if word.isascii() else fold(word).lower() for word in tokens.words]
        heads, cues, hidden = self._heads, [], 0
        taken: dict[str, int] = {}
        for index, word in enumerate(words):
            if index < hidden or word not in heads:
                continue
            for phrase, roles in heads[word]:
                last = index + len(phrase)
                if len(phrase) > 1 and tuple(words[index:last]) != phrase:
                    continue
                free = frozenset(role for role in roles if role and taken.get(role.partition(".")[0], 0) <= index)
                if free:
                    cues.append(Cue(index, last, free))
                    taken.update((role.partition(".")[0], last) for role in free)
                if "" in roles:
                    hidden = last
                    break
        return cues


def load_cues(document: str) -> dict[str, list[str]]:
    """The phrases by role of a cue file: tables of lists, ``[plant] noun = [...]`` being the role ``plant.noun``.

    Raises:
        LexiconError: when the document is not TOML or has another form.
    """
    try:
        tables = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"the cue words are not TOML: {error}") from error
    roles: dict[str, list[str]] = {}
    for table, rows in tables.items():
        if not isinstance(rows, dict):
            raise LexiconError(f"a table of phrases, not {rows!r}", path=table)
        for name, phrases in rows.items():
            if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
                raise LexiconError("a list of phrases", path=f"{table}.{name}")
            role = "" if table == "hidden" else f"{table}.{name}"
            roles.setdefault(role, []).extend(phrases)
    return roles
