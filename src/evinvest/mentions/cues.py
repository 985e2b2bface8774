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
from itertools import filterfalse, product
from typing import Any, NamedTuple

from attrs import field, frozen

from evinvest.errors import LexiconError
from evinvest.tokens import Tokens, fold

_CHOICE = re.compile(r"\(([^()]*)\)")


class Cue(NamedTuple):
    """A phrase found in a text, from token ``first`` up to, not including, ``last``."""

    first: int
    last: int
    roles: frozenset[str]


def variants(phrase: str) -> list[str]:
    """All forms of a phrase in the notation of the cue file.

    >>> variants("plant(s)"), variants("(re|)open(ed|)")
    (['plants', 'plant'], ['reopened', 'reopen', 'opened', 'open'])
    """
    if "(" not in phrase and ")" not in phrase:
        return [" ".join(phrase.split())]
    parts = _CHOICE.split(phrase)
    if any(sign in part for part in parts[::2] for sign in "()"):
        raise LexiconError(f"a choice never closes: {phrase!r}")
    choices = [
        [part] if index % 2 == 0 else (part.split("|") if "|" in part else [part, ""])
        for index, part in enumerate(parts)
    ]
    return [" ".join("".join(chosen).split()) for chosen in product(*choices)]


class _Phrase(NamedTuple):
    """A phrase of the table: its tokens, its roles by table and all together, and whether it hides what it covers."""

    words: list[str]
    tables: tuple[tuple[str, frozenset[str]], ...]
    roles: frozenset[str]
    hides: bool

    @classmethod
    def of(cls, words: Iterable[str], roles: Iterable[str]) -> _Phrase:
        return cls(list(words), *_parts(frozenset(roles)))


@cache  # most phrases share their roles with others
def _parts(roles: frozenset[str]) -> tuple[tuple[tuple[str, frozenset[str]], ...], frozenset[str], bool]:
    plays = roles - {""}
    tables = sorted({role.partition(".")[0] for role in plays})
    by_table = ((table, frozenset(role for role in plays if role.partition(".")[0] == table)) for table in tables)
    return tuple(by_table), plays, "" in roles


@frozen
class CueTable:
    """Phrases by their first two tokens, the longest first.

    The phrase that is one token stands behind the longer ones, and alone under the empty word.

    >>> table = CueTable.of({"plant": ["plant(s)"], "": ["power plant(s)"]})
    >>> [sorted(cue.roles) for cue in table.match(Tokens.of("plants beside a power plant"))]
    [['plant']]
    """

    _heads: Mapping[str, Mapping[str, tuple[_Phrase, ...]]] = field(repr=False)

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
                    words = _words(form)
                    if not words:
                        raise LexiconError(f"an empty phrase in {role!r}")
                    found.setdefault(words, set()).add(role)
        heads: dict[str, dict[str, tuple[_Phrase, ...]]] = {}
        # The short ones first, so that each may be put before those that it may hide.
        for words, parts in sorted(found.items(), key=lambda row: len(row[0])):
            rows = heads.setdefault(words[0], {"": ()})
            second = words[1] if len(words) > 1 else ""
            rows[second] = (_Phrase.of(words, parts), *rows.get(second, rows[""]))
        return cls(heads)

    @classmethod
    @cache
    def default(cls) -> CueTable:
        """The table that comes with the library."""
        return cls.of({role: phrases for role, phrases in own_cues().items() if not role.startswith("name.")})

    @classmethod
    def with_own(cls, tables: Mapping[str, Any]) -> CueTable:
        """The table that comes with the library, with phrases of a user's file beside its own.

        Args:
            tables: phrases by table and role, as the cue file has them and :attr:`evinvest.lexicon.Lexicon.cues` holds
                them.

        Raises:
            LexiconError: when they have another form, or a role that nothing asks for.

        >>> table = CueTable.with_own({"plant": {"noun": ["voltworks"]}})
        >>> [sorted(cue.roles) for cue in table.match(Tokens.of("the voltworks"))]
        [['plant.noun']]
        """
        if not tables:
            return cls.default()
        known = {role: phrases for role, phrases in own_cues().items() if not role.startswith("name.")}
        further = by_role(tables)
        for role in further.keys() - known.keys():
            raise LexiconError("no role of cue words", path=f"cues.{role}")
        return cls.of({role: [*phrases, *further.get(role, ())] for role, phrases in known.items()})

    def phrases(self) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """All phrases, as their tokens, with their roles."""
        found = {tuple(row.words): row for head in self._heads.values() for rows in head.values() for row in rows}
        for words, row in found.items():
            yield words, row.roles | ({""} if row.hides else frozenset())

    def match(self, tokens: Tokens) -> list[Cue]:
        """The cues of a text in order; in every table of the cue file the leftmost and longest.

        A phrase of one table does not keep another table from reading a part of it: "to invest" is a plan, and
        "invest" in it is still a verb of spending. Only a hidden phrase keeps all others out.
        """
        heads = self._heads
        words, starts = _folded(tokens, heads)
        cues, hidden, busy = [], 0, 0
        taken: dict[str, int] = {}  # where the last phrase of each table ends, as far as ``busy``
        words.append("")  # so that the last word has one behind it
        for index in starts:
            if index < hidden or words[index] not in heads:
                continue
            rows = heads[words[index]]
            for phrase in rows.get(words[index + 1]) or rows[""]:
                size = len(phrase.words)
                last = index + size
                if size > 2 and words[index:last] != phrase.words:
                    continue
                free = phrase.roles if index >= busy else _free(phrase, taken, index)
                if free:
                    cues.append(Cue(index, last, free))
                    if size > 1:  # a single word keeps no later one out
                        taken.update((table, last) for table, roles in phrase.tables if roles <= free)
                        busy = max(busy, last)
                if phrase.hides:
                    hidden = last
                    break
        return cues


def _free(phrase: _Phrase, taken: Mapping[str, int], index: int) -> frozenset[str]:
    """The roles of a phrase in the tables that no phrase before has taken."""
    free = [roles for table, roles in phrase.tables if taken.get(table, 0) <= index]
    return phrase.roles if len(free) == len(phrase.tables) else frozenset().union(*free)


def _folded(tokens: Tokens, heads: Mapping[str, object]) -> tuple[list[str], list[int]]:
    """The words in small letters and without accents, and where some of them may stand."""
    wanted = heads.keys() & tokens.places.keys()
    if all(map(str.isascii, tokens.places)):
        return list(tokens.lowered), tokens.find(wanted)
    other = {word: fold(word).lower() for word in filterfalse(str.isascii, set(tokens.words))}
    wanted.update(word.lower() for word, plain in other.items() if plain in heads)
    return list(map(other.get, tokens.words, tokens.lowered)), tokens.find(wanted)


def _words(form: str) -> tuple[str, ...]:
    # Most forms are plain words or Chinese: cutting those needs no pattern.
    if form.isascii() and form.replace(" ", "").isalnum():
        return tuple(form.lower().split())
    if form and min(form) >= "\u4e00" and max(form) <= "\u9fff":
        return tuple(form)
    return tuple(fold(word).lower() for word in Tokens.of(form).words)


@cache
def own_cues() -> dict[str, list[str]]:
    """The phrases by role of the cue file that comes with the library, read once."""
    return load_cues(files("evinvest").joinpath("_data/cues.toml").read_text(encoding="utf-8"))


def load_cues(document: str) -> dict[str, list[str]]:
    """The phrases by role of a cue file: tables of lists, ``[plant] noun = [...]`` being the role ``plant.noun``.

    Raises:
        LexiconError: when the document is not TOML or has another form.
    """
    try:
        tables = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"the cue words are not TOML: {error}") from error
    return by_role(tables)


def by_role(tables: Mapping[str, Any]) -> dict[str, list[str]]:
    """The phrases of tables of lists by their role, ``table.name``; those of the table ``hidden`` have none.

    Raises:
        LexiconError: when they have another form.
    """
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
