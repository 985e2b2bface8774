"""Records in files, one thin module a format: ``dumps``, ``loads``, ``dump`` and ``load``, the same four everywhere."""
