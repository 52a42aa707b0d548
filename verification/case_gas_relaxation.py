"""Finite-rate relaxation behind normal shocks against published profiles, without tuning any rate.

Marrone (1963): air at 133.3 Pa and 300 K, Mach 12.28, vibration in equilibrium; temperature and density
ratio of figure 4, species of figure 3, digitised in the GDTk examples. The species are moles per mole of
undissociated air: as such the digitised O, O2 and NO conserve oxygen to 1 per cent, as mole fractions they
would miss it by a sixth. Each mechanism is compared with one temperature, as in the source, and that of
Park (1993) also with two, which within 2 mm of the shock compares models, not programs. Tolerances: 5 per
cent for temperature and density, a factor of two for electrons.

Thivet, Perrin and Candel (1991), figure 5, digitised in the CFCFD examples: vibrational relaxation of air
without reactions at Mach 25, 205 K and (in those examples) 2.5 Pa. With their own theory of relaxation
times (Schwartz, Slawsky and Herzfeld) and their oscillators the energy equations are tested; the same with
the relaxation times that `boostglide relax` uses (Millikan, White and Park) shows what the choice of times
means, and the last three rows what the electronic excitation in the NASA polynomials means, which Thivet
leaves out. Points closer than 3 mm to the shock are left out: there a tenth of a millimetre in reading
changes the vibrational temperatures by 5 per cent.
"""

import math
from typing import Any

import jax.numpy as jnp
import numpy as np

from boostglide.core import GAS_CONSTANT
from boostglide.gas import (
    FrozenAir,
    History,
    Kinetics,
    Mechanism,
    SchwartzSlawskyHerzfeld,
    load_mechanism,
    load_species,
    relax_behind_shock,
)
from verification.inert_air import MOLECULES, OscillatorThermodynamics
from verification.row import Row

LONG = True

AIR = {"N2": 0.79, "O2": 0.21}
FACTOR_TWO = math.log10(2.0)
MECHANISMS = ("park1993", "park2001", "gupta1990", "dunn-kang1973")

MARRONE_TEMPERATURE = [
    (0.0201624, 23.7203543), (0.0496870, 22.6200580), (0.1005286, 21.3166461), (0.2034843, 19.8811353),
    (0.3031648, 19.0324273), (0.4056138, 18.4782671), (1.0153530, 17.2462540), (3.0029727, 16.2165924),
    (10.0283202, 15.2890618), (20.2240594, 14.9433667),
]  # fmt: skip
"""Distance [cm] and temperature over that of the stream [-]."""

MARRONE_DENSITY = [
    (0.0200322, 7.6357880), (0.0498997, 7.8568626), (0.1004079, 8.1716618), (0.2019725, 8.5855352),
    (0.2997044, 8.9257171), (0.3999104, 9.1641501), (0.9952769, 9.6494224), (2.9737591, 10.1062553),
    (9.8864812, 10.4997134), (19.9001809, 10.7154385),
]  # fmt: skip
"""Distance [cm] and density over that of the stream [-]."""

MARRONE_ELECTRONS = [
    (0.0981516, 5.4795554e-7), (0.2931966, 4.5013879e-6), (0.8896683, 1.9920384e-5),
    (1.9779954, 2.4702164e-5), (5.0085906, 2.2066681e-5), (19.6957020, 2.0407284e-5),
]  # fmt: skip
"""Distance [cm] and electrons per particle of undissociated air [-]."""

MARRONE_NITRIC_OXIDE = 0.0890872
"""Largest amount of NO per mole of undissociated air [-]."""

THIVET = {
    ("T", False): [(0.494713, 22659.3), (0.944132, 21752.2), (1.5232, 21109.1), (2.03381, 20891.4),
                   (2.5978, 20779.2), (3.18464, 20613.8), (3.93918, 20499.6), (4.92241, 20489.1)],
    ("N2", False): [(0.3677, 7893.09), (0.688413, 11435.7), (1.06219, 14286.1), (1.54234, 16601.2),
                    (2.06795, 18224.3), (2.70755, 19311.8), (3.59813, 19857.8), (4.87675, 20122.0)],
    ("O2", False): [(0.334855, 12209.3), (0.570776, 16754.8), (0.791476, 19080.3), (1.13394, 20613.1),
                    (1.5449, 20983.1), (2.1309, 20771.7), (3.02892, 20613.1), (4.87823, 20507.4)],
    ("N2", True): [(0.42191, 8868.6), (0.666769, 12002.8), (0.964852, 14713.0), (1.40003, 17106.2),
                   (1.82732, 18596.9), (2.47552, 19718.4), (3.29889, 20364.1), (4.96055, 20594.1)],
    ("O2", True): [(0.311723, 11225.5), (0.496522, 14295.6), (0.749562, 16782.3), (1.10136, 18738.3),
                   (1.54398, 19634.1), (2.1083, 20104.8), (3.13748, 20464.6), (4.98195, 20392.1)],
}  # fmt: skip
"""Distance [cm] and temperature [K]: of translation, and of the vibration of each molecule, with and without
exchange of vibration between the molecules."""


def compare() -> list[Row]:
    """Published and computed profiles."""
    rows = [row for name in MECHANISMS for row in _marrone(name, "one")]
    rows += _marrone("park1993", "shared")
    return rows + _thivet()


def marrone(name: str, modes: str) -> tuple[History, Mechanism]:
    """Marrone's shock with a mechanism of seven species, and one temperature or a shared vibrational one."""
    mechanism = load_mechanism(name, 7)
    kinetics = Kinetics.of(mechanism, "one" if modes == "one" else "shared")
    found = relax_behind_shock(
        kinetics, pressure=133.3, temperature=300.0, speed=12.28 * sound_speed(300.0), mole_fractions=AIR,
        until=0.25,
    )  # fmt: skip
    return found, mechanism


def sound_speed(temperature: float) -> float:
    """Speed of sound in undissociated air [m/s]."""
    air = FrozenAir.of(AIR)
    state = air.state_from_temperature(pressure=jnp.asarray(100.0), temperature=jnp.asarray(temperature))
    return float(state.sound_speed)


def _marrone(name: str, modes: str) -> list[Row]:
    found, mechanism = marrone(name, modes)
    words = f"{name}, {'one temperature' if modes == 'one' else 'two temperatures'}"
    distance, mass = 100 * found.distance, found.mole_fractions @ molar_masses(mechanism)
    moles = found.mole_fractions * (mass[0] / mass)[:, None]
    electrons, oxide = (moles[:, mechanism.species.index(each)] for each in ("e-", "NO"))
    stream = float(found.density[0] * found.speed[0]) / (12.28 * sound_speed(300.0))

    def at(place: float, values: Any) -> float:
        return float(np.interp(math.log(place), np.log(np.maximum(distance, 1e-9)), values))

    def rows(points: list[tuple[float, float]], label: str, values: Any) -> list[Row]:
        return [
            Row(f"{label} at {place:.2g} cm, {words}", value, at(place, values), "-", 0.05, "marrone1963")
            for place, value in points
        ]

    cold = "per particle of cold air"
    largest = max(value for _, value in MARRONE_ELECTRONS)
    oxide_words = f"largest NO {cold}, {words}"
    return [
        *rows(MARRONE_TEMPERATURE, "T/T1", found.temperature / 300.0),
        *rows(MARRONE_DENSITY, "density ratio", found.density / stream),
        *(
            _logarithm(f"electrons {cold} at {place:.2g} cm, {words}", value, at(place, electrons))
            for place, value in MARRONE_ELECTRONS
        ),
        _logarithm(f"largest electrons {cold}, {words}", largest, float(electrons.max())),
        Row(oxide_words, MARRONE_NITRIC_OXIDE, float(oxide.max()), "-", 0.2, "marrone1963"),
    ]


def _logarithm(label: str, published: float, computed: float) -> Row:
    """A row of common logarithms, which agree within a factor of two."""
    value = math.log10(published)
    return Row(f"log10 of {label}", value, math.log10(computed), "-", FACTOR_TWO / abs(value), "marrone1963")


def molar_masses(mechanism: Mechanism) -> np.ndarray:
    """Of the species of a mechanism [kg/mol]."""
    return np.array([each.molar_mass for each in load_species(mechanism.species)])


def _thivet() -> list[Row]:
    gas, own = OscillatorThermodynamics.load(), "times and oscillators of the paper"
    rows = []
    for between in (False, True):
        found = inert_air(gas, SchwartzSlawskyHerzfeld.of(MOLECULES, between))
        rows += _temperatures(found, between, own)
    rows += _temperatures(inert_air(gas, None), False, "times of Millikan, White and Park")
    return rows + _temperatures(inert_air(None, None), False, "these times and NASA species", last=True)


def inert_air(gas: OscillatorThermodynamics | None, relaxation: SchwartzSlawskyHerzfeld | None) -> History:
    """Thivet's shock; None for the species data or the relaxation times that the library uses."""
    mechanism = Mechanism("inert", "Air without reactions", ("N2", "O2"), (), (), {}, ())
    given: Any = gas
    kinetics = Kinetics.of(mechanism, "separate", given, relaxation)
    molar_mass = float(np.array([AIR["N2"], AIR["O2"]]) @ molar_masses(mechanism))
    speed = 25.0 * math.sqrt(1.4 * float(GAS_CONSTANT) / molar_mass * 205.0)
    return relax_behind_shock(
        kinetics, pressure=2.5, temperature=205.0, speed=speed, mole_fractions=AIR, until=0.05
    )


def _temperatures(found: History, between: bool, words: str, last: bool = False) -> list[Row]:
    vibrational = found.vibrational_temperature
    columns = {"T": found.temperature, "N2": vibrational[:, 0], "O2": vibrational[:, 1]}
    labels = {"T": "T of translation", "N2": "Tv of N2", "O2": "Tv of O2"}
    exchange = "with exchange between molecules, " if between else ""
    return [
        Row(
            f"{labels[name]} at {10 * place:.3g} mm, inert air, {exchange}{words}", value,
            float(np.interp(0.01 * place, found.distance, columns[name])), "K", 0.05, "thivet1991",
        )
        for (name, has_exchange), points in THIVET.items() if has_exchange is between
        for place, value in (points[-1:] if last else points)
    ]  # fmt: skip
