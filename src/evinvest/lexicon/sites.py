"""Where companies are known to make things, so that of several names beside a town the likelier one is chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import field, frozen

from evinvest.tokens import fold

Site = tuple[str | None, str]  # a country, and a town without what may be written otherwise


@lru_cache(maxsize=8192)
def site(country: str | None, town: str) -> Site:
    """A town as the table of sites has it: no accents, no capitals, nothing but letters and digits.

    >>> site("DE", "Rüsselsheim"), site("DE", "Ruesselsheim"), site("ES", "Mont-roig")
    (('DE', 'russelsheim'), ('DE', 'russelsheim'), ('ES', 'montroig'))
    """
    plain = "".join(filter(str.isalnum, fold(town).casefold()))
    return country, plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@frozen(eq=False)
class Sites:
    """The towns in which companies are known to have, or to have had, plants.

    No fact comes from here: a known site only speaks for one company that an article names against another.

    Attributes:
        of_company: the sites by the canonical name of the company.

    >>> sites = Sites.of([("Opel", "DE", ["Rüsselsheim", "Eisenach"])])
    >>> sites.runs("Opel", "DE", ["Eisenach"]), sites.runs("Ford", "DE", ["Eisenach"])
    (True, False)
    """

    of_company: Mapping[str, frozenset[Site]] = field(factory=dict, repr=lambda known: f"<{len(known)} companies>")

    @classmethod
    def of(
        cls,
        known: Iterable[tuple[str, str | None, Iterable[str]]],
        *,
        members: Mapping[str, Iterable[str]] | None = None,
    ) -> Sites:
        """The sites of companies with the countries and towns of each.

        ``members`` are the partners of joint ventures and the owners of brands: what a venture runs, they run, too.
        """
        found: dict[str, set[Site]] = defaultdict(set)
        for company, country, towns in known:
            added = {site(country, town) for town in towns}
            for name in (company, *(members or {}).get(company, ())):
                found[name] |= added
        return cls({company: frozenset(towns) for company, towns in found.items()})

    def __or__(self, other: Sites) -> Sites:
        """Both tables."""
        names = {*self.of_company, *other.of_company}
        nothing: frozenset[Site] = frozenset()
        return Sites({name: self.of_company.get(name, nothing) | other.of_company.get(name, nothing) for name in names})

    def of_all(self, companies: Iterable[str]) -> frozenset[Site]:
        """The sites of some companies together."""
        return frozenset().union(*[self.of_company.get(company, ()) for company in {*companies}])

    def runs(self, company: str, country: str | None, towns: Iterable[str]) -> bool:
        """Whether a company is known to make something in a town, whichever of its names is in the table."""
        known = self.of_company.get(company)
        return known is not None and any(site(country, town) in known for town in towns)
