"""A data frame of all plants in a folder, and a chart of what they make and are to make. Needs matplotlib."""

from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure  # draws into files; no screen is needed

import evinvest
from evinvest.lexicon import Lexicon
from evinvest.serial import frames

ARTICLES = Path(__file__).parent / "articles"
OUTPUT = Path("plants.png")
PANELS = {"GWh/year": "Batteries, GWh a year", "vehicle/year": "Vehicles a year"}


def english(name: str) -> str:
    """The usual English name of a company or place, as fonts for charts seldom have Chinese signs."""
    known = Lexicon.default().lookup(name)
    return known[0].name if known else name


def draw(axes: Axes, plants: Any, title: str) -> None:  # noqa: ANN401 - pandas has no types of its own
    """Two bars a plant, one over the other: what is planned later shows behind what is stated first."""
    labels = [f"{english(row.operators[0])}\n{english(row.place)}" for row in plants.itertuples()]
    later = axes.barh(
        labels, plants["planned_capacity"].fillna(0).astype(float), color="#b9d3ee", label="planned later"
    )
    axes.bar_label(later, fmt=lambda value: f"{value:,.0f}" if value else "", padding=3, color="#1f5a92")
    first = axes.barh(labels, plants["capacity"].astype(float), color="#1f5a92", label="first stated")
    axes.bar_label(first, fmt="{:,.0f}", label_type="center", color="white", fontsize=9)
    axes.set_title(title, loc="left")
    axes.margins(x=0.2)
    axes.locator_params(axis="x", nbins=4)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right"]].set_visible(False)


def main() -> None:
    """Extract, tabulate, draw."""
    facts = {path.name: evinvest.extract_facts(evinvest.read_article(path)) for path in sorted(ARTICLES.iterdir())}
    frame = frames.to_pandas(facts, kind="plant").dropna(subset=["capacity"])
    print(frame[["operators", "place", "capacity", "capacity_unit", "planned_capacity"]].to_string(index=False))

    figure = Figure(figsize=(10, 3.6), layout="constrained")
    panels = figure.subplots(1, 2)
    for axes, (unit, title) in zip(panels, PANELS.items(), strict=True):
        draw(axes, frame[frame["capacity_unit"] == unit].sort_values("capacity"), title)
    panels[0].legend(frameon=False, loc="lower right")
    figure.savefig(OUTPUT, dpi=120)
    print("the chart is in", OUTPUT)


if __name__ == "__main__":
    main()
