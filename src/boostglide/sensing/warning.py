"""How long before its end a path comes into view."""

from enum import IntEnum

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Code, Scalar
from boostglide.sensing.visibility import Visibility


class Sight(IntEnum):
    """How a path came into view; the code stands in an array, `sentence` says it in words."""

    NEVER_VISIBLE = 0
    CAME_INTO_VIEW = 1
    VISIBLE_FROM_START = 2

    @property
    def sentence(self) -> str:
        """The sight as one sentence for a person."""
        return _SENTENCES[self]


_SENTENCES = {
    Sight.NEVER_VISIBLE: "The path never rises above the mask of the sensor; the warning time is zero.",
    Sight.CAME_INTO_VIEW: "The path comes into view during its time.",
    Sight.VISIBLE_FROM_START: "The path is in view from its first time; it may have been before.",
}


class FirstVisibility(eqx.Module):
    """When a path comes into view.

    Parameters
    ----------
    time
        Time of first visibility [s]; the end of the path where it never comes into view.
    sight
        Code of `Sight`.
    """

    time: Scalar
    sight: Code


class WarningTime(eqx.Module):
    """How long before its end a path comes into view.

    Parameters
    ----------
    first_visibility
        Time of first visibility [s]; the end of the path where it never comes into view.
    end
        Time of the end of the path [s].
    warning_time
        End minus first visibility [s]; zero where the path never comes into view.
    time_in_view
        Total time in view [s]; less than the warning time where the path sets again.
    sight
        Code of `Sight`.
    """

    first_visibility: Scalar
    end: Scalar
    warning_time: Scalar
    time_in_view: Scalar
    sight: Code


def first_visibility(visibility: Visibility) -> FirstVisibility:
    """When a path first rises above the mask, by a straight line between samples.

    Parameters
    ----------
    visibility
        The path as one sensor sees it, at least two times.

    Returns
    -------
    FirstVisibility
        Time [s] and code of `Sight`.
    """
    margin = visibility.elevation - visibility.mask
    is_seen = jnp.any(visibility.visible)
    index = jnp.argmax(visibility.visible)
    before = jnp.maximum(index - 1, 0)
    rise = margin[index] - margin[before]
    share = jnp.where(index > 0, -margin[before] / jnp.where(index > 0, rise, 1.0), 0.0)
    span = visibility.time[index] - visibility.time[before]
    crossing = visibility.time[before] + share * span
    sight = jnp.where(is_seen, jnp.where(index > 0, 1, 2), 0)
    return FirstVisibility(jnp.where(is_seen, crossing, visibility.time[-1]), sight)


def warning_time(visibility: Visibility) -> WarningTime:
    """Warning time: the end of the path minus its first visibility.

    It counts what this sensor could see; sensors in orbit that see the boost are not part of it.

    Parameters
    ----------
    visibility
        The path as one sensor sees it, at least two times.

    Returns
    -------
    WarningTime
        Times [s] and code of `Sight`.
    """
    first = first_visibility(visibility)
    margin = visibility.elevation - visibility.mask
    left, right = margin[:-1], margin[1:]
    high, low = jnp.maximum(left, right), jnp.minimum(left, right)
    spread = jnp.where(high > low, high - low, 1.0)
    share = jnp.where(low >= 0.0, 1.0, jnp.where(high > 0.0, high / spread, 0.0))
    in_view = jnp.sum(share * jnp.diff(visibility.time))
    end = visibility.time[-1]
    return WarningTime(first.time, end, end - first.time, in_view, first.sight)
