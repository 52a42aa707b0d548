"""A small fake of the studies: numbers of the right size, so that claims can be tested without a flight."""

import numpy as np

from boostglide.core import Outcome
from boostglide.study import Parameter, Quantity, StudyResult

SAMPLES = 200


def study_result(name, quantities, parameters=None, samples=SAMPLES, seed=1):
    """A StudyResult from arrays: {key: (values, unit)}."""
    values = {k: np.broadcast_to(np.asarray(v, float), (samples,)).copy() for k, (v, _) in quantities.items()}
    return StudyResult(
        name=name,
        title=name,
        quantities={
            k: Quantity(values[k], u, k.replace("_", " "), "fake model") for k, (_, u) in quantities.items()
        },
        parameters={
            k: Parameter(np.asarray(v, float), u, k.replace("_", " "), "test", "uniform")
            for k, (v, u) in (parameters or {}).items()
        },
        outcomes=np.full(samples, int(Outcome.IMPACTED)),
        series=None,
        assumptions=(),
        references=(),
        samples=samples,
        seed=seed,
    )


def fake_studies(samples=SAMPLES, seed=1):
    """Results of the studies of the bundled ledger, of the size that the literature gives."""
    random = np.random.default_rng(seed)

    def uniform(low, high):
        return random.uniform(low, high, samples)

    made = {**flights(uniform, samples), **points(uniform, samples)}
    return {k: study_result(k, q, p, samples, seed) for k, (q, p) in made.items()}


def flights(uniform, samples):
    """Quantities and parameters of the flown studies."""
    lift, burnout = uniform(1.5, 3.5), uniform(2800.0, 5000.0)
    reach = 1.6e6 * (burnout / 4000.0) ** 2.2 * (lift / 2.5) ** 0.8
    vehicle = {"lift_to_drag": (lift, ""), "burnout_speed": (burnout, "m/s")}
    return {
        "medium-range-boost-glide": (
            {
                "ground_range": (reach, "m"),
                "burnout_speed": (burnout, "m/s"),
                "flight_time": (reach / 2800.0, "s"),
                "mean_ground_speed": (uniform(2500.0, 3000.0), "m/s"),
                "apogee": (uniform(3e5, 6e5), "m"),
                "glide_altitude": (uniform(3e4, 5e4), "m"),
                "maximum_mach": (burnout / 300.0, ""),
                "lift_supported_fraction": (uniform(0.6, 0.9), ""),
                "time_ratio_same_range": (uniform(1.05, 1.4), ""),
                "time_ratio_least_energy": (uniform(0.95, 1.3), ""),
                "speed_ratio_same_burnout": (uniform(0.85, 1.02), ""),
                "altitude_ratio_same_range": (uniform(0.1, 0.3), ""),
                "warning_time": (uniform(320.0, 390.0), "s"),
                "warning_ratio_same_range": (uniform(0.4, 0.7), ""),
                "arrival_energy_ratio_tnt": (uniform(0.1, 0.4), ""),
                "nose_blackout_duration_l1": (uniform(0.0, 200.0), "s"),
                "speed_shortfall_round_the_world": (7850.0 - burnout, "m/s"),
                "nose_heat_flux_ratio_flank": (uniform(5.0, 40.0), ""),
                "unpowered_aerodynamic_free_fraction_ballistic": (uniform(0.7, 0.9), ""),
            },
            vehicle,
        ),
        "orbital-glide": (
            {
                "ground_range": (uniform(3.9e7, 4.1e7), "m"),
                "flight_time": (uniform(5400.0, 6000.0), "s"),
                "nose_blackout_duration_l1": (uniform(900.0, 1500.0), "s"),
                "end_point_shift_per_speed": (uniform(1.5e4, 1.7e4), "s"),
                "drift_unaided_blackout": (uniform(100.0, 2e4), "m"),
                "drift_schuler_blackout": (uniform(100.0, 1e4), "m"),
                "miss_from_insertion_error": (np.linspace(0.0, 8e4, samples), "m"),
            },
            {"insertion_speed_error": (np.linspace(0.0, 5.0, samples), "m/s")},
        ),
        "ballistic-minimum-energy": (
            {"apogee": (uniform(5e5, 6e5), "m"), "ground_range": (uniform(3.1e6, 3.4e6), "m")},
            {},
        ),
        "ballistic-depressed": (
            {"apogee": (uniform(2.5e5, 3.5e5), "m"), "ground_range": (uniform(3.1e6, 3.4e6), "m")},
            {},
        ),
        "htv2-class-glide": (
            {
                "maximum_mach": (uniform(19.0, 23.0), ""),
                "ground_range": (uniform(5e6, 8e6), "m"),
                "cross_range": (uniform(8e5, 2.5e6), "m"),
                "warning_time": (uniform(320.0, 400.0), "s"),
            },
            {},
        ),
    }


def points(uniform, samples):
    """Quantities and parameters of the studies without a flight."""
    mach, height = uniform(5.0, 20.0), uniform(30e3, 60e3)
    ratio = 10.0 ** (0.75 * (mach - 8.5) - (height - 30e3) / 1.5e4)
    return {
        "plasma-onset": (
            {
                "electron_density_ratio_l1": (ratio, ""),
                "attenuation_l1": (np.minimum(40.0 * ratio / (1.0 + ratio), 100.0), "dB"),
                "electron_density_ratio_l1_mach5": (1e-15, ""),
            },
            {"mach": (mach, ""), "altitude": (height, "m")},
        ),
        "tunnel-fl64": (
            {
                "flight_total_temperature": (uniform(1077.0, 2800.0), "K"),
                "stream_speed_ratio": (uniform(0.45, 0.9), ""),
                "run_air_mass": (uniform(100.0, 5000.0), "kg"),
            },
            {},
        ),
        "tunnel-jf22": (
            {
                "sound_speed_equivalent_mach": (uniform(30.2, 36.0), ""),
                "run_energy": (uniform(1e11, 5e11), "J"),
                "stored_energy_bound": (uniform(1e9, 5e9), "J"),
                "run_energy_ratio": (uniform(30.0, 300.0), ""),
            },
            {},
        ),
        "kinetic-energy": (
            {"energy_ratio_tnt": ((np.linspace(5.0, 20.0, samples) * 301.7) ** 2 / 2 / 4.184e6, "")},
            {"mach": (np.linspace(5.0, 20.0, samples), "")},
        ),
    }
