"""Convective heating of nose, edge and flank, and the temperature of a radiating wall."""

from boostglide.heating.air import undissociated_air_enthalpy as undissociated_air_enthalpy
from boostglide.heating.along import HeatingHistory as HeatingHistory
from boostglide.heating.along import heating_along as heating_along
from boostglide.heating.edge import TauberSweptCylinder as TauberSweptCylinder
from boostglide.heating.plate import SURFACE_MODELS as SURFACE_MODELS
from boostglide.heating.plate import AbstractSurfaceHeating as AbstractSurfaceHeating
from boostglide.heating.plate import TauberLaminar as TauberLaminar
from boostglide.heating.plate import TauberTurbulent as TauberTurbulent
from boostglide.heating.plate import flat_plate_heating as flat_plate_heating
from boostglide.heating.stagnation.base import AbstractStagnationHeating as AbstractStagnationHeating
from boostglide.heating.stagnation.base import knudsen_number as knudsen_number
from boostglide.heating.stagnation.base import total_enthalpy as total_enthalpy
from boostglide.heating.stagnation.brandis_johnston import BrandisJohnston as BrandisJohnston
from boostglide.heating.stagnation.detra_kemp_riddell import DetraKempRiddell as DetraKempRiddell
from boostglide.heating.stagnation.fay_riddell import fay_riddell as fay_riddell
from boostglide.heating.stagnation.fay_riddell import (
    newtonian_velocity_gradient as newtonian_velocity_gradient,
)
from boostglide.heating.stagnation.models import STAGNATION_MODELS as STAGNATION_MODELS
from boostglide.heating.stagnation.sutton_graves import SuttonGraves as SuttonGraves
from boostglide.heating.stagnation.tauber import TauberStagnation as TauberStagnation
from boostglide.heating.wall import balance_temperature as balance_temperature
from boostglide.heating.wall import radiative_equilibrium_temperature as radiative_equilibrium_temperature
