"""How far a cold tunnel stream is from the condensation of its oxygen and nitrogen."""

import functools
from typing import ClassVar

import equinox as eqx
import jax
import jax.numpy as jnp

from boostglide.core import Array, Flag, Float, Freestream, Scalar, load_yaml
from boostglide.facility.checks import checked

DATA = "facility/vapour_pressure.yaml"
BISECTIONS = 50


class VapourPressure(eqx.Module):
    """Saturation pressure of one substance above its liquid and its solid.

    Parameters
    ----------
    critical_temperature, critical_pressure
        Critical point [K], [Pa].
    triple_temperature, triple_pressure
        Triple point [K], [Pa].
    coefficients, exponents
        Terms of the curve above the liquid [-].
    solid_coefficient, solid_exponent
        Term of the curve above the solid [-].
    mole_fraction
        Share of the substance in dry air [-].
    valid_from
        Lowest temperature of the curve [K].

    References
    ----------
    span2000, schmidt1985, refprop
    """

    critical_temperature: Scalar
    critical_pressure: Scalar
    triple_temperature: Scalar
    triple_pressure: Scalar
    coefficients: Float[Array, " term"]
    exponents: Float[Array, " term"]
    solid_coefficient: Scalar
    solid_exponent: Scalar
    mole_fraction: Scalar
    valid_from: Scalar
    references: ClassVar[tuple[str, ...]] = ("span2000", "schmidt1985", "refprop")

    @classmethod
    def load(cls, species: str) -> "VapourPressure":
        """The curve of `nitrogen` or `oxygen`.

        Raises
        ------
        ValueError
            If the package has no curve for the species.
        """
        table = load_yaml(DATA)["species"]
        if species not in table:
            raise ValueError(f"Argument `species` must be one of {', '.join(table)}, but is {species}.")
        entry = table[species]
        values = (
            *(entry[point][key] for point in ("critical", "triple") for key in ("temperature", "pressure")),
            entry["liquid"]["coefficients"],
            entry["liquid"]["exponents"],
            entry["solid"]["coefficient"],
            entry["solid"]["exponent"],
            entry["mole_fraction"],
            entry["valid_from"],
        )
        return cls(*(jnp.asarray(value, dtype=float) for value in values))

    def pressure(self, temperature: Scalar) -> Scalar:
        """Saturation pressure.

        Parameters
        ----------
        temperature
            Temperature [K], up to the critical one.

        Returns
        -------
        Scalar
            Pressure [Pa].
        """
        gap = jnp.maximum(1.0 - temperature / self.critical_temperature, 0.0)
        terms = jnp.sum(self.coefficients * gap**self.exponents)
        liquid = self.critical_pressure * jnp.exp(self.critical_temperature / temperature * terms)
        below = jnp.maximum(1.0 - temperature / self.triple_temperature, 0.0)
        term = self.solid_coefficient * below**self.solid_exponent
        solid = self.triple_pressure * jnp.exp(self.triple_temperature / temperature * term)
        return jnp.where(temperature >= self.triple_temperature, liquid, solid)

    def temperature(self, pressure: Scalar) -> Scalar:
        """Temperature at which a pressure is the saturation pressure; clamped to 20 K and the critical point.

        Parameters
        ----------
        pressure
            Partial pressure of the substance [Pa].

        Returns
        -------
        Scalar
            Temperature [K].
        """

        def halve(_: int, bounds: tuple[Scalar, Scalar]) -> tuple[Scalar, Scalar]:
            low, high = bounds
            middle = 0.5 * (low + high)
            is_wet = self.pressure(middle) < pressure
            return jnp.where(is_wet, middle, low), jnp.where(is_wet, high, middle)

        start = (20.0 + 0.0 * pressure, self.critical_temperature + 0.0 * pressure)
        low, high = jax.lax.fori_loop(0, BISECTIONS, halve, start)
        return 0.5 * (low + high)


class Condensation(eqx.Module):
    """Distance of a stream from the condensation of its parts.

    Parameters
    ----------
    nitrogen_temperature, oxygen_temperature
        Temperature below which each would condense at its partial pressure [K].
    margin
        Temperature of the stream minus the higher of the two [K].
    saturated
        Whether the margin is negative. Air does not condense at once: see `condensation`.
    within
        Whether both temperatures lie in the range of the curves.
    """

    nitrogen_temperature: Scalar
    oxygen_temperature: Scalar
    margin: Scalar
    saturated: Flag
    within: Flag


@functools.cache
def _curves() -> tuple[VapourPressure, VapourPressure]:
    with jax.ensure_compile_time_eval():
        return VapourPressure.load("nitrogen"), VapourPressure.load("oxygen")


def condensation(freestream: Freestream) -> Condensation:
    """Margin of a stream over the saturation lines of oxygen and nitrogen.

    Each part counts at its partial pressure, as if it condensed alone; in a common liquid or solid air would
    condense up to about 1 K earlier. A positive margin means that condensation is impossible; a negative one
    that it may happen: measurements between Mach 5 and 17 found everything from condensation at the
    saturation line to supersaturation by 10 K and more, depending on impurities and on the speed of cooling.

    Parameters
    ----------
    freestream
        Air of the stream.

    Returns
    -------
    Condensation
        Saturation temperatures and margin [K].

    Raises
    ------
    ValueError
        If the pressure is not positive.

    References
    ----------
    span2000, refprop, daum1963, wegener1951
    """
    pressure = checked("pressure", freestream.pressure, 0.0)
    curves = _curves()
    nitrogen, oxygen = (curve.temperature(curve.mole_fraction * pressure) for curve in curves)
    margin = freestream.temperature - jnp.maximum(nitrogen, oxygen)
    within = (nitrogen >= curves[0].valid_from) & (oxygen >= curves[1].valid_from)
    return Condensation(nitrogen, oxygen, margin, margin < 0.0, within)
