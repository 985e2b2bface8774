"""Money as the readers of a country write it, through babel."""

from __future__ import annotations

from decimal import Decimal

from evinvest.errors import MissingExtra, UnitError


def localized(value: Decimal, currency: str, *, style: str, locale: str) -> str:
    """An amount of money in the words of a locale: ``short`` is compact, ``long`` has all digits and the name.

    Raises:
        MissingExtra: when babel is not installed.
        UnitError: when babel knows no such locale.
    """
    try:
        from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - only with the extra
        from babel.numbers import format_compact_currency, format_currency  # noqa: PLC0415
    except ImportError:
        raise MissingExtra.named("babel", extra="locale") from None
    try:
        chosen = Locale.parse(locale)
    except (ValueError, UnknownLocaleError) as error:
        raise UnitError(f"no locale: {locale!r}") from error
    if style == "long":
        return str(format_currency(value, currency, locale=chosen, format_type="name", decimal_quantization=False))
    return str(format_compact_currency(value, currency, locale=chosen, fraction_digits=2))
