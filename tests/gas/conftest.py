import warnings

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.core import Freestream
from boostglide.gas import STANDARD_AIR, EquilibriumAir


@pytest.fixture(scope="session")
def air():
    return EquilibriumAir.load()


@pytest.fixture(scope="session")
def stream():
    """A free stream of standard air from pressure, temperature and speed."""

    def make(pressure, temperature, speed, molar_mass=0.0289638203):
        constant = 8.31446261815324 / molar_mass
        values = (
            pressure / (constant * temperature),
            pressure,
            temperature,
            (1.4 * constant * temperature) ** 0.5,
            speed,
        )
        return Freestream(*(jnp.asarray(value, dtype=float) for value in values))

    return make


class Reference:
    """Cantera, with enthalpy from 0 K on the cold continuation and with settled traces of electrons."""

    def __init__(self):
        from boostglide.gas.cantera_phase import new_phase, possible_species

        self.gas = new_phase(possible_species(STANDARD_AIR))
        self.gas.TPX = 200.0, 1e5, STANDARD_AIR
        self.offset = self.gas.cp * 200.0 - self.gas.h

    def at(self, temperature, pressure):
        self.gas.TPX = temperature, pressure, STANDARD_AIR
        return self._equilibrated("TP")

    def compressed(self, entropy, pressure):
        self.gas.SP = entropy, pressure
        return self._equilibrated("SP")

    def enthalpic(self, enthalpy, pressure):
        self.gas.TPX = 3000.0, pressure, STANDARD_AIR
        self.gas.HP = enthalpy - self.offset, pressure
        return self._equilibrated("HP")

    def electrons(self):
        """Electrons in a volume, by mass action of each ion with its neutral and charge balance."""
        potential = dict(zip(self.gas.species_names, self.gas.standard_gibbs_RT, strict=True))
        positive, negative = (
            sum(
                self.gas[name].X[0] * np.exp(potential[name] - potential[name + sign] - way * potential["e-"])
                for name in self.gas.species_names
                if name + sign in potential and name != "e"
            )
            for sign, way in (("+", 1), ("-", -1))
        )
        fraction = np.sqrt(positive / (1.0 + negative))
        return fraction * self.gas.P / (1.380649e-23 * self.gas.T)

    def _equilibrated(self, pair):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.gas.equilibrate(pair, rtol=1e-10)
        return self.gas


@pytest.fixture(scope="session")
def reference():
    return Reference()
