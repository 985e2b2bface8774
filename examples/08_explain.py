"""Why a fact was found and another thing was not: the words, and what each of them weighed."""

from pathlib import Path

import evinvest
from evinvest.facts.explain import explain

SOURCE = Path(__file__).parent / "articles" / "vinfast-thoothukudi.md"
SHARES = "BYD said its market value had risen to $150 billion. BYD will invest $1 billion in a plant in Manisa, Turkey."


def main() -> None:
    """Follow the investments of a file, then a sum that is none."""
    found = explain(evinvest.read_article(SOURCE))
    for each in found.facts:
        if not isinstance(each.fact, evinvest.Investment):
            continue
        for slot in each.slots:
            where = f"line {slot.words.line}: {slot.words.text}" if slot.words else "no word of its own"
            print(f"{slot.name:9} {where}")
        for verdict in each.mentions[0].verdicts:
            first = next(reason for reason in verdict.reasons if reason.words)
            says = f"{verdict.question}: {verdict.label}, not {verdict.rather_than}; first word for it"
            print(f"{says}: {first.feature} ({first.words})")

    print()
    for left in explain(evinvest.parse_article(SHARES, format="plain")).left_out:
        verdict = left.mention.verdicts[0]
        last = verdict.reasons[-1]
        print(f"left out: {left.kind} {left.mention.anchor.text}: {left.why}")
        print(f"most against it: {last.feature} ({last.words})")


if __name__ == "__main__":
    main()
