"""Values and forward derivatives of a compiled function, one direction at a time."""

from collections.abc import Callable
from typing import Any

import jax
import numpy as np
import numpy.typing as npt


def with_slopes(function: Callable[[Any], Any]) -> Callable[[npt.ArrayLike], tuple[Any, Any]]:
    """A function that gives what another one gives, and its derivatives by each argument.

    The directions are taken one after the other by one program: to push all of them through a flight at once
    takes three times as long to compile.

    Parameters
    ----------
    function
        Function of a vector, any unit; it gives arrays. It is compiled here.

    Returns
    -------
    Function of a vector that gives the values, and the derivatives with the arguments along the last axis.
    """
    push = jax.jit(lambda at, direction: jax.jvp(function, (at,), (direction,)))

    def both(at: npt.ArrayLike) -> tuple[Any, Any]:
        point = np.asarray(at, float)
        pushed = [push(point, direction) for direction in np.eye(point.size)]
        slopes = jax.tree.map(lambda *parts: np.stack(parts, axis=-1), *[slope for _, slope in pushed])
        return jax.tree.map(np.asarray, pushed[0][0]), slopes

    return both
