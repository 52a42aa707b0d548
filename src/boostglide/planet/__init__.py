"""The Earth around a flight: shape, gravity, rotation and standard atmosphere."""

from boostglide.planet.air import freestream_at as freestream_at
from boostglide.planet.air import standard_atmosphere as standard_atmosphere
from boostglide.planet.altitude import geodetic_altitude as geodetic_altitude
from boostglide.planet.ellipsoid import WGS84 as WGS84
from boostglide.planet.ellipsoid import Ellipsoid as Ellipsoid
from boostglide.planet.ellipsoid import Geodetic as Geodetic
from boostglide.planet.ellipsoid import fixed_to_geodetic as fixed_to_geodetic
from boostglide.planet.ellipsoid import geodetic_to_fixed as geodetic_to_fixed
from boostglide.planet.gravity import ZonalGravity as ZonalGravity
from boostglide.planet.kinetic import dynamic_viscosity as dynamic_viscosity
from boostglide.planet.kinetic import mean_free_path as mean_free_path
from boostglide.planet.local import MEAN_RADIUS as MEAN_RADIUS
from boostglide.planet.local import Axes as Axes
from boostglide.planet.local import great_circle_distance as great_circle_distance
from boostglide.planet.local import local_axes as local_axes
from boostglide.planet.rotation import EARTH_ROTATION_RATE as EARTH_ROTATION_RATE
from boostglide.planet.rotation import fixed_to_inertial_velocity as fixed_to_inertial_velocity
from boostglide.planet.rotation import inertial_to_fixed_velocity as inertial_to_fixed_velocity
from boostglide.planet.rotation import rotation_acceleration as rotation_acceleration
from boostglide.planet.us76 import MAXIMUM_ALTITUDE as MAXIMUM_ALTITUDE
from boostglide.planet.us76 import MINIMUM_ALTITUDE as MINIMUM_ALTITUDE
from boostglide.planet.us76 import Air as Air
from boostglide.planet.us76 import StandardAtmosphere1976 as StandardAtmosphere1976
from boostglide.planet.us76_layers import geopotential_altitude as geopotential_altitude
