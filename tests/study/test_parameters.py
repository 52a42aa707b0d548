"""Parameter files of the studies: complete, sourced, and sampled column by column."""

import pathlib

import numpy as np
import pytest

from boostglide.core import data_path
from boostglide.scenario import check_source
from boostglide.study.parameters import parameter_file, sample_parameters

FOLDER = pathlib.Path(data_path("study/kinetic-energy.yaml")).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_files_state_a_source_for_every_parameter(name):
    for key, entry in parameter_file(name).parameters.items():
        assert check_source(entry.number.source), key
        assert entry.label and entry.number.text


@pytest.mark.parametrize("name", NAMES)
def test_samples_lie_within_the_stated_range(name):
    for key, found in sample_parameters(name, 200, 0).items():
        distribution = parameter_file(name).parameters[key].number.distribution
        low, high = distribution.quantile(np.array([0.0, 1.0]))
        assert np.all((found.values >= low) & (found.values <= high)), key
        assert found.varies == (low < high)


def test_more_samples_begin_with_the_same_ones():
    few, many = (sample_parameters("plasma-onset", count, 7) for count in (5, 50))
    for key in few:
        np.testing.assert_array_equal(few[key].values, many[key].values[:5])


def test_columns_and_seeds_differ():
    first, second = (sample_parameters("plasma-onset", 50, seed) for seed in (0, 1))
    columns = [each.values for each in (*first.values(), *second.values())]
    ranks = {tuple(np.argsort(column)) for column in columns}
    assert len(ranks) == len(columns)
