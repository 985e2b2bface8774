from datetime import date

from evinvest.facts.agreement import settle, when
from evinvest.facts.drafts import Opening, PlantDraft
from evinvest.models import Period, Status

DAY = date(2025, 6, 20)


def draft_of(chances, *openings):
    """A plant with the odds of each status and of each opening; where it was found does not matter here."""
    draft = PlantDraft(None, None, chances={str(status): chance for status, chance in chances.items()})
    draft.openings = [Opening(Period.parse(label), None, likely) for label, likely in openings]
    settle(draft, DAY)
    return draft.status, draft.opened.label if draft.opened else None


def test_what_runs_opens_no_more():
    sure = {Status.OPERATING: -0.1, Status.ANNOUNCED: -5.0}
    assert draft_of(sure, ("2027", 0.5)) == (Status.OPERATING, None)
    assert draft_of(sure, ("2019", 0.5)) == (Status.OPERATING, "2019")


def test_a_sure_opening_to_come_makes_a_plan():
    assert draft_of({Status.OPERATING: -0.5, Status.ANNOUNCED: -0.9}, ("2027", 3.0)) == (Status.ANNOUNCED, "2027")


def test_a_month_is_better_than_its_year():
    assert draft_of({Status.OPERATING: -0.1}, ("2019", 1.0), ("2019-04", 0.8)) == (Status.OPERATING, "2019-04")


def test_without_a_period_the_likeliest_status_stands():
    assert draft_of({Status.CLOSED: -0.2, Status.PAUSED: -1.8}) == (Status.CLOSED, None)


def test_when_a_period_is():
    labels = ("2019", "2025", "2025-07", "2025-06-19")
    assert [when(Period.parse(label), DAY) for label in labels] == ["past", "now", "future", "past"]
    assert when(None, DAY) == when(Period.parse("2019"), None) == "some day"
