"""WGS84 and its gravity: derived constants of NIMA TR8350.2, distances by geographiclib (Karney, 2013)."""

import jax.numpy as jnp
import numpy as np
from geographiclib.geodesic import Geodesic

from boostglide.core import Vector3
from boostglide.planet import (
    EARTH_ROTATION_RATE,
    MEAN_RADIUS,
    WGS84,
    ZonalGravity,
    fixed_to_geodetic,
    geodetic_altitude,
    geodetic_to_fixed,
    great_circle_distance,
)
from verification.row import Row

PLACE = (np.deg2rad(67.3), np.deg2rad(-178.9), 81234.5)
WAYS = {"across the date line": (35.0, 170.0, 60.0, -130.0), "over the pole": (70.0, 10.0, 75.0, -172.0)}


def compare() -> list[Row]:
    """Shape, positions, distances and gravity."""
    return _shape() + _round_trip() + _distances() + _gravity()


def _shape() -> list[Row]:
    source = "nima_wgs84, table 3.3"
    e2, ep2 = WGS84.eccentricity_squared, WGS84.second_eccentricity_squared
    return [
        Row("polar radius", 6356752.3142, WGS84.polar_radius, "m", 1e-11, source),
        Row("first eccentricity squared", 6.69437999014e-3, e2, "-", 1e-11, source),
        Row("second eccentricity squared", 6.73949674228e-3, ep2, "-", 1e-11, source),
        Row("mean radius", 6371008.7714, MEAN_RADIUS, "m", 1e-8, source),
    ]


def _round_trip() -> list[Row]:
    position = geodetic_to_fixed(*map(jnp.asarray, PLACE))
    back, source = fixed_to_geodetic(position), "round trip through Earth-fixed axes"
    return [
        Row("latitude", PLACE[0], float(back.latitude), "rad", 1e-15, source),
        Row("longitude", PLACE[1], float(back.longitude), "rad", 1e-15, source),
        Row("altitude", PLACE[2], float(back.altitude), "m", 1e-12, source),
        Row(
            "altitude, without trigonometry", PLACE[2], float(geodetic_altitude(position)), "m", 1e-12, source
        ),
    ]


def _distances() -> list[Row]:
    sphere, rows = Geodesic(MEAN_RADIUS, 0), []
    for name, way in WAYS.items():
        computed = float(great_circle_distance(*map(jnp.asarray, np.deg2rad(way))))
        for surface, geodesic, tolerance in (
            ("sphere", sphere, 1e-13),
            ("ellipsoid", Geodesic.WGS84, 5.6e-3),
        ):
            published = geodesic.Inverse(*way)["s12"]
            quantity = f"way {name}, published on the {surface}"
            rows.append(Row(quantity, published, computed, "m", tolerance, "karney2013"))
    return rows


def _gravity() -> list[Row]:
    model, source = ZonalGravity.degree_4(), "nima_wgs84, table 3.4"
    equator = model.acceleration(Vector3(*map(jnp.asarray, (WGS84.equatorial_radius, 0.0, 0.0))))
    pole = model.acceleration(Vector3(*map(jnp.asarray, (0.0, 0.0, WGS84.polar_radius))))
    effective = -float(equator.x) - EARTH_ROTATION_RATE**2 * WGS84.equatorial_radius
    return [
        Row("gravity at the equator, with rotation", 9.7803253359, effective, "m/s^2", 1e-5, source),
        Row("gravity at the pole", 9.8321849378, -float(pole.z), "m/s^2", 1e-5, source),
    ]
