"""NRLMSIS profiles: published test output of NRLMSISE-00, an independent code, and no downloads."""

import datetime
import math
import socket
import sys
import urllib.request

import equinox as eqx
import fluids
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.planet import msis_profile

DAY = datetime.datetime(2001, 6, 21)  # day 172
VERSIONS = ("0", "2.0", "2.1")

# Standard test output of NRLMSISE-00 (J. M. Picone et al., 2001, public domain): day 172, 60 N, 70 W,
# F10.7 and its mean 150, Ap 4, 29000 s UT: kilometres, local time [h], K, g/cm^3.
PUBLISHED = [
    (0.0, 16.0, 2.814648e02, 1.261066e-03),
    (10.0, 16.0, 2.274180e02, 4.059139e-04),
    (30.0, 16.0, 2.374389e02, 1.950822e-05),
    (50.0, 16.0, 2.795551e02, 1.294709e-06),
    (70.0, 16.0, 2.190732e02, 1.147668e-07),
    (100.0, 16.0, 2.068878e02, 3.584426e-10),
    (400.0, 4.0, 1.112999e03, 2.470651e-15),
]


@eqx.filter_jit
def over(model, altitude):
    return jax.vmap(model)(altitude)


@eqx.filter_jit
def pressure_slope(model, altitude):
    return jax.vmap(jax.grad(lambda z: model(z).pressure))(altitude)


def setup_module():
    pytest.importorskip("pymsis", reason="NRLMSIS profiles need the extra `msis`")


def profile(
    version="2.1", date=DAY, latitude=60.0, longitude=-70.0, f107=150.0, f107a=150.0, ap=4.0, **others
):
    return msis_profile(
        version, date, math.radians(latitude), math.radians(longitude), f107, f107a, ap, **others
    )


@pytest.mark.parametrize("kilometres, local_time, temperature, density", PUBLISHED)
def test_published_output_of_nrlmsise_00(kilometres, local_time, temperature, density):
    # The published cases state a local time that the hour and the longitude do not give (3.4 h). The profile
    # has a consistent one, so the tides differ: by up to 3 % of density and 7 K.
    air = profile("0", DAY + datetime.timedelta(seconds=29000))(jnp.asarray(kilometres * 1e3))
    is_low = kilometres <= 30
    assert float(air.temperature) == pytest.approx(temperature, rel=2e-6 if is_low else 0.035)
    assert float(air.density) == pytest.approx(density * 1e3, rel=0.002 if is_low else 0.03, abs=0)


@pytest.mark.parametrize("latitude, longitude, seconds, ap", [(60, -70, 29000, 4.0), (-35, 120, 75000, 40.0)])
def test_independent_code_for_nrlmsise_00(latitude, longitude, seconds, ap):
    model = profile(
        "0",
        DAY + datetime.timedelta(seconds=seconds),
        latitude,
        longitude,
        f107=120.0,
        f107a=140.0,
        ap=7 * [ap],
    )
    for altitude in (0.0, 12e3, 30e3, 60e3, 90e3, 110e3, 150e3, 400e3, 1000e3):
        air = model(jnp.asarray(altitude))
        other = fluids.ATMOSPHERE_NRLMSISE00(
            altitude, latitude, longitude, 172, seconds, 120.0, 140.0, 7 * [ap]
        )
        # The profile counts anomalous oxygen as part of the air that brakes a body.
        density = other.rho + 16 * 1.66e-27 * other.O_anomalous_density
        assert float(air.temperature) == pytest.approx(other.T, rel=2e-6)
        assert float(air.density) == pytest.approx(density, rel=2e-5, abs=0)
        assert float(air.pressure) == pytest.approx(other.P, rel=2e-5, abs=0)


@pytest.mark.parametrize("version", VERSIONS)
def test_profile_follows_the_model_between_its_points(version):
    pymsis = pytest.importorskip("pymsis")
    kilometres = np.linspace(0.1, 999.0, 1501)
    kilometres = kilometres[(np.abs(kilometres - 72.5) > 0.5) & (np.abs(kilometres - 123.4) > 0.5)]
    date = np.datetime64("2001-06-21T00:00:00")
    model = pymsis.calculate(
        [date], [-70.0], [60.0], kilometres, [150.0], [150.0], [[4.0] * 7], version=version
    )
    air = over(profile(version), jnp.asarray(kilometres * 1e3))
    np.testing.assert_allclose(air.density, model[0, 0, 0, :, 0], rtol=1e-4)
    np.testing.assert_allclose(air.temperature, model[0, 0, 0, :, 10], atol=0.02)


@pytest.mark.parametrize("version", VERSIONS)
def test_profiles_balance_the_weight_of_the_air(version):
    model, altitude = profile(version), jnp.linspace(1e3, 70e3, 400)
    slope = pressure_slope(model, altitude)
    gravity = 9.8191 * (6362e3 / (6362e3 + np.asarray(altitude))) ** 2  # at 60 degrees north
    weight = over(model, altitude).density * gravity
    np.testing.assert_allclose(-slope / weight, 1.0, atol=0.03)
    assert abs(float(jnp.mean(-slope / weight)) - 1) < 3e-3


def test_nothing_is_downloaded(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("A connection was opened.")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    assert profile().contains(jnp.asarray(500e3))


def test_the_name_tells_what_the_profile_is():
    model = profile(
        "2.1", datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
    )
    assert "NRLMSIS 2.1, vertical profile at 60.00 N, 70.00 W on 2026-03-01 04:00 UTC" in model.name
    assert "F10.7 150" in model.name
    assert model.references[0] == "emmert2022"


def test_versions_may_be_numbers_and_longitudes_may_wrap():
    first, second = profile(2.0, longitude=290.0), profile("2.0", longitude=-70.0)
    altitude = jnp.asarray(33.3e3)
    assert float(first(altitude).density) == pytest.approx(float(second(altitude).density), rel=1e-6)
    assert profile(0).name.startswith("NRLMSISE-00")


def test_storms_heat_the_thermosphere():
    quiet, storm = profile(ap=4.0), profile(ap=7 * [200.0])
    altitude = jnp.asarray(400e3)
    assert float(storm(altitude).density) > 1.5 * float(quiet(altitude).density)


@pytest.mark.parametrize(
    "change, message",
    [
        ({"version": "3"}, "`version` must be 0, 2.0 or 2.1"),
        ({"latitude": 91.0}, "`latitude` and `longitude` must be angles"),
        ({"longitude": float("inf")}, "`latitude` and `longitude` must be angles"),
        ({"f107": 0.0}, "`f107` must lie between 40 and 500"),
        ({"f107a": float("nan")}, "`f107a` must lie between 40 and 500"),
        ({"ap": [1.0, 2.0]}, "`ap` must be one number or 7"),
        ({"ap": -1.0}, "`ap` must be one number or 7"),
    ],
)
def test_impossible_arguments_are_refused(change, message):
    with pytest.raises(ValueError, match=message):
        profile(**change)


def test_without_the_package_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymsis", None)
    with pytest.raises(ValueError, match=r"boostglide\[msis\].*academic, non-commercial"):
        profile()
