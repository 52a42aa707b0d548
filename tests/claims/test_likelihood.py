import pytest

from boostglide.claims import likelihood_word
from boostglide.claims.likelihood import WORDS, count_phrase, likelihood_clause


@pytest.mark.parametrize(
    ("fraction", "word"),
    [
        (0.0, "almost no chance"),
        (0.05, "almost no chance"),
        (0.0501, "very unlikely"),
        (0.19, "very unlikely"),
        (0.3, "unlikely"),
        (0.45, "roughly even chance"),
        (0.55, "roughly even chance"),
        (0.56, "likely"),
        (0.8, "very likely"),
        (0.9499, "very likely"),
        (0.95, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_bands_of_icd_203(fraction, word):
    assert likelihood_word(fraction) == word


@pytest.mark.parametrize("fraction", [-0.1, 1.1, float("nan")])
def test_refuses_what_is_no_share(fraction):
    with pytest.raises(ValueError, match="Argument `fraction`"):
        likelihood_word(fraction)


def test_counts_none_and_all():
    assert count_phrase(0, 1000) == "in none of the 1,000 parameter sets tried"
    assert count_phrase(1000, 1000) == "in all of the 1,000 parameter sets tried"
    assert count_phrase(3, 1000) == "in 3 of the 1,000 parameter sets tried"


def test_every_word_has_a_clause_that_carries_it():
    assert all(word in likelihood_clause(word) for word in WORDS)
