"""Roots and peaks of functions of one number, bracketed, with right derivatives and a flag."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Flag, Scalar

P = TypeVar("P")

MOST_STEPS, TOLERANCE, LARGEST_RESIDUAL = 80, 1e-12, 1e-6
SPACING = 1e-4
_BACKWARD = (2.0, 1.0, 0.0)
_GOLDEN = 0.3819660112501051


class Root(NamedTuple):
    """A root, and whether the search settled on it."""

    value: Scalar
    converged: Flag


def bracketed_root(
    residual: Callable[[P, Scalar], Scalar],
    parameters: P,
    low: Scalar,
    high: Scalar,
    start: Scalar,
    second: Scalar,
) -> Root:
    """Root of a function that is positive on one side of it and negative on the other.

    Secant steps, halving of the bracket where they leave it or do not halve the residual, and a last step of
    Newton's method, which carries the derivative with respect to the parameters (implicit function theorem);
    forward and reverse mode, first derivatives only. The slope in it is a difference of second order, which
    leaves a relative error of some 1e-8 in derivatives.

    Parameters
    ----------
    residual
        Function of the parameters and the unknown, of the order of one, positive at `low` and negative at
        `high`.
    parameters
        All that the residual depends on and derivatives may be wanted of: a tree of arrays.
    low, high
        Ends of the bracket [any]; they are not evaluated.
    start, second
        Two different guesses within [any].

    Returns
    -------
    The root, and whether the search settled: steps below 1e-12 of the bracket with a residual below 1e-6.

    References
    ----------
    press2007, sections 9.2 and 9.4 (safeguarded steps).
    """
    still = _still((parameters, low, high, start, second))
    found = jax.lax.stop_gradient(_search(lambda x: residual(still[0], x), *still[1:]))
    step = SPACING * jnp.maximum(found.value - still[1], 0.0)
    points = found.value - step * jnp.asarray(_BACKWARD)
    # one evaluation after the other, so that the residual is compiled once
    early, late, value = jax.lax.map(lambda x: residual(parameters, x), points)
    slope = jax.lax.stop_gradient((3.0 * value - 4.0 * late + early) / (2.0 * step))
    usable = jnp.isfinite(slope) & (slope < 0.0)
    change = jnp.where(found.converged & usable, value / jnp.where(usable, slope, -1.0), 0.0)
    return Root(found.value - change, found.converged & jnp.isfinite(value))


class Peak(NamedTuple):
    """A maximum: its place and its value."""

    place: Scalar
    value: Scalar


class _Search(NamedTuple):
    low: Scalar
    high: Scalar
    old: Scalar
    old_value: Scalar
    new: Scalar
    value: Scalar
    halve: Flag
    step: Scalar


def _search(
    function: Callable[[Scalar], Scalar], low: Scalar, high: Scalar, start: Scalar, second: Scalar
) -> Root:
    """Safeguarded secant iteration; its first two points are given."""
    tolerance = TOLERANCE * (high - low)

    def unsettled(carry: tuple[Scalar, _Search]) -> Flag:
        return (carry[0] < MOST_STEPS) & ((carry[0] < 2) | ~_is_settled(carry[1], tolerance))

    def improve(carry: tuple[Scalar, _Search]) -> tuple[Scalar, _Search]:
        count, s = carry
        rise = s.value - s.old_value
        proposed = s.new - s.value * (s.new - s.old) / jnp.where(rise == 0.0, 1.0, rise)
        is_good = (proposed > s.low) & (proposed < s.high) & (rise != 0.0) & ~s.halve
        point = jnp.where(is_good, proposed, 0.5 * (s.low + s.high))
        point = jnp.where(count == 0, start, jnp.where(count == 1, second, point))
        value = function(point)
        slow = (count > 1) & is_good & ~(jnp.abs(value) < 0.5 * jnp.abs(s.value))
        bounds = jnp.where(value > 0.0, point, s.low), jnp.where(value > 0.0, s.high, point)
        return count + 1, _Search(*bounds, s.new, s.value, point, value, slow, jnp.abs(point - s.new))

    unknown = jnp.full_like(start, jnp.inf)
    begin = _Search(low, high, start, unknown, start, unknown, jnp.zeros_like(start, dtype=bool), unknown)
    last = jax.lax.while_loop(unsettled, improve, (jnp.zeros((), dtype=int), begin))[1]
    return Root(last.new, _is_settled(last, tolerance) & (jnp.abs(last.value) < LARGEST_RESIDUAL))


def _is_settled(search: _Search, tolerance: Scalar) -> Flag:
    """Whether the last step was small, or the bracket, or the residual is zero."""
    return (search.value == 0.0) | (search.step < tolerance) | (search.high - search.low < tolerance)


def peak(
    function: Callable[[P, Scalar], Scalar], parameters: P, low: Scalar, high: Scalar, steps: int = 20
) -> Peak:
    """Place of the one maximum of a function between two ends, by golden sections.

    Parameters
    ----------
    function
        Function of the parameters and the unknown with a single maximum.
    parameters
        All that it depends on; no derivatives pass.
    low, high
        Ends of the search [any].
    steps
        Number of sections; each leaves 0.618 of the bracket [-].

    Returns
    -------
    Place of the maximum and the value there [any].

    References
    ----------
    press2007, section 10.2.
    """
    still, low, high = _still((parameters, low, high))

    def cut(count: Scalar, bracket: tuple[Scalar, ...]) -> tuple[Scalar, ...]:
        left, inner, outer, right, inner_value, outer_value = bracket
        # the first two rounds only evaluate the two inner points
        is_left = inner_value > outer_value
        new = jnp.where(is_left, left + _GOLDEN * (outer - left), right - _GOLDEN * (right - inner))
        new = jnp.where(count == 0, inner, jnp.where(count == 1, outer, new))
        value = function(still, new)
        moved = (
            jnp.where(is_left, left, inner),
            jnp.where(is_left, new, outer),
            jnp.where(is_left, inner, new),
            jnp.where(is_left, outer, right),
            jnp.where(is_left, value, outer_value),
            jnp.where(is_left, inner_value, value),
        )
        first = (left, inner, outer, right, value, outer_value)
        next_ = (left, inner, outer, right, inner_value, value)
        return tuple(
            jnp.where(count == 0, one, jnp.where(count == 1, two, more))
            for one, two, more in zip(first, next_, moved, strict=True)
        )

    inner, outer = low + _GOLDEN * (high - low), high - _GOLDEN * (high - low)
    unknown = jnp.zeros_like(inner)
    start = (low, inner, outer, high, unknown, unknown)
    _, inner, outer, _, inner_value, outer_value = jax.lax.fori_loop(0, steps + 2, cut, start)
    place = jnp.where(inner_value > outer_value, inner, outer)
    return jax.lax.stop_gradient(Peak(place, jnp.maximum(inner_value, outer_value)))


def _still(tree: P) -> P:
    """The tree with no derivative passing through its arrays."""
    return jax.tree.map(lambda leaf: jax.lax.stop_gradient(leaf) if eqx.is_array(leaf) else leaf, tree)
