"""Array types of public signatures; shapes are names, batching adds leading axes at the edge.

Compiled code sees JAX arrays. At the edge, where members are prepared and collected, the same names stand for
NumPy arrays.
"""

import numpy as np
from jaxtyping import Array, Bool, Float, Int

Scalar = Float[Array | np.ndarray, ""]
"""One number."""

Flag = Bool[Array | np.ndarray, ""]
"""One truth value."""

Code = Int[Array | np.ndarray, ""]
"""One integer code, for example of an outcome."""

Time = Float[Array | np.ndarray, " time"]
"""One number at each time of a path."""

TimeFlag = Bool[Array | np.ndarray, " time"]
"""One truth value at each time of a path."""

__all__ = ["Array", "Bool", "Code", "Flag", "Float", "Int", "Scalar", "Time", "TimeFlag"]
