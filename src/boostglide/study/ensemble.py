"""Many members of a scenario: how each of them went in a few numbers, and the spread of their paths."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import xarray as xr

from boostglide.core import Outcome, Trajectory
from boostglide.scenario import Samples, Scenario
from boostglide.study.assumptions import ENSEMBLE, found_by_search, models_of, references_of, switches_of
from boostglide.study.blocks import complete, flown_blocks
from boostglide.study.build import build_flight
from boostglide.study.numbers import nominal_members
from boostglide.study.record import SUMMARY
from boostglide.study.recorded import package_versions
from boostglide.study.stream import Over, Tally, channel_bounds
from boostglide.study.summary import Summary

CHANNELS = ("altitude", "speed", "mach", "flight_path_angle")
"""Channels whose spread is kept along the way."""

POINTS = 480
"""Points of each path, shared out among its phases."""

INTEGRATOR = "Dormand-Prince 5(4)"

PROBABILITIES = (0.05, 0.5, 0.95)


@dataclass(frozen=True)
class EnsembleRecord:
    """Many flights of a scenario.

    Parameters
    ----------
    name, title
        Short name and heading.
    members
        The numbers of `SUMMARY` and the outcome of each member, dimension ``member``; NaN where a flight has
        no complete outcome, which the outcome explains.
    along_range, along_time
        Quantiles of channels at ground ranges and at times; None where no flight is complete.
    parameters
        The numbers in which members differ, dimension ``member``.
    """

    name: str
    title: str
    members: xr.Dataset
    along_range: xr.Dataset | None
    along_time: xr.Dataset | None
    parameters: xr.Dataset

    @property
    def outcome_counts(self) -> dict[str, int]:
        """How many members ended in which way, most frequent first."""
        codes, counts = np.unique(self.members["outcome"].values, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        return {Outcome(int(codes[each])).name.lower(): int(counts[each]) for each in order}

    def quantiles(self, probabilities: tuple[float, ...] = PROBABILITIES) -> dict[str, dict[str, float]]:
        """Quantiles of each summary number over the complete flights, by key such as ``p05``.

        Parameters
        ----------
        probabilities
            Which, from 0 to 1 [-].
        """
        found = {}
        for key in SUMMARY:
            values = self.members[key].values
            values = values[np.isfinite(values)]
            numbers = (
                np.quantile(values, probabilities) if values.size else np.full(len(probabilities), np.nan)
            )
            found[key] = {f"p{100 * p:02.0f}": float(v) for p, v in zip(probabilities, numbers, strict=True)}
        return found


def record_ensemble(
    scenario: Scenario, samples: Samples, progress: Callable[[float], None] | None = None
) -> EnsembleRecord:
    """Fly every member of a scenario; paths are held a block at a time, so that memory stays flat.

    Searches of the scenario fix their unknowns for all members alike, at the median of the other numbers: the
    caller puts them into `samples`.

    Parameters
    ----------
    scenario, samples
        What is flown, and its members.
    progress
        Called with the share of the members that is done [-].
    """
    summary = Summary.of_scenario(scenario)
    bounds = {name: each for name, each in channel_bounds(scenario, samples).items() if name in CHANNELS}
    tallies: dict[Over, Tally] = {over: Tally(bounds, 101, over) for over in ("ground_range", "time")}
    pieces: list[dict[str, np.ndarray]] = []
    outcomes: list[np.ndarray] = []
    assumptions: tuple[str, ...] = ()
    for block in flown_blocks(scenario, samples, POINTS, heat_load=True):
        found = _summarise(summary, block.paths, jnp.asarray(block.samples["vehicle.nose_radius"]))
        pieces.append({key: np.asarray(value)[: block.count] for key, value in found.items()})
        outcomes.append(block.outcomes)
        for tally in tallies.values():
            tally.add(block)
        assumptions = block.assumptions
        if progress:
            progress(sum(map(len, outcomes)) / samples.size)
    codes = np.concatenate(outcomes)
    joined = {key: np.concatenate([piece[key] for piece in pieces]) for key in pieces[0]}
    spread = {
        over: tally.dataset(scenario, samples, PROBABILITIES) if complete(codes).any() else None
        for over, tally in tallies.items()
    }
    return EnsembleRecord(
        scenario.name,
        scenario.title,
        _members(scenario, samples, joined, codes, assumptions),
        spread["ground_range"],
        spread["time"],
        _parameters(samples),
    )


@eqx.filter_jit
def _summarise(summary: Summary, paths: Trajectory, nose_radius: jax.Array) -> dict[str, Any]:
    found = jax.vmap(summary)(jax.tree.map(jnp.asarray, paths), nose_radius)
    return {**found, "share_in_range": jnp.mean(jnp.asarray(paths.in_range), axis=1)}


def _members(
    scenario: Scenario,
    samples: Samples,
    numbers: dict[str, np.ndarray],
    codes: np.ndarray,
    assumptions: tuple[str, ...],
) -> xr.Dataset:
    counts = complete(codes)
    data = {
        key: ("member", np.where(counts, numbers[key], np.nan), {"long_name": label})
        for key, label in SUMMARY.items()
    }
    meanings = " ".join(each.name.lower() for each in Outcome)
    flags = {"flag_values": np.array([int(each) for each in Outcome], np.int32), "flag_meanings": meanings}
    words = {"long_name": "share of the points of the path inside the ranges of all tables"}
    data["share_in_range"] = ("member", numbers["share_in_range"], words)
    data["outcome"] = ("member", codes.astype(np.int32), {"long_name": "how the flight ended", **flags})
    flight, _ = build_flight(scenario, nominal_members(scenario))
    facts = {
        "title": scenario.title,
        "scenario": scenario.name,
        "digest": scenario.digest,
        "seed": -1 if samples.seed is None else samples.seed,
        "assumptions": "\n".join(
            (*found_by_search(samples), *assumptions, f"Atmosphere: {flight.world.atmosphere.name}.")
        ),
        "references": " ".join(references_of(scenario, flight, ENSEMBLE)),
        "models": _text(models_of(scenario, flight, INTEGRATOR)),
        "switches": _text(switches_of(scenario)),
        "versions": _text(package_versions()),
    }
    return xr.Dataset(data, attrs=facts)


def _text(facts: dict[str, str]) -> str:
    return "\n".join(f"{key}: {value}" for key, value in facts.items())


def _parameters(samples: Samples) -> xr.Dataset:
    """The numbers in which members differ."""
    data = {}
    for path in samples.varying:
        each = samples.parameters[path]
        facts = {"units": each.unit or "1", "long_name": each.label, "source": each.source}
        data[path.replace(".", "_")] = ("member", each.values, facts)
    return xr.Dataset(data)
