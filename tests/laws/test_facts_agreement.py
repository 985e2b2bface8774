"""A plant that runs has opened, whatever the odds of its statuses, unless its opening is as good as certain."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evinvest.facts.agreement import settle
from evinvest.facts.drafts import Opening, PlantDraft
from evinvest.models import Period, Status

DAY = date(2025, 6, 20)
CERTAIN = 3.0  # log odds


@given(
    chances=st.dictionaries(st.sampled_from(list(Status)), st.floats(-20, 0), min_size=1),
    likely=st.floats(0.1, CERTAIN),
)
def test_nothing_runs_before_it_opens(chances, likely):
    draft = PlantDraft(None, None, chances={str(status): chance for status, chance in chances.items()})
    draft.openings = [Opening(Period.parse("2030"), None, likely)]
    settle(draft, DAY)
    assert draft.opened is None or draft.status is not Status.OPERATING
    assert draft.status in chances
