import dataclasses

import pytest

from boostglide.core import cite
from boostglide.facility import tunnel, tunnels

UNITS = {"m", "s", "K", "Pa", "m/s", "J/kg", "-"}


@pytest.mark.parametrize("key", list(tunnels()))
def test_every_figure_names_its_source_and_unit(key):
    entry = tunnels()[key]
    assert cite(*entry.references)
    assert entry.figures
    for figure in entry.figures.values():
        assert figure.unit in UNITS
        assert figure.text
        assert figure.low is not None or figure.high is not None
        assert None in (figure.low, figure.high) or figure.low <= figure.high


def test_figures_of_fl_64():
    figures = tunnel("fl-64").figures
    assert figures["total_temperature"].high == 900.0
    assert (figures["mach_number"].low, figures["mach_number"].high) == (4.0, 8.0)
    assert figures["run_time"].low == 30.0 and figures["run_time"].high is None


def test_mach_30_of_jf_22_is_a_label_of_speed():
    figures = tunnel("jf-22").figures
    assert figures["speed"].high / figures["mach_number"].high == pytest.approx(333.3, abs=0.1)
    assert "total_temperature" not in figures


def test_the_catalogue_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        tunnel("t4").name = "T5"
    with pytest.raises(TypeError):
        tunnels()["t5"] = tunnel("t4")


def test_unknown_tunnel_is_refused():
    with pytest.raises(ValueError, match="fl-64"):
        tunnel("fl-63")
