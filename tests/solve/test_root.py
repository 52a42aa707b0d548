import jax
import jax.numpy as jnp
import pytest

from boostglide.solve import bracketed_root, peak


def cubic(parameter, x):
    return parameter - x**3


def solve(parameter):
    low, high = jnp.asarray(0.0), jnp.asarray(10.0)
    return bracketed_root(cubic, parameter, low, high, jnp.asarray(9.0), jnp.asarray(5.0))


def test_root_and_derivatives():
    found = jax.jit(solve)(jnp.asarray(8.0))
    assert bool(found.converged)
    assert float(found.value) == pytest.approx(2.0, rel=1e-12)
    for transform in (jax.grad, jax.jacfwd):
        slope = jax.jit(transform(lambda p: solve(p).value))(jnp.asarray(8.0))
        assert float(slope) == pytest.approx(1.0 / 12.0, rel=1e-7)


def test_roots_of_many():
    parameters = jnp.linspace(1e-3, 900.0, 50)
    found = jax.jit(jax.vmap(solve))(parameters)
    assert bool(jnp.all(found.converged))
    assert jnp.allclose(found.value**3, parameters, rtol=1e-10)


def test_no_root_is_flagged():
    assert not bool(jax.jit(solve)(jnp.asarray(2000.0)).converged)
    assert not bool(jax.jit(solve)(jnp.asarray(-1.0)).converged)


def test_hard_function_still_converges():
    """A function that is flat on one side, on which plain secants fail."""

    def flat(shift, x):
        return jnp.tanh(50.0 * (shift - x))

    ends = jnp.asarray(0.0), jnp.asarray(10.0)
    found = bracketed_root(flat, jnp.asarray(7.3), *ends, jnp.asarray(1.0), jnp.asarray(1.1))
    assert bool(found.converged)
    assert float(found.value) == pytest.approx(7.3, rel=1e-10)


def test_peak():
    place, _ = peak(lambda c, x: jnp.sin(x) - c * x, jnp.asarray(0.1), jnp.asarray(0.5), jnp.asarray(3.0), 30)
    assert float(place) == pytest.approx(float(jnp.arccos(0.1)), abs=1e-6)
