"""Normal, reflected, oblique and conical shocks in one stream, checked at the door and recorded."""

import dataclasses
import math

import equinox as eqx
import jax.numpy as jnp

from boostglide.gas import (
    AbstractAir,
    FrozenAir,
    GasState,
    brought_to_rest,
    cone_flow,
    reflected_shock,
    reflected_shock_speed,
    shocked,
    wedge_flow,
)
from boostglide.scenario import GasInput
from boostglide.study.shock_content import ShockFlow, shock_record
from boostglide.study.shock_gas import GasModel, gas_model
from boostglide.study.shock_range import within_range
from boostglide.study.shock_record import ShockRecord

_SURFACES = {"angle": "wedge", "cone": "cone"}


def record_shock(
    stream: GasInput,
    gas: str = "equilibrium",
    *,
    wedge_angle: float | None = None,
    cone_angle: float | None = None,
    reflected: bool = False,
) -> ShockRecord:
    """The states about a shock in a stream.

    Parameters
    ----------
    stream
        The gas ahead and its speed.
    gas
        Model of the gas: ``"perfect"``, ``"frozen"`` or ``"equilibrium"``.
    wedge_angle
        Angle by which a wedge turns the stream [rad]; a normal shock without any body.
    cone_angle
        Half-angle of a cone along the stream [rad].
    reflected
        Whether the shock returns from the closed end of a tube.

    Returns
    -------
    The states with what they rest on.

    Raises
    ------
    ValueError
        In one sentence, if the stream is slower than sound, the body carries no attached shock, more than one
        body is given, or a state lies outside the range of the model.
    """
    _check_choice(wedge_angle, cone_angle, reflected)
    model = gas_model(gas, stream.composition, stream.temperature)
    upstream = upstream_of(stream, model)
    _check_speed(upstream, stream)
    option, angle = ("angle", wedge_angle) if wedge_angle is not None else ("cone", cone_angle)
    if angle is None:
        flow = _normal(upstream, model.air, reflected)
    else:
        flow = _inclined(upstream, model.air, option, angle)
        _check_attached(flow, option, angle, upstream)
    flow, remarks = within_range(upstream, flow, model)
    kind = "normal shock" if angle is None else f"{_SURFACES[option]} of {math.degrees(angle):g} deg"
    kind = "incident and reflected shock" if reflected else kind
    return shock_record(stream, model, upstream, flow, kind, remarks)


def upstream_of(stream: GasInput, model: GasModel) -> GasState:
    """The stream as a state of a model, of the composition given, whether or not that is in equilibrium.

    Parameters
    ----------
    stream
        The gas ahead and its speed.
    model
        Model of the gas.

    Raises
    ------
    ValueError
        If pressure, temperature or density are not positive.
    """
    for name in ("pressure", "temperature", "density"):
        if not getattr(stream, name) > 0.0:
            raise ValueError(
                f"The {name} of the stream must be positive, but it is {getattr(stream, name):g}."
            )
    cold: AbstractAir = model.air if model.name == "perfect" else FrozenAir.of(model.composition)
    values = (stream.pressure, stream.temperature, stream.density, stream.speed)
    pressure, temperature, density, speed = (jnp.asarray(value, dtype=float) for value in values)
    state = cold.state_from_temperature(pressure=pressure, temperature=temperature)
    enthalpy = model.air.cold_enthalpy(temperature)
    return dataclasses.replace(state, density=density, speed=speed, enthalpy=enthalpy)


_SLENDER = math.radians(3.0)
_shocked = eqx.filter_jit(shocked)
_at_wall = eqx.filter_jit(reflected_shock)
_stopped = eqx.filter_jit(brought_to_rest)
_over_wedge = eqx.filter_jit(wedge_flow)
_over_cone = eqx.filter_jit(cone_flow)


def _normal(upstream: GasState, air: AbstractAir, is_reflected: bool) -> ShockFlow:
    behind = _shocked(upstream, air)
    rest = _stopped(behind, air)
    flow = ShockFlow(behind, behind, rest, rest)
    if not is_reflected:
        return flow
    wall = _at_wall(upstream, behind, air)
    return flow._replace(reflected=wall, reflected_speed=reflected_shock_speed(upstream, behind, wall))


def _inclined(upstream: GasState, air: AbstractAir, option: str, angle: float) -> ShockFlow:
    """Flow over a wedge or a cone, and what a probe beside it holds."""
    size = jnp.asarray(angle, dtype=float)
    if option == "angle":
        wedge = _over_wedge(upstream, air, size)
        behind, surface = wedge.downstream, wedge.downstream
        angles = wedge.shock_angle, wedge.largest_angle
    else:
        cone = _over_cone(upstream, air, size)
        behind, surface = cone.downstream, cone.surface
        angles = cone.shock_angle, cone.largest_angle
    before_probe = _shocked(upstream, air)
    rest, pitot = _stopped(behind, air), _stopped(before_probe, air)
    return ShockFlow(behind, before_probe, rest, pitot, None, surface, *angles)


def _check_choice(wedge_angle: float | None, cone_angle: float | None, reflected: bool) -> None:
    given = [
        option
        for option, is_given in (
            ("--angle", wedge_angle is not None),
            ("--cone", cone_angle is not None),
            ("--reflected", reflected),
        )
        if is_given
    ]
    if len(given) > 1:
        raise ValueError(
            f"Option `{given[1]}`: expected one of a wedge, a cone and a reflected shock, found {given[0]} "
            "beside it; ask for them one after the other"
        )
    for option, angle in (("angle", wedge_angle), ("cone", cone_angle)):
        if angle is not None and not 0.0 < angle < 0.5 * math.pi:
            raise ValueError(
                f"Option `--{option}`: expected an angle above 0 and below 90 deg, found "
                f"{math.degrees(angle):g} deg; it is measured from the direction of the stream"
            )


def _check_speed(upstream: GasState, stream: GasInput) -> None:
    sound = float(upstream.sound_speed)
    if not stream.speed > sound:
        raise ValueError(
            f"Option `--speed`: expected more than the speed of sound in the stream, {sound:.5g} m/s, found "
            f"{stream.speed:g} m/s; a slower stream has no shock"
        )


def _check_attached(flow: ShockFlow, option: str, angle: float, upstream: GasState) -> None:
    body, limit, shock_angle = _SURFACES[option], *flow.angles
    mach_angle = math.asin(float(upstream.sound_speed / upstream.speed))
    if angle > limit:
        raise ValueError(
            f"Option `--{option}`: expected at most {math.degrees(limit):.4g} deg, the largest {body} angle "
            f"with an attached shock in this stream and gas, found {math.degrees(angle):g} deg; the shock of "
            "a blunter body stands off and is normal on its axis: leave the option out"
        )
    if not bool(flow.downstream.within) and shock_angle < 1.0001 * mach_angle and angle > _SLENDER:
        raise ValueError(
            f"Option `--gas`: expected an attached shock into equilibrium, found none for "
            f"{math.degrees(angle):g} deg: the stream is far from its own equilibrium; use --gas frozen, or "
            "a cooler stream"
        )
    if not bool(flow.downstream.within) and shock_angle < 1.0001 * mach_angle:
        raise ValueError(
            f"Option `--{option}`: expected a {body} whose shock differs from a Mach wave, found "
            f"{math.degrees(angle):g} deg; so slender a {body} hardly disturbs the stream"
        )
