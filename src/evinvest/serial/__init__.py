"""Records in files, one thin module a format: ``dumps``, ``loads``, ``dump`` and ``load``, the same four everywhere.

Tables (CSV, Arrow, Parquet, data frames, GeoJSON, SQL) share one statement of their columns in
:mod:`evinvest.serial.tables`; :mod:`evinvest.serial.formats` has all formats by the endings of files.

Behind all of them stands one converter, :func:`make_converter`; to put records into documents of your own, teach yours
their forms by :func:`configure_converter`.
"""

from evinvest.converter import KINDS, Fact, configure_converter, make_converter

__all__ = ["KINDS", "Fact", "configure_converter", "make_converter"]
