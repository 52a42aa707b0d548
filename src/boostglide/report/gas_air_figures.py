"""The charts of a state of a gas: its equilibrium over temperature, with the state marked."""

import numpy as np
import xarray as xr

from boostglide.report.gas_names import species_name
from boostglide.report.gas_panels import Panel, Place, panels_chart
from boostglide.report.line_names import Line
from boostglide.report.numbers import number, with_unit
from boostglide.report.pictures import Picture, picture

_SMALLEST_FRACTION = 1e-6
_MOST_SPECIES = 14
_FEWEST_ELECTRONS = 1e10


def air_figures(curves: xr.Dataset, temperature: float, title: str, note: str) -> tuple[Picture, ...]:
    """The charts of a gas in equilibrium at one pressure, each for desk and phone and to be shared.

    Parameters
    ----------
    curves
        As `equilibrium_sweep` of the study area makes it.
    temperature
        Temperature of the state that is marked [K].
    title
        Heading of the shared pictures.
    note
        Line below them.

    Returns
    -------
    tuple of Picture
        Composition; electron density, enthalpy and heat capacity.
    """
    pressure = with_unit(float(curves.attrs["pressure"]), "Pa")
    mark = Place(f"{number(temperature, 4)} K", temperature)
    drawn = [
        ("composition", "Composition in equilibrium", (_composition(curves),),
         f"Mole fractions in equilibrium over temperature at {pressure}."),
        ("properties", "Electrons, enthalpy and heat capacity in equilibrium", _properties(curves),
         f"At {pressure}. The heat capacity is that at constant pressure with reactions: its humps are the "
         "dissociation of the molecules and the ionisation of the atoms."),
    ]  # fmt: skip
    span = (0.0, float(curves["temperature"].max()))
    return tuple(
        picture(
            name,
            lambda panels=panels, **given: panels_chart(
                panels, x_label="Temperature, one for all motions [K]", span=span, place=mark, **given
            ),
            title=f"{title}: {heading[:1].lower()}{heading[1:]}", heading=heading, words=words,
            caption=words, source=note,
        )
        for name, heading, panels, words in drawn
    )  # fmt: skip


def _composition(curves: xr.Dataset) -> Panel:
    """The most abundant species, in the order of their charge and then of the temperature of their peak."""
    fractions = curves["mole_fraction"].values
    names = [str(name) for name in curves["species"].values]
    peaks = fractions.max(axis=0)
    chosen = [int(each) for each in np.argsort(-peaks)[:_MOST_SPECIES] if peaks[each] > _SMALLEST_FRACTION]
    temperature = curves["temperature"].values
    lines = [
        Line(species_name(names[each]), temperature, fractions[:, each], None, place)
        for place, each in enumerate(sorted(chosen))
    ]
    return Panel("Mole fraction [-]", tuple(lines), (), True, (_SMALLEST_FRACTION, 1.5), 1.25)


def _properties(curves: xr.Dataset) -> tuple[Panel, ...]:
    temperature = curves["temperature"].values

    def line(name: str, scale: float) -> tuple[Line, ...]:
        return (Line("", temperature, curves[name].values * scale),)

    panels = [
        Panel("Enthalpy above that of the elements at 298 K [MJ/kg]", line("enthalpy", 1e-6)),
        Panel("Heat capacity with reactions [kJ/kg/K]", line("heat_capacity", 1e-3)),
    ]
    most = float(curves["electron_density"].max())
    if most > _FEWEST_ELECTRONS:
        limits = (_FEWEST_ELECTRONS, 3 * most)
        panels.insert(0, Panel("Electron density [1/m³]", line("electron_density", 1.0), (), True, limits))
    return tuple(panels)


def source_line(version: str) -> str:
    """What stands below a shared chart of a gas in equilibrium."""
    return f"Computed with boostglide {version}. Equilibrium by Cantera; species data NASA TP-2002-211556."
