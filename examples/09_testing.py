"""Test code of your own with the strategies: they find the record that you did not think of."""

from collections.abc import Callable

from hypothesis import find, given, settings

import evinvest
from evinvest import testing

Headline = Callable[[evinvest.Investment], str]


def hasty(deal: evinvest.Investment) -> str:
    """A headline for a deal, as one writes it first."""
    return f"{deal.investors[0].name}: {deal.amount}"


def careful(deal: evinvest.Investment) -> str:
    """A headline that knows that a text may name no investor, and may deny what it tells."""
    who = ", ".join(company.name for company in deal.investors) or "somebody"
    return f"{who}: {deal.amount}" + (" (denied)" if deal.claim.denied else "")


def breaks(headline: Headline, deal: evinvest.Investment) -> bool:
    """Whether a headline fails for a deal."""
    try:
        return deal.claim.denied and "denied" not in headline(deal)
    except LookupError:
        return True


@given(testing.investments())
@settings(derandomize=True, deadline=None)
def test_every_deal_has_a_headline(deal: evinvest.Investment) -> None:
    """The law: it never fails, and says what is denied."""
    assert not breaks(careful, deal)


@given(testing.news("en"))
@settings(derandomize=True, deadline=None, max_examples=20)
def test_what_a_sentence_states_is_found(sentence: testing.Sentence) -> None:
    """The facts of these sentences are known, since they were written from them."""
    facts = evinvest.extract_facts(evinvest.parse_article(sentence.text, format="plain"))
    assert all(any(testing.states(fact, known) for fact in facts) for known in sentence.facts)


if __name__ == "__main__":
    smallest = find(testing.investments(), lambda deal: breaks(hasty, deal), settings=settings(derandomize=True))
    print("the hasty one fails for", smallest.investors, smallest.amount, smallest.claim.denied)
    test_every_deal_has_a_headline()
    test_what_a_sentence_states_is_found()
    print("the careful one holds; and what sentences state is found")
