"""The charts of a shock: what three models of the gas say behind a normal shock over speed."""

import numpy as np
import xarray as xr

from boostglide.report.gas_panels import Panel, Place, panels_chart
from boostglide.report.line_names import Line
from boostglide.report.numbers import number
from boostglide.report.pictures import Picture, picture

MODELS = {
    "perfect": "perfect gas",
    "frozen": "frozen gas",
    "equilibrium": "equilibrium",
}
"""Models of a gas and how lines are named after them."""

_FEWEST_ELECTRONS = 1e10


def shock_figures(curves: xr.Dataset, speed: float, title: str, note: str) -> tuple[Picture, ...]:
    """The chart of a normal shock over speed in three models of the gas, with one speed marked.

    Parameters
    ----------
    curves
        As `shock_sweep` of the study area makes it.
    speed
        Speed that is marked [m/s].
    title
        Heading of the shared picture.
    note
        Line below it.

    Returns
    -------
    tuple of Picture
        Temperature, density ratio and, where there are any, electrons behind the shock.
    """
    heading = "Behind a normal shock, by model of the gas"
    words = (
        "Temperature of translation and rotation, density ratio and electrons right behind a normal shock in "
        "the same stream. Frozen: no reaction has begun, vibration has its equilibrium. Equilibrium: all "
        "reactions have ended. The gas passes from the one to the other on its way; the perfect gas is a "
        "comparison. Lines end where their model ends, frozen gas at 20,000 K."
    )
    span = (float(curves["speed"].min()) / 1e3, float(curves["speed"].max()) / 1e3)
    panels = _panels(curves)
    return (
        picture(
            "shock",
            lambda **given: panels_chart(
                panels, x_label="Speed of the stream across the shock [km/s]", span=span,
                place=Place(f"{number(speed / 1e3, 4)} km/s", speed / 1e3), **given,
            ),
            title=title, heading=heading, words=words, caption=words, source=note,
        ),
    )  # fmt: skip


def _panels(curves: xr.Dataset) -> tuple[Panel, ...]:
    panels = [
        Panel("Temperature of translation and rotation [K]", _lines(curves, "temperature", True), share=1.4),
        Panel("Density ratio across the shock [-]", _lines(curves, "density_ratio", True)),
    ]
    most = float(curves["electron_density"].max())
    if most > _FEWEST_ELECTRONS:
        line = _lines(curves.sel(gas=["equilibrium"]), "electron_density", False)[0]._replace(place=2)
        label = "Electron density in equilibrium [1/m³]"
        panels.append(Panel(label, (line,), (), True, (max(_FEWEST_ELECTRONS, 1e-9 * most), 3 * most)))
    return tuple(panels)


def _lines(curves: xr.Dataset, name: str, is_named: bool) -> tuple[Line, ...]:
    speed = curves["speed"].values / 1e3
    return tuple(
        Line(
            MODELS[str(gas)] if is_named else "",
            speed,
            np.asarray(curves[name].sel(gas=gas), float),
            None,
            place,
        )
        for place, gas in enumerate(curves["gas"].values)
    )
