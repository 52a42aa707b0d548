"""Motion seen from axes that turn with the Earth."""

from boostglide.core import Scalar, Vector3

EARTH_ROTATION_RATE = 7.292115e-5
"""Angular velocity of the Earth [rad/s], NIMA TR8350.2, table 3.1."""


def rotation_acceleration(
    position: Vector3, velocity: Vector3, rate: Scalar | float = EARTH_ROTATION_RATE
) -> Vector3:
    """Coriolis and centrifugal acceleration in axes that turn about z.

    Parameters
    ----------
    position
        Earth-fixed position [m].
    velocity
        Velocity relative to the turning axes [m/s].
    rate
        Angular velocity about z [rad/s].

    Returns
    -------
    Vector3
        Acceleration in the turning axes [m/s^2].
    """
    twice, squared = 2 * rate, rate * rate
    return Vector3(
        squared * position.x + twice * velocity.y,
        squared * position.y - twice * velocity.x,
        0.0 * position.z,
    )


def fixed_to_inertial_velocity(
    position: Vector3, velocity: Vector3, rate: Scalar | float = EARTH_ROTATION_RATE
) -> Vector3:
    """Inertial velocity of a body, in the directions of the Earth-fixed axes at that moment.

    Parameters
    ----------
    position
        Earth-fixed position [m].
    velocity
        Velocity relative to the Earth [m/s].
    rate
        Angular velocity about z [rad/s].

    Returns
    -------
    Vector3
        Velocity relative to inertial axes that coincide with the Earth-fixed ones now [m/s].
    """
    return Vector3(velocity.x - rate * position.y, velocity.y + rate * position.x, velocity.z)


def inertial_to_fixed_velocity(
    position: Vector3, velocity: Vector3, rate: Scalar | float = EARTH_ROTATION_RATE
) -> Vector3:
    """Velocity relative to the Earth from the inertial velocity, in axes that coincide now.

    Parameters
    ----------
    position
        Earth-fixed position [m].
    velocity
        Inertial velocity [m/s].
    rate
        Angular velocity about z [rad/s].

    Returns
    -------
    Vector3
        Velocity relative to the Earth [m/s].
    """
    return Vector3(velocity.x + rate * position.y, velocity.y - rate * position.x, velocity.z)
