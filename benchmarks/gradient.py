"""The gradient of the range of one glide over eight inputs, forward through steps and end, and its cost."""

import jax
import numpy as np
from clock import shortest
from one_glide import INPUTS, compiled, flown_range, nominal
from result import Result, timed

from boostglide.solve import Settings

SETTINGS = Settings(tolerance=3e-7)
TIGHT = Settings(tolerance=1e-12)
# Steps of the differences, of the size that rounding and curvature ask for, in the order of the inputs
STEPS = np.array([1e-7, 1e-7, 1e-3, 10.0, 1.0, 1e-4, 1e-3, 1e-3])


def gradient(repeats: int = 30) -> list[Result]:
    """Time one glide and its gradient, and compare the gradient with differences of tight solutions."""
    value, slope = compiled(flown_range, SETTINGS), _slope(SETTINGS)
    alone = shortest(lambda: value(oblique()).block_until_ready(), repeats)
    whole = shortest(lambda: slope(oblique()).block_until_ready(), repeats)
    meaning = f"times one glide; differs by {_difference():.0e} from central differences"
    name = f"its gradient, {len(INPUTS)} inputs"
    return [
        timed("gradient", "range of one glide", 1, alone),
        timed("gradient", name, 1, whole, ratio=whole / alone, meaning=meaning),
    ]


def _slope(settings: Settings):
    return compiled(lambda inputs, settings: jax.jacfwd(flown_range)(inputs, settings), settings)


def oblique() -> np.ndarray:
    """A glide that neither starts at the equator nor flies along it, so that no derivative vanishes."""
    return np.concatenate([np.asarray(nominal())[:6], [1.0, 0.3]])


def _difference() -> float:
    """Greatest relative difference of the gradient from central differences, both tight [-]."""
    value = compiled(flown_range, TIGHT)
    shifts = [(value(oblique() + shift), value(oblique() - shift)) for shift in np.diag(STEPS)]
    found = np.array([float(after - before) for after, before in shifts]) / (2 * STEPS)
    return float(np.max(np.abs(np.asarray(_slope(TIGHT)(oblique())) / found - 1)))
