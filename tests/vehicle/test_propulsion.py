"""The rocket equation against closed forms worked out by hand."""

import itertools

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from boostglide.vehicle import RocketStage, burnout_speed, equal_stages_speed_gain, ideal_speed_gain

G = 9.80665


def scalars(*values):
    return [jnp.asarray(value, dtype=float) for value in values]


def test_one_stage_of_mass_ratio_e_gains_the_exhaust_speed():
    stage = RocketStage(*scalars((np.e - 1) * 1000.0, 400.0, 300.0))
    assert float(ideal_speed_gain([stage], jnp.asarray(600.0))) == pytest.approx(300 * G, rel=1e-14)


def test_two_stages_add_up_by_hand():
    first, second = RocketStage(*scalars(8000, 1000, 250)), RocketStage(*scalars(1500, 300, 280))
    by_hand = G * (250 * np.log(11_300 / 3300) + 280 * np.log(2300 / 800))
    assert float(ideal_speed_gain([first, second], jnp.asarray(500.0))) == pytest.approx(by_hand, rel=1e-14)


def test_splitting_propellant_without_dropping_mass_changes_nothing():
    whole = RocketStage(*scalars(3000, 500, 260))
    parts = [RocketStage(*scalars(1200, 0, 260)), RocketStage(*scalars(1800, 500, 260))]
    payload = jnp.asarray(700.0)
    assert float(ideal_speed_gain(parts, payload)) == pytest.approx(float(ideal_speed_gain([whole], payload)))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_equal_stages_agree_with_the_stages_built_one_by_one(count):
    launch, payload, fraction = 15_000.0, 900.0, 0.1
    ratio = (payload / launch) ** (1 / count)
    masses = launch * ratio ** np.arange(count + 1)
    stages = [
        RocketStage(*scalars((1 - fraction) * (before - after), fraction * (before - after), 265))
        for before, after in itertools.pairwise(masses)
    ]
    closed = equal_stages_speed_gain(*scalars(launch, payload, count, 265, fraction))
    assert float(closed) == pytest.approx(float(ideal_speed_gain(stages, jnp.asarray(payload))), rel=1e-13)


def test_equal_stages_by_hand():
    """200 t with 10 t of payload, structural ratio 0.15, 350 s: a textbook exercise, solved by its masses."""
    one = 350 * G * np.log(200.0 / (10 + 0.15 * 190))
    middle = np.sqrt(200.0 * 10.0)
    two = (
        350
        * G
        * (np.log(200.0 / (middle + 0.15 * (200 - middle))) + np.log(middle / (10 + 0.15 * (middle - 10))))
    )
    gains = [float(equal_stages_speed_gain(*scalars(200, 10, count, 350, 0.15))) for count in (1, 2)]
    assert gains == pytest.approx([one, two], rel=1e-13)


def test_equal_stages_approach_their_limit():
    gain = float(equal_stages_speed_gain(*scalars(15_000, 1000, 1e6, 265, 0.1)))
    assert gain == pytest.approx(265 * G * 0.9 * np.log(15), rel=1e-5)


def test_losses_are_subtracted():
    stage = RocketStage(*scalars(9000, 1000, 260))
    ideal = float(ideal_speed_gain([stage], jnp.asarray(1000.0)))
    assert float(burnout_speed([stage], *scalars(1000, 1050))) == pytest.approx(ideal - 1050)


def test_gain_falls_with_payload_and_its_gradient_is_exact():
    def gain(payload):
        return ideal_speed_gain([RocketStage(*scalars(9000, 1000, 260))], payload)

    derivative = float(jax.grad(gain)(jnp.asarray(1000.0)))
    assert derivative == pytest.approx(260 * G * (1 / 11_000 - 1 / 2000), rel=1e-12)


@pytest.mark.parametrize("masses", [(0, 10, 200), (10, -1, 200), (10, 1, 0), (float("nan"), 1, 200)])
def test_stages_that_make_no_sense_are_refused(masses):
    with pytest.raises(ValueError, match="Argument"):
        RocketStage(*scalars(*masses))


@pytest.mark.parametrize(
    "arguments",
    [(100, 10, 1, 200, 1.0), (100, 10, 1, 200, -0.1), (100, 100, 1, 200, 0.1), (100, 10, 0.5, 200, 0.1)],
)
def test_rockets_that_make_no_sense_are_refused(arguments):
    with pytest.raises(ValueError, match="Argument"):
        equal_stages_speed_gain(*scalars(*arguments))


def test_a_rocket_without_stages_or_with_a_negative_loss_is_refused():
    with pytest.raises(ValueError, match="at least one stage"):
        ideal_speed_gain([], jnp.asarray(1.0))
    with pytest.raises(ValueError, match="`loss`"):
        burnout_speed([RocketStage(*scalars(9, 1, 260))], *scalars(1, -5))
