"""Curves about one state of a gas: equilibrium over temperature, shocks over speed."""

import numpy as np
import pytest

from boostglide.study import equilibrium_sweep, shock_sweep

AIR = {"N2": 0.79, "O2": 0.21}


def test_equilibrium_over_temperature():
    """Electrons as three programs find them at 10132.5 Pa, enthalpy and heat capacity consistent."""
    sweep = equilibrium_sweep(AIR, 10132.5, [4990.0, 5000.0, 5010.0, 6990.0, 7000.0, 7010.0])
    electrons = sweep["mole_fraction"].sel(species="e-")
    assert float(electrons[1]) == pytest.approx(7.46e-5, rel=0.03)
    assert float(electrons[4]) == pytest.approx(1.507e-3, rel=0.03)
    assert float(sweep["electron_density"][4]) == pytest.approx(1.58e20, rel=0.03)
    np.testing.assert_allclose(sweep["mole_fraction"].sum("species"), 1.0, rtol=1e-9)
    rise = float(sweep["enthalpy"][5] - sweep["enthalpy"][3]) / 20.0
    assert float(sweep["heat_capacity"][4]) == pytest.approx(rise, rel=1e-9)


def test_shocks_over_speed():
    sweep = shock_sweep(AIR, pressure=100.0, temperature=250.0, speed=3000.0, speeds=[1000.0, 6000.0])
    mach = sweep["speed"].values / np.sqrt(1.4 * 8.314462618 / 0.02885 * 250.0)
    perfect = 2.4 * mach**2 / (0.4 * mach**2 + 2.0)
    np.testing.assert_allclose(sweep["density_ratio"].sel(gas="perfect"), perfect, rtol=1e-3)
    hot = sweep["temperature"].isel(speed=1)
    assert float(hot.sel(gas="equilibrium")) < float(hot.sel(gas="frozen")) < float(hot.sel(gas="perfect"))
    assert float(sweep["electron_density"].sel(gas="equilibrium")[1]) > 1e17
