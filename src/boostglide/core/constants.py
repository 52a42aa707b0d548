"""Constants of nature, CODATA 2022, each with unit, uncertainty and source.

Constants that define a model (the gas constant of the 1976 atmosphere, WGS84) live in that model's file.
"""

from typing import NamedTuple


class Constant(NamedTuple):
    """A constant of nature: symbol, name, value in `unit`, standard `uncertainty` in the same, `source`."""

    symbol: str
    name: str
    value: float
    unit: str
    uncertainty: float
    source: str

    def __float__(self) -> float:
        return self.value


BOLTZMANN = Constant("k", "Boltzmann constant", 1.380649e-23, "J/K", 0.0, "codata2022")
AVOGADRO = Constant("N_A", "Avogadro constant", 6.02214076e23, "1/mol", 0.0, "codata2022")
GAS_CONSTANT = Constant("R", "molar gas constant", 8.31446261815324, "J/mol/K", 0.0, "codata2022")
ELEMENTARY_CHARGE = Constant("e", "elementary charge", 1.602176634e-19, "C", 0.0, "codata2022")
ELECTRON_MASS = Constant("m_e", "electron mass", 9.1093837139e-31, "kg", 2.8e-40, "codata2022")
VACUUM_PERMITTIVITY = Constant("eps_0", "vacuum permittivity", 8.8541878188e-12, "F/m", 1.4e-21, "codata2022")
SPEED_OF_LIGHT = Constant("c", "speed of light in vacuum", 299792458.0, "m/s", 0.0, "codata2022")
STEFAN_BOLTZMANN = Constant(
    "sigma", "Stefan-Boltzmann constant", 5.670374419e-8, "W/m^2/K^4", 0.0, "codata2022"
)
STANDARD_GRAVITY = Constant("g_0", "standard acceleration of gravity", 9.80665, "m/s^2", 0.0, "codata2022")
