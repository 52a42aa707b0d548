"""Quantile functions against closed forms and against independent ones of scipy."""

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from boostglide.scenario import Discrete, Fixed, LogUniform, Normal, Refusal, Triangular, Uniform

P = np.linspace(0.0005, 0.9995, 201)
CASES = [
    (Uniform(2, 5), scipy.stats.uniform(2, 3)),
    (LogUniform(2000, 15_000), scipy.stats.loguniform(2000, 15_000)),
    (Triangular(1.5, 2.4, 3.0), scipy.stats.triang(0.6, 1.5, 1.5)),
    (Triangular(1, 1, 2), scipy.stats.triang(0, 1, 1)),
    (Normal(3, 0.5), scipy.stats.norm(3, 0.5)),
    (Normal(3, 0.5, 2.5, 4.5), scipy.stats.truncnorm(-1, 3, 3, 0.5)),
    (Normal(0, 1, 5, 6), scipy.stats.truncnorm(5, 6)),
    (Normal(0, 1, -6, -5), scipy.stats.truncnorm(-6, -5)),
]


@pytest.mark.parametrize(("ours", "theirs"), CASES)
def test_quantiles_agree_with_scipy(ours, theirs):
    np.testing.assert_allclose(ours.quantile(P), theirs.ppf(P), rtol=2e-9)


@pytest.mark.parametrize(("ours", "theirs"), CASES)
def test_samples_follow_the_distribution(ours, theirs):
    values = ours.sample(np.random.default_rng(7), 4000)
    assert values.shape == (4000,)
    assert scipy.stats.kstest(values, theirs.cdf).pvalue > 1e-3


def test_discrete_gives_each_value_its_weight():
    distribution = Discrete((4680.0, 13_000.0, 9000.0), (1, 3, 0))
    values = distribution.quantile((np.arange(1000) + 0.5) / 1000)
    assert [int(np.sum(values == value)) for value in (4680.0, 13_000.0, 9000.0)] == [250, 750, 0]
    assert distribution.quantile(np.array([1.0])) == 13_000
    assert distribution.bounds == (4680, 13_000)
    assert Discrete((1.0, 2.0)).weights == (1, 1)


def test_fixed_does_not_vary():
    assert not Fixed(2.5).varies
    assert Fixed(2.5).quantile(P).tolist() == [2.5] * P.size
    assert all(ours.varies for ours, _ in CASES)


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e3, 1e3), st.floats(1e-3, 1e3), st.floats(0, 1), st.floats(0, 1))
def test_quantiles_rise_and_stay_inside(low, width, share, probability):
    for distribution in (
        Uniform(low, low + width),
        Triangular(low, min(low + share * width, low + width), low + width),
        Normal(low, width, low - width, low + 2 * width),
        LogUniform(abs(low) + 1, abs(low) + 1 + width),
    ):
        values = distribution.quantile(np.sort([0.0, probability, 1.0]))
        assert np.all(np.diff(values) >= 0)
        assert distribution.bounds[0] <= values[0]
        highest = distribution.bounds[1]
        assert values[-1] <= highest + 1e-12 * max(1.0, abs(highest))


def test_untruncated_normal_stays_finite_at_the_ends():
    assert np.all(np.isfinite(Normal(0, 1).quantile(np.array([0.0, 1.0]))))


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: Uniform(2, 1), "low below high"),
        (lambda: Uniform(1, 1), "fixed value"),
        (lambda: LogUniform(0, 1), "positive low"),
        (lambda: LogUniform(-1, 1), "use uniform"),
        (lambda: Triangular(1, 3, 2), "mode between"),
        (lambda: Normal(0, 0), "positive standard deviation"),
        (lambda: Normal(0, 1, 2, 1), "low below high"),
        (lambda: Normal(0, 1, 20, 30), "some of the distribution"),
        (lambda: Discrete(()), "at least one value"),
        (lambda: Discrete((1.0, 2.0), (1.0,)), "1 weights for 2 values"),
        (lambda: Discrete((1.0, 2.0), (1.0, -1.0)), "zero or more"),
        (lambda: Discrete((1.0,), (0.0,)), "positive sum"),
        (lambda: Uniform(float("nan"), 1), "low below high"),
    ],
)
def test_refuses_shapes_that_make_no_sense(build, words):
    with pytest.raises(Refusal, match="expected") as error:
        build()
    assert words in str(error.value)
