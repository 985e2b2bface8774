"""The Chinese names of places, for ``build_places.py``: towns of GeoNames, and the counties and districts of China."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from evinvest.lexicon.table import key
from evinvest.mentions.chinese_words import NameWords, common_words

DATA = Path(__file__).parents[1] / "src" / "evinvest" / "_data"
HERE = Path(__file__).parent / "places"

# A Chinese name of four signs or more spells out a foreign sound and is no other word; a shorter one may be.
CHINESE_SOUNDS = 4
CHINESE_FROM = 100_000
METROPOLIS = 1_000_000  # people from which a foreign town is looked for by two signs, too
EVERYWHERE = 50_000
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,12}")


def chinese(town: dict[str, Any], prefectures: frozenset[str], simplified: Callable[[str], str]) -> Iterator[str]:
    """The Chinese names that are safe to look for in running text without spaces; short ones need a context."""
    sounds = NameWords.default().sounds
    names = [name for name in town["alternatenames"] if CHINESE.fullmatch(name)]
    mainland = [name for name in map(simplified, names) if town["known"] or sounds.issuperset(name)]
    for name in dict.fromkeys((*names, *mainland)):
        enough = EVERYWHERE if len(name) >= CHINESE_SOUNDS else CHINESE_FROM
        if town["countrycode"] == "CN":
            bare = name[:-1] if name[-1] in "市县区" and len(name) > 2 else name
            if bare in prefectures:
                yield bare
                yield bare + "市"
            if name[-1] in "市县" and len(name) > 2:
                yield name
        elif (len(name) > 2 or town["population"] >= METROPOLIS) and (town["known"] or town["population"] >= enough):
            yield name
        elif town["known"] and len(name) > 1 and sounds & set(name) and name not in common_words() | cue_words():
            yield f"{name}?"


@cache
def cue_words() -> frozenset[str]:
    """The words of the field: 皮卡 is a pickup and no town of Ohio."""
    return frozenset(re.findall(r"[\u4e00-\u9fff]+", (DATA / "cues.toml").read_text("utf-8")))


def chinese_counties() -> Iterator[tuple[str, str]]:
    """Keys and packed entries of the Chinese counties written by hand."""
    for line in (HERE / "counties.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            region, names = re.split(r" (?=[\u4e00-\u9fff])", line, maxsplit=1)
            for name in names.split():
                yield key(name), f"{name}|CN|{region}|||0|"


def official_counties(folder: Path) -> Iterator[tuple[str, str]]:
    """Keys and packed entries of all Chinese counties, banners and districts whose name is borne once.

    By their full names, and without the ending where what is left is no word: "云梦基地" stands in 云梦县.
    """
    with (DATA / "regions.csv").open(encoding="utf-8") as lines:
        regions = {
            form: row["name"].rstrip("?")
            for row in csv.DictReader(lines)
            if row["country"] == "CN"
            for form in row["chinese"].split(";")
        }
    with next(folder.rglob("cpca/resources/adcodes.csv")).open(encoding="utf-8") as lines:
        rows = sorted(
            (row["adcode"][:6], row["name"], row["longitude"], row["latitude"]) for row in csv.DictReader(lines)
        )
    provinces = {code[:2]: name for code, name, *_ in rows if code.endswith("0000")}
    names = Counter(form for _, name, *_ in rows for form in {name, bare_county(name)})
    words = common_words() | cue_words()
    for code, name, longitude, latitude in rows:
        province, bare = provinces[code[:2]], bare_county(name)
        region = regions.get(province) or regions.get(province.removesuffix("市"))
        named = name not in words and not (name.endswith("区") and (len(name) == 2 or bare in words))  # 东区, 新城区
        if code.endswith("00") or name[-1] not in "县市旗区" or len(name) < 2 or not (region and named):
            continue
        where = "|".join(f"{float(one):.2f}" if one else "" for one in (latitude, longitude))
        if names[name] == 1:
            doubt = "?" if len(name) == 2 else ""  # 任县 stands in 担任县委书记
            yield key(name), f"{name}|CN|{region}|{where}|0|{doubt}"
        if bare not in {name, *words} and names[bare] == 1 and not bare.endswith("自治"):
            yield key(bare), f"{name}|CN|{region}|{where}|0|?"


def bare_county(name: str) -> str:
    """The name of a county without its ending: 云梦 of 云梦县."""
    return re.sub("(?<=.[^郊])[县市旗区]$", "", name)
