"""Line of sight from the ground: horizon with refraction, visibility along a path, warning time."""

from boostglide.sensing.horizon import horizon_range as horizon_range
from boostglide.sensing.horizon import minimum_visible_altitude as minimum_visible_altitude
from boostglide.sensing.refraction import FOUR_THIRDS as FOUR_THIRDS
from boostglide.sensing.refraction import STRAIGHT as STRAIGHT
from boostglide.sensing.refraction import AbstractRefraction as AbstractRefraction
from boostglide.sensing.refraction import EffectiveRadius as EffectiveRadius
from boostglide.sensing.refraction import ExponentialAtmosphere as ExponentialAtmosphere
from boostglide.sensing.sensor import LookAngles as LookAngles
from boostglide.sensing.sensor import Sensor as Sensor
from boostglide.sensing.sensor import elevation_and_range as elevation_and_range
from boostglide.sensing.visibility import Visibility as Visibility
from boostglide.sensing.visibility import refracted_elevation as refracted_elevation
from boostglide.sensing.visibility import visibility_along as visibility_along
from boostglide.sensing.warning import FirstVisibility as FirstVisibility
from boostglide.sensing.warning import Sight as Sight
from boostglide.sensing.warning import WarningTime as WarningTime
from boostglide.sensing.warning import first_visibility as first_visibility
from boostglide.sensing.warning import warning_time as warning_time
