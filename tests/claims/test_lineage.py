import pytest

from boostglide.claims import Ledger, chain, first_appearance, roots

TOPICS = [f"D{number:02d}" for number in range(1, 18)]


@pytest.mark.parametrize("name", TOPICS)
def test_the_defection_story_has_one_origin(ledger, name):
    claim = ledger.find_claim(name)
    graph = chain(ledger, claim)
    assert roots(graph) == ("daily-express",)
    assert first_appearance(ledger, graph).key == "daily-express"


def test_a_topic_without_an_edge_makes_a_source_its_own_origin(ledger):
    assert roots(chain(ledger, ledger.find_claim("E01"))) == ("vision-times",)


def test_an_appearance_can_name_its_parents(ledger):
    assert roots(chain(ledger, ledger.find_claim("S08"))) == ("fas-graphic",)


def test_the_translation_leads_through_its_original(ledger):
    assert chain(ledger, ledger.find_claim("D01"))["militaer-aktuell"] == ("militaer-aktuell-german",)


def small(dates, edges):
    sources = [
        {
            "key": key,
            "publisher": key,
            "title": key,
            "date": date,
            "read": "yes",
            "derives_from": [
                {"source": up, "evidence": "citation", "detail": "cites it"} for up in edges.get(key, ())
            ],
        }
        for key, date in dates.items()
    ]
    claim = {
        "id": "X01",
        "statement": "A statement.",
        "topic": "system",
        "appearances": [{"source": key, "stated": "so"} for key in dates],
        "assertion": {"kind": "documentary", "reason": "record", "because": "It is."},
    }
    top = {
        "format": "boostglide-ledger/1",
        "name": "small",
        "title": "t",
        "summary": "s",
        "assessed": "2026-11",
    }
    return Ledger.model_validate({**top, "sources": sources, "claims": [claim]})


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        ({"a": "undated", "b": "2022-01-05"}, "b"),
        ({"a": "2022-01", "b": "2022-01-27"}, "b"),
        ({"a": "2021", "b": "2022-01-27"}, "a"),
    ],
)
def test_first_appearance_by_date(dates, first):
    ledger = small(dates, {})
    assert first_appearance(ledger, chain(ledger, ledger.claims[0])).key == first


def test_roots_are_counted_once_however_long_the_chain():
    dates = dict.fromkeys("abcd", "2022")
    ledger = small(dates, {"b": "a", "c": "ab", "d": "c"})
    assert roots(chain(ledger, ledger.claims[0])) == ("a",)


def test_refuses_a_circle():
    ledger = small(dict.fromkeys("abc", "2022"), {"a": "b", "b": "c", "c": "a"})
    with pytest.raises(ValueError, match="circles"):
        chain(ledger, ledger.claims[0])
