"""The lexicon: three tables and the matches that they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from evinvest.errors import LexiconError
from evinvest.lexicon import sources
from evinvest.lexicon.entries import BodyEntry, CompanyEntry, Country, Entry, PlaceEntry
from evinvest.lexicon.table import Table, key, normal
from evinvest.text import Span
from evinvest.tokens import Tokens


@frozen
class Match:
    """A known name in a text.

    Attributes:
        first: the index of its first token.
        last: the index behind its last token.
        entry: what it most likely stands for.
        others: what else bears the name, the likelier first ("Birmingham" in Alabama).
    """

    first: int
    last: int
    entry: Entry
    others: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that bears the name, the likeliest first."""
        return (self.entry, *self.others)

    def span(self, tokens: Tokens) -> Span:
        """The characters of the name in the text that was cut into ``tokens``."""
        return tokens.span(self.first, self.last)

    def within(self, *, country: str | None = None, region: str | None = None) -> PlaceEntry | None:
        """The place of that name in a country, or in a region of it; none where no such place is known."""
        for entry in self.entries:
            if (
                isinstance(entry, PlaceEntry)
                and country in {None, entry.country}
                and (region is None or (entry.region == region and entry.name != region))
            ):
                return entry
        return None


@frozen(eq=False)
class Lexicon:
    """What names stand for.

    Attributes:
        companies: the table of companies.
        places: the table of countries, their adjectives, regions, towns, blocs and continents.
        bodies: the table of those who count exports and sales.
        countries: what is known of each country, by ISO 3166-1 code.
        cues: further words by category, as a user's file has them.

    >>> lexicon = Lexicon.default()
    >>> tokens = Tokens.of("CATL's plant in Debrecen, Hungary")
    >>> [(match.span(tokens).start, match.entry.name) for match in lexicon.match(tokens)]
    [(0, 'CATL'), (16, 'Debrecen'), (26, 'Hungary')]
    """

    companies: Table = field(repr=len)
    places: Table = field(repr=len)
    bodies: Table = field(repr=len)
    countries: Mapping[str, Country] = field(repr=len)
    cues: Mapping[str, Any] = field(factory=dict, repr=len)

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon of this package, read once."""
        return _default()

    @classmethod
    def empty(cls) -> Lexicon:
        """A lexicon that knows nothing."""
        return cls(Table.of({}), Table.of({}), Table.of({}), MappingProxyType({}))

    @classmethod
    def from_toml(cls, path: str | Path) -> Lexicon:
        """A lexicon of a user's own names.

        The file holds tables ``[[company]]``, ``[[place]]`` and ``[[body]]`` with ``name``, ``aliases`` and the fields
        of the entries, and ``[cues]``, which is kept as it is. A name that ends in ``?`` needs context.

        Raises:
            LexiconError: when the file cannot be read or a record is not in that form.
        """
        source = Path(path)
        document = sources.own(source)
        try:
            return cls(
                Table.of(_own(document.get("company", ()), CompanyEntry)),
                Table.of(_own(document.get("place", ()), PlaceEntry)),
                Table.of(_own(document.get("body", ()), BodyEntry)),
                MappingProxyType({}),
                MappingProxyType(document.get("cues", {})),
            )
        except (TypeError, KeyError, AttributeError) as error:
            raise LexiconError(f"a record is not in its form: {error}", source=str(source)) from error

    def __or__(self, other: Lexicon) -> Lexicon:
        """Both lexicons; what the other one says wins."""
        return Lexicon(
            self.companies | other.companies,
            self.places | other.places,
            self.bodies | other.bodies,
            MappingProxyType({**self.countries, **other.countries}),
            MappingProxyType({**self.cues, **other.cues}),
        )

    def match(self, tokens: Tokens) -> list[Match]:
        """All known names in a text, in its order.

        Within companies, within places and within bodies the longest name from the left wins; names of different
        kinds may overlap.
        """
        words = [normal(word) for word in tokens.words]
        found = [
            _match(first, last, name, table.names[name], tokens)
            for table in (self.companies, self.places, self.bodies)
            for first, last, name in table.find(words)
        ]
        return sorted(found, key=lambda match: (match.first, -match.last))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All that a name stands for, companies before places before bodies.

        >>> [entry.country for entry in Lexicon.default().lookup("Gotion")]
        ['CN']
        """
        found = key(name)
        return tuple(
            entry
            for table in (self.companies, self.places, self.bodies)
            if found in table.names
            for entry in _entries(found, table.names[found])
        )


@cache
def _default() -> Lexicon:
    nations = sources.countries()
    return Lexicon(
        Table.of(sources.companies()),
        Table.of(sources.places(nations)),
        Table.of(sources.bodies()),
        MappingProxyType({code: sources.country(code, record) for code, record in nations.items()}),
    )


def _entries(name: str, payload: object) -> Iterator[Entry]:
    for part in payload if isinstance(payload, tuple) else (payload,):
        if isinstance(part, str):
            yield from sources.unpack(name, part)
        else:
            yield part


def _match(first: int, last: int, name: str, payload: object, tokens: Tokens) -> Match:
    entries = list(_entries(name, payload))
    # "Göd" is nobody but the town: an accent settles what the bare letters leave open.
    if entries[0].ambiguous and not all(word.isascii() for word in tokens.words[first:last]):
        entries = [evolve(entry, ambiguous=False) if entry.name.isascii() is False else entry for entry in entries]
    return Match(first, last, entries[0], tuple(entries[1:]))


def _own(records: Iterable[Mapping[str, Any]], kind: type[Entry]) -> sources.Names:
    names: sources.Names = {}
    for record in records:
        fields = {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}
        forms = (fields.pop("name"), *fields.get("aliases", ()))
        if kind is not BodyEntry:
            fields.pop("aliases", None)
        plain = forms[0].rstrip("?")
        sources.add(names, forms, lambda flag, a=plain, b=fields: kind(name=a, ambiguous=flag, **b))  # type: ignore[misc]
    return names
