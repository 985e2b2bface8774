"""What follows the name of a company and belongs to it: ``Corp``, ``Co., Ltd``, ``Group``, ``股份有限公司``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen


@frozen
class CompanyForms:
    """Words behind a company's name.

    Attributes:
        legal: legal forms, which may stand behind a comma or a full stop.
        nouns: what the company is, only right behind the name.
        chinese: the same in Chinese, the longest first.
    """

    legal: frozenset[str]
    nouns: frozenset[str]
    chinese: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str]]) -> CompanyForms:
        """The forms of a table with the keys ``legal``, ``nouns`` and ``chinese``."""
        chinese = sorted(map(tuple, table.get("chinese", ())), key=len, reverse=True)
        return cls(frozenset(table.get("legal", ())), frozenset(table.get("nouns", ())), tuple(chinese))

    def __or__(self, other: CompanyForms) -> CompanyForms:
        """The forms of both."""
        chinese = sorted({*self.chinese, *other.chinese}, key=lambda form: (-len(form), form))
        return CompanyForms(self.legal | other.legal, self.nouns | other.nouns, tuple(chinese))

    def extend(self, words: Sequence[str], last: int) -> int:
        """The end of a name that is known to end before token ``last``, with the forms behind it.

        >>> forms = CompanyForms.of({"legal": ["Co", "Ltd"], "nouns": ["Motor"]})
        >>> forms.extend(["Honda", "Motor", "Co", ".", ",", "Ltd", "."], 1)
        6
        """
        end = last
        while end < len(words):
            if words[end] in self.nouns or words[end] in self.legal:
                end += 1
            elif found := self._behind_signs(words, end) or self._chinese(words, end):
                end += found
            else:
                break
        return end

    def _behind_signs(self, words: Sequence[str], end: int) -> int:
        for size in (1, 2):
            if end + size < len(words) and words[end + size - 1] in {",", "."} and words[end + size] in self.legal:
                return size + 1
        return 0

    def _chinese(self, words: Sequence[str], end: int) -> int:
        # Only a name that ends in Chinese goes on in Chinese.
        if words[end].isascii() or words[end - 1].isascii():
            return 0
        return next((len(form) for form in self.chinese if tuple(words[end : end + len(form)]) == form), 0)
