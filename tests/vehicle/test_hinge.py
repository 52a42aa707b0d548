"""Hinge sums against numpy's linear interpolation."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boostglide.vehicle import HingeSum

X = [0.0, 0.8, 1.1, 2.0, 5.0, 20.0]
Y = [0.3, 0.35, 0.9, 0.7, 0.5, 0.45]


def test_equals_linear_interpolation_and_holds_the_ends():
    table = HingeSum.from_table(X, Y)
    points = np.concatenate([np.linspace(-3, 30, 301), X])
    np.testing.assert_allclose(jax.vmap(table)(jnp.asarray(points)), np.interp(points, X, Y), atol=1e-14)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.floats(0.01, 10), min_size=1, max_size=8),
    st.lists(st.floats(-5, 5), min_size=9, max_size=9),
    st.floats(-1, 100),
)
def test_equals_linear_interpolation_for_any_table(steps, values, point):
    x = np.concatenate([[0.0], np.cumsum(steps)])
    y = values[: x.size]
    assert float(HingeSum.from_table(x, y)(jnp.asarray(point))) == pytest.approx(
        np.interp(point, x, y), abs=1e-9
    )


@pytest.mark.parametrize(
    ("x", "y"), [([1.0], [1.0]), ([1.0, 2.0], [1.0]), ([2.0, 1.0], [0.0, 1.0]), ([1.0, 2.0], [0.0, np.nan])]
)
def test_refuses_malformed_tables(x, y):
    with pytest.raises(ValueError, match="Argument"):
        HingeSum.from_table(x, y)
