"""What the integrators integrate: rates and ends of one member."""

import abc
from typing import Any

import equinox as eqx

from boostglide.core import Outcome, Scalar

State = Any
"""A pytree of scalars, the unknowns of one member."""


class AbstractProblem(eqx.Module):
    """An initial value problem of one member, with the conditions that end it.

    The module *is* the member: a field that holds an array of shape (members,) differs from member to
    member; scalars, and tables of two axes or more, are shared by all.
    """

    @abc.abstractmethod
    def rates(self, time: Scalar, state: State) -> State:
        """Time derivative of each unknown, in its unit per second."""

    @abc.abstractmethod
    def ends(self, time: Scalar, state: State) -> tuple[Scalar, ...]:
        """One number for each end, positive before it and zero at it."""

    @abc.abstractmethod
    def error_scale(self) -> State:
        """Size [unit of the unknown] that is added to each unknown in the error control, as floats."""

    @property
    @abc.abstractmethod
    def outcomes(self) -> tuple[Outcome, ...]:
        """What it means to reach each of the `ends`."""
