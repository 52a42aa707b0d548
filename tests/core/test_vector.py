"""Vectors against NumPy, one at a time and in batches."""

import jax
import jax.numpy as jnp
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from boostglide.core import Vector3

component = st.floats(-1e7, 1e7).map(lambda value: 0.0 if abs(value) < 1e-100 else value)
vectors = st.tuples(component, component, component)


def vector(values):
    return Vector3(*(jnp.asarray(value, dtype=float) for value in values))


@settings(deadline=None)  # the first call compiles
@given(vectors, vectors)
def test_products_agree_with_numpy(a, b):
    size = np.linalg.norm(a) * np.linalg.norm(b)
    np.testing.assert_allclose(vector(a).dot(vector(b)), np.dot(a, b), atol=1e-14 * size)
    np.testing.assert_allclose(jnp.stack(vector(a).cross(vector(b))), np.cross(a, b), atol=1e-14 * size)
    np.testing.assert_allclose(vector(a).norm(), np.linalg.norm(a), rtol=1e-14)


@settings(deadline=None)  # the first call compiles
@given(vectors, vectors)
def test_the_cross_product_stands_square(a, b):
    u, v = vector(a), vector(b)
    across = u.cross(v)
    limit = 1e-14 * np.linalg.norm(a) ** 2 * np.linalg.norm(b)
    assert abs(float(across.dot(u))) <= limit
    assert float(jnp.abs(jnp.stack(across + v.cross(u))).max()) == 0.0


def test_sums_and_factors():
    a, b = vector((1, 2, 3)), vector((4, 5, 6))
    for found, expected in (
        (a + b, (5, 7, 9)),
        (a - b, (-3, -3, -3)),
        (-a, (-1, -2, -3)),
        (a * 2.0, (2, 4, 6)),
        (2.0 * a, (2, 4, 6)),
    ):
        assert isinstance(found, Vector3)
        np.testing.assert_array_equal(jnp.stack(found), expected)


def test_a_batch_is_three_arrays():
    rows = np.arange(12.0).reshape(4, 3)
    many = Vector3(*map(jnp.asarray, rows.T))
    np.testing.assert_allclose(jax.vmap(Vector3.norm)(many), np.linalg.norm(rows, axis=1))
