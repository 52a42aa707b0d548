"""The numbers that sum up one flight, from its path."""

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import STANDARD_GRAVITY, Scalar, Trajectory
from boostglide.heating import SuttonGraves
from boostglide.scenario import Booster, Burn, Scenario


class Summary(eqx.Module):
    """The contract numbers of a flight; written for one path, batched and differentiated outside.

    Greatest values are read off a parabola through the greatest point and its neighbours.

    Parameters
    ----------
    burnout_phase
        Number of the phase at whose end the ascent is over; None where there is no ascent.
    starts_at_burnout
        Whether the flight starts at burn-out.
    """

    burnout_phase: int | None = eqx.field(static=True, default=None)
    starts_at_burnout: bool = eqx.field(static=True, default=False)

    @classmethod
    def of_scenario(cls, scenario: Scenario) -> "Summary":
        """The summary of a scenario, which knows where its ascent ends."""
        return cls(ascent_end(scenario), isinstance(scenario.start, Booster))

    def __call__(self, path: Trajectory, nose_radius: Scalar) -> dict[str, Scalar]:
        """The numbers of `SUMMARY` for one path.

        Parameters
        ----------
        path
            The path; its first quadrature is the heat load of the nose [J/m^2].
        nose_radius
            Nose radius [m].
        """
        duration = path.time[-1] - path.time[0]
        flux = jax.vmap(lambda stream: SuttonGraves().cold_wall(stream, nose_radius))(path.freestream)
        return {
            "range_km": path.ground_range[-1] / 1000,
            "flight_time_s": duration,
            "burnout_speed_m_s": self.burnout(path, path.speed),
            "apogee_km": greatest(path.time, path.altitude) / 1000,
            "peak_deceleration_g": greatest(path.time, deceleration(path)) / STANDARD_GRAVITY.value,
            "peak_heat_flux_w_m2": greatest(path.time, flux),
            "heat_load_j_m2": path.integrals[0][-1] if path.integrals else jnp.full_like(duration, jnp.nan),
            "mean_ground_speed_m_s": path.ground_range[-1] / jnp.maximum(duration, 1e-9),
        }

    def burnout(self, path: Trajectory, channel: Scalar) -> Scalar:
        """A channel where the ascent ends; NaN where there is no ascent.

        Parameters
        ----------
        path
            The path.
        channel
            One of its channels, in any unit.
        """
        if self.burnout_phase is not None:
            inside = path.phase == self.burnout_phase
            last = jnp.argmax(jnp.where(inside, jnp.arange(path.time.size), -1))
            return jnp.where(inside.any(), channel[last], jnp.nan)
        return channel[0] if self.starts_at_burnout else jnp.full_like(channel[0], jnp.nan)


def ascent_end(scenario: Scenario) -> int | None:
    """Number of the phase at whose end the ascent is over: the last under thrust, retrograde burns apart."""
    found = None
    for number, phase in enumerate(scenario.phases):
        backward = isinstance(phase, Burn) and phase.direction == "retrograde"
        if getattr(phase, "stage", None) is not None and not backward:
            found = number
    return found


def deceleration(path: Trajectory) -> Scalar:
    """Aerodynamic force over mass along a path [m/s^2]; thrust does not count."""
    return jnp.sqrt(path.lift_acceleration**2 + path.drag_acceleration**2 + 1e-30)


def greatest(time: Scalar, values: Scalar) -> Scalar:
    """Greatest value of a sampled channel, by the parabola through the greatest point and its neighbours.

    Parameters
    ----------
    time
        Times, shape (time,) [s].
    values
        The channel, in any unit.
    """
    at = jnp.argmax(values)
    middle = jnp.clip(at, 1, values.size - 2)
    t, v = _three(time, middle), _three(values, middle)
    before, after = t[1] - t[0], t[2] - t[1]
    usable = (before > 0) & (after > 0) & (at == middle)
    one, two = jnp.where(usable, before, 1.0), jnp.where(usable, after, 1.0)
    slope_1, slope_2 = (v[1] - v[0]) / one, (v[2] - v[1]) / two
    curvature = (slope_2 - slope_1) / (one + two)
    slope = (slope_1 * two + slope_2 * one) / (one + two)
    bent = usable & (curvature < 0)
    gain = jnp.where(bent, -(slope**2) / (4 * jnp.where(bent, curvature, -1.0)), 0.0)
    return values[at] + gain


def _three(values: Scalar, middle: Scalar) -> Scalar:
    return jax.lax.dynamic_slice(values, (middle - 1,), (3,))
