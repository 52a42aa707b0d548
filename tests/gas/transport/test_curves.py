import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.gas.transport.curves import Curves, grid, through_points

POINTS = [300.0, 600.0, 1000.0, 2000.0, 4000.0, 10000.0]
VALUES = [2.6, 2.46, 2.39, 2.28, 2.16, 1.99]


def curve(onward):
    nodes = grid(100.0, 50000.0)
    values, slopes = through_points(POINTS, VALUES, nodes, onward=onward)
    return Curves.sampled(nodes, values[:, None], slopes[:, None])


def test_curves_pass_through_their_points():
    one = curve((True, True))
    found = [float(one(jnp.log(jnp.asarray(point)))[0]) for point in POINTS]
    assert np.allclose(found, VALUES, atol=2e-4)


@pytest.mark.parametrize(("temperature", "ends", "slope"), [(150.0, (0, 1), 2.6), (30000.0, (-2, -1), 1.99)])
def test_curves_go_straight_on(temperature, ends, slope):
    first, last = ends
    steepness = (VALUES[last] - VALUES[first]) / np.log(POINTS[last] / POINTS[first])
    start = POINTS[first] if first == 0 else POINTS[last]
    expected = slope + steepness * np.log(temperature / start)
    logarithm = jnp.log(jnp.asarray(temperature))
    assert float(curve((True, True))(logarithm)[0]) == pytest.approx(expected, abs=3e-4)
    assert float(curve((False, False))(logarithm)[0]) == pytest.approx(slope, abs=3e-4)


def test_beyond_the_grid_the_end_holds():
    one = curve((True, True))
    ends = [float(one(jnp.asarray(value))[0]) for value in (-5.0, np.log(100.0), np.log(5e4), 99.0)]
    assert ends[0] == pytest.approx(ends[1], rel=1e-12)
    assert ends[2] == pytest.approx(ends[3], rel=1e-12)
