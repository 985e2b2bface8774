"""A text in traditional signs gives the facts of the same text in simplified ones, told in its own signs."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest import extract_facts, parse_article
from evinvest.mentions.chinese_script import simplified

COMPANIES = st.sampled_from(["寧德時代", "比亞迪", "國軒高科", "億緯鋰能"])
TOWNS = st.sampled_from(["德布勒森", "羅勇府", "卡馬薩里", "荊州"])
VERBS = st.sampled_from(
    ["將投資{sum}億元在{town}建設電池廠，年產能{size}GWh。", "位於{town}的電池廠已投產，年產能{size}GWh。"]
)
SENTENCES = st.builds(
    lambda company, verb, town, money, size: company + verb.format(town=town, sum=money, size=size),
    COMPANIES,
    VERBS,
    TOWNS,
    st.integers(2, 90),
    st.integers(2, 60),
)


@given(st.text(max_size=60) | SENTENCES)
def test_every_sign_keeps_its_place(text):
    read = simplified(text)
    assert len(read) == len(text)
    assert simplified(read) == read


@given(st.lists(SENTENCES, min_size=1, max_size=3).map("\n\n".join))
def test_the_same_facts_in_other_signs(text):
    traditional, plain = (extract_facts(parse_article(one, format="plain")) for one in (text, simplified(text)))
    for kind in ("investments", "plants"):
        ours, theirs = getattr(traditional, kind), getattr(plain, kind)
        assert [fact.evidence.span for fact in ours] == [fact.evidence.span for fact in theirs]
        for one, other in zip(ours, theirs, strict=True):
            assert one.evidence.text == one.evidence.span.of(text)
            assert simplified(str(one)) == str(other)
            companies = one.investors if kind == "investments" else one.operators
            assert all(company.surface in text for company in companies)
