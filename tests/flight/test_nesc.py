"""The NESC check cases 6 and 9 to a centimetre, and the Jacobi integral over the oblate turning Earth."""

import numpy as np
import pytest
from verification import case_flight_nesc as nesc

from boostglide.core import Vector3
from boostglide.planet import EARTH_ROTATION_RATE, ZonalGravity
from boostglide.solve import sample_ensemble
from tests.flight.cases import rows


@pytest.fixture(scope="module")
def histories():
    return nesc.fly_cases()


@pytest.mark.parametrize("time", [10.0, 20.0, 30.0])
@pytest.mark.parametrize("case", [0, 1])
def test_place_and_speed(histories, case, time):
    place, speed = histories
    at = int(np.searchsorted(nesc.TIMES, time))
    assert float(place.altitude[case, at]) == pytest.approx(nesc.ALTITUDE[time][case] * nesc.FOOT, abs=0.01)
    longitude = np.deg2rad(nesc.LONGITUDE[time][case]) * nesc.METRES_A_RADIAN
    assert float(place.longitude[case, at]) * nesc.METRES_A_RADIAN == pytest.approx(longitude, abs=0.01)
    assert float(place.latitude[case, at]) * nesc.METRES_A_RADIAN == pytest.approx(0.0, abs=0.01)
    assert speed[case, at] == pytest.approx(np.hypot(*nesc.VELOCITY[time][case]) * nesc.FOOT, abs=1e-3)


def test_the_jacobi_integral_over_the_oblate_earth():
    """Orbits without air for 100 minutes: kinetic, centrifugal and J2 potential energy together are kept."""
    flight = nesc.flight()
    vacuum = flight.aerodynamics.__class__(np.zeros(2), np.full(2, 1e30), polar=False)
    motion = flight.__class__(flight.world, vacuum, flight.phases, flight.limits).motion(0)
    start = nesc.start()
    radius, side = 7000e3, np.array([1.0, -0.4])
    start = start._replace(
        position=Vector3(np.full(2, radius), np.zeros(2), np.zeros(2)),
        velocity=Vector3(np.array([100.0, 0.0]), np.array([3000.0, 7000.0]), 6500.0 * side),
    )
    times = np.broadcast_to(np.linspace(0.0, 6000.0, len(nesc.TIMES)), (2, len(nesc.TIMES)))
    states = sample_ensemble(motion, np.zeros(2), start, times, nesc.SETTINGS)
    position, velocity = rows(states.position), rows(states.velocity)
    potential = np.asarray(ZonalGravity().potential(Vector3(*states.position)))
    spin = 0.5 * EARTH_ROTATION_RATE**2 * np.sum(position[..., :2] ** 2, axis=-1)
    jacobi = 0.5 * np.sum(velocity**2, axis=-1) - spin - potential
    np.testing.assert_allclose(jacobi, np.broadcast_to(jacobi[:, :1], jacobi.shape), rtol=1e-9)
    central = 0.5 * np.sum(velocity**2, axis=-1) - spin - 3.986004418e14 / np.linalg.norm(position, axis=-1)
    assert np.ptp(central, axis=1).max() > 1e-5 * np.abs(central).max()
