"""Dates as files and pages write them, read by a closed grammar: what it does not know is no date.

No clock, no locale, and no guess between day and month: ``03/04/2025`` is not read.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

_NAMES = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
# RFC 2822 section 4.3, in hours; every other name of a zone is ambiguous.
_ZONES = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_DAYS = (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
    r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]",
    _WEEKDAY + _NAME + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+" + _NAME + r",?[\s-]+(?P<year>\d{4})",
)
_TIME = (
    r"(?:(?:\s*[t,|]\s*|\s+(?:at\s+)?|-)"
    r"(?P<hour>\d{1,2})(?P<colon>[:-])(?P<minute>\d\d)(?:(?P=colon)(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>z|[+-]\d\d:?(?:\d\d)?|\(?[a-z]{2,4}\)?)?)?"
)
_PATTERNS = tuple(re.compile(day + _TIME, re.IGNORECASE) for day in _DAYS)


def parse_date(written: str) -> datetime | date | None:
    """The day or the moment that is written, or ``None``.

    A moment is aware where the text names its zone by offset or by one of the names of RFC 2822.

    >>> parse_date("Sun Feb 12, 2012 11:40pm EST").isoformat()
    '2012-02-12T23:40:00-05:00'
    >>> parse_date("2025年7月15日")
    datetime.date(2025, 7, 15)
    """
    text = written.strip()
    if len(text) > 64:
        return None
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match:
            try:
                return _moment(match)
            except (ValueError, OverflowError):
                return None
    return None


def _moment(match: re.Match[str]) -> datetime | date | None:
    part = match.groupdict()
    month = _MONTHS.get(part["name"].lower()) if part.get("name") else int(part["month"])
    if month is None:
        return None
    day = date(int(part["year"]), month, int(part["day"]))
    if part["hour"] is None:
        return day
    hour = int(part["hour"])
    if part["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if part["half"].lower().startswith("p") else 0)
    micro = int((part["fraction"] or "0")[:6].ljust(6, "0"))
    moment = datetime(day.year, day.month, day.day, hour, int(part["minute"]), int(part["second"] or 0), micro)  # noqa: DTZ001 - naive where the text is
    zone = _zone(part["zone"])
    return moment if zone is None else moment.replace(tzinfo=zone)


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    name = written.strip("()").lower()
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    if written[0] not in "+-":
        return None
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)
