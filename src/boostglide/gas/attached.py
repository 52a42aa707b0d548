"""Attached shocks: which shock angle belongs to the angle of a wedge or cone, and the largest such angle."""

import dataclasses
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import jax
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.shock import shocked
from boostglide.gas.state import GasState
from boostglide.solve import bracketed_root, peak

P = TypeVar("P")
S = TypeVar("S")
STEEPEST, WEAKEST = 1.5608, 1.000001
"""Largest shock angle [rad] that is searched, and least Mach number normal to a shock."""


class AttachedAngles(NamedTuple):
    """The shock that a surface carries at its tip.

    Parameters
    ----------
    shock_angle
        Angle between the stream and the shock [rad]; that of the largest surface where none is attached.
    largest_angle
        Largest angle of a surface with an attached shock [rad].
    attached
        Whether the surface carries an attached shock, and the search found it.
    """

    shock_angle: Scalar
    largest_angle: Scalar
    attached: Flag


def settled(upstream: GasState, air: AbstractAir) -> GasState:
    """The stream with the density that the model of air gives it, where the two are within 0.1 per cent.

    A weak shock changes the density by less than tables and atmospheres disagree.

    Parameters
    ----------
    upstream
        State ahead.
    air
        Model of air.
    """
    density = air.state(pressure=upstream.pressure, enthalpy=upstream.enthalpy).density
    is_near = jnp.abs(density / upstream.density - 1.0) < 1e-3
    return dataclasses.replace(upstream, density=jnp.where(is_near, density, upstream.density))


def mach_angle(upstream: GasState) -> Scalar:
    """Angle of the weakest shock that is solved for [rad], just above the Mach angle; 90 deg if slower."""
    return jnp.arcsin(jnp.minimum(WEAKEST * (1.0 + 1e-9) * upstream.sound_speed / upstream.speed, 1.0))


def behind_inclined(upstream: GasState, air: AbstractAir, shock_angle: Scalar) -> GasState:
    """State behind a shock at an angle [rad] to the stream; `speed` is the part normal to the shock [m/s]."""
    normal = upstream.speed * jnp.sin(shock_angle)
    return shocked(dataclasses.replace(upstream, speed=normal), air, weakest=WEAKEST)


def attached_flow(
    surface: Callable[[P, Scalar], tuple[Scalar, S]],
    flow: P,
    weakest: Scalar,
    angle: Scalar,
    *,
    strong: bool = False,
) -> tuple[AttachedAngles, S]:
    """The flow whose shock, weak or strong, belongs to a surface of a given angle.

    The angle of the surface rises with that of the shock from zero to one maximum, beyond which no shock is
    attached, and falls towards the normal shock.

    Parameters
    ----------
    surface
        Angle of the surface and the states, from all that they depend on and the shock angle.
    flow
        All that they depend on: a tree of arrays.
    weakest
        Least shock angle [rad].
    angle
        Angle between the stream and the surface [rad].
    strong
        Whether the solution above the maximum is wanted; bodies in free flight carry the weak one.

    Returns
    -------
    Angles and flag, and the states; derivatives with respect to `flow` and `angle` pass.

    References
    ----------
    anderson2006, sections 2.4 and 10.4.
    """
    top = peak(lambda p, x: surface(p, x)[0], flow, weakest, jnp.full_like(weakest, STEEPEST))
    reached = jnp.minimum(angle, top.value * (1.0 - 1e-9))
    low, high = (top.place, jnp.full_like(weakest, STEEPEST)) if strong else (weakest, top.place)

    def excess(goal: tuple[P, Scalar], shock_angle: Scalar) -> Scalar:
        rise = surface(goal[0], shock_angle)[0] - goal[1]
        return rise if strong else -rise

    middle, margin = 0.5 * (low + high), 0.02 * (high - low)
    start = jnp.clip(1.2 * angle, low + margin, high - margin)
    second = jnp.where(jnp.abs(middle - start) < 0.5 * margin, 0.25 * low + 0.75 * high, middle)
    found = bracketed_root(excess, (flow, reached), low, high, start, second)
    is_reached = angle <= top.value
    shock_angle = jnp.where(is_reached, found.value, top.place)
    both = jax.lax.map(lambda x: surface(flow, x), jnp.stack([top.place, shock_angle]))
    states = jax.tree.map(lambda pair: pair[1], both[1])
    attached = found.converged & is_reached & (angle > 0.0) & (weakest < STEEPEST)
    return AttachedAngles(shock_angle, both[0][0], attached), states
