"""The lexicon: three tables and the matches that they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve, field, frozen

from evinvest.errors import LexiconError
from evinvest.lexicon import sources
from evinvest.lexicon.entries import BodyEntry, CompanyEntry, Country, Entry, PlaceEntry
from evinvest.lexicon.forms import CompanyForms
from evinvest.lexicon.sites import Sites
from evinvest.lexicon.table import HAN, NormalWords, Table, key

if TYPE_CHECKING:
    from evinvest.text import Span
    from evinvest.tokens import Tokens


class Match(NamedTuple):
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


def _count(names: Sized) -> str:
    return f"<{len(names)} names>"


@frozen(eq=False)
class Lexicon:
    """What names stand for.

    Attributes:
        companies: the table of companies.
        places: the table of countries, their adjectives, regions, towns, blocs and continents.
        bodies: the table of those who count exports and sales.
        countries: what is known of each country, by ISO 3166-1 code.
        forms: the words that may follow the name of a company and belong to it.
        sites: where companies are known to make things.
        cues: further cue words by table and role, as a user's file has them (``{"plant": {"noun": [...]}}``).

    >>> from evinvest.tokens import Tokens
    >>> lexicon = Lexicon.default()
    >>> tokens = Tokens.of("CATL's plant in Debrecen, Hungary")
    >>> [(match.span(tokens).start, match.entry.name) for match in lexicon.match(tokens)]
    [(0, 'CATL'), (16, 'Debrecen'), (26, 'Hungary')]
    """

    companies: Table = field(repr=_count)
    places: Table = field(repr=_count)
    bodies: Table = field(repr=_count)
    countries: Mapping[str, Country] = field(repr=_count)
    forms: CompanyForms = field(default=CompanyForms.of({}), repr=False)
    sites: Sites = field(factory=Sites, repr=False)
    cues: Mapping[str, Any] = field(factory=dict, repr=_count)

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon of this package, read once."""
        return _default()

    @classmethod
    def empty(cls) -> Lexicon:
        """A lexicon that knows nothing."""
        return cls(Table.of({}), Table.of({}), Table.of({}), {})

    @classmethod
    def from_toml(cls, path: str | Path) -> Lexicon:
        """A lexicon of a user's own names.

        The file holds tables ``[[company]]``, ``[[place]]`` and ``[[body]]`` with ``name``, ``aliases`` and the fields
        of the entries; ``[[site]]`` with ``company``, ``country`` and ``towns``; and cue words by table and role as
        ``_data/cues.toml`` has them: ``[cues.plant]`` with ``noun = ["voltwork(s)"]``. A name that ends in ``?`` needs
        context.

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
                {},
                sites=Sites.of(_own_sites(document.get("site", ()))),
                cues={table: dict(rows) for table, rows in document.get("cues", {}).items()},
            )
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise LexiconError(f"a record is not in its form: {error}", source=str(source)) from error

    def __or__(self, other: Lexicon) -> Lexicon:
        """Both lexicons; what the other one says wins."""
        return Lexicon(
            self.companies | other.companies,
            self.places | other.places,
            self.bodies | other.bodies,
            {**self.countries, **other.countries},
            self.forms | other.forms,
            self.sites | other.sites,
            _joined(self.cues, other.cues),
        )

    def match(self, tokens: Tokens) -> list[Match]:
        """All known names in a text, in its order.

        Within companies, within places and within bodies the longest name from the left wins; names of different
        kinds may overlap.
        """
        text = NormalWords.of(tokens)
        found: list[Match] = []
        for table in (self.companies, self.places, self.bodies):
            end = 0
            for first, last, name in table.find(text):
                if first < end:
                    continue
                if table is self.companies:
                    end = self.forms.extend(text.words, last) if table.names[name] else last
                plain = all(map(str.isascii, tokens.words[first:last]))
                if entries := self._meant(table, name, plain=plain):
                    found.append(Match(first, max(end, last), entries[0], entries[1:]))
        return sorted(found, key=lambda match: (match.first, -match.last))

    def _meant(self, table: Table, name: str, *, plain: bool) -> tuple[Entry, ...]:
        """The entries of a name as written: an accent settles what bare letters leave open, as in "Göd"."""
        known = table.meanings.get((name, plain))
        if known is None:
            entries = _entries(name, table.names[name])
            if not plain and name < HAN:
                entries = [one if one.name.isascii() else evolve(one, ambiguous=False) for one in entries]
            known = table.meanings[name, plain] = tuple(entries)
        return known

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


def _joined(cues: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """The cue words of both, role by role."""
    return {table: {**cues.get(table, {}), **others.get(table, {})} for table in (*cues, *others)}


@cache
def _default() -> Lexicon:
    return Lexicon(
        Table.of(sources.companies()),
        Table.of(sources.places()),
        Table.of(sources.bodies()),
        sources.countries(),
        CompanyForms.of(sources.company_forms()),
        sources.sites(),
    )


def _entries(name: str, payload: sources.Payload) -> list[Entry]:
    """All that a key stands for; who needs no context before who does: "Georgia" is the state before the country."""
    entries: list[Entry] = []
    for part in payload if isinstance(payload, tuple) else (payload,):
        if isinstance(part, str):
            entries += sources.unpack(name, part)
        else:
            make, *fields = part
            entries.append(make(*fields))
    return sorted(entries, key=lambda entry: entry.ambiguous) if len(entries) > 1 else entries


def _own(records: Iterable[Mapping[str, Any]], kind: type[Entry]) -> sources.Names:
    names: sources.Names = {}
    for record in records:
        fields = {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}
        forms = (fields.pop("name"), *fields.pop("aliases", ()))
        sources.add(names, forms, _made, kind, forms, fields)
    for name, payload in names.items():
        _entries(name, payload)  # a field that does not exist fails here, not at the first match
    return names


def _own_sites(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str | None, list[str]]]:
    for record in records:
        if unknown := sorted(record.keys() - {"company", "country", "towns"}):
            raise TypeError(f"a site has no field {unknown[0]!r}")
        yield record["company"], record.get("country"), list(record["towns"])


def _made(kind: type[Entry], forms: tuple[str, ...], fields: Mapping[str, Any], ambiguous: bool) -> Entry:  # noqa: FBT001 - see sources.add
    name, *aliases = (form.rstrip("?") for form in forms)
    if kind is BodyEntry:
        fields = {**fields, "aliases": tuple(aliases)}
    return kind(name=name, ambiguous=ambiguous, **fields)
