"""Transport of hot air against Mutation++, Sutherland's law, Cantera and CEA.

Against Mutation++ the mole fractions are its own, so that transport alone differs. With its way to read the
tables (straight lines in temperature, ends held) viscosity, conductivities of heavy particles and electrons
and electrical conductivity of all its 440 states agree to 4e-6; the differences below are those of monotone
cubics in logarithms that go on beyond the ends. Known misses: the rule of Yos there has electrons among the
fractions, and is a third below the linear system that it stands for; the energy inside particles is that of
other polynomials here; air is too viscous and conducts heat too well with the published integrals of N2-O2,
which are 18 per cent low and whose stated error is 20 per cent. CEA, with other integrals, has its own
composition of dissociating air here; its conductivity in equilibrium is 10 to 12 per cent lower.
"""

import jax
import jax.numpy as jnp

from boostglide.gas import Transport
from boostglide.planet import dynamic_viscosity
from verification.row import Row
from verification.transport_states import NAMES, QUANTITIES, STATES

COLDEST_FOR_ELECTRONS = 3000.0
TOLERANCES = (0.06, 0.06, 0.06, 0.06, 0.06, 0.03, 0.03)
CANTERA = (
    ("N2", 300.0, 1.80857e-5, 0.02634),
    ("N2", 1000.0, 4.14987e-5, 0.06876),
    ("O2", 300.0, 2.06543e-5, 0.02656),
    ("O2", 1000.0, 4.79122e-5, 0.07367),
    ("Ar", 300.0, 2.31424e-5, 0.01806),
    ("O", 3000.0, 1.13962e-4, 0.22354),
    ("air", 300.0, 1.86305e-5, 0.02637),
    ("air", 1000.0, 4.28507e-5, 0.06974),
)
"""Gas, temperature [K], viscosity [Pa s] and conductivity [W/m/K]: Cantera 3.2, air.yaml, multicomponent."""

MIXTURE = "air, N2 0.79, O2 0.21"


CEA = (
    (
        2000.0,
        (0.786092, 0.206029, 0.00757784, 7.93996e-10, 3.01551e-4),
        (6.93696e-5, 0.116411, 0.125383, 0.74449),
    ),
    (
        3000.0,
        (0.751624, 0.162128, 0.0409729, 1.19818e-5, 0.0452627),
        (9.28276e-5, 0.165730, 0.428834, 0.593280),
    ),
    (
        4000.0,
        (0.664794, 0.0311539, 0.0417830, 1.43643e-3, 0.260833),
        (1.20090e-4, 0.225038, 0.552848, 0.703055),
    ),
)
"""Temperature [K], fractions of N2, O2, NO, N, O at one atmosphere; viscosity [Pa s], frozen and equilibrium
conductivity [W/m/K], Prandtl number of equilibrium [-]; NASA cea 3.3.4, computed by the developers."""


def compare() -> list[Row]:
    """Published and computed transport properties."""
    return [*_mutation(), *_conductivity(), *_cold(), *_dissociating()]


def _mutation() -> list[Row]:
    columns = [jnp.asarray(column, dtype=float) for column in zip(*STATES, strict=True)]
    temperature, pressure, fractions, published = columns
    first = jax.jit(jax.vmap(_at(Transport.of(NAMES))))(pressure, temperature, fractions)
    yos, wilke = (
        jax.jit(jax.vmap(_viscosity(Transport.of(NAMES, viscosity_rule=rule))))(
            pressure, temperature, fractions
        )
        for rule in ("gupta-yos", "wilke")
    )
    computed = [
        first.viscosity,
        yos,
        wilke,
        first.heavy_conductivity,
        first.rotational_conductivity + first.vibronic_conductivity,
        first.electron_conductivity,
        first.electrical_conductivity,
    ]
    rows = []
    for column, (quantity, unit) in enumerate(QUANTITIES.items()):
        for place, state in enumerate(STATES):
            if column >= 5 and state.temperature < COLDEST_FOR_ELECTRONS:
                continue
            label = f"{quantity}, {state.temperature:g} K, {state.pressure / 1000.0:.0f} kPa"
            values = float(published[place, column]), float(computed[column][place])
            rows.append(Row(label, *values, unit, TOLERANCES[column], "mutationpp2020"))
    return rows


def _at(transport: Transport):
    return lambda p, t, x: transport.at(pressure=p, temperature=t, fraction=x)


def _viscosity(transport: Transport):
    return lambda p, t, x: transport.at(pressure=p, temperature=t, fraction=x).viscosity


def _conductivity() -> list[Row]:
    """The state of the electron collisions that the plasma area compares with."""
    state = next(each for each in STATES if each.temperature == 7000.0)
    values = [jnp.asarray(value, dtype=float) for value in (10132.5, 7000.0, state.fractions)]
    found = jax.jit(_at(Transport.of(NAMES)))(*values)
    source = "Mutation++ 1.2, computed by the developers"
    return [
        Row(
            "electrical conductivity, 7000 K, 0.1 atm",
            473.0,
            float(found.electrical_conductivity),
            "S/m",
            0.03,
            source,
        ),
        Row(
            "collision frequency, 7000 K, 0.1 atm",
            9.3e9,
            float(found.collision_frequency),
            "1/s",
            0.03,
            source,
        ),
    ]


def _cold() -> list[Row]:
    """Undissociated air and pure gases."""
    names = ("N2", "O2", "Ar", "O")
    at = jax.jit(_at(Transport.of(names)))
    pressure = jnp.asarray(101325.0)
    rows = []
    for temperature in (300.0, 500.0, 1000.0):
        value = jnp.asarray(temperature)
        viscosity = float(at(pressure, value, jnp.asarray([0.78084, 0.209476, 0.009684, 0.0])).viscosity)
        law = float(dynamic_viscosity(value))
        rows.append(Row(f"viscosity of air, {temperature:g} K", law, viscosity, "Pa s", 0.05, "us76"))
    for name, temperature, viscosity, conductivity in CANTERA:
        shares = {"N2": 0.79, "O2": 0.21} if name == "air" else {name: 1.0}
        fraction = jnp.asarray([shares.get(each, 0.0) for each in names])
        found = at(pressure, jnp.asarray(temperature), fraction)
        values = (viscosity, float(found.viscosity)), (conductivity, float(found.frozen_conductivity))
        for quantity, pair, unit in zip(
            ("viscosity", "conductivity"), values, ("Pa s", "W/m/K"), strict=True
        ):
            label = f"{quantity} of {MIXTURE if name == 'air' else name}, {temperature:g} K"
            rows.append(Row(label, *pair, unit, 0.05, "cantera2025"))
    return rows


def _dissociating() -> list[Row]:
    """Neutral air in equilibrium at one atmosphere."""
    at = jax.jit(_at(Transport.of(("N2", "O2", "NO", "N", "O"))))
    rows = []
    for temperature, fractions, published in CEA:
        found = at(*(jnp.asarray(value) for value in (101325.0, temperature, fractions)))
        computed = {
            "viscosity of dissociating air": (found.viscosity, "Pa s"),
            "frozen conductivity": (found.frozen_conductivity, "W/m/K"),
            "equilibrium conductivity": (found.equilibrium_conductivity, "W/m/K"),
            "Prandtl number of equilibrium": (found.equilibrium_prandtl, "-"),
        }
        for value, (label, (mine, unit)) in zip(published, computed.items(), strict=True):
            rows.append(Row(f"{label}, {temperature:g} K", value, float(mine), unit, 0.12, "cea1994"))
    return rows
