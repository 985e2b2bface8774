"""What only looks like an amount: years, dates, times, tickers, model names, labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evinvest.units.left import word_before
from evinvest.units.right import read_unit
from evinvest.units.tables import tables

if TYPE_CHECKING:
    from evinvest.units.numbers import Number

ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")
_RUN = re.compile(r"[A-Za-z0-9_]+(?:[-./:,][A-Za-z0-9_]+)*")
_CODE = re.compile(
    r"[0-9]{1,4}([/:.-])[0-9]{1,4}(?:\1[0-9]{1,5})+"  # dates, times, telephone numbers
    r"|(?:19|20)[0-9]{2} ?[-–—/] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]|[.,][0-9])"  # 2022-2025, 2012-13
    r"|[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]+/[0-9]+|50-50|24-7"
    r"|[0-9]+\.[A-Z]{1,3}\b"  # 300750.SZ
    r"|0[0-9]+(?![.,0-9])"  # 002594, agent 007
    r"|[0-9]{1,2} ?[-–—~至到] ?[0-9]{1,2} ?(?=[月日号点时])"
)
_PLAIN_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:年|(?=[,;)](?![0-9])|\.(?![0-9])))")
_CALENDAR = re.compile(r" ?(?:年代|月份?|日|号|时|点|季度|岁|级|版|世纪)")
_MONTH_BEHIND = re.compile(r"(?:[ -](?:of )?|, )([A-Z][a-z]+)")
_GROUPED = re.compile(r"[0-9]{1,3},[0-9]{3}")
_UNFIT = "#@_'’/\\"


def is_glued(text: str, start: int, before: str) -> bool:
    """Whether what stands right before the digits makes them part of a code: ``EX30``, ``F-150``, ``SHE:300750``."""
    if before in " \n":
        return False
    further = text[start - 2] if start > 1 else " "
    if before.isalnum() and before < "\u2fff":
        # c5,000: circa; anything else with a letter before it is a name
        return before != "c" or further.isalnum() or not _GROUPED.match(text, start)
    if before in _UNFIT:
        return True
    if before == "=":
        return further.isalpha()
    return before in "-.:：" and further.isalnum() and further < "\u2fff"


def year_end(text: str, start: int) -> int | None:
    """The end of a year that needs no second look; most digits of news are one, so this saves half the time."""
    if text[start] not in "12":
        return None
    match = _PLAIN_YEAR.match(text, start)
    if match is None or (
        start > 1 and not ((text[start - 1] in " \n" and text[start - 2] > "Z") or text[start - 1] > "\u2fff")
    ):
        return None
    return match.end()


def run_end(text: str, start: int) -> int:
    """The end of the code that starts here."""
    match = _RUN.match(text, start)
    return match.end() if match else start + 1


def code_end(text: str, start: int) -> int | None:
    """The end of a date, a time, a range of years or a ticker that starts here."""
    match = _CODE.match(text, start)
    return match.end() if match else None


def is_date(text: str, start: int, number: Number) -> bool:
    """Whether a plain number is a day beside its month, or part of a Chinese date."""
    if not number.literal.isdigit():
        return False
    if text[number.end : number.end + 2].strip(" ") > "\u2fff" and _CALENDAR.match(text, number.end):
        return True
    if len(number.literal) > 2:
        return False
    _, word = word_before(text, start - 2 if text[max(start - 2, 0) : start] == ". " else start)
    if word[:1].isupper() and word.lower() in tables().months:
        return True
    suffix = ORDINAL.match(text, number.end)
    behind = _MONTH_BEHIND.match(text, suffix.end() if suffix else number.end)
    return behind is not None and behind[1].lower() in tables().months


def is_year(number: Number) -> bool:
    """Whether the digits could be a year of our time."""
    return len(number.literal) == 4 and number.literal.isdigit() and "1900" <= number.literal <= "2100"


def is_label(text: str, start: int, number: Number, *, measured: bool) -> bool:
    """Whether a plain number is a year, or the number in a name: ``Model 3``, ``Phase 2``, ``No. 5``.

    Args:
        text: all of it.
        start: of the number.
        number: as read.
        measured: whether a unit that no name has (GWh, percent) stands behind it.
    """
    if number.grouped or measured or not number.literal.isdigit():
        return False
    word_start, word = word_before(text, start)
    lower = word.lower()
    if is_year(number):
        return not _counts(text, number) or lower in tables().before_year or lower in tables().months
    if len(number.literal) > 4 or start == 0:
        return False
    if lower in tables().labels or text[max(start - 4, 0) : start].lower() == "no. ":
        return True
    if word == lower or word_start < 2 or text[word_start - 2] in '.!?:;"”\n' or lower in tables().hedges:
        return False
    # a capital before it: a name, unless the sentence just begins; plurals and units show that it counts
    return len(number.literal) < 2 or not _counts(text, number)


def _counts(text: str, number: Number) -> bool:
    """Whether a noun in the plural, or a unit, stands behind: ``2000 vehicles`` but ``2025 vehicle sales``."""
    unit = read_unit(text, number.end, scaled=False)
    if unit is None:
        return False
    if unit.noun is not None and any(map(str.isdecimal, unit.noun.of(text))):
        return False  # 2024 Ioniq 5 cars: those of a year
    following = text[number.end : number.end + 1]
    return unit.noun is None or following in ("-", "") or following > "\u2fff" or text[unit.end - 1] == "s"
