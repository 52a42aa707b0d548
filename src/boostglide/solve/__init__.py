"""Our integrators: adaptive and fixed-step Runge-Kutta over ensembles; they know no physics."""

from boostglide.solve.devices import cache_folder as cache_folder
from boostglide.solve.devices import configure as configure
from boostglide.solve.ensemble import solve_ensemble as solve_ensemble
from boostglide.solve.event import first_crossing as first_crossing
from boostglide.solve.problem import AbstractProblem as AbstractProblem
from boostglide.solve.problem import State as State
from boostglide.solve.runge_kutta import solve_fixed_step as solve_fixed_step
from boostglide.solve.sampled import sample_ensemble as sample_ensemble
from boostglide.solve.sampled import sample_one as sample_one
from boostglide.solve.single import solve_one as solve_one
from boostglide.solve.stepper import Ends as Ends
from boostglide.solve.stepper import Settings as Settings
