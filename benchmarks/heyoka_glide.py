"""The benchmark glide with the Taylor integrator of heyoka, where it is installed.

A Taylor series wants smooth expressions. Density is therefore the exponential of a polynomial of the
altitude, and the lift and drag tables are polynomials of the speed: the range differs from that of the case
by some kilometres. Lengths are in Mm, speeds in km/s, heat in GJ/m^2.
"""

import numpy as np

from boostglide.planet import EARTH_ROTATION_RATE, WGS84, ZonalGravity, standard_atmosphere

SOUND_SPEED = 0.3  # [km/s] for the tables over Mach number


def _polynomial(low: float, high: float, degree: int, values, variable):
    """A fit over an interval, as an expression of a variable of heyoka."""
    points = np.linspace(low, high, 400)
    middle, half = (low + high) / 2, (high - low) / 2
    coefficients = np.polynomial.polynomial.polyfit((points - middle) / half, values(points), degree)
    scaled, result = (variable - middle) / half, float(coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        result = result * scaled + float(coefficient)
    return result


def integrator(case, tolerance: float):
    """The compiled integrator with its two ends; raises ImportError without heyoka.

    Parameters
    ----------
    case
        The module of the benchmark case, for its numbers.
    tolerance
        Tolerance of the Taylor series [-].
    """
    import heyoka as hy

    x, y, z, u, v, w, heat = hy.make_vars("x", "y", "z", "u", "v", "w", "heat")
    squared, fast = x * x + y * y + z * z, u * u + v * v + w * w
    radius, speed = hy.sqrt(squared), hy.sqrt(fast)
    a, e2 = WGS84.equatorial_radius / 1e6, WGS84.eccentricity_squared
    altitude = 1e3 * (radius - WGS84.polar_radius / 1e6 / hy.sqrt(1.0 - e2 * (1.0 - z * z / squared)))
    density = hy.exp(_polynomial(15, 95, 8, _log_density, altitude))
    factors = (
        _polynomial(1, 7, 5, lambda s, each=each: np.interp(s / SOUND_SPEED, case.MACH, each), speed)
        for each in (case.LIFT_FACTOR, case.DRAG_FACTOR)
    )
    area = case.AREA / case.MASS
    lift, drag = (
        500.0 * density * area * size * each
        for size, each in zip((case.LIFT, case.DRAG), factors, strict=True)
    )
    climb = (x * u + y * v + z * w) / fast
    across = [r - climb * s for r, s in ((x, u), (y, v), (z, w))]
    upward = lift * fast / hy.sqrt(sum(part * part for part in across[1:]) + across[0] * across[0])
    gravity = ZonalGravity()
    pull = gravity.gravitational_parameter / 1e15 / (squared * radius)
    oblate = 1.5 * gravity.j2 * a**2 / squared
    flat = pull * (1.0 + oblate * (1.0 - 5.0 * z * z / squared))
    steep = pull * (1.0 + oblate * (3.0 - 5.0 * z * z / squared))
    spin = EARTH_ROTATION_RATE
    flux = case.HEATING_CONSTANT / np.sqrt(case.NOSE_RADIUS)
    system = [
        (x, u * 1e-3),
        (y, v * 1e-3),
        (z, w * 1e-3),
        (u, upward * across[0] - drag * speed * u - flat * x + spin**2 * 1e3 * x + 2 * spin * v),
        (v, upward * across[1] - drag * speed * v - flat * y + spin**2 * 1e3 * y - 2 * spin * u),
        (w, upward * across[2] - drag * speed * w - steep * z),
        (heat, flux * hy.sqrt(density) * fast * speed),
    ]
    ends = [hy.t_event(altitude - case.END_ALTITUDE / 1e3), hy.t_event(speed - case.END_SPEED / 1e3)]
    return hy.taylor_adaptive(system, start(case), tol=tolerance, t_events=ends, compact_mode=True)


def start(case) -> np.ndarray:
    """First state [Mm], [km/s], [GJ/m^2]."""
    return np.array(
        [(WGS84.equatorial_radius + case.START_ALTITUDE) / 1e6, 0, 0, 0, case.START_SPEED / 1e3, 0, 0]
    )


def flight(glide, case) -> np.ndarray:
    """One nominal glide; returns its end position [m]."""
    glide.time = 0.0
    glide.state[:] = start(case)
    glide.propagate_until(4000.0)
    return glide.state[:3] * 1e6


def _log_density(kilometres: np.ndarray) -> np.ndarray:
    return np.log([float(standard_atmosphere(1e3 * each).density) for each in kilometres])
