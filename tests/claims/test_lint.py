import pytest

from boostglide.claims import lint, sentences
from boostglide.claims.likelihood import SPELLINGS
from boostglide.claims.lint import checked


@pytest.mark.parametrize("word", SPELLINGS)
@pytest.mark.parametrize("level", ["high confidence", "Confidence is low", "moderate model confidence"])
def test_word_and_level_never_stand_in_one_sentence(word, level):
    assert lint(f"It is {word} that this holds, with {level}.")
    assert not lint(f"It is {word} that this holds. We have {level}.")


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that the claim holds at high altitude.",
        "Model confidence is high. The answer is exact arithmetic.",
        "It is almost certain, as 3.5 km/s is far below 7.8 km/s. Model confidence is moderate.",
    ],
)
def test_accepts_what_is_apart(text):
    assert lint(text) == ()
    assert checked(text) == text


def test_refuses_the_model_of_a_named_vehicle():
    assert lint("This is our DF-17 model.")
    assert not lint("This is an illustrative open-literature parameter set.")


def test_checked_raises_with_the_sentence():
    with pytest.raises(ValueError, match="must not stand in one sentence"):
        checked("It is very likely (high confidence).")


def test_sentences_end_where_they_end():
    assert sentences("About 3.5 km. Next (no. 4) one! Is it? Yes") == (
        "About 3.5 km.",
        "Next (no. 4) one!",
        "Is it?",
        "Yes",
    )
    assert len(sentences("They fly to the U.S. Air Force base.")) == 1
