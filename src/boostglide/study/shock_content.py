"""What a shock record holds, from the states of the gas: plain data, title, assumptions."""

import math
from typing import Any, NamedTuple

from boostglide.core import Scalar
from boostglide.gas import LOBB, SEIFF, GasState
from boostglide.scenario import GasInput
from boostglide.study.gas_state import state_content
from boostglide.study.recorded import package_versions
from boostglide.study.shock_gas import GasModel
from boostglide.study.shock_record import FRAMES, SHOCK_STATES, ShockRecord

_UNREACTED = "translation, rotation and vibration in equilibrium, composition as given"
_STREAM = "The stream has the composition given and does not react before it meets the shock."


class ShockFlow(NamedTuple):
    """All states of one case; a field is None where it does not apply, angles are in radians."""

    downstream: GasState
    before_pitot: GasState
    stagnation: GasState | None
    pitot: GasState | None
    reflected: GasState | None = None
    surface: GasState | None = None
    shock_angle: Scalar | None = None
    largest_angle: Scalar | None = None
    reflected_speed: Scalar | None = None

    @property
    def angles(self) -> tuple[float, float]:
        """Largest angle with an attached shock, and the shock angle [rad]; NaN without a body."""
        if self.largest_angle is None or self.shock_angle is None:
            return math.nan, math.nan
        return float(self.largest_angle), float(self.shock_angle)


def shock_record(
    stream: GasInput,
    model: GasModel,
    upstream: GasState,
    flow: ShockFlow,
    kind: str,
    remarks: tuple[str, ...] = (),
) -> ShockRecord:
    """The record of a shock.

    Parameters
    ----------
    stream, model
        What was asked for, and the model of the gas.
    upstream, flow
        All states.
    kind
        The case in words, for the title.
    remarks
        Assumptions of this case, as sentences.
    """
    angle = 0.5 * math.pi if flow.shock_angle is None else float(flow.shock_angle)
    states = {"upstream": upstream, **{name: getattr(flow, name) for name in SHOCK_STATES[1:]}}
    assumptions = (*stream.assumptions, *remarks, *model.assumptions, _STREAM)
    references = (*model.references, *stream.references, "anderson2006")
    content = {
        **{name: _plain(state, name, model) for name, state in states.items()},
        "shock_angle_deg": math.degrees(angle),
        **_additional(stream, model, upstream, flow),
        "frames": {name: FRAMES[name] for name, state in states.items() if state is not None},
        "assumptions": list(assumptions),
        "references": list(references),
    }
    return ShockRecord(
        name=f"shock-{stream.speed:.0f}-{model.name}",
        title=f"{kind[0].upper()}{kind[1:]}: {stream.described}",
        lead=f"States about a shock in a {model.words}. Temperature: {model.which_temperature}.",
        content=content,
        composition=dict(stream.composition),
        pressure=stream.pressure,
        temperature=stream.temperature,
        speed=stream.speed,
        assumptions=assumptions,
        references=references,
        models={"gas": model.words},
        versions=package_versions(),
    )


def _additional(stream: GasInput, model: GasModel, upstream: GasState, flow: ShockFlow) -> dict[str, Any]:
    """What the contract of the command does not ask for but a reader needs."""
    ratio = float(upstream.density / flow.downstream.density)
    more: dict[str, Any] = {
        "gas": model.name,
        "gas_in_words": model.words,
        "which_temperature": model.which_temperature,
        "stream": stream.described,
        "composition": dict(stream.composition),
        "density_ratio": 1.0 / ratio,
    }
    if model.heat_capacity_ratio is not None:
        more["heat_capacity_ratio"] = model.heat_capacity_ratio
    if flow.shock_angle is None:
        more["gas_speed_behind_moving_shock_m_s"] = float(upstream.speed - flow.downstream.speed)
        more["standoff_over_nose_radius"] = {"seiff1962": SEIFF * ratio, "lobb1964": LOBB * ratio}
    if flow.largest_angle is not None:
        more["largest_attached_angle_deg"] = math.degrees(float(flow.largest_angle))
    if flow.reflected_speed is not None:
        more["reflected_shock_speed_m_s"] = float(flow.reflected_speed)
    return more


def _plain(state: GasState | None, name: str, model: GasModel) -> dict[str, Any] | None:
    """A state as plain data."""
    if state is None:
        return None
    fractions, which = dict(model.composition), _UNREACTED
    if name != "upstream":
        fractions = model.mole_fractions(float(state.temperature), float(state.pressure))
    if name != "upstream" or model.name == "perfect":
        which = model.which_temperature
    return state_content(state, model.air, fractions, which) | {"speed_is": FRAMES[name]}
