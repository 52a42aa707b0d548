"""The root finder of the ends."""

import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.solve import first_crossing


@pytest.mark.parametrize("root", [1e-9, 0.1, 0.5, 0.999])
def test_smooth_functions_to_rounding(root):
    for power in (1, 3):
        found = first_crossing(lambda x, p=power: root**p - x**p + (root - x), jnp.zeros(()))
        assert float(found) == pytest.approx(root, abs=1e-12)


def test_a_kink_between_two_ends():
    found = first_crossing(lambda x: jnp.minimum(1.0 - 3.0 * x, 0.5 - x), jnp.zeros(()))
    assert float(found) == pytest.approx(1 / 3, abs=1e-12)


def test_zero_where_the_end_holds_from_the_start():
    assert float(first_crossing(lambda x: -1.0 - x, jnp.zeros(()))) == 0.0


def test_the_answer_is_on_the_far_side():
    roots = np.linspace(0.01, 0.99, 50)
    found = first_crossing(lambda x: jnp.cos(1.5 * x) - jnp.cos(1.5 * jnp.asarray(roots)), jnp.zeros(50))
    assert np.all(np.cos(1.5 * np.asarray(found)) <= np.cos(1.5 * roots) + 1e-15)
    np.testing.assert_allclose(found, roots, atol=1e-10)
