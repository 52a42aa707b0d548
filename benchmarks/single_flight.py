"""The latency of one compiled glide, beside other integrators where they are installed."""

import functools

import glide_case
import heyoka_glide
import numpy as np
import scipy_glide
from clock import shortest
from one_glide import compiled, fly, nominal
from result import Result, timed

from boostglide.solve import Settings

TOLERANCE = 3e-7
MISSING = "not installed: pip install 'boostglide[validate]'"


def single_flight(repeats: int = 50) -> list[Result]:
    """Time one nominal glide at one tolerance in each program."""
    ours = compiled(fly, Settings(tolerance=TOLERANCE))
    tight = glide_case.ground_range(compiled(fly, Settings(tolerance=1e-12))(nominal()).state)
    inputs = nominal()
    seconds = shortest(lambda: ours(inputs).time.block_until_ready(), repeats)
    error = abs(glide_case.ground_range(ours(inputs).state) - tight)
    results = [timed("single-flight", "boostglide, compiled", 1, seconds, float(error))]
    for name, peer in (("SciPy DOP853, Numba", _scipy), ("heyoka, smooth air", _heyoka)):
        try:
            fly_it = peer()
        except ImportError as absent:
            results.append(Result("single-flight", f"{name}: {absent.name} {MISSING}"))
            continue
        taken = shortest(fly_it, max(repeats // 5, 3))
        error = abs(_range(fly_it()) - tight)
        rest = {"ratio": taken / seconds, "meaning": "times the seconds of boostglide"}
        results.append(timed("single-flight", name, 1, taken, float(error), **rest))
    return results


def _scipy():
    """One flight with SciPy; its function returns the end position [m]."""
    rates = scipy_glide.rates_of(glide_case)
    return lambda: scipy_glide.flight(rates, glide_case, TOLERANCE)[1][:3]


def _heyoka():
    """One flight with heyoka; its function returns the end position [m]."""
    return functools.partial(heyoka_glide.flight, heyoka_glide.integrator(glide_case, TOLERANCE), glide_case)


def _range(position: np.ndarray) -> float:
    """Ground range of an end position [m]."""
    angle = np.arctan2(np.hypot(position[1], position[2]), position[0])
    return glide_case.RANGE_RADIUS * (angle % (2 * np.pi))
