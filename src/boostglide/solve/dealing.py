"""Functions of lanes dealt out to all devices: any number of members, in blocks of one shape."""

import functools
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import NamedSharding, PartitionSpec

from boostglide.solve.devices import mesh

FEW, MANY = 4, 64
"""Lanes of a device [-] for few members and for many."""

LaneFunction = Callable[[Any, Any], Any]


def over_lanes(
    function: LaneFunction,
    shared: Any,
    members: Any,
    progress: Callable[[int], None] | None = None,
) -> Any:
    """Apply a compiled function to members side by side, on all devices, in blocks of one shape.

    Parameters
    ----------
    function
        Called as ``function(shared, lanes)`` in compiled code, with the lanes on the last axis of every
        array; its results have them there too. It is compiled once for each function, so it should be a
        module's.
    shared
        Pytree that all members share.
    members
        Pytree of arrays with the members on the first axis, in any units.
    progress
        Called with the number of members done after each block.

    Returns
    -------
    Any
        NumPy arrays with the members on the first axis.
    """
    devices = len(jax.devices())
    total = len(jax.tree.leaves(members)[0])
    lanes = FEW if total <= devices * FEW else MANY
    leaves, structure = jax.tree.flatten(jax.tree.map(jnp.asarray, shared))
    run = _compiled(function, structure, devices)
    spread, whole = (NamedSharding(mesh(devices), PartitionSpec(*axes)) for axes in (("device",), ()))
    leaves, pieces = jax.device_put(leaves, whole), []
    for first in range(0, total, devices * lanes):
        rows = np.minimum(np.arange(first, first + devices * lanes), total - 1)
        block = jax.tree.map(functools.partial(_dealt, rows=rows.reshape(devices, lanes)), members)
        block = jax.device_put(block, spread)
        count = min(len(rows), total - first)
        pieces.append(jax.tree.map(functools.partial(_collected, count=count), run(leaves, block)))
        if progress:
            progress(first + count)
    return jax.tree.map(lambda *parts: np.concatenate(parts), *pieces)


def _dealt(leaf: Any, rows: np.ndarray) -> np.ndarray:
    """Rows of members as (device, ..., lane)."""
    return np.moveaxis(np.asarray(leaf, float)[rows], 1, -1)


def _collected(leaf: Any, count: int) -> np.ndarray:
    """The first members of (device, ..., lane), as (member, ...)."""
    whole = np.moveaxis(np.asarray(leaf), -1, 1)
    return whole.reshape(-1, *whole.shape[2:])[:count]


@functools.cache
def _compiled(function: LaneFunction, structure: Any, devices: int) -> Callable[[Any, Any], Any]:
    """The program for one structure of what is shared."""

    def one_device(leaves: Any, block: Any) -> Any:
        lanes = jax.tree.map(lambda leaf: leaf[0], block)
        results = function(jax.tree.unflatten(structure, leaves), lanes)
        return jax.tree.map(lambda leaf: leaf[None], results)

    spread, whole = PartitionSpec("device"), PartitionSpec()
    return jax.jit(
        jax.shard_map(
            one_device, mesh=mesh(devices), in_specs=(whole, spread), out_specs=spread, check_vma=False
        )
    )
