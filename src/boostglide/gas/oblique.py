"""Oblique shocks on wedges, for every model of air."""

import dataclasses

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Flag, Scalar
from boostglide.gas.air import AbstractAir
from boostglide.gas.attached import attached_flow, behind_inclined, mach_angle, settled
from boostglide.gas.state import GasState


class WedgeFlow(eqx.Module):
    """The uniform flow between a wedge and its attached shock.

    Parameters
    ----------
    downstream
        State behind the shock and along the wedge; `speed` is relative to the wedge [m/s].
    shock_angle
        Angle between the stream and the shock [rad].
    largest_angle
        Largest angle of a wedge with an attached shock in this stream [rad].
    attached
        Whether the shock is attached; where it is not, the state belongs to the largest angle and is no
        answer.
    """

    downstream: GasState
    shock_angle: Scalar
    largest_angle: Scalar
    attached: Flag


def wedge_flow(
    upstream: GasState, air: AbstractAir, wedge_angle: Scalar, *, strong: bool = False
) -> WedgeFlow:
    """The flow over a wedge that turns the stream by an angle.

    Parameters
    ----------
    upstream
        Supersonic stream ahead; `speed` is relative to the wedge [m/s].
    air
        Model of air.
    wedge_angle
        Angle between the stream and the surface [rad], above zero.
    strong
        Whether the strong solution is wanted; wedges in free flight carry the weak one.

    Returns
    -------
    State, shock angle, largest angle and flag.

    References
    ----------
    anderson2006, sections 2.4 and 14.3 (equilibrium gas); naca1135, Eqs. 128 to 150.
    """
    upstream = settled(upstream, air)
    flow = (upstream, air)
    angles, behind = attached_flow(_turned, flow, mach_angle(upstream), wedge_angle, strong=strong)
    behind = dataclasses.replace(behind, within=behind.within & angles.attached)
    return WedgeFlow(behind, *angles)


def oblique_shock(upstream: GasState, air: AbstractAir, shock_angle: Scalar) -> GasState:
    """The state behind a plane shock that meets the stream at an angle.

    Parameters
    ----------
    upstream
        State ahead; `speed` is relative to the shock [m/s].
    air
        Model of air.
    shock_angle
        Angle between the stream and the shock [rad]; the stream is returned if its component normal to the
        shock is subsonic.

    Returns
    -------
    State behind, with the whole speed relative to the shock.

    References
    ----------
    anderson2006, section 14.3.
    """
    return _turned((upstream, air), shock_angle)[1]


def deflection(upstream: GasState, air: AbstractAir, shock_angle: Scalar) -> Scalar:
    """Angle by which a plane shock turns the stream.

    Parameters
    ----------
    upstream
        State ahead; `speed` is relative to the shock [m/s].
    air
        Model of air.
    shock_angle
        Angle between the stream and the shock [rad].

    Returns
    -------
    Angle [rad].

    References
    ----------
    anderson2006, Eq. 14.31 with the tangential speed kept.
    """
    return _turned((upstream, air), shock_angle)[0]


def _turned(flow: tuple[GasState, AbstractAir], shock_angle: Scalar) -> tuple[Scalar, GasState]:
    """Deflection, and the state behind with its whole speed."""
    upstream, air = flow
    behind = behind_inclined(upstream, air, shock_angle)
    along = upstream.speed * jnp.cos(shock_angle)
    turn = shock_angle - jnp.arctan2(behind.speed, along)
    return turn, dataclasses.replace(behind, speed=jnp.hypot(behind.speed, along))
