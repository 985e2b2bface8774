"""What an investment and a plant know of each other: the site, the operators and the sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evinvest.facts.merge import same_money, share_company, take_product
from evinvest.facts.plant_anchors import Anchor
from evinvest.facts.stages import best_stage
from evinvest.facts.towns import same_town
from evinvest.mentions.place_mention import PlaceMention
from evinvest.models import Product, Scope, Stage, Status

if TYPE_CHECKING:
    from evinvest.facts.document import Document
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft
    from evinvest.models import Place

_UNSURE = 2.0  # log odds


def link(document: Document, investments: Sequence[InvestmentDraft], plants: Sequence[PlantDraft]) -> None:
    """Let each investment learn from the plant that it pays for, and each plant from the money put into it."""
    for investment in investments:
        plant = _plant_of(investment, plants)
        if plant is not None:
            _from_plant(document, investment, plant)
        _to_its_town(investment, plants)
        if not investment.places and investment.scope is Scope.DOMESTIC:
            _at_home(investment)
        elif not investment.places and document.chinese and _is_chinese_money(investment):
            investment.home, investment.scope = _CHINA, Scope.DOMESTIC
    for plant in plants:
        if plant.investment is None:
            _from_investments(plant, investments)
        else:
            stated = plant.investment
            plant.investment = next((one.money for one in investments if same_money(one.money, stated)), stated)
    _mixed(investments, plants)


def _plant_of(investment: InvestmentDraft, plants: Sequence[PlantDraft]) -> PlantDraft | None:
    """The plant that stood beside the sum, else the one that has this sum."""
    if investment.plant is not None:
        return root(investment.plant)
    return next(
        (plant for plant in plants if plant.investment is not None and same_money(plant.investment, investment.money)),
        None,
    )


def root(draft: PlantDraft) -> PlantDraft:
    """The draft that a draft has become a part of."""
    while draft.into is not None:
        draft = draft.into
    return draft


def _from_plant(document: Document, investment: InvestmentDraft, plant: PlantDraft) -> None:
    site, place = plant.site, plant.place
    if not _for_several(investment) and site is not None and place is not None and _is_wider(investment.places, place):
        investment.places = [PlaceMention(site.first, site.last, place, site.kind)]
        investment.fields.setdefault("places", site)
    beside = investment.borrowed and plant.sentence is investment.sentence
    if plant.operators and (not investment.investors or beside) and not plant.borrowed:
        investment.investors = list(plant.operators)
        investment.fields["investors"] = plant.operators[0]
    take_product(investment, plant)
    if _has_been_spent(document, investment, plant):
        made, planned = investment.chances[Stage.MADE], investment.chances[Stage.PLANNED]
        investment.chances = {**investment.chances, Stage.MADE: max(made, planned + 0.1)}


def _to_its_town(investment: InvestmentDraft, plants: Sequence[PlantDraft]) -> None:
    """Money for a region goes to the one town there in which the article has a plant of the investors."""
    if len(investment.places) != 1 or investment.places[0].kind != "region" or _for_several(investment):
        return
    whole = investment.places[0].place
    sites = {
        plant.place.locality: plant.site
        for plant in plants
        if plant.place is not None
        and plant.site is not None
        and plant.place.country == whole.country
        and plant.place.region == whole.region
        and share_company(plant.operators, investment.investors)
    }
    if len(sites) == 1 and sites.keys().isdisjoint({None, whole.locality, whole.region}):
        investment.places = list(sites.values())


def _for_several(investment: InvestmentDraft) -> bool:
    """Whether the sum stood beside plants, not one of which is known to be the plant: "in its U.S. plants"."""
    anchor = investment.plant.anchor if investment.plant is not None else None
    return isinstance(anchor, Anchor) and anchor.many


def _is_wider(places: Sequence[PlaceMention], site: Place) -> bool:
    """Whether a sum names no place, or only the country or the region of the site."""
    if not places:
        return True
    if len(places) > 1 or places[0].place.country not in {None, site.country}:
        return False
    known = places[0].place.locality
    return known is None or (known == site.region and site.locality != known)


def _has_been_spent(document: Document, investment: InvestmentDraft, plant: PlantDraft) -> bool:
    """Whether unclear words about money mean the cost of a plant that runs already."""
    if best_stage(investment.chances) is not Stage.PLANNED or plant.status is not Status.OPERATING:
        return False
    unsure = investment.chances[Stage.PLANNED] - investment.chances[Stage.MADE] < _UNSURE
    dates = [period for period in (plant.opened, investment.period) if period is not None]
    return unsure and any(document.day is not None and period.end <= document.day for period in dates)


_CHINA, _YUAN = "CN", "CNY"


def _is_chinese_money(investment: InvestmentDraft) -> bool:
    """Whether yuan of Chinese companies, of which a Chinese text names no place, are spent on something at home."""
    homes = {investor.company.country or _CHINA for investor in investment.investors}
    spent = investment.product is not Product.RND and investment.scope is None
    return spent and investment.money.currency == _YUAN and homes == {_CHINA}


def _at_home(investment: InvestmentDraft) -> None:
    """Money spent "at home" goes to the country of those who spend it."""
    home = next((investor for investor in investment.investors if investor.company.country), None)
    if home is not None:
        investment.home = home.company.country


def _from_investments(plant: PlantDraft, investments: Sequence[InvestmentDraft]) -> None:
    place = plant.place
    if place is None or not place.locality:
        return
    for investment in investments:
        at_site = any(same_town(mention.place, place) for mention in investment.places)
        if at_site and not investment.aggregate and share_company(investment.investors, plant.operators):
            plant.investment = investment.money
            plant.fields["investment"] = investment.anchor
            return


def _mixed(investments: Sequence[InvestmentDraft], plants: Sequence[PlantDraft]) -> None:
    """Money for plants of several kinds at one site is mixed."""
    for investment in investments:
        products = {
            root(plant).product
            for plant in plants
            if plant.investment is not None and same_money(plant.investment, investment.money)
        }
        if len(products - {None}) > 1:
            investment.product = Product.MIXED
