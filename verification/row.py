"""One line of a verification table."""

from typing import NamedTuple


class Row(NamedTuple):
    """A published value beside the computed one.

    Parameters
    ----------
    quantity
        What is compared, in words.
    published, computed
        The two values, in `unit`.
    unit
        Unit of both values.
    tolerance
        Relative difference up to which the two agree; a larger one is shown as a miss.
    source
        Bibliography key or short reference of the published value.
    """

    quantity: str
    published: float
    computed: float
    unit: str
    tolerance: float
    source: str

    @property
    def difference(self) -> float:
        """Relative difference of the computed value [-]; absolute where the published value is zero."""
        return (self.computed - self.published) / (abs(self.published) or 1.0)

    @property
    def agrees(self) -> bool:
        """Whether the difference is within the tolerance."""
        return abs(self.difference) <= self.tolerance
