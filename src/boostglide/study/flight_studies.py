"""The studies that fly a bundled scenario."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import ClassVar

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Scalar, Trajectory
from boostglide.gas import EquilibriumAir
from boostglide.planet import MEAN_RADIUS, ZonalGravity
from boostglide.plasma import ASSUMPTIONS as PLASMA_ASSUMPTIONS
from boostglide.plasma import RadioBand, inertial_drift
from boostglide.scenario import SampledParameter, Samples, load_scenario
from boostglide.study.against_ballistic import ASSUMPTIONS as BALLISTIC_ASSUMPTIONS
from boostglide.study.boost_glide import BoostGlideMeasure
from boostglide.study.flown import Flown, blanked, fly_scenario
from boostglide.study.labels import Label, labelled
from boostglide.study.parameters import sample_parameters, scenario_parameters
from boostglide.study.path_measures import basic_measures, nose_blackout_duration, warning_of_end_point
from boostglide.study.result import Parameter, Quantity, StudyResult
from boostglide.study.search import drawn_members
from boostglide.study.series import path_dataset

Progress = Callable[[float], None] | None
FLIGHT_REFERENCES = ("us76", "nima_wgs84", "lemoine1998", "dormand1980", "eggers1958", "vinh1980")
PLASMA_REFERENCES = ("seiff1962", "ginzburg1970", "cantera2025")


class PlainMeasure(eqx.Module):
    """Range, time, height and warning of a path, and the blackout of its nose.

    Parameters
    ----------
    air
        Air in equilibrium.
    band
        Radio band whose blackout is timed.
    """

    air: EquilibriumAir
    band: RadioBand
    needs: ClassVar[tuple[str, ...]] = ("vehicle.nose_radius",)

    def __call__(self, path: Trajectory, parameters: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Named numbers in SI."""
        measures = basic_measures(path)
        measures["warning_time"] = warning_of_end_point(path)
        radius = parameters["vehicle.nose_radius"]
        measures["nose_blackout_duration_l1"] = nose_blackout_duration(path, radius, self.band, self.air)
        measures["end_latitude"], measures["end_longitude"] = path.latitude[-1], path.longitude[-1]
        return measures


def scenario_study(name: str, samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """Any scenario, flown with plain measures.

    Parameters
    ----------
    name
        Name of a bundled scenario or path of a scenario file.
    samples, seed
        How many parameter sets, and the seed.
    progress
        Called with the share that is done [-].
    """
    flown, measures = _fly_plain(name, samples, seed, progress)
    return _result(flown, labelled(measures), scenario_parameters(flown.samples), name, PLASMA_ASSUMPTIONS)


def boost_glide_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """The medium-range class of rocket and glider, and the ballistic shots beside it."""
    name = "medium-range-boost-glide"
    scenario = load_scenario(name)
    measure = BoostGlideMeasure(EquilibriumAir.load(), RadioBand.named("l1"))
    flown = fly_scenario(scenario, drawn_members(scenario, samples, seed), measure, progress)
    extra = (*BALLISTIC_ASSUMPTIONS, *PLASMA_ASSUMPTIONS)
    return _result(flown, labelled(flown.measures), scenario_parameters(flown.samples), name, extra)


def orbital_glide_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """A glide from orbital speed: blackout, drift of the navigator in it, and errors of the orbit before."""
    name = "orbital-glide"
    flown, measures = _fly_plain(name, samples, seed, progress)
    own = sample_parameters(name, samples, seed)
    duration = jnp.asarray(measures["nose_blackout_duration_l1"])
    drift = jax.vmap(inertial_drift)(jnp.asarray(own["accelerometer_bias"].values), duration)
    shift = along_track_shift(own["orbit_altitude"].values)
    measures |= {
        "drift_unaided_blackout": np.asarray(drift.unaided),
        "drift_schuler_blackout": np.asarray(drift.schuler),
        "end_point_shift_per_speed": shift,
        "miss_from_insertion_error": shift * own["insertion_speed_error"].values,
    }
    quantities = labelled(measures, _ORBITAL_LABELS)
    extra = (*PLASMA_ASSUMPTIONS, *_ORBITAL_ASSUMPTIONS)
    return _result(flown, quantities, scenario_parameters(flown.samples) | own, name, extra)


_ORBITAL_LABELS = {
    "drift_unaided_blackout": Label("drift of the navigator during the blackout", "m", "unaided, b t^2 / 2"),
    "drift_schuler_blackout": Label(
        "drift of the navigator during the blackout", "m", "bounded by gravity (Schuler)"
    ),
    "end_point_shift_per_speed": Label(
        "along-track shift after one revolution for each metre per second",
        "s",
        "linear drift of a low orbit, 3 T",
    ),
    "miss_from_insertion_error": Label(
        "miss from the error of insertion speed, uncorrected", "m", "linear drift of a low orbit, 3 T"
    ),
}
_ORBITAL_ASSUMPTIONS = (
    "An error of the insertion speed is not corrected during one revolution; a real flight would measure and "
    "correct it in part.",
    "The navigator starts the blackout without error, and one accelerometer bias is its only fault.",
)


def along_track_shift(altitude: np.ndarray) -> np.ndarray:
    """Along-track shift after one revolution per speed error along the track, three periods [m per m/s].

    The drift of a circular orbit is -3 dv t (Clohessy and Wiltshire); altitude [m], any shape.
    """
    axis = MEAN_RADIUS + altitude
    return 3 * 2 * np.pi * np.sqrt(axis**3 / ZonalGravity.central().gravitational_parameter)


def htv2_study(samples: int, seed: int, progress: Progress = None) -> StudyResult:
    """The HTV-2 class, flown straight and flown banked: how far to the side a glide can be turned."""
    name = "htv2-class-glide"
    flown, measures = _fly_plain(name, samples, seed, None)
    own = sample_parameters(name, samples, seed)
    banked = _with_bank(flown.samples, own["bank"])
    turned = fly_scenario(flown.scenario, banked, _plain(), progress, PlainMeasure.needs)
    start = flown.samples["start.latitude"], flown.samples["start.longitude"]
    ends = [(each.measures["end_latitude"], each.measures["end_longitude"]) for each in (flown, turned)]
    measures["cross_range"] = cross_track(*start, *ends[0], *ends[1])
    outcomes = np.where(turned.complete, flown.outcomes, turned.outcomes)
    both = blanked(dataclasses.replace(flown, outcomes=outcomes, measures=measures))
    extra = (
        *PLASMA_ASSUMPTIONS,
        "Cross-range is the distance of the end of the banked flight from the great circle through start and "
        "end of the straight one; the bank is held to one side through the glide.",
    )
    return _result(both, labelled(both.measures), scenario_parameters(flown.samples) | own, name, extra)


def cross_track(latitude, longitude, end_latitude, end_longitude, off_latitude, off_longitude) -> np.ndarray:
    """Distance of a point from the great circle through two others [m]; angles in [rad]."""
    start, end, off = (
        _unit(*place)
        for place in ((latitude, longitude), (end_latitude, end_longitude), (off_latitude, off_longitude))
    )
    normal = np.cross(start, end)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    return MEAN_RADIUS * np.abs(np.arcsin(np.clip(np.sum(normal * off, axis=-1), -1, 1)))


def _unit(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    cosine = np.cos(latitude)
    return np.stack([cosine * np.cos(longitude), cosine * np.sin(longitude), np.sin(latitude)], axis=-1)


def _plain() -> PlainMeasure:
    return PlainMeasure(EquilibriumAir.load(), RadioBand.named("l1"))


def _fly_plain(name: str, samples: int, seed: int, progress: Progress) -> tuple[Flown, dict[str, np.ndarray]]:
    scenario = load_scenario(name)
    members = drawn_members(scenario, samples, seed)
    flown = fly_scenario(scenario, members, _plain(), progress, PlainMeasure.needs)
    hidden = ("end_latitude", "end_longitude")
    return flown, {key: value for key, value in flown.measures.items() if key not in hidden}


def _with_bank(samples: Samples, bank: Parameter) -> Samples:
    """The same members with another bank in the glide."""
    path = "phases.1.bank"
    chosen = SampledParameter(bank.values, "rad", bank.label, bank.source, bank.text, True)
    return Samples({**samples.parameters, path: chosen}, samples.size, samples.seed)


def _result(
    flown: Flown,
    quantities: dict[str, Quantity],
    parameters: dict[str, Parameter],
    name: str,
    assumptions: tuple[str, ...],
) -> StudyResult:
    return StudyResult(
        name=name,
        title=flown.scenario.title,
        quantities=quantities,
        parameters=parameters,
        outcomes=flown.outcomes,
        series=path_dataset(flown.paths, flown.outcomes[: len(flown.paths.time)]),
        assumptions=(*flown.assumptions, *assumptions),
        references=(*FLIGHT_REFERENCES, *PLASMA_REFERENCES),
        samples=flown.samples.size,
        seed=flown.samples.seed or 0,
    )
