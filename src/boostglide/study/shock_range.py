"""Whether the states about a shock lie in the range of the model of the gas, and what to say where not."""

import math

import jax.numpy as jnp

from boostglide.core import GAS_CONSTANT
from boostglide.gas import GasState
from boostglide.study.shock_content import ShockFlow
from boostglide.study.shock_gas import GasModel

COLDEST, HOTTEST = 40.0, 20000.0
"""Temperatures between which frozen and equilibrium gas are defined [K]."""

REAL_GAS, HIGHEST = 1e8, 1e9
"""Pressures [Pa] from which forces between molecules count, and up to which moving gas is followed."""

_RANGES = {
    "perfect": "a perfect gas has no range of its own",
    "frozen": "frozen gas is defined from 40 to 20000 K, where its polynomials end",
    "equilibrium": "equilibrium gas is defined from 1 Pa to 100 MPa, as an ideal gas to 1 GPa, below 1000 K "
    "at any lower pressure, and from 40 to 20000 K",
}
_LARGEST_GAP = 1e-6
_SURELY = 0.99


def within_range(upstream: GasState, flow: ShockFlow, model: GasModel) -> tuple[ShockFlow, tuple[str, ...]]:
    """The states that the model has, and remarks on those at the edge of its range.

    Moving gas must lie in the range, except that equilibrium gas is followed as an ideal gas from 100 MPa to
    1 GPa; a state at rest that the model does not have is left out.

    Parameters
    ----------
    upstream, flow
        All states.
    model
        Model of the gas.

    Raises
    ------
    ValueError
        If a state of moving gas, or that of the reflected shock, lies outside.
    """
    moving = {
        "upstream": upstream,
        **{name: getattr(flow, name) for name in ("downstream", "surface", "reflected")},
    }
    remarks = [_checked(name, state, model) for name, state in moving.items() if state is not None]
    stagnation, remark = _at_rest("stagnation", flow.downstream, flow.stagnation, model)
    pitot, other = _at_rest("pitot", flow.before_pitot, flow.pitot, model)
    if flow.stagnation is flow.pitot:
        pitot, other = stagnation, ""
    flow = flow._replace(stagnation=stagnation, pitot=pitot)
    return flow, tuple(filter(None, (*remarks, remark, other)))


def _checked(name: str, state: GasState, model: GasModel) -> str:
    """A remark on a state, or nothing; ValueError where there is no such state."""
    if bool(state.within):
        return ""
    temperature, pressure = float(state.temperature), float(state.pressure)
    is_followed = model.name == "equilibrium" and REAL_GAS < pressure < HIGHEST and _is_solved(state, model)
    if is_followed and COLDEST <= temperature < HOTTEST:
        return _ideal(name, pressure)
    found = (
        f"{temperature:.4g} K and {pressure:.4g} Pa" if math.isfinite(temperature + pressure) else "no state"
    )
    if model.name == "equilibrium" and COLDEST <= temperature < _SURELY * HOTTEST and pressure < HIGHEST:
        raise ValueError(
            f"Option `--gas`: expected a shock into equilibrium, found none for `{name}` at this speed: the "
            "gas ahead is far from its own equilibrium, and the heat of its reactions leaves no such state; "
            "use --gas frozen, or a higher speed"
        )
    raise ValueError(
        f"Option `--gas`: expected a state of `{model.name}` gas, found none for `{name}` (the search ended "
        f"at {found}); {_RANGES[model.name]}"
    )


def _is_solved(state: GasState, model: GasModel) -> bool:
    """Whether the density from the balances is that of the equation of state."""
    same = model.air.state(pressure=jnp.asarray(state.pressure), enthalpy=jnp.asarray(state.enthalpy))
    return bool(jnp.abs(same.density / state.density - 1.0) < _LARGEST_GAP)


def _at_rest(
    name: str, moving: GasState, rest: GasState | None, model: GasModel
) -> tuple[GasState | None, str]:
    """A state at rest if the model has it; an ideal gas is followed beyond the pressures of real gases."""
    if rest is None or bool(rest.within):
        return rest, ""
    gap = float((rest.entropy - moving.entropy) * rest.molar_mass) / float(GAS_CONSTANT)
    pressure = float(rest.pressure)
    is_followed = model.name == "equilibrium" and pressure > REAL_GAS and abs(gap) < _LARGEST_GAP
    if is_followed and float(rest.temperature) < HOTTEST:
        return rest, _ideal(name, pressure)
    return None, (
        f"`{name}` is left out: gas brought to rest at constant entropy behind this shock would leave the "
        f"range of the model; {_RANGES[model.name]}."
    )


def _ideal(name: str, pressure: float) -> str:
    return (
        f"The pressure of `{name}`, {pressure:.3g} Pa, is beyond 100 MPa, where forces between molecules "
        "count: it is that of an ideal gas, a number for comparison only."
    )
