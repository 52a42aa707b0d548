"""What every model of air answers, so that one shock relation serves all of them."""

import abc

import equinox as eqx

from boostglide.core import Scalar
from boostglide.gas.derivatives import StateDerivatives, derivatives_of
from boostglide.gas.state import GasState


class AbstractAir(eqx.Module):
    """A model of air: from two properties to the whole state. Speeds in the returned states are zero."""

    references: eqx.AbstractClassVar[tuple[str, ...]]

    @abc.abstractmethod
    def state(self, *, pressure: Scalar, enthalpy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific enthalpy [J/kg]."""

    @abc.abstractmethod
    def state_from_temperature(self, *, pressure: Scalar, temperature: Scalar) -> GasState:
        """State at a pressure [Pa] and a temperature [K]."""

    @abc.abstractmethod
    def state_from_entropy(self, *, pressure: Scalar, entropy: Scalar) -> GasState:
        """State at a pressure [Pa] and a specific entropy [J/kg/K] of this model."""

    @abc.abstractmethod
    def cold_enthalpy(self, temperature: Scalar) -> Scalar:
        """Specific enthalpy of undissociated air at a temperature [K]; for free streams [J/kg]."""

    def derivatives(self, state: GasState) -> StateDerivatives:
        """Heat capacities and other derivatives of a state of this model."""
        return derivatives_of(state, self.state)
