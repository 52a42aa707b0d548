"""A round planet, for comparisons with codes and closed forms that know no flattening."""

from boostglide.planet.ellipsoid import Ellipsoid
from boostglide.planet.local import MEAN_RADIUS


def sphere(radius: float = MEAN_RADIUS) -> Ellipsoid:
    """An ellipsoid without flattening; geodetic and geocentric latitude are one on it.

    Parameters
    ----------
    radius
        Radius [m], positive.

    Returns
    -------
    Ellipsoid
        Shape that every function of positions takes.

    Raises
    ------
    ValueError
        If the radius is not positive.
    """
    return Ellipsoid(equatorial_radius=float(radius), flattening=0.0)
