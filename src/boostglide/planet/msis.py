"""Vertical profiles of the NRLMSIS models for a place, a time and stated solar activity.

The models run in the package `pymsis`, an optional extra: ``pip install "boostglide[msis]"``. The code of
NRLMSIS 2.0 and 2.1 in it is licensed by the Naval Research Laboratory for academic, non-commercial use;
NRLMSISE-00 (version 0) is in the public domain.

Between its 901 points a profile departs from the model by less than 1e-4 of density and 0.02 K, except next
to 72.5 km and 123.4 km, where NRLMSISE-00 itself has steps of up to 0.3 % and 1 K. Pressure is the sum of the
partial pressures; anomalous oxygen, which the models count above 500 km, adds to density alone.
"""

from __future__ import annotations

import datetime
import importlib
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from jax.typing import ArrayLike

from boostglide.core import BOLTZMANN
from boostglide.planet.profile import ProfileAtmosphere

STORM_INDICES = 7
"""Numbers that describe geomagnetic activity in the models' storm mode."""


class _Release(NamedTuple):
    version: str
    name: str
    references: tuple[str, ...]


class _Sun(NamedTuple):
    """Solar flux of the day before and its mean [1e-22 W/m^2/Hz], geomagnetic activity [-]."""

    f107: float
    f107a: float
    ap: float | Sequence[float]

    @property
    def indices(self) -> np.ndarray:
        """Geomagnetic activity as an array."""
        return np.atleast_1d(np.asarray(self.ap, dtype=float))


_RELEASES = {
    "0": _Release("0", "NRLMSISE-00", ("picone2002", "pymsis")),
    "2.0": _Release("2.0", "NRLMSIS 2.0", ("emmert2021", "pymsis")),
    "2.1": _Release("2.1", "NRLMSIS 2.1", ("emmert2022", "emmert2021", "pymsis")),
}


def msis_profile(
    version: str | float,
    date: datetime.datetime,
    latitude: float,
    longitude: float,
    f107: float,
    f107a: float,
    ap: float | Sequence[float],
    *,
    density_factor: ArrayLike = 1.0,
) -> ProfileAtmosphere:
    """Air above one place at one time by an NRLMSIS model, 0 to 1000 km.

    The profile is vertical: a flight that leaves the place, or lasts for hours, still meets this air, and the
    name of the profile says so. The caller states the indices of solar activity; nothing is downloaded. The
    code of NRLMSIS 2.0 and 2.1 in `pymsis` is licensed for academic, non-commercial use.

    Parameters
    ----------
    version
        Version of the model [-]: 0 (NRLMSISE-00), 2.0 or 2.1, as a number or as text.
    date
        Date and time; UTC, unless it carries another time zone.
    latitude
        Geodetic latitude [rad].
    longitude
        Longitude [rad], east positive.
    f107
        Solar radio flux at 10.7 cm of the day before [1e-22 W/m^2/Hz].
    f107a
        Its mean over the 81 days around the date [1e-22 W/m^2/Hz].
    ap
        Daily planetary index of geomagnetic activity [-], or the seven numbers of the models' storm mode.
    density_factor
        Multiplies density and pressure [-]; one number, or one for each member.

    Returns
    -------
    ProfileAtmosphere
        The profile, named after model, place, time and indices.

    Raises
    ------
    ValueError
        If `pymsis` is not installed, or an argument lies outside its range.

    References
    ----------
    picone2002; emmert2021; emmert2022; pymsis.
    """
    release, sun = _release(version), _Sun(f107, f107a, ap)
    _check(latitude, longitude, sun)
    when = date.astimezone(datetime.UTC).replace(tzinfo=None) if date.tzinfo else date
    place = math.degrees(latitude), math.degrees(math.remainder(longitude, 2 * math.pi))
    altitude, name = msis_altitudes(), _name(release, when, place, sun)
    columns = _columns(_run(release, when, place, altitude * 1e-3, sun))
    return ProfileAtmosphere.from_points(
        altitude, *columns, density_factor=density_factor, name=name, references=release.references
    )


def msis_altitudes() -> np.ndarray:
    """Altitudes of the points of a profile [m]: every 250 m at first, every 5 km at last."""
    stretches = ((0.0, 150e3, 250.0), (150e3, 250e3, 1e3), (250e3, 500e3, 2.5e3), (500e3, 1001e3, 5e3))
    return np.concatenate([np.arange(*stretch) for stretch in stretches])


def _release(version: str | float) -> _Release:
    """The model of a version, spelled as a number or as text."""
    release = _RELEASES.get({"0.0": "0", "00": "0"}.get(str(version), str(version)))
    if release is None:
        raise ValueError(f"Argument `version` must be 0, 2.0 or 2.1, but is {version!r}.")
    return release


def _check(latitude: float, longitude: float, sun: _Sun) -> None:
    """Refuse what lies outside the ranges of the arguments."""
    if not (abs(latitude) <= math.pi / 2 and math.isfinite(longitude)):
        raise ValueError(
            "Arguments `latitude` and `longitude` must be angles in radians, the first within a quarter "
            f"turn, but are {latitude} and {longitude}."
        )
    for name, flux in (("f107", sun.f107), ("f107a", sun.f107a)):
        if not 40 <= flux <= 500:
            raise ValueError(
                f"Argument `{name}` must lie between 40 and 500 (1e-22 W/m^2/Hz), but is {flux}; the quiet "
                "Sun has about 65, the active one 250."
            )
    numbers = sun.indices
    if numbers.shape not in ((1,), (STORM_INDICES,)) or not ((numbers >= 0) & (numbers <= 400)).all():
        raise ValueError(
            f"Argument `ap` must be one number or {STORM_INDICES} numbers between 0 and 400, but is {sun.ap}."
        )


def _run(
    release: _Release,
    when: datetime.datetime,
    place: tuple[float, float],
    kilometres: np.ndarray,
    sun: _Sun,
) -> dict[str, np.ndarray]:
    """Columns of the model by name; missing species are NaN."""
    pymsis = _package()
    values = pymsis.calculate(
        [np.datetime64(when, "s")],
        [place[1]],
        [place[0]],
        kilometres,
        [sun.f107],
        [sun.f107a],
        np.broadcast_to(sun.indices, (1, STORM_INDICES)),
        version=release.version,
        geomagnetic_activity=-1 if sun.indices.size == STORM_INDICES else 1,
    )
    columns = np.asarray(values, dtype=float).reshape(kilometres.size, -1)
    return {variable.name: columns[:, variable] for variable in pymsis.Variable}


def _package() -> Any:
    try:
        return importlib.import_module("pymsis")
    except ImportError as missing:
        raise ValueError(
            'The NRLMSIS models need the package `pymsis`: install it by `pip install "boostglide[msis]"`. '
            "Mind that its code of NRLMSIS 2.0 and 2.1 is licensed for academic, non-commercial use."
        ) from missing


def _columns(table: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Density [kg/m^3], temperature [K] and pressure [Pa]."""
    density, temperature = table["MASS_DENSITY"], table["TEMPERATURE"]
    other = {"MASS_DENSITY", "TEMPERATURE", "ANOMALOUS_O"}
    particles = np.nansum([column for name, column in table.items() if name not in other], axis=0)
    return density, temperature, particles * float(BOLTZMANN) * temperature


def _name(release: _Release, when: datetime.datetime, place: tuple[float, float], sun: _Sun) -> str:
    """What the profile is, as a phrase."""
    latitude, longitude = place
    where = f"{abs(latitude):.2f} {'NS'[latitude < 0]}, {abs(longitude):.2f} {'EW'[longitude < 0]}"
    return (
        f"{release.name}, vertical profile at {where} on {when:%Y-%m-%d %H:%M} UTC, held for the whole "
        f"flight (F10.7 {sun.f107:g}, 81-day mean {sun.f107a:g}, Ap {sun.ap})"
    )
