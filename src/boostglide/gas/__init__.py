"""Air from cold to fully ionised: equilibrium, frozen, perfect; shocks, stagnation states, stand-off."""

from boostglide.gas.air import AbstractAir as AbstractAir
from boostglide.gas.cantera_phase import equilibrium_composition as equilibrium_composition
from boostglide.gas.composition import AIR_WITHOUT_ARGON as AIR_WITHOUT_ARGON
from boostglide.gas.composition import STANDARD_AIR as STANDARD_AIR
from boostglide.gas.composition import mass_fractions as mass_fractions
from boostglide.gas.composition import mean_molar_mass as mean_molar_mass
from boostglide.gas.composition import normalised as normalised
from boostglide.gas.cone import ConeFlow as ConeFlow
from boostglide.gas.cone import cone_behind_shock as cone_behind_shock
from boostglide.gas.cone import cone_flow as cone_flow
from boostglide.gas.derivatives import StateDerivatives as StateDerivatives
from boostglide.gas.equilibrium import EquilibriumAir as EquilibriumAir
from boostglide.gas.frozen import FrozenAir as FrozenAir
from boostglide.gas.frozen import PerfectAir as PerfectAir
from boostglide.gas.kinetics.cantera_gas import cantera_gas as cantera_gas
from boostglide.gas.kinetics.electrons import ElectronExchange as ElectronExchange
from boostglide.gas.kinetics.fault import ReactionFault as ReactionFault
from boostglide.gas.kinetics.mechanism import load_mechanism as load_mechanism
from boostglide.gas.kinetics.mechanism import mechanism_names as mechanism_names
from boostglide.gas.kinetics.rates import ReactionRates as ReactionRates
from boostglide.gas.kinetics.reaction import AIR_SPECIES as AIR_SPECIES
from boostglide.gas.kinetics.reaction import ArrheniusRate as ArrheniusRate
from boostglide.gas.kinetics.reaction import ControllingTemperature as ControllingTemperature
from boostglide.gas.kinetics.reaction import Mechanism as Mechanism
from boostglide.gas.kinetics.reaction import Option as Option
from boostglide.gas.kinetics.reaction import Reaction as Reaction
from boostglide.gas.kinetics.reaction import Variant as Variant
from boostglide.gas.kinetics.reading import mechanism_from as mechanism_from
from boostglide.gas.kinetics.relaxation_data import RelaxationPair as RelaxationPair
from boostglide.gas.kinetics.relaxation_data import VibrationalRelaxationData as VibrationalRelaxationData
from boostglide.gas.kinetics.relaxation_data import (
    load_vibrational_relaxation as load_vibrational_relaxation,
)
from boostglide.gas.kinetics.schwartz_slawsky_herzfeld import Oscillator as Oscillator
from boostglide.gas.kinetics.schwartz_slawsky_herzfeld import (
    SchwartzSlawskyHerzfeld as SchwartzSlawskyHerzfeld,
)
from boostglide.gas.kinetics.schwartz_slawsky_herzfeld import exchange_rate as exchange_rate
from boostglide.gas.kinetics.schwartz_slawsky_herzfeld import exchange_time as exchange_time
from boostglide.gas.kinetics.schwartz_slawsky_herzfeld import translation_time as translation_time
from boostglide.gas.kinetics.source import Kinetics as Kinetics
from boostglide.gas.kinetics.vibration import AbstractRelaxation as AbstractRelaxation
from boostglide.gas.kinetics.vibration import VibrationalRelaxation as VibrationalRelaxation
from boostglide.gas.mixture import EquilibriumMixture as EquilibriumMixture
from boostglide.gas.oblique import WedgeFlow as WedgeFlow
from boostglide.gas.oblique import deflection as deflection
from boostglide.gas.oblique import oblique_shock as oblique_shock
from boostglide.gas.oblique import wedge_flow as wedge_flow
from boostglide.gas.reactor.checks import weakest_shock_speed as weakest_shock_speed
from boostglide.gas.reactor.history import History as History
from boostglide.gas.reactor.many import expand_many as expand_many
from boostglide.gas.reactor.many import react_many as react_many
from boostglide.gas.reactor.relax import relax_behind_shock as relax_behind_shock
from boostglide.gas.reactor.relax import relax_many as relax_many
from boostglide.gas.reactor.relax import relaxation_at as relaxation_at
from boostglide.gas.reactor.shock_start import Stream as Stream
from boostglide.gas.reactor.vessels import expand_along_stream_tube as expand_along_stream_tube
from boostglide.gas.reactor.vessels import react_at_constant_pressure as react_at_constant_pressure
from boostglide.gas.reactor.vessels import react_at_constant_volume as react_at_constant_volume
from boostglide.gas.second_ionisation import second_ionisation as second_ionisation
from boostglide.gas.shock import normal_shock as normal_shock
from boostglide.gas.shock import perfect_gas_normal_shock as perfect_gas_normal_shock
from boostglide.gas.shock import reflected_shock as reflected_shock
from boostglide.gas.shock import reflected_shock_speed as reflected_shock_speed
from boostglide.gas.shock import shocked as shocked
from boostglide.gas.shock import upstream_state as upstream_state
from boostglide.gas.species import Species as Species
from boostglide.gas.species import load_species as load_species
from boostglide.gas.species import species_of_elements as species_of_elements
from boostglide.gas.stagnation import brought_to_rest as brought_to_rest
from boostglide.gas.stagnation import perfect_gas_total_temperature as perfect_gas_total_temperature
from boostglide.gas.stagnation import stagnation_behind_shock as stagnation_behind_shock
from boostglide.gas.stagnation import total_conditions as total_conditions
from boostglide.gas.standoff import LOBB as LOBB
from boostglide.gas.standoff import SEIFF as SEIFF
from boostglide.gas.standoff import standoff_distance as standoff_distance
from boostglide.gas.state import GasState as GasState
from boostglide.gas.thermodynamics import HOTTEST as HOTTEST
from boostglide.gas.thermodynamics import SpeciesThermodynamics as SpeciesThermodynamics
from boostglide.gas.transport.collisions import CollisionIntegrals as CollisionIntegrals
from boostglide.gas.transport.coulomb import debye_length as debye_length
from boostglide.gas.transport.properties import TransportProperties as TransportProperties
from boostglide.gas.transport.transport import Transport as Transport
