from .reading import facts_of


def test_a_page_without_full_stops_gives_its_facts():
    # In one piece its cost would grow with the cube of its length.
    row = "CATL is building a 100 GWh battery plant in Debrecen, Hungary, for 7.3 billion euros, and "
    facts = facts_of(row * 100 + "so on.")
    assert [plant.place.locality for plant in facts.plants] == ["Debrecen"]
    assert [investment.amount.currency for investment in facts.investments] == ["EUR"]
