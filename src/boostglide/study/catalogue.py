"""Studies by name."""

from collections.abc import Callable

from boostglide.scenario import bundled_scenarios
from boostglide.study.flight_studies import (
    boost_glide_study,
    htv2_study,
    orbital_glide_study,
    scenario_study,
)
from boostglide.study.labels import LABELS
from boostglide.study.point_studies import (
    kinetic_energy_study,
    plasma_onset_study,
    tunnel_fl64_study,
    tunnel_jf22_study,
)
from boostglide.study.result import StudyResult

Runner = Callable[..., StudyResult]

STUDIES: dict[str, Runner] = {
    "medium-range-boost-glide": boost_glide_study,
    "orbital-glide": orbital_glide_study,
    "htv2-class-glide": htv2_study,
    "plasma-onset": plasma_onset_study,
    "tunnel-fl64": tunnel_fl64_study,
    "tunnel-jf22": tunnel_jf22_study,
    "kinetic-energy": kinetic_energy_study,
}
"""Studies that compute more than a scenario's plain measures."""


_PLAIN = (
    "ground_range",
    "flight_time",
    "mean_ground_speed",
    "apogee",
    "maximum_mach",
    "lift_supported_fraction",
    "arrival_energy_ratio_tnt",
    "peak_deceleration",
    "warning_time",
    "nose_blackout_duration_l1",
)
_MORE = {
    "medium-range-boost-glide": (
        *_PLAIN,
        "glide_altitude",
        "time_ratio_same_range",
        "time_ratio_least_energy",
        "altitude_ratio_same_range",
        "warning_ratio_same_range",
        "speed_ratio_same_burnout",
        "unpowered_aerodynamic_free_fraction_ballistic",
        "burnout_speed",
        "speed_shortfall_round_the_world",
        "nose_heat_flux_ratio_flank",
        "peak_wall_temperature",
        "peak_heat_flux",
    ),
    "orbital-glide": (
        *_PLAIN,
        "drift_unaided_blackout",
        "drift_schuler_blackout",
        "end_point_shift_per_speed",
        "miss_from_insertion_error",
    ),
    "htv2-class-glide": (*_PLAIN, "cross_range"),
    "plasma-onset": ("electron_density_ratio_l1", "attenuation_l1", "electron_density_ratio_l1_mach5"),
    "tunnel-fl64": ("flight_total_temperature", "stream_speed_ratio", "run_air_mass"),
    "tunnel-jf22": (
        "sound_speed_equivalent_mach",
        "run_energy",
        "stored_energy_bound",
        "run_energy_ratio",
        "stream_power",
    ),
    "kinetic-energy": ("energy_ratio_tnt", "speed"),
}


_OTHER_UNITS = {
    "attenuation_l1": "dB",
    "drift_unaided_blackout": "m",
    "drift_schuler_blackout": "m",
    "end_point_shift_per_speed": "s",
    "miss_from_insertion_error": "m",
    "flight_total_temperature": "K",
    "run_air_mass": "kg",
    "run_energy": "J",
    "stored_energy_bound": "J",
    "stream_power": "W",
    "speed": "m/s",
}
"""SI units of the quantities that only one study has; a pure number is not listed."""


def known_quantities() -> dict[str, dict[str, str]]:
    """The quantities of each study and their SI units, without running it."""
    return {
        name: {key: LABELS[key].unit if key in LABELS else _OTHER_UNITS.get(key, "") for key in keys}
        for name in study_names()
        for keys in [_MORE.get(name, _PLAIN)]
    }


def study_names() -> tuple[str, ...]:
    """Names of all studies, bundled scenarios included."""
    return tuple(dict.fromkeys((*STUDIES, *bundled_scenarios())))


def run_study(
    name: str, samples: int, seed: int, progress: Callable[[float], None] | None = None
) -> StudyResult:
    """Run a study.

    Parameters
    ----------
    name
        Name of a study or of a bundled scenario.
    samples
        How many parameter sets, at least 1 [-].
    seed
        Seed of the parameter sets, zero or more [-].
    progress
        Called with the share that is done [-].

    Returns
    -------
    StudyResult
        The same numbers for the same name, samples, seed and machine.

    Raises
    ------
    ValueError
        If the name is unknown, or samples or seed are out of range.
    """
    if name not in study_names():
        raise ValueError(f"Argument `name` must be one of {', '.join(study_names())}, but is {name}.")
    if samples < 1 or seed < 0:
        raise ValueError(f"Arguments must be samples >= 1 and seed >= 0, but are {samples} and {seed}.")
    if name in STUDIES:
        return STUDIES[name](samples, seed, progress)
    return scenario_study(name, samples, seed, progress)
