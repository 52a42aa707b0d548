import pytest

from boostglide.claims import REFUSALS, lint, refusal, sentences


@pytest.mark.parametrize("key", REFUSALS)
def test_each_says_why_and_what_instead_in_one_sentence_each(key):
    entry = refusal(key)
    assert entry.key == key
    assert len(sentences(entry.why)) == len(sentences(entry.instead)) == 1
    assert "because" in entry.why
    assert "instead" in entry.instead
    assert not lint(entry.text)


def test_refuses_an_unknown_key():
    with pytest.raises(ValueError, match="Argument `key`"):
        refusal("anything")
