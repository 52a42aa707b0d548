import numpy as np
import pytest

from boostglide.core import load_arrays, load_yaml
from boostglide.report import Globe, Track, equal_earth, svg, world_map
from boostglide.report.projection import land_outlines, refine, split_at_date_line


def test_equal_earth_keeps_areas():
    """Šavrič, Patterson and Jenny 2019: the projection is equal-area, so its Jacobian is cos(latitude)."""
    latitude, longitude, step = np.radians([-70.0, -20.0, 0.0, 35.0, 80.0]), 0.7, 1e-6
    east = (equal_earth(latitude, longitude + step) - equal_earth(latitude, longitude - step)) / (2 * step)
    north = (equal_earth(latitude + step, longitude) - equal_earth(latitude - step, longitude)) / (2 * step)
    jacobian = east[0] * north[1] - east[1] * north[0]
    np.testing.assert_allclose(jacobian, np.cos(latitude), rtol=2e-6)


def test_a_globe_shows_its_middle_in_the_middle_and_hides_the_far_side():
    globe = Globe(0.3, -1.2)
    point, height = globe(np.array(0.3), np.array(-1.2))
    np.testing.assert_allclose(point, 0.0, atol=1e-15)
    assert height == pytest.approx(1.0)
    assert globe(np.array(-0.3), np.array(-1.2 + np.pi))[1] == pytest.approx(-1.0)
    assert globe.outline(np.array([-0.3, -0.31]), np.array([-1.2, -1.21]) + np.pi) is None


def test_a_track_is_cut_at_the_date_line_at_the_right_latitude():
    parts = split_at_date_line(np.array([0.0, 0.2]), np.radians([179.0, 181.0]))
    assert len(parts) == 2
    np.testing.assert_allclose(parts[0][:, -1], [0.1, np.pi], atol=1e-12)
    np.testing.assert_allclose(parts[1][:, 0], [0.1, -np.pi], atol=1e-12)
    assert (
        max(np.ptp(part[1]) for part in split_at_date_line(np.zeros(400), np.linspace(0, 6 * np.pi, 400)))
        <= 2 * np.pi
    )


def test_land_has_about_its_area_and_no_edge_across_the_map():
    """Land covers 29.2 % of the Earth; the outlines are coarse and leave small islands out."""
    area = 0.0
    for latitude, longitude in land_outlines():
        assert np.max(np.abs(np.diff(longitude))) <= np.pi or np.min(latitude) < np.radians(-89.9)
        x, y = equal_earth(*refine(np.array([latitude, longitude])))
        area += 0.5 * np.sum(x[1:] * y[:-1] - x[:-1] * y[1:])
    assert abs(area) / (4 * np.pi) == pytest.approx(0.29, abs=0.015)


def test_land_is_the_file_that_its_header_describes():
    import hashlib

    from boostglide.core import data_path

    header = load_yaml("report/land_110m.yaml")
    assert hashlib.sha256(data_path("report/land_110m.npz").read_bytes()).hexdigest() == header["sha256"]
    data = load_arrays("report/land_110m.npz")
    assert len(data["points"]) == header["points"] == data["starts"][-1]
    assert len(data["starts"]) - 1 == header["rings"]


def test_short_tracks_get_a_globe_and_long_ones_a_map():
    short = world_map([Track("short", np.zeros(5), np.linspace(0, 0.4, 5))])
    long = world_map([Track("long", np.zeros(50), np.linspace(0, 2 * np.pi, 50))])
    assert short.axes[0].get_xlim()[1] < 1.1 < long.axes[0].get_xlim()[1]
    assert "Circle: start" in svg(short, "m")


def test_tracks_of_one_label_share_a_line_of_the_key():
    tracks = [Track("class", np.zeros(5) + up, np.linspace(0, 0.4, 5)) for up in (0.0, 0.1, 0.2)] * 3
    assert svg(world_map(tracks), "m").count(">class<") == 1
    with pytest.raises(ValueError, match="labels"):
        world_map([tracks[0]._replace(label=str(number)) for number in range(5)])


def test_a_track_without_points_is_refused():
    with pytest.raises(ValueError, match="tracks"):
        world_map([Track("none", np.array([np.nan, 0.0]), np.array([0.0, 0.0]))])
