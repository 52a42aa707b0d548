"""Small problems with known answers."""

from boostglide.core import Outcome, Scalar
from boostglide.solve import AbstractProblem


class Oscillator(AbstractProblem):
    """x'' = -omega^2 x; ends where x falls to -1/2, or at the time limit."""

    omega: Scalar
    limit: Scalar

    def rates(self, time, state):
        return state[1], -(self.omega**2) * state[0]

    def ends(self, time, state):
        return state[0] + 0.5, self.limit - time

    def error_scale(self):
        return 1e-3, 1e-3

    @property
    def outcomes(self):
        return Outcome.COMPLETED, Outcome.TIME_LIMIT


class Explosion(AbstractProblem):
    """x' = x^2, infinite at t = 1 / x(0)."""

    limit: Scalar

    def rates(self, time, state):
        return (state[0] ** 2,)

    def ends(self, time, state):
        return (self.limit - time,)

    def error_scale(self):
        return (1.0,)

    @property
    def outcomes(self):
        return (Outcome.TIME_LIMIT,)
