"""How long something takes."""

import time
from collections.abc import Callable
from typing import Any


def shortest(action: Callable[[], Any], repeats: int) -> float:
    """Shortest wall time of an action [s]; it is run once before, so that compilation does not count.

    Parameters
    ----------
    action
        What to run; it must not return before it is done.
    repeats
        How often it is timed [-].
    """
    action()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return min(times)
