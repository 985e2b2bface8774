"""What an investment and a plant know of each other: the site, the operators and the sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evinvest.facts.merge import same_money, share_company
from evinvest.mentions.places import PlaceMention
from evinvest.models import Product, Scope, Stage, Status

if TYPE_CHECKING:
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft

_UNSURE = 2.0  # log odds


def link(investments: Sequence[InvestmentDraft], plants: Sequence[PlantDraft]) -> None:
    """Let each investment learn from the plant that it pays for, and each plant from the money put into it."""
    for investment in investments:
        plant = _plant_of(investment, plants)
        if plant is not None:
            _from_plant(investment, plant)
        if not investment.places and investment.scope is Scope.DOMESTIC:
            _at_home(investment)
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


def _from_plant(investment: InvestmentDraft, plant: PlantDraft) -> None:
    country = next((place.place.country for place in investment.places if place.place.country), None)
    site = plant.site
    fits = plant.place is not None and (country is None or plant.place.country == country)
    if (
        fits
        and site is not None
        and plant.place is not None
        and not any(place.place.locality for place in investment.places)
        and len(investment.places) <= 1
    ):
        investment.places = [PlaceMention(site.first, site.last, plant.place, site.kind)]
        investment.fields.setdefault("places", site)
    if plant.operators and (not investment.investors or investment.borrowed) and not plant.borrowed:
        investment.investors = list(plant.operators)
        investment.fields["investors"] = plant.operators[0]
    investment.product = investment.product or plant.product
    if max(plant.chances, key=lambda label: plant.chances[label]) == Status.OPERATING:
        made, planned = investment.chances[Stage.MADE], investment.chances[Stage.PLANNED]
        if (
            planned - made < _UNSURE
        ):  # money in a plant that runs has been spent, unless the text speaks of more to come
            investment.chances = {**investment.chances, Stage.MADE: max(made, planned + 0.1)}


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
        at_site = any(mention.place.locality == place.locality for mention in investment.places)
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
