from boostglide.report import claim_review


def test_a_review_names_claim_verdict_and_where_it_appeared(example):
    graph = claim_review(example.assessment(), example.ledger(), "https://example.org/report")
    assert graph["@context"] == "https://schema.org"
    entries = {entry["@id"].split("#")[1]: entry for entry in graph["@graph"]}
    entry = entries["S02"]
    assert entry["@type"] == "ClaimReview"
    assert entry["url"] == "https://example.org/report#S02"
    assert entry["datePublished"] == "2026-11-20"
    assert entry["author"]["name"] == "boostglide"
    assert entry["reviewRating"]["alternateName"] == "Inconsistent with physics"
    assert (entry["reviewRating"]["worstRating"], entry["reviewRating"]["bestRating"]) == (1, 5)
    assert entry["reviewRating"]["ratingValue"] == 1
    assert entry["itemReviewed"]["firstAppearance"]["publisher"]["name"] == "Financial Example"
    assert [work["publisher"]["name"] for work in entry["itemReviewed"]["appearance"]] == [
        "Vision Example", "Militär Beispiel, English edition",
    ]  # fmt: skip


def test_what_physics_cannot_decide_has_words_and_no_number(example):
    entries = {
        e["@id"].split("#")[1]: e for e in claim_review(example.assessment(), example.ledger())["@graph"]
    }
    for name in ("D01", "T04"):
        assert "ratingValue" not in entries[name]["reviewRating"]
        assert entries[name]["reviewRating"]["alternateName"]


def test_no_script_hides_behind_an_address_and_an_unknown_date_is_left_out(example):
    entries = claim_review(example.assessment(), example.ledger())["@graph"]
    works = [work for entry in entries for work in entry["itemReviewed"]["appearance"]]
    asian = next(work for work in works if work["publisher"]["name"] == "Asian Example")
    assert "url" not in asian and "datePublished" not in asian
