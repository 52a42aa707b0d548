"""The studies that fly nothing: states of air, tunnels and energies over sampled conditions."""

from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Freestream, Outcome, Scalar
from boostglide.facility import TunnelSupply, kinetic_power, matching_supply, run_requirements, tunnel_stream
from boostglide.gas import EquilibriumAir, FrozenAir, stagnation_behind_shock
from boostglide.planet import StandardAtmosphere1976
from boostglide.plasma import ASSUMPTIONS as PLASMA_ASSUMPTIONS
from boostglide.plasma import RadioBand, blackout_at, critical_density
from boostglide.study.labels import PLASMA, Label, labelled
from boostglide.study.parameters import parameter_file, sample_parameters
from boostglide.study.path_measures import TNT
from boostglide.study.result import Parameter, StudyResult

Progress = Callable[[float], None] | None

HEAT_OF_DETONATION = 13.4e6
"""Chemical energy of a stoichiometric mixture of hydrogen and oxygen [J/kg]: 241.8 kJ for each 18.015 g."""

MIXTURE_GAS_CONSTANT = 8.31446 / 0.01201
"""Gas constant of that mixture, 12.01 g/mol [J/kg/K]."""


def plasma_onset_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """Electrons in front of a nose over speed and altitude, against what GPS L1 can pass."""
    own = sample_parameters("plasma-onset", samples, seed)
    air, band = EquilibriumAir.load(), RadioBand.named("l1")
    mach, altitude, radius = (jnp.asarray(own[key].values) for key in ("mach", "altitude", "nose_radius"))

    def at(air: EquilibriumAir, mach: Scalar, altitude: Scalar, radius: Scalar) -> tuple[Scalar, ...]:
        history = blackout_at(stream_at(mach, altitude), radius, band, air)
        slow = blackout_at(stream_at(jnp.full_like(mach, 5.0), altitude), radius, band, air)
        critical = critical_density(band.frequency)
        return history.electron_density / critical, history.attenuation, slow.electron_density / critical

    ratio, loss, slow = jax.jit(jax.vmap(at, in_axes=(None, 0, 0, 0)))(air, mach, altitude, radius)
    values = {
        "electron_density_ratio_l1": np.asarray(ratio),
        "attenuation_l1": np.asarray(loss),
        "electron_density_ratio_l1_mach5": np.asarray(slow),
    }
    model = PLASMA
    labels = {
        "electron_density_ratio_l1": Label("electron density over the critical one of GPS L1", "", model),
        "attenuation_l1": Label("attenuation of GPS L1 through the nose layer", "dB", model),
        "electron_density_ratio_l1_mach5": Label("the same at Mach 5", "", model),
    }
    references = ("us76", "cantera2025", "seiff1962", "ginzburg1970")
    return _result("plasma-onset", own, values, labels, PLASMA_ASSUMPTIONS, references, seed)


def tunnel_fl64_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """Total temperature of flight at Mach 4 to 8 and 48 km, and the stream that a 900 K supply gives."""
    own = sample_parameters("tunnel-fl64", samples, seed)
    names = ("mach", "altitude", "total_temperature", "exit_diameter", "run_time")
    columns = [jnp.asarray(own[key].values) for key in names]

    def at(
        air: EquilibriumAir,
        frozen: FrozenAir,
        mach: Scalar,
        altitude: Scalar,
        hot: Scalar,
        width: Scalar,
        time: Scalar,
    ):
        flight = stream_at(mach, altitude)
        rest = stagnation_behind_shock(flight, air)
        supply = matching_supply(hot, mach, flight.pressure, frozen)
        stream = tunnel_stream(TunnelSupply(hot, supply.total_pressure), mach, frozen)
        need = run_requirements(stream, width, time, frozen)
        return rest.temperature, stream.freestream.speed / flight.speed, need.air_mass

    found = jax.jit(jax.vmap(at, in_axes=(None, None, 0, 0, 0, 0, 0)))(
        EquilibriumAir.load(), FrozenAir.load(), *columns
    )
    keys = ("flight_total_temperature", "stream_speed_ratio", "run_air_mass")
    labels = {
        keys[0]: Label(
            "total temperature of the flight", "K", "equilibrium air brought to rest behind a normal shock"
        ),
        keys[1]: Label(
            "speed of the tunnel stream over that of the flight", "", "isentropic nozzle, vibrating air"
        ),
        keys[2]: Label(
            "air that a run takes", "kg", "isentropic nozzle at the static pressure of the flight"
        ),
    }
    assumptions = (
        "The tunnel stream has the Mach number and the static pressure of the flight; the supply pressure "
        "is not published.",
        "Total temperature of the flight is that of equilibrium air behind a normal shock brought to rest.",
        "Nozzle flow is isentropic, one-dimensional, without boundary layer or condensation.",
    )
    references = ("us76", "cantera2025", "naca1135-nozzle", "chinaarms2021")
    values: dict[str, np.ndarray] = dict(zip(keys, map(np.asarray, found), strict=True))
    return _result("tunnel-fl64", own, values, labels, assumptions, references, seed)


def tunnel_jf22_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """Mach number that 10 km/s stands for, and whether a detonation driver can hold 30 s of 15 GW."""
    own = sample_parameters("tunnel-jf22", samples, seed)
    value = {key: each.values for key, each in own.items()}
    sound = np.asarray(jax.vmap(StandardAtmosphere1976())(jnp.asarray(value["altitude"])).sound_speed)
    density = np.asarray(jax.vmap(StandardAtmosphere1976())(jnp.asarray(value["altitude"])).density)
    energy = value["power"] * value["run_time"]
    volume = np.pi / 4 * value["driver_diameter"] ** 2 * value["driver_length"]
    store = volume * value["fill_pressure"] / (MIXTURE_GAS_CONSTANT * 298.15) * HEAT_OF_DETONATION
    diameter = jnp.full(samples, 2.5)
    values = {
        "sound_speed_equivalent_mach": value["speed"] / sound,
        "run_energy": energy,
        "stored_energy_bound": store,
        "run_energy_ratio": energy / store,
        "stream_power": np.asarray(
            kinetic_power(jnp.asarray(density), jnp.asarray(value["speed"]), diameter)
        ),
    }
    bound = "detonation of hydrogen and oxygen that fills the whole length"
    labels = {
        "sound_speed_equivalent_mach": Label(
            "10 km/s over the speed of sound", "", "1976 standard atmosphere"
        ),
        "run_energy": Label("energy of the claimed run", "J", "published power times the claimed time"),
        "stored_energy_bound": Label("energy that the driver gas can hold at most", "J", bound),
        "run_energy_ratio": Label("energy of the run over what the driver can hold", "", bound),
        "stream_power": Label("kinetic power of a 2.5 m stream", "W", "density of the altitude, 10 km/s"),
    }
    assumptions = (
        "The store is bounded from above: every metre of the facility holds a detonating fill, and no energy "
        "is lost.",
        "The power is the figure of the press; no supply state or test time is published.",
    )
    references = ("us76", "globaltimes2023", "interesting2021")
    return _result("tunnel-jf22", own, values, labels, assumptions, references, seed)


def kinetic_energy_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """Energy of a kilogram at Mach 5 to 20 over that of a kilogram of TNT."""
    own = sample_parameters("kinetic-energy", samples, seed)
    altitude = jnp.asarray(own["altitude"].values)
    speed = own["mach"].values * np.asarray(jax.vmap(StandardAtmosphere1976())(altitude).sound_speed)
    values = {"energy_ratio_tnt": 0.5 * speed**2 / TNT, "speed": speed}
    labels = {
        "energy_ratio_tnt": Label("kinetic energy over that of TNT", "", "v^2 / 2 over 4.184 MJ/kg"),
        "speed": Label("speed", "m/s", "Mach number times speed of sound, 1976 atmosphere"),
    }
    assumptions = ("The energy says nothing about effects on a target, which are outside this tool.",)
    return _result("kinetic-energy", own, values, labels, assumptions, ("us76",), seed)


def stream_at(mach: Scalar, altitude: Scalar) -> Freestream:
    """Air met at a Mach number and a geometric altitude [m] of the 1976 standard atmosphere."""
    air = StandardAtmosphere1976()(altitude)
    return Freestream(air.density, air.pressure, air.temperature, air.sound_speed, mach * air.sound_speed)


def _result(
    name: str,
    own: dict[str, Parameter],
    values: dict[str, np.ndarray],
    labels: dict[str, Label],
    assumptions: tuple[str, ...],
    references: tuple[str, ...],
    seed: int,
) -> StudyResult:
    samples = len(next(iter(own.values())).values)
    finite = np.all([np.isfinite(each) for each in values.values()], axis=0)
    outcomes = np.where(finite, int(Outcome.COMPLETED), int(Outcome.OUTSIDE_MODEL)).astype(np.int32)
    values = {key: np.where(finite, each, np.nan) for key, each in values.items()}
    title = parameter_file(name).title
    return StudyResult(
        name, title, labelled(values, labels), own, outcomes, None, assumptions, references, samples, seed
    )
