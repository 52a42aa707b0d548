"""Costly functions of few numbers, whose derivatives are worked out once for all directions."""

from collections.abc import Callable
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
from jax.flatten_util import ravel_pytree


def few_inputs(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make forward derivatives cheap in many directions for a function that is costly in a few numbers only.

    The derivative with respect to each of the few numbers is computed by itself; any direction is a
    combination of them. So a Jacobian matrix of many columns costs as many evaluations as there are such
    numbers.

    Parameters
    ----------
    function
        Called as ``function(model, few, many)``: `few` is a tuple of arrays of one axis or none, `many` a
        pytree in which the function is cheap. Derivatives are with respect to both, not to the model.
    """
    wrapped = eqx.filter_custom_jvp(function)

    @wrapped.def_jvp
    def rule(primals: tuple[Any, ...], tangents: tuple[Any, ...]) -> tuple[Any, Any]:
        model, few, many = primals
        if jax.tree.leaves(tangents[2]):
            filled = jax.tree.map(_filled, tangents[2], many, is_leaf=_is_missing)
            value, total = jax.jvp(lambda each: function(model, few, each), (many,), (filled,))
        else:
            value = function(model, few, many)
            total = jax.tree.map(jnp.zeros_like, value)
        if jax.tree.leaves(tangents[1]):
            weights, _ = ravel_pytree(jax.tree.map(_filled, tangents[1], few, is_leaf=_is_missing))
            numbers, unravel = ravel_pytree(few)

            def slope(unit: Any) -> Any:
                return jax.jvp(lambda each: function(model, unravel(each), many), (numbers,), (unit,))[1]

            slopes = jax.vmap(slope)(jnp.eye(numbers.shape[0]))
            total = jax.tree.map(lambda one, each: one + jnp.tensordot(weights, each, 1), total, slopes)
        return value, total

    return wrapped


def _is_missing(tangent: Any) -> bool:
    return tangent is None


def _filled(tangent: Any, primal: Any) -> Any:
    return jnp.zeros_like(primal) if tangent is None else tangent
