"""Speed that a rocket gains: the rocket equation, stage by stage."""

from __future__ import annotations

from collections.abc import Sequence

import equinox as eqx
import jax
import jax.numpy as jnp
from jax.core import Tracer

from boostglide.core import STANDARD_GRAVITY, Scalar

references: tuple[str, ...] = ("tsiolkovsky1903", "curtis2020")


class RocketStage(eqx.Module):
    """One stage of a rocket.

    Parameters
    ----------
    propellant_mass
        Mass that is burnt [kg].
    inert_mass
        Mass that is dropped after the burn [kg].
    specific_impulse
        Specific impulse, averaged over the burn [s].

    Raises
    ------
    ValueError
        If a concrete mass or the specific impulse is not positive (the inert mass may be zero).
    """

    propellant_mass: Scalar
    inert_mass: Scalar
    specific_impulse: Scalar

    def __check_init__(self) -> None:
        _require("propellant_mass", self.propellant_mass, above=0.0)
        _require("inert_mass", self.inert_mass, least=0.0)
        _require("specific_impulse", self.specific_impulse, above=0.0)

    @property
    def inert_fraction(self) -> Scalar:
        """Inert mass over inert plus propellant mass [-]."""
        return self.inert_mass / (self.inert_mass + self.propellant_mass)


def ideal_speed_gain(stages: Sequence[RocketStage], payload_mass: Scalar) -> Scalar:
    """Speed that a rocket gains in vacuum without gravity.

    Each stage adds g_0 I ln(m_before / m_after), where the mass is that of the stage and of everything above.

    Parameters
    ----------
    stages
        Stages, first to burn first; at least one.
    payload_mass
        Mass above the last stage [kg], positive.

    Returns
    -------
    Speed gain [m/s].

    Raises
    ------
    ValueError
        If there is no stage, or a concrete payload mass is not positive.

    References
    ----------
    tsiolkovsky1903; curtis2020, chapter on rocket vehicle dynamics.
    """
    if not stages:
        raise ValueError("Argument `stages` must hold at least one stage, but is empty.")
    _require("payload_mass", payload_mass, above=0.0)
    carried, gain = payload_mass, jnp.zeros_like(payload_mass)
    for stage in reversed(stages):
        after = carried + stage.inert_mass
        carried = after + stage.propellant_mass
        gain = gain + stage.specific_impulse * jnp.log(carried / after)
    return STANDARD_GRAVITY.value * gain


def equal_stages_speed_gain(
    launch_mass: Scalar,
    payload_mass: Scalar,
    stage_count: Scalar,
    specific_impulse: Scalar,
    inert_fraction: Scalar,
) -> Scalar:
    """Ideal speed gain of a rocket of alike stages that all have the same payload ratio.

    With e the inert fraction, p the payload over the launch mass and N stages,

        gain = -N g_0 I ln(e + (1 - e) p^(1/N)),

    the best that N stages of this kind can do. It rises with N towards g_0 I (1 - e) ln(1/p).

    Parameters
    ----------
    launch_mass
        Mass of the rocket with payload at lift-off [kg].
    payload_mass
        Mass above the last stage [kg], positive and below the launch mass.
    stage_count
        Number of stages [-], at least 1.
    specific_impulse
        Specific impulse of every stage [s], positive.
    inert_fraction
        Inert over inert plus propellant mass of every stage [-], from 0 to below 1.

    Returns
    -------
    Speed gain [m/s].

    Raises
    ------
    ValueError
        If a concrete argument is out of range.

    References
    ----------
    curtis2020, chapter on rocket vehicle dynamics (restricted staging).
    """
    _require("payload_mass", payload_mass, above=0.0)
    _require("stage_count", stage_count, least=1.0)
    _require("specific_impulse", specific_impulse, above=0.0)
    _require("inert_fraction", inert_fraction, least=0.0, below=1.0)
    payload_ratio = payload_mass / launch_mass
    _require("payload_mass / launch_mass", payload_ratio, above=0.0, below=1.0)
    final_ratio = inert_fraction + (1.0 - inert_fraction) * payload_ratio ** (1.0 / stage_count)
    return -stage_count * STANDARD_GRAVITY.value * specific_impulse * jnp.log(final_ratio)


def burnout_speed(stages: Sequence[RocketStage], payload_mass: Scalar, loss: Scalar) -> Scalar:
    """Earth-relative speed at burn-out: the ideal gain minus a stated loss.

    The rocket starts at rest on the turning Earth; nothing is added for the rotation.

    Parameters
    ----------
    stages
        Stages, first to burn first.
    payload_mass
        Mass above the last stage [kg].
    loss
        Speed lost to gravity, drag, steering and back pressure [m/s], zero or more.

    Returns
    -------
    Burn-out speed [m/s]; negative where the loss exceeds the gain.

    Raises
    ------
    ValueError
        If a concrete argument is out of range.

    References
    ----------
    tsiolkovsky1903; curtis2020, chapter on rocket vehicle dynamics.
    """
    _require("loss", loss, least=0.0)
    return ideal_speed_gain(stages, payload_mass) - loss


def _require(
    name: str,
    value: Scalar,
    *,
    above: float | None = None,
    least: float | None = None,
    below: float | None = None,
) -> None:
    """Refuse concrete numbers out of range; traced ones cannot be seen and are the caller's duty."""
    if isinstance(value, Tracer) or not isinstance(value, (int, float, jax.Array)):
        return
    low_ok = (above is None or jnp.all(value > above)) and (least is None or jnp.all(value >= least))
    if low_ok and (below is None or jnp.all(value < below)):
        return
    bounds = [f"above {above:g}"] if above is not None else []
    bounds += [f"at least {least:g}"] if least is not None else []
    bounds += [f"below {below:g}"] if below is not None else []
    raise ValueError(f"Argument `{name}` must be {' and '.join(bounds)}, but is {value}.")
