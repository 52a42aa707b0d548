"""Ensembles of any size: members stream through the lanes of all devices in blocks of fixed shape."""

import functools
from collections.abc import Callable
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import NamedSharding, PartitionSpec

from boostglide.solve.devices import mesh, usual_lanes
from boostglide.solve.lanes import fly_queue
from boostglide.solve.problem import AbstractProblem, State
from boostglide.solve.stepper import Ends, Settings, batched

BLOCKS = (64, 4096, 65_536)
"""Members held at once; a run uses the smallest block that takes all of them, else the largest in turn."""


def solve_ensemble(
    problem: AbstractProblem,
    time: np.ndarray,
    state: State,
    settings: Settings | None = None,
    progress: Callable[[int], None] | None = None,
) -> Ends:
    """Integrate every member from its start to its end, on all devices, in flat memory.

    Parameters
    ----------
    problem
        The members: fields of shape (members,) differ, scalar fields are shared.
    time
        Start of each member [s], shape (members,).
    state
        First state of each member, leaves of shape (members,).
    settings
        How to integrate; the tolerance above all.
    progress
        Called with the number of members done after each block.

    Returns
    -------
    Ends
        NumPy leaves of shape (members,): end time [s], end state, which end, outcome code, attempts.

    Raises
    ------
    ValueError
        If a field of the problem or of the state does not have one entry a member.
    """
    settings = settings or Settings()
    total = len(time)
    _check_members(problem, state, total)
    if total == 0:
        raise ValueError("Argument `time` must hold at least one member, but it is empty.")
    pieces, block = [], next((size for size in BLOCKS if size >= total), BLOCKS[-1])
    for first in range(0, total, block):
        part = slice(first, min(first + block, total))
        chosen = jax.tree.map(lambda leaf, part=part: leaf[part] if batched(leaf) else leaf, problem)
        start, first_state = _cut((time, state), part)
        pieces.append(_solve_block(chosen, start, first_state, block, settings))
        if progress:
            progress(part.stop)
    return jax.tree.map(lambda *parts: np.concatenate(parts), *pieces)


def _check_members(problem: AbstractProblem, state: State, total: int) -> None:
    for leaf in filter(batched, jax.tree.leaves((problem, state))):
        if len(leaf) != total:
            raise ValueError(
                f"Every field that differs by member must have {total} entries, but one has {len(leaf)}."
            )


def _cut(tree: Any, part: slice) -> Any:
    return jax.tree.map(lambda leaf: np.asarray(leaf)[part], tree)


def _solve_block(problem: Any, time: Any, state: Any, block: int, settings: Settings) -> Ends:
    """Deal a block evenly to the devices, fly it, put the results back in order."""
    devices = len(jax.devices())
    share = -(-len(time) // devices)  # members of each device, the last one takes the rest
    width = -(-block // devices)
    counts = np.clip(len(time) - share * np.arange(devices), 0, share).astype(np.int32)
    deal = functools.partial(_deal, devices=devices, share=share, width=width)
    member, shared = eqx.partition(problem, batched)
    member, time_, state = jax.tree.map(deal, (member, np.asarray(time, float), state))
    lanes = min(settings.lanes or usual_lanes(), width)
    ends = _fly_sharded(member, shared, time_, state, counts, settings._replace(lanes=lanes), devices)
    return jax.tree.map(lambda leaf: _collect(np.asarray(leaf), devices, counts), ends)


def _deal(leaf: Any, devices: int, share: int, width: int) -> np.ndarray:
    """Give each device `share` members, padded to `width`."""
    leaf = np.asarray(leaf)
    out = np.empty((devices, width), leaf.dtype)
    out[:] = leaf[-1]
    for device in range(devices):
        part = leaf[device * share : (device + 1) * share]
        out[device, : len(part)] = part
    return out.reshape(-1)


def _collect(leaf: np.ndarray, devices: int, counts: np.ndarray) -> np.ndarray:
    rows = leaf.reshape(devices, -1)
    return np.concatenate([row[:count] for row, count in zip(rows, counts, strict=True)])


def _fly_sharded(
    member: Any, shared: Any, time: Any, state: Any, counts: Any, settings: Settings, devices: int
) -> Ends:
    leaves, structure = jax.tree.flatten((member, shared))
    fixed = tuple(index for index, leaf in enumerate(leaves) if np.ndim(leaf) != 1)
    run = _compiled(structure, fixed, settings, devices)
    spread = NamedSharding(mesh(devices), PartitionSpec("device"))
    whole = NamedSharding(mesh(devices), PartitionSpec())
    placed = tuple(
        jax.device_put(jnp.asarray(leaf, dtype=float), whole if index in fixed else spread)
        for index, leaf in enumerate(leaves)
    )
    time, state, counts = jax.device_put((time, state, counts), spread)
    return run(placed, time, state, counts)


@functools.cache
def _compiled(
    structure: Any, fixed: tuple[int, ...], settings: Settings, devices: int
) -> Callable[..., Ends]:
    """The compiled program for one structure of problem; members, counts and shared numbers are arguments."""

    def one_device(leaves: Any, time: Any, state: Any, counts: Any) -> Ends:
        problem = eqx.combine(*jax.tree.unflatten(structure, leaves))
        return fly_queue(problem, time, state, counts[0], settings)

    leaf_specs = tuple(
        PartitionSpec() if index in fixed else PartitionSpec("device")
        for index in range(structure.num_leaves)
    )
    spread = PartitionSpec("device")
    return jax.jit(
        jax.shard_map(
            one_device,
            mesh=mesh(devices),
            in_specs=(leaf_specs, spread, spread, spread),
            out_specs=spread,
            check_vma=False,
        )
    )
