from boostglide.core import bibliography
from boostglide.report.citations import citations, short_reference


def test_keys_become_references_that_a_reader_knows():
    parts = citations("acton2015; assumption: a range")
    assert [each.words for each in parts] == ["Acton 2015", "assumption: a range"]
    assert [each.key for each in parts] == ["acton2015", None]


def test_no_reference_of_the_bibliography_reads_as_its_key():
    for key, text in bibliography().items():
        words = short_reference(key, text)
        assert words and words != key and words[0].isalnum() and len(words) <= 40, (key, words)
