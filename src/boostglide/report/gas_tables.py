"""States and compositions of a gas as tables of a page."""

from collections.abc import Mapping, Sequence
from typing import Any

from boostglide.report.flight_page import Table
from boostglide.report.gas_names import named_unit, species_name
from boostglide.report.numbers import number

STATE_COLUMNS = (
    ("temperature_k", "Temperature [K]", 1.0),
    ("pressure_pa", "Pressure [kPa]", 1e-3),
    ("density_kg_m3", "Density [kg/m³]", 1.0),
    ("speed_m_s", "Speed [m/s]", 1.0),
    ("mach", "Mach [-]", 1.0),
    ("enthalpy_j_kg", "Enthalpy [MJ/kg]", 1e-6),
    ("electron_density_m3", "Electrons [1/m³]", 1.0),
)
"""Key, heading and factor from SI of what a table of states shows."""

_SMALLEST = 1e-9


def state_table(states: Mapping[str, Mapping[str, Any]], heading: str = "States", caption: str = "") -> Table:
    """States as rows, their quantities as columns; a quantity that no state has is left out.

    Parameters
    ----------
    states
        Plain data of each state, with units in the names, by the words of its row.
    heading, caption
        Of the table.
    """
    columns = [
        column
        for column in STATE_COLUMNS
        if any(state.get(column[0]) is not None for state in states.values())
    ]
    rows = tuple(
        (words, *(_cell(state.get(key), factor) for key, _, factor in columns))
        for words, state in states.items()
    )
    return Table(heading, caption, ("State", *(head for _, head, _ in columns)), rows)


def composition_table(
    states: Mapping[str, Mapping[str, Any]],
    heading: str = "Composition",
    caption: str = "Mole fractions [-].",
) -> Table:
    """Species as rows, states as columns; species that no state holds are left out.

    Parameters
    ----------
    states
        Plain data of each state by the words of its column.
    heading, caption
        Of the table.
    """
    names = dict.fromkeys(name for state in states.values() for name in state.get("mole_fractions", {}))
    rows = tuple(
        (species_name(name), *(_cell(state.get("mole_fractions", {}).get(name)) for state in states.values()))
        for name in names
        if any(state.get("mole_fractions", {}).get(name, 0.0) > _SMALLEST for state in states.values())
    )
    return Table(heading, caption, ("Species", *states), rows)


def _cell(value: float | None, factor: float = 1.0) -> str:
    return "–" if value is None else number(value * factor, 4)


def columns_table(
    heading: str, caption: str, columns: Mapping[str, Sequence[float]], digits: int = 4
) -> Table:
    """Numbers in columns under their headings; the first column names the rows.

    Parameters
    ----------
    heading, caption
        Of the table.
    columns
        Values by heading.
    digits
        Significant digits [-].
    """
    rows = tuple(
        tuple(number(float(value), digits) for value in values)
        for values in zip(*columns.values(), strict=True)
    )
    return Table(heading, caption, tuple(columns), rows, words=())


def quantity_table(content: Mapping[str, Any], heading: str, caption: str = "") -> Table:
    """All numbers of plain data with units in their names, as rows of name, value and unit.

    Parameters
    ----------
    content
        Names and values; what is no number is left out.
    heading, caption
        Of the table.
    """
    numbers = {
        key: float(value)
        for key, value in content.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    }
    rows = []
    for key, value in numbers.items():
        words, unit = named_unit(key)
        rows.append((words, number(value, 5), unit))
    return Table(heading, caption, ("Quantity", "Value", "Unit"), tuple(rows), words=(0, 2))
