"""Ground facilities: what a tunnel stream duplicates of a flight, and what a run takes."""

from boostglide.facility.catalogue import Figure as Figure
from boostglide.facility.catalogue import Tunnel as Tunnel
from boostglide.facility.catalogue import tunnel as tunnel
from boostglide.facility.catalogue import tunnels as tunnels
from boostglide.facility.condensation import Condensation as Condensation
from boostglide.facility.condensation import VapourPressure as VapourPressure
from boostglide.facility.condensation import condensation as condensation
from boostglide.facility.energy import RunRequirements as RunRequirements
from boostglide.facility.energy import kinetic_power as kinetic_power
from boostglide.facility.energy import run_requirements as run_requirements
from boostglide.facility.energy import run_time_of_slug as run_time_of_slug
from boostglide.facility.shock_tube import ShockTubeStates as ShockTubeStates
from boostglide.facility.shock_tube import shock_tube_supply as shock_tube_supply
from boostglide.facility.similarity import Similarity as Similarity
from boostglide.facility.similarity import similarity as similarity
from boostglide.facility.similarity import unit_reynolds_number as unit_reynolds_number
from boostglide.facility.supply import TunnelStream as TunnelStream
from boostglide.facility.supply import TunnelSupply as TunnelSupply
from boostglide.facility.supply import mach_of_supply as mach_of_supply
from boostglide.facility.supply import matching_supply as matching_supply
from boostglide.facility.supply import tunnel_stream as tunnel_stream
