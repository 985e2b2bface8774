"""When a verb happens: done, going on, to come, or only possible."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged


class Tense(StrEnum):
    """The time of a verb, as far as investing and building go."""

    PAST = auto()
    PRESENT = auto()
    ONGOING = auto()
    FUTURE = auto()
    POSSIBLE = auto()


_CLAUSE = 16  # words in which a main verb stands before its participle
_FUTURE = frozenset({"will", "shall", "would", "to", "ll", "should", "must", "gonna"})
_POSSIBLE = frozenset({"could", "may", "might"})
_BE = frozenset({"is", "are", "be", "been", "was", "were", "'re", "being", "am"})
_HAVE = frozenset({"has", "have", "had", "was", "were", "been", "having"})
_BETWEEN = frozenset(
    "be been being have has also then soon formally officially not only jointly now already eventually together "
    "initially instead start begin help further additionally recently just still currently both n't it they he "
    "she there invest fully eventually".split()
)
_LED = _BETWEEN | _BE | _HAVE
_IRREGULAR = frozenset(
    "built spent sunk sank bought made began begun ran put laid took taken won lost went gone broke broken shut "
    "held given gave grew grown left came chose chosen drew wrote written rose fell met paid sold sent told "
    "thought saw seen shown set".split()
)
_NOUNS = frozenset({"groundbreaking"})
_PROGRESS = frozenset("began begun started continue continues keeps already currently now still finished".split())
_CHINESE_FUTURE = (
    "将 拟 计划 预计 规划 有望 力争 预期 即将 欲 打算 准备 筹划 目标 未来 待 承诺 决定 同意 争取 望".split()
)
_CHINESE_PLAN = ("拟", "计划", "宣布将", "签署", "签约")  # what holds for the clauses behind it too
_CHINESE_ONGOING = ("正在", "在建", "正", "加快", "推进", "持续")
_CHINESE_POSSIBLE = ("可能", "考虑", "或将", "有意", "或", "商谈", "洽谈", "评估", "研究")
_CHINESE_DONE = ("已", "累计", "曾", "成功", "正式", "顺利", "完成", "先后", "共", "实现", "全面", "实际")
_CHINESE_STOPS = frozenset("，。；,;")
# These verbs tell what has happened unless something says that it has not; others may as well name a plan.
_CHINESE_TELLING = frozenset(["build.open", "invest.stake", "status.construction"])


def tense_of(document: Document, cue: Ranged) -> Tense:
    """The tense of the verb that a cue is; a noun counts as present."""
    if document.tokens.words[cue.first] >= "\u3005":
        return _chinese(document, cue)
    words = document.tokens.lowered
    led, auxiliaries, prior = _led_by(words, cue.first)
    if led is not None:
        return led
    word = words[cue.first]
    if word.endswith("ing") and word not in _NOUNS:
        if auxiliaries & _BE or prior in _PROGRESS:
            return Tense.ONGOING
        return _main_tense(words, cue.first) if prior == "," else Tense.FUTURE
    done = word.endswith("ed") or word in _IRREGULAR or (auxiliaries & _HAVE and not word.endswith("s"))
    return Tense.PAST if done else Tense.PRESENT


def _main_tense(words: Sequence[str], index: int) -> Tense:
    """The tense of the clause that "..., adding a second line" goes on: past where a finished verb is the nearest."""
    for word in reversed(words[max(index - _CLAUSE, 0) : index]):
        if word in _FUTURE or word in _POSSIBLE or word == ".":
            break
        if word.endswith("ed") or word in _IRREGULAR:
            return Tense.PAST
    return Tense.FUTURE


def _led_by(words: Sequence[str], index: int) -> tuple[Tense | None, set[str], str]:
    """The tense that the words before a verb settle, its auxiliaries, and the first word that is none."""
    auxiliaries: set[str] = set()
    prior = ""
    for prior in reversed(words[max(index - 5, 0) : index]):
        if prior in _POSSIBLE:
            return Tense.POSSIBLE, auxiliaries, prior
        if prior in _FUTURE:
            return Tense.FUTURE, auxiliaries, prior
        if prior == "being":
            return Tense.ONGOING, auxiliaries, prior
        if prior not in _LED:
            break
        auxiliaries.add(prior)
    return None, auxiliaries, prior


def _chinese(document: Document, cue: Ranged) -> Tense:
    """The tense of a Chinese verb, by what stands before it in its clause and by the signs of completion around it."""
    words = document.tokens.words
    first = cue.first
    while first > max(cue.first - 40, 0) and words[first - 1] not in _CHINESE_STOPS:
        first -= 1
    lead = "".join(words[first : cue.first])
    if any(sign in lead for sign in _CHINESE_POSSIBLE):
        return Tense.POSSIBLE
    if any(sign in lead for sign in _CHINESE_FUTURE):
        return Tense.FUTURE
    if any(sign in lead[-4:] for sign in _CHINESE_ONGOING):
        return Tense.ONGOING
    if words[cue.last : cue.last + 1] == ("后",):
        return Tense.FUTURE  # 建成后
    done = any(sign in lead[-8:] for sign in _CHINESE_DONE) or words[cue.last : cue.last + 1] == ("了",)
    if done or not _CHINESE_TELLING.isdisjoint(getattr(cue, "roles", ())):
        return Tense.PAST
    return Tense.FUTURE if _is_planned(words, first) else Tense.PRESENT


def _is_planned(words: Sequence[str], first: int) -> bool:
    """Whether a clause of the same sentence before this one speaks of a plan: "拟建设…，投资…"."""
    begin = first
    while begin > max(first - 60, 0) and words[begin - 1] not in {"。", "；"}:
        begin -= 1
    lead = "".join(words[begin:first])
    return any(sign in lead for sign in _CHINESE_PLAN)
