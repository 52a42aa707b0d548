import pytest

from boostglide.core import reference
from boostglide.plasma import RadioBand, radio_bands


def test_gps_carriers():
    """IS-GPS-200 and IS-GPS-705: multiples 154, 120 and 115 of 10.23 MHz."""
    bands = radio_bands()
    for name, multiple in (("l1", 154), ("l2", 120), ("l5", 115)):
        assert float(bands[name].frequency) == pytest.approx(multiple * 10.23e6, rel=1e-12)


def test_bands_rise_and_have_margins_and_sources():
    bands = list(radio_bands().values())
    frequencies = [float(band.frequency) for band in bands]
    assert frequencies == sorted(frequencies)
    assert all(10.0 <= float(band.margin) <= 30.0 for band in bands)
    assert all(reference(key) for key in RadioBand.references)


def test_unknown_band():
    with pytest.raises(ValueError, match="must be one of vhf, l5"):
        RadioBand.named("q")
