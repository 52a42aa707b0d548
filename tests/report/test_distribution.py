import dataclasses
import re

import numpy as np
import pytest

from boostglide.report import Panel, Row, distribution_chart, png, svg
from boostglide.report.axis import labels, limits, round_ticks
from boostglide.report.density import inside, smooth_histogram
from boostglide.report.distribution import panels_of

NORMAL = np.random.default_rng(3).normal(4.0, 0.5, 4000)


def chart(panel: Panel, **look) -> str:
    return svg(distribution_chart([panel], **look), "test")


def panel(samples, interval=(7.8, None), claimed="at least 7.8 km/s", unit="km/s") -> Panel:
    return Panel("speed", unit, claimed, interval, (Row("Model", np.asarray(samples, float)),))


def test_words_of_the_claim_and_units_stand_in_the_chart():
    text = chart(panel(NORMAL))
    assert "Claimed: at least 7.8 km/s" in text
    assert "Speed [km/s]" in text
    assert "0 % within the claim" in text
    assert "<text" in text


def test_text_of_others_is_escaped_and_never_read_as_tex():
    text = chart(panel(NORMAL, claimed="<script>$\\frac{$"))
    assert "<script" not in text
    assert "&lt;script&gt;$\\frac{$" in text


def test_the_same_figure_gives_the_same_bytes():
    assert chart(panel(NORMAL)) == chart(panel(NORMAL))
    assert png(distribution_chart([panel(NORMAL)])) == png(distribution_chart([panel(NORMAL)]))
    assert not re.search(r"\d{4}-\d\d-\d\dT", chart(panel(NORMAL)))


def test_ids_of_two_charts_stay_apart():
    first, second = (
        set(re.findall(r'\bid="([^"]+)"', svg(distribution_chart([panel(NORMAL)]), name))) for name in "ab"
    )
    assert first and not first & second


@pytest.mark.parametrize(
    "samples", [[1137.0], [np.nan, np.nan], np.append(NORMAL, np.nan), 10 ** (8 * NORMAL), [0.0] * 5 + [1.0]]
)
@pytest.mark.parametrize("interval", [(895.0, 905.0), (None, None), (7.8, 7.8), (None, 330.0)])
def test_any_samples_can_be_drawn(samples, interval):
    assert "</svg>" in chart(panel(samples, interval), width=340)


def test_samples_over_decades_get_a_logarithmic_axis():
    assert limits(10 ** np.linspace(-8, 2, 100), [1.0])[2]
    assert not limits(np.linspace(1.0, 50.0, 100), [40.0])[2]
    assert not limits(np.linspace(-5.0, 5e6, 100), [])[2]


def test_the_axis_reaches_a_claim_far_away():
    low, high, is_log = limits(np.linspace(1800.0, 2400.0, 50), [40_000.0])
    assert low == 0.0 and high > 40_000.0 and not is_log


def test_ticks_are_round_and_few():
    assert round_ticks(0.0, 9.0, False, 4) == [0.0, 2.5, 5.0, 7.5]
    assert round_ticks(1e-3, 1e3, True, 9) == pytest.approx([10.0**power for power in range(-3, 4)])


def test_density_keeps_place_and_width_of_a_normal_distribution():
    place, level = smooth_histogram(NORMAL, (0.0, 8.0), False)
    mean = np.sum(place * level) / np.sum(level)
    deviation = np.sqrt(np.sum((place - mean) ** 2 * level) / np.sum(level))
    assert mean == pytest.approx(4.0, abs=0.03)
    assert deviation == pytest.approx(0.5, rel=0.1)


def test_open_ends_of_an_interval_let_everything_in():
    values = np.array([-1.0, 0.0, 1.0])
    assert inside(values, (None, 0.0)).tolist() == [True, True, False]
    assert inside(values, (None, None)).all()


def test_rows_of_one_quantity_share_a_panel(example):
    rows = {claim.id: claim.evidence for claim in example.assessment().claims}
    assert len(panels_of(rows["S03"])) == 1
    assert len(panels_of(rows["S03"])[0].rows) == 2
    claimed, beside = panels_of(rows["S08"])
    assert claimed.is_bounded and claimed.rows[0].is_judged
    assert not beside.is_bounded and beside.quantity == "apogee" and not beside.rows[0].is_judged


def test_rows_of_one_quantity_from_two_studies_are_named_by_study(example):
    (row,) = (claim.evidence[1] for claim in example.assessment().claims if claim.id == "S08")
    other = dataclasses.replace(row, study="htv2-class-glide")
    (panel_of_both,) = panels_of([row, other])
    assert [each.model for each in panel_of_both.rows] == ["Ballistic", "HTV-2 class glide"]


def test_decibels_stay_linear_and_so_does_an_axis_with_many_zeros():
    decades = 10 ** np.linspace(-8, 2, 100)
    assert not limits(decades, [20.0], linear=True)[2]
    assert not limits(np.where(np.arange(100) < 60, 0.0, decades), [])[2]


def test_neighbouring_ticks_never_read_alike():
    assert labels([626.845, 626.85, 626.855], False) == ["626.845", "626.850", "626.855"]
    assert labels([0.0, 2500.0, 5000.0], False) == ["0", "2,500", "5,000"]
    assert labels([-2.5, 0.0, 2.5], False) == ["−2.5", "0", "2.5"]


def test_values_that_are_all_but_one_are_drawn_as_one():
    low, high, _ = limits(22.0 + 1e-3 * NORMAL, [])
    assert high - low > 4.0
    assert "median" not in chart(panel(22.0 + 1e-3 * NORMAL, (None, None), "", "Mach"))


def test_a_very_long_word_stays_inside_the_chart():
    text = chart(panel(NORMAL, claimed="x" * 400), width=340)
    assert "x" * 60 not in text


def test_an_empty_chart_is_refused():
    with pytest.raises(ValueError, match="panels"):
        distribution_chart([])
