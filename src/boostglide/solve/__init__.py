"""Our integrators, explicit and stiff, over ensembles; roots and small linear systems. No physics."""

from boostglide.solve.dealing import over_lanes as over_lanes
from boostglide.solve.devices import cache_folder as cache_folder
from boostglide.solve.devices import configure as configure
from boostglide.solve.ensemble import solve_ensemble as solve_ensemble
from boostglide.solve.event import first_crossing as first_crossing
from boostglide.solve.few_inputs import few_inputs as few_inputs
from boostglide.solve.linear_system import solve_linear as solve_linear
from boostglide.solve.problem import AbstractProblem as AbstractProblem
from boostglide.solve.problem import State as State
from boostglide.solve.root import Peak as Peak
from boostglide.solve.root import Root as Root
from boostglide.solve.root import bracketed_root as bracketed_root
from boostglide.solve.root import peak as peak
from boostglide.solve.rosenbrock import AbstractStiffProblem as AbstractStiffProblem
from boostglide.solve.rosenbrock import StiffEnds as StiffEnds
from boostglide.solve.rosenbrock import StiffSettings as StiffSettings
from boostglide.solve.rosenbrock import StiffSteps as StiffSteps
from boostglide.solve.rosenbrock import record_stiff as record_stiff
from boostglide.solve.rosenbrock import solve_stiff as solve_stiff
from boostglide.solve.runge_kutta import solve_fixed_step as solve_fixed_step
from boostglide.solve.sampled import sample_ensemble as sample_ensemble
from boostglide.solve.sampled import sample_one as sample_one
from boostglide.solve.single import solve_one as solve_one
from boostglide.solve.stepper import Ends as Ends
from boostglide.solve.stepper import Settings as Settings
