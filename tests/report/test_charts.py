import numpy as np
import pytest

from boostglide.report import (
    Curve,
    Debt,
    Node,
    Paths,
    altitude_band,
    altitude_range_chart,
    curve_chart,
    lineage_graph,
    svg,
)
from boostglide.report.curve import Threshold
from boostglide.report.lineage_graph import tree_order
from boostglide.report.style import text_width, wrap


def parabolas(members: int = 41) -> Paths:
    share = np.linspace(0, 1, 101)
    reach = np.linspace(0.9e6, 1.1e6, members)[:, None]
    height = np.linspace(2e5, 4e5, members)[:, None]
    return Paths("Ballistic", reach * share, 4 * height * share * (1 - share))


def test_the_median_of_equal_ranges_is_the_middle_parabola():
    paths = parabolas()
    same = Paths("x", np.broadcast_to(paths.ground_range[20], paths.altitude.shape), paths.altitude)
    band = altitude_band(same)
    expected = np.interp(band.ground_range, paths.ground_range[20], paths.altitude[20])
    np.testing.assert_allclose(band.median, expected, rtol=1e-9, atol=1e-6)
    assert np.all(band.low <= band.median) and np.all(band.median <= band.high)


def test_a_band_is_laid_over_the_median_range_and_comes_down_with_its_flights():
    band = altitude_band(parabolas())
    assert band.ground_range[-1] == pytest.approx(1e6)
    assert band.high[-1] == pytest.approx(0.0, abs=1e-6) and band.median.max() == pytest.approx(3e5, rel=1e-3)


def test_flights_that_never_flew_are_left_out_and_none_at_all_is_refused():
    paths = parabolas()
    broken = np.where(np.arange(41)[:, None] < 3, np.nan, paths.altitude)
    assert np.isfinite(altitude_band(Paths("x", paths.ground_range, broken)).median).all()
    with pytest.raises(ValueError, match="has none"):
        altitude_band(Paths("x", paths.ground_range, np.full_like(broken, np.nan)))


@pytest.mark.parametrize("width", [720, 340])
def test_paths_are_named_on_the_chart(width):
    low = parabolas()._replace(label="Glide with $L/D$", altitude=parabolas().altitude / 8)
    horizon = np.array([np.linspace(0, 1e6, 20), np.linspace(6e4, 0, 20)])
    text = svg(altitude_range_chart([parabolas(), low], width=width, horizon=horizon), "a")
    for words in ("Ballistic: up to 300 km", "Altitude [km]", "Distance over ground [km]", "radar horizon"):
        assert words in text
    with pytest.raises(ValueError, match="one to four"):
        altitude_range_chart([])


def test_a_curve_over_decades_is_logarithmic_and_named():
    speed = np.linspace(1, 7, 30)
    curve = Curve("Nose, 30 km", speed, 10 ** (2 * speed), (10 ** (2 * speed - 1), 10 ** (2 * speed + 1)))
    figure = curve_chart(
        [curve, curve._replace(label="Side", y=curve.y / 100)],
        x_label="Speed [km/s]",
        y_label="Density [m⁻³]",
        thresholds=[Threshold("GPS L1 blocked above", 1e8)],
    )
    assert figure.axes[0].get_yscale() == "log"
    assert "GPS L1 blocked above" in svg(figure, "c")


NODES = [
    Node("a", "First", "2021", False, ()),
    Node("b", "Second", "2022", True, (Debt("a", "citation"),)),
    Node("c", "Third", "2023", True, (Debt("b", "verbatim reuse"), Debt("a", "shared error"))),
    Node("d", "Alone", "2020", True, (Debt("unknown", "citation"),)),
]


def test_each_source_hangs_below_the_first_it_draws_on():
    assert [(placed.node.key, placed.depth) for placed in tree_order(NODES)] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 0),
    ]


def test_the_kind_of_evidence_is_in_words():
    text = svg(lineage_graph(NODES, width=340), "l")
    for words in ("cites First", "reuses words of Second", "shares an error with First"):
        assert words in " ".join(text.split())


def test_a_circle_of_sources_is_refused():
    circle = [
        Node("a", "A", "", True, (Debt("b", "citation"),)),
        Node("b", "B", "", True, (Debt("a", "citation"),)),
    ]
    with pytest.raises(ValueError, match="circle"):
        tree_order(circle)


def test_wrapped_lines_fit_and_lose_no_word():
    text = "the quick brown fox jumps over the lazy dog " * 3
    lines = wrap(text, 120, most=99).split("\n")
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line) <= 120 for line in lines)
    assert wrap(text, 120, most=2).endswith("…")
