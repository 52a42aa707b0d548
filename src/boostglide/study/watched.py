"""Quantities that a scenario watches and that its path does not hold as channels."""

from collections.abc import Collection

import jax
import jax.numpy as jnp
import numpy as np

from boostglide.core import Array, Scalar, Trajectory, Vector3
from boostglide.flight import QUANTITIES, Flight, flight_point
from boostglide.scenario import Scenario


def watched_quantities(
    scenario: Scenario, flight: Flight, path: Trajectory, known: Collection[str] = ()
) -> dict[str, np.ndarray]:
    """Values along a path of the quantities that the events of a scenario ask for, in SI.

    Parameters
    ----------
    scenario
        What was flown.
    flight
        The flight that it made, fields of shape (1,) or scalars.
    path
        Its path, leaves of shape (point,).
    known
        Names of quantities that are at hand already.
    """
    names = sorted({watch.quantity for watch in scenario.events} - set(known))
    if not names:
        return {}
    world = jax.tree.map(lambda leaf: jnp.ravel(leaf)[0] if jnp.ndim(leaf) == 1 else leaf, flight.world)

    def one(position: Array, velocity: Array, mass: Scalar, time: Scalar, since: Scalar) -> list[Scalar]:
        point = flight_point(world, Vector3(*position), Vector3(*velocity), mass, time, since)
        return [QUANTITIES[name].of(point) for name in names]

    time = np.asarray(path.time)
    _, first, which = np.unique(path.phase, return_index=True, return_inverse=True)
    columns = (path.position, path.velocity, path.mass, time, time - time[first][which])
    values = jax.jit(jax.vmap(one))(*(jnp.asarray(each, dtype=float) for each in columns))
    return {name: np.asarray(value) for name, value in zip(names, values, strict=True)}
