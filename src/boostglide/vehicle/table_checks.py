"""What a table of coefficients must be, in sentences."""

import numpy as np
from numpy.typing import ArrayLike


def checked_axis(
    name: str, values: ArrayLike, *, least: float = -np.inf, greatest: float = np.inf
) -> np.ndarray:
    """An axis as an array, after checking that it rises and lies in a range.

    Parameters
    ----------
    name
        Name of the argument, for the message.
    values
        One number or rising numbers, any unit.
    least, greatest
        Ends of the range, in the unit of the values.

    Raises
    ------
    ValueError
        If a value is not finite, out of range, or not above the one before.
    """
    axis = np.atleast_1d(np.asarray(values, dtype=float))
    if axis.ndim != 1 or axis.size == 0:
        raise ValueError(f"Argument `{name}` must be a list of numbers, but has the shape {axis.shape}.")
    if not np.all(np.isfinite(axis)):
        raise ValueError(
            f"Argument `{name}` must be finite, but has a gap at place {_first(~np.isfinite(axis))}."
        )
    if np.any(np.diff(axis) <= 0):
        place = _first(np.diff(axis) <= 0)
        raise ValueError(
            f"Argument `{name}` must rise, but {axis[place + 1]:g} follows {axis[place]:g} at place "
            f"{place + 1}."
        )
    if axis[0] < least or axis[-1] > greatest:
        raise ValueError(
            f"Argument `{name}` must lie between {least:g} and {greatest:g}, but reaches from {axis[0]:g} to "
            f"{axis[-1]:g}."
        )
    return axis


def checked_axes(
    mach: ArrayLike,
    angle_of_attack: ArrayLike,
    rarefaction_logarithm: ArrayLike | None,
    rarefied: bool,
    symmetric: bool,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The three axes of a table of coefficients as arrays, after checking them.

    Parameters
    ----------
    mach
        Mach numbers [-].
    angle_of_attack
        Angles of attack [rad].
    rarefaction_logarithm
        Decimal logarithms of the Knudsen or Reynolds number [-], or None.
    rarefied
        Whether the table has a third axis.
    symmetric
        Whether the angles must start at zero.

    Raises
    ------
    ValueError
        If an axis is malformed.
    """
    if rarefied == (rarefaction_logarithm is None):
        raise ValueError(
            "Arguments `rarefaction` and `rarefaction_logarithm` must be given together, but only one is."
        )
    angles = checked_axis("angle_of_attack", angle_of_attack, least=-np.pi, greatest=np.pi)
    if symmetric and angles[0] != 0:
        raise ValueError(
            f"Argument `angle_of_attack` must start at 0 for a symmetric body, but starts at {angles[0]:g}."
        )
    third = 0.0 if rarefaction_logarithm is None else rarefaction_logarithm
    return checked_axis("mach", mach, least=0.0), angles, checked_axis("rarefaction_logarithm", third)


def checked_values(
    name: str, values: ArrayLike, shape: tuple[int, ...], *, least: float = -np.inf
) -> np.ndarray:
    """A table as an array of three axes, after checking its shape and its numbers.

    Parameters
    ----------
    name
        Name of the argument, for the message.
    values
        Table of the first two axes, or of all three, any unit.
    shape
        Length of the axes.
    least
        Least value that is allowed, in the unit of the values.

    Raises
    ------
    ValueError
        If the shape is another, or a value is not finite or too small.
    """
    table = np.asarray(values, dtype=float)
    allowed = {shape} | ({shape[:2]} if shape[2] == 1 else set())
    if table.shape not in allowed:
        wanted = " or ".join(str(each) for each in sorted(allowed, key=len))
        raise ValueError(f"Argument `{name}` must have the shape {wanted}, but has {table.shape}.")
    table = table.reshape(shape)
    if not np.all(np.isfinite(table)):
        place = tuple(int(each) for each in np.argwhere(~np.isfinite(table))[0])
        raise ValueError(f"Argument `{name}` must be finite, but has a gap at place {place}.")
    if np.min(table) < least:
        raise ValueError(f"Argument `{name}` must be at least {least:g}, but has {np.min(table):g}.")
    return table


def require_positive(**numbers: float) -> None:
    """Refuse numbers, in any unit, that are not finite and above zero."""
    for name, number in numbers.items():
        if not (np.isfinite(number) and number > 0):
            raise ValueError(f"Argument `{name}` must be positive and finite, but is {number:g}.")


def _first(mask: np.ndarray) -> int:
    return int(np.flatnonzero(mask)[0])
