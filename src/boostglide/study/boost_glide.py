"""The medium-range boost-glide study: what a class of rocket and glider can and cannot do."""

from collections.abc import Mapping

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Freestream, Scalar, Trajectory
from boostglide.flight import equilibrium_glide_speed
from boostglide.gas import EquilibriumAir
from boostglide.heating import SuttonGraves, flat_plate_heating, radiative_equilibrium_temperature
from boostglide.plasma import RadioBand
from boostglide.study.against_ballistic import against_ballistic
from boostglide.study.path_measures import (
    basic_measures,
    nose_blackout_duration,
    phase_median_altitude,
    warning_of_end_point,
)

GLIDE_PHASE = 2
ROUND_THE_WORLD = 40_000e3  # [m]
SLOW = 1500.0  # [m/s] end of the glide


class BoostGlideMeasure(eqx.Module):
    """All quantities of one boost-glide path.

    Parameters
    ----------
    air
        Air in equilibrium, for the plasma.
    band
        Radio band whose blackout is timed.
    """

    air: EquilibriumAir
    band: RadioBand

    def __call__(self, path: Trajectory, parameters: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Named numbers in SI."""
        measures = basic_measures(path)
        measures["warning_time"] = warning_of_end_point(path)
        measures["glide_altitude"] = phase_median_altitude(path, GLIDE_PHASE)
        speed, nose_radius = parameters["start.speed"], parameters["vehicle.nose_radius"]
        burnout = speed, parameters["start.altitude"]
        measures |= against_ballistic(measures, *burnout, parameters["vehicle.ballistic_coefficient"])
        needed = equilibrium_glide_speed(
            jnp.asarray(ROUND_THE_WORLD, dtype=float),
            jnp.asarray(SLOW, dtype=float),
            parameters["vehicle.lift_to_drag"],
        )
        measures["burnout_speed"] = speed
        measures["speed_shortfall_round_the_world"] = needed - speed
        measures["nose_blackout_duration_l1"] = nose_blackout_duration(path, nose_radius, self.band, self.air)
        measures |= nose_and_flank(path, nose_radius, parameters["vehicle.emissivity"])
        return measures


def nose_and_flank(path: Trajectory, nose_radius: Scalar, emissivity: Scalar) -> dict[str, Scalar]:
    """Heating of the nose at its hottest time, and over that of the flank one metre aft at 10 degrees."""
    flux = jax.vmap(lambda stream: SuttonGraves().cold_wall(stream, nose_radius))(path.freestream)
    hottest = jnp.argmax(flux)
    stream: Freestream = jax.tree.map(lambda column: column[hottest], path.freestream)
    wall = radiative_equilibrium_temperature(stream, nose_radius, emissivity)
    nose = SuttonGraves()(stream, nose_radius, wall)
    flank = flat_plate_heating(stream, 1.0, jnp.deg2rad(10.0), jnp.asarray(1500.0))
    return {"nose_heat_flux_ratio_flank": nose / flank, "peak_wall_temperature": wall, "peak_heat_flux": nose}
