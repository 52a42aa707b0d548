"""Conical flow between a cone and its attached shock (Taylor and Maccoll), for every model of air."""

import dataclasses
from collections.abc import Callable
from typing import NamedTuple

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Flag, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.attached import attached_flow, behind_inclined, mach_angle, settled
from boostglide.gas.state import GasState

STEPS = 40
_NODES = 0.5 - 0.5 * np.cos(np.linspace(0.0, np.pi, 6))
_POLYNOMIAL = np.linalg.inv(np.vander(_NODES))
"""Nodes on the unit interval, and what takes values there to the coefficients of a polynomial."""


class ConeFlow(eqx.Module):
    """The flow over a cone at zero incidence.

    Parameters
    ----------
    downstream
        State right behind the shock; `speed` is relative to the cone [m/s].
    surface
        State on the cone, in chemical equilibrium or frozen as the model of air says.
    shock_angle
        Angle between the axis and the shock [rad].
    largest_angle
        Largest half-angle of a cone with an attached shock in this stream [rad].
    attached
        Whether the shock is attached; where it is not, the states belong to the largest angle and are no
        answer.
    """

    downstream: GasState
    surface: GasState
    shock_angle: Scalar
    largest_angle: Scalar
    attached: Flag


class _Ray(NamedTuple):
    """Flow on one ray from the tip: its angle, the speed along it, and the logarithm of pressure."""

    angle: Scalar
    along: Scalar
    log_pressure: Scalar


def cone_flow(upstream: GasState, air: AbstractAir, cone_angle: Scalar, *, strong: bool = False) -> ConeFlow:
    """The flow over a circular cone at zero incidence with an attached shock.

    Parameters
    ----------
    upstream
        Supersonic stream ahead; `speed` is relative to the cone [m/s].
    air
        Model of air.
    cone_angle
        Half-angle of the cone [rad], above zero.
    strong
        Whether the strong solution is wanted; cones in free flight carry the weak one.

    Returns
    -------
    States behind the shock and on the cone, shock angle, largest angle and flag.

    References
    ----------
    taylor1933; anderson2006, sections 10.3, 10.4 and 14.6 (equilibrium gas).
    """
    upstream = settled(upstream, air)
    flow = (upstream, air)
    weakest = mach_angle(upstream)
    angles, (behind, surface) = attached_flow(_layer, flow, weakest, cone_angle, strong=strong)
    within = behind.within & angles.attached
    return ConeFlow(
        dataclasses.replace(behind, within=within),
        dataclasses.replace(surface, within=surface.within & within),
        *angles,
    )


def cone_behind_shock(upstream: GasState, air: AbstractAir, shock_angle: Scalar) -> tuple[Scalar, GasState]:
    """Half-angle of the cone that carries a given shock, and the state on it.

    The equations of Taylor and Maccoll with the equation of state of the gas, at constant entropy and total
    enthalpy; the speed across the rays is the variable of integration, so that its zero is the last step.

    Parameters
    ----------
    upstream
        State ahead; `speed` is relative to the cone [m/s].
    air
        Model of air.
    shock_angle
        Angle between the axis and the shock [rad], above the Mach angle and below 90 degrees.

    Returns
    -------
    Half-angle [rad] and state.

    References
    ----------
    taylor1933; anderson2006, Eq. 10.13 with the speed of sound of the real gas.
    """
    angle, (_, surface) = _layer((settled(upstream, air), air), shock_angle)
    return angle, surface


def _layer(
    flow: tuple[GasState, AbstractAir], shock_angle: Scalar
) -> tuple[Scalar, tuple[GasState, GasState]]:
    """Angle of the cone, and the states behind the shock and on the cone.

    Fourth-order Runge-Kutta steps from the shock to the cone, shorter towards both.
    """
    upstream, air = flow
    behind = behind_inclined(upstream, air, shock_angle)
    across, isentrope = behind.speed, _isentrope(behind, air)

    def slope(ray: _Ray, progress: Scalar) -> _Ray:
        speed = across * (1.0 - progress**5 * (6.0 - 5.0 * progress))
        change = -30.0 * across * progress**4 * (1.0 - progress)
        specific_volume_work, sound_speed_squared = isentrope(ray.log_pressure)
        along = ray.along - speed / jnp.tan(ray.angle)
        growth = ray.along + along / (1.0 - speed**2 / sound_speed_squared)
        fall = speed * (1.0 - ray.along / growth) / specific_volume_work
        return _Ray(change / growth, -speed / growth * change, -fall * change)

    def step(ray: _Ray, progress: Scalar) -> tuple[_Ray, None]:
        half = 0.5 / STEPS
        first = slope(ray, progress)
        second = slope(_moved(ray, first, half), progress + half)
        third = slope(_moved(ray, second, half), progress + half)
        fourth = slope(_moved(ray, third, 2.0 * half), progress + 2.0 * half)
        mean = jax.tree.map(
            lambda a, b, c, d: (a + 2.0 * b + 2.0 * c + d) / 6.0, first, second, third, fourth
        )
        return _moved(ray, mean, 2.0 * half), None

    start = _Ray(shock_angle, upstream.speed * jnp.cos(shock_angle), jnp.log(behind.pressure))
    cone, _ = jax.lax.scan(step, start, jnp.arange(STEPS) / STEPS)
    enthalpy = upstream.enthalpy + 0.5 * (upstream.speed**2 - cone.along**2)
    surface = air.state(pressure=jnp.exp(cone.log_pressure), enthalpy=enthalpy)
    surface = dataclasses.replace(surface, speed=cone.along, within=surface.within & behind.within)
    behind = dataclasses.replace(behind, speed=jnp.hypot(across, start.along))
    return cone.angle, (behind, surface)


def _isentrope(behind: GasState, air: AbstractAir) -> Callable[[Scalar], tuple[Scalar, Scalar]]:
    """Pressure over density, and the square of the speed of sound, over ln pressure at constant entropy.

    A polynomial through a few states: a layer compresses the gas by less than what would stop the flow across
    the shock, for which the logarithm of pressure rises by less than density speed^2 / (2 pressure).
    """
    low = jnp.log(behind.pressure)
    width = 0.5 * behind.density * behind.speed**2 / behind.pressure

    def log_density(log_pressure: Scalar) -> Scalar:
        return jnp.log(air.state_from_entropy(pressure=jnp.exp(log_pressure), entropy=behind.entropy).density)

    coefficients = _POLYNOMIAL @ jax.vmap(log_density)(low + width * _NODES)

    def at(log_pressure: Scalar) -> tuple[Scalar, Scalar]:
        place = (log_pressure - low) / width
        value, derivative = jax.jvp(
            lambda t: jnp.polyval(coefficients, t), (place,), (jnp.ones_like(place) / width,)
        )
        work = jnp.exp(log_pressure - value)
        return work, work / derivative

    return at


def _moved(ray: _Ray, rate: _Ray, length: float) -> _Ray:
    return jax.tree.map(lambda value, change: value + length * change, ray, rate)
