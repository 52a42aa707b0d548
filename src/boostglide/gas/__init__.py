"""Air from cold to fully ionised: equilibrium, frozen, perfect; shocks, stagnation states, stand-off."""

from boostglide.gas.air import AbstractAir as AbstractAir
from boostglide.gas.equilibrium import EquilibriumAir as EquilibriumAir
from boostglide.gas.frozen import FrozenAir as FrozenAir
from boostglide.gas.frozen import PerfectAir as PerfectAir
from boostglide.gas.shock import normal_shock as normal_shock
from boostglide.gas.shock import perfect_gas_normal_shock as perfect_gas_normal_shock
from boostglide.gas.shock import reflected_shock as reflected_shock
from boostglide.gas.shock import shocked as shocked
from boostglide.gas.shock import upstream_state as upstream_state
from boostglide.gas.stagnation import brought_to_rest as brought_to_rest
from boostglide.gas.stagnation import perfect_gas_total_temperature as perfect_gas_total_temperature
from boostglide.gas.stagnation import stagnation_behind_shock as stagnation_behind_shock
from boostglide.gas.stagnation import total_conditions as total_conditions
from boostglide.gas.standoff import LOBB as LOBB
from boostglide.gas.standoff import SEIFF as SEIFF
from boostglide.gas.standoff import standoff_distance as standoff_distance
from boostglide.gas.state import GasState as GasState
