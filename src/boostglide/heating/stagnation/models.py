"""The stagnation-point correlations by name."""

from boostglide.heating.stagnation.base import AbstractStagnationHeating
from boostglide.heating.stagnation.brandis_johnston import BrandisJohnston
from boostglide.heating.stagnation.detra_kemp_riddell import DetraKempRiddell
from boostglide.heating.stagnation.sutton_graves import SuttonGraves
from boostglide.heating.stagnation.tauber import TauberStagnation

STAGNATION_MODELS: dict[str, AbstractStagnationHeating] = {
    "sutton-graves": SuttonGraves(),
    "detra-kemp-riddell": DetraKempRiddell(),
    "tauber": TauberStagnation(),
    "tauber-measured-gradient": TauberStagnation.measured_gradient(),
    "brandis-johnston": BrandisJohnston(),
}
"""Correlations by name; they do not average: where they differ, show each."""
