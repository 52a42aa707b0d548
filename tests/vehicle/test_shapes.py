"""Panels of shapes: closed, of the right size, and refused where the parts do not fit."""

import numpy as np
import pytest

from boostglide.vehicle import Biconic, BluntedDeltaWing, Capsule, Panels, SphereCone
from boostglide.vehicle.panels import arc, revolve

RAD = np.radians
SHAPES = [
    SphereCone(0.1, RAD(10), 0.4),
    SphereCone(0.0, RAD(10), 0.4),
    SphereCone(0.878, RAD(70), 1.7525),
    Biconic(0.05, RAD(13), RAD(7), 0.2, 0.35),
    Capsule(4.694, 1.956, 0.196, RAD(33), 0.4),
    Capsule(4.694, 1.956, 0.0, RAD(33), 0.0),
    BluntedDeltaWing(4.0, RAD(75), 0.04),
]
NAMES = ["sphere-cone", "cone", "viking", "biconic", "capsule", "sharp capsule", "delta"]


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
def test_surfaces_are_closed_and_show_their_reference_area(shape):
    panels = shape.panels()
    assert panels.opening < 1e-5
    flat = isinstance(shape, BluntedDeltaWing)
    direction = panels.normal[:, 2] if flat else -panels.normal[:, 0]
    seen = np.sum(panels.area * np.maximum(direction, 0.0))
    assert seen == pytest.approx(shape.reference_area, rel=1e-3)


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
def test_normals_point_outward(shape):
    """The flux of the position through a surface is three times the volume inside."""
    panels = shape.panels()
    assert np.sum(panels.area * np.sum(panels.normal * panels.centre, axis=1)) > 0


def test_cone_has_its_area_volume_and_length():
    cone = SphereCone(0.0, RAD(10), 0.4)
    panels = cone.panels()
    flank = panels.normal[:, 0] < 0
    assert np.sum(panels.area[flank]) == pytest.approx(np.pi * 0.4**2 / np.sin(RAD(10)))
    assert cone.length == pytest.approx(0.4 / np.tan(RAD(10)))
    volume = np.sum(panels.area * np.sum(panels.normal * panels.centre, axis=1)) / 3
    assert volume == pytest.approx(np.pi * 0.4**2 * cone.length / 3, rel=1e-12)


def test_area_of_a_sphere_converges_with_second_order():
    errors = [
        abs(np.sum(revolve([arc((1.0, 0.0), 1.0, 0.0, np.pi, n)], 8).area) / (4 * np.pi) - 1)
        for n in (20, 40, 80)
    ]
    orders = np.log2(np.array(errors[:-1]) / errors[1:])
    assert orders == pytest.approx([2, 2], abs=0.02)


def test_parts_meet_smoothly():
    """A biconic of one angle is a sphere-cone, and the capsule's shoulder touches the greatest radius."""
    one, two = SphereCone(0.1, RAD(10), 0.4), Biconic(0.1, RAD(10), RAD(10), 0.25, 0.4)
    assert two.length == pytest.approx(one.length)
    assert np.sum(two.panels().area) == pytest.approx(np.sum(one.panels().area))
    capsule = SHAPES[4]
    outline = np.concatenate([part.points for part in capsule.outline(200)])
    assert outline[:, 1].max() == pytest.approx(1.956, abs=1e-5)
    steps = np.diff(outline, axis=0)
    turning = np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])[np.hypot(*steps.T) > 1e-9]))
    assert np.max(np.abs(turning[:-1])) < 0.02  # no corner before the flat end


def test_thickness_and_span_of_a_delta_wing():
    wing = SHAPES[6]
    centre = wing.panels(60, 60).centre
    assert np.abs(centre[:, 2]).max() == pytest.approx(wing.edge_radius)
    assert np.abs(centre[:, 1]).max() == pytest.approx(wing.half_span, rel=0.02)
    assert [centre[:, 0].min(), centre[:, 0].max()] == pytest.approx([0.0, 4.0], abs=1e-4)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: SphereCone(0.1, 0.0, 0.4), "`half_angle` must lie between 0 and pi/2"),
        (lambda: SphereCone(0.5, RAD(10), 0.4), "`nose_radius` must be at least 0 and below 0.406"),
        (lambda: SphereCone(-0.1, RAD(10), 0.4), "`nose_radius`"),
        (lambda: SphereCone(0.1, RAD(10), float("nan")), "`base_radius` must be positive and finite"),
        (lambda: Biconic(0.05, RAD(7), RAD(13), 0.2, 0.35), "a flare is not convex"),
        (lambda: Biconic(0.05, RAD(13), RAD(7), 0.2, 0.2), "`base_radius` must be above `break_radius`"),
        (lambda: Capsule(1.0, 1.956, 0.1, RAD(33), 0.4), "`shield_radius` must be above `body_radius`"),
        (lambda: Capsule(4.0, 1.956, 2.0, RAD(33), 0.4), "`shoulder_radius` must lie between"),
        (lambda: Capsule(4.0, 1.956, 0.2, RAD(33), 1.95), "`end_radius` must lie between"),
        (lambda: BluntedDeltaWing(4.0, RAD(90), 0.04), "`sweep` must lie between"),
        (lambda: BluntedDeltaWing(4.0, RAD(75), 4.0), "`edge_radius` must be below `length`"),
    ],
)
def test_shapes_that_do_not_fit_are_refused(build, message):
    with pytest.raises(ValueError, match=message):
        build()


def test_panels_refuse_what_is_no_surface():
    centre, normal = np.zeros((1, 3)), np.array([[1.0, 0.0, 0.0]])
    with pytest.raises(ValueError, match="area above zero"):
        Panels(centre, normal, np.zeros(1), np.zeros(1, bool))
    with pytest.raises(ValueError, match="unit length"):
        Panels(centre, 2 * normal, np.ones(1), np.zeros(1, bool))
