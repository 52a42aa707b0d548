"""Array types of public signatures; shapes are names, batching adds leading axes at the edge."""

from jaxtyping import Array, Bool, Float, Int

Scalar = Float[Array, ""]
"""One number."""

Flag = Bool[Array, ""]
"""One truth value."""

Code = Int[Array, ""]
"""One integer code, for example of an outcome."""

Time = Float[Array, " time"]
"""One number at each time of a path."""

__all__ = ["Array", "Bool", "Code", "Flag", "Float", "Int", "Scalar", "Time"]
