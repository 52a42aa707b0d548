import html.parser
import itertools
import json
import re

import pytest

from boostglide.report.verdict_words import verdict_word

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Reader(html.parser.HTMLParser):
    """Collects tags, attributes, IDs and text, and checks that every element is closed."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.ids, self.text, self.addresses = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for key, value in attrs if key == "id"]
        self.addresses += [value for key, value in attrs if key in ("href", "src", "xlink:href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("script", "style"):
            self.text.append(data)


@pytest.fixture(scope="module")
def source(written):
    return (written / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(source):
    reader = Reader()
    reader.feed(source)
    assert not reader.open
    return reader


def test_every_claim_has_a_card_and_a_row(page, example):
    for claim in example.CLAIMS:
        assert page.ids.count(claim["id"]) == 1
        assert f"#{claim['id']}" in page.addresses


def test_ids_are_unique_and_inner_links_lead_somewhere(page):
    assert len(page.ids) == len(set(page.ids))
    inner = {address[1:] for address in page.addresses if address.startswith("#")}
    assert inner <= set(page.ids)


def test_nothing_is_loaded_from_elsewhere(page, source, written):
    for tag, attributes in page.tags:
        assert tag not in ("img", "iframe", "object", "link")
        assert "src" not in attributes
    assert "@import" not in source and "url(http" not in source
    for address in page.addresses:
        assert address.startswith(("#", "https://example.org/")) or (written / address).is_file()


def test_text_of_others_is_escaped_and_a_script_is_no_link(page, source):
    assert "<script>alert" not in source
    assert "A scientist defected <script>alert('x')</script> & moved $20^{km}$ west" in "".join(page.text)
    assert not any(address.startswith("javascript") for address in page.addresses)


def test_a_verdict_is_words_and_a_symbol(page):
    words = " ".join(page.text)
    for key in ("consistent", "inconsistent", "possible-if", "underdetermined", "ill-posed", "out-of-scope"):
        assert verdict_word(key).words in words
        assert f"#icon-{key}" in page.addresses


def test_the_page_can_be_read_without_seeing_it(page):
    names = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en"}) in page.tags
    assert names.count("h1") == 1 and "main" in names and page.tags[names.index("a")][1]["class"] == "skip"
    pictures = [attributes for tag, attributes in page.tags if attributes.get("role") == "img"]
    assert pictures and all(len(each["aria-label"]) > 20 for each in pictures)
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")


def test_headings_never_skip_a_level(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_answer_parameters_ends_and_refusal_are_in_words(page):
    words = " ".join(" ".join(page.text).split())
    for text in (
        "claimed: up to 2,000 miles", "The flight left the atmosphere again", "Lift-to-drag ratio",
        "Effects of warheads are not computed here", "results counted", "boostglide assess example --seed 7",
        "What would change the answer", "Two systems became one",
    ):  # fmt: skip
        assert text in words or any(text in attributes.get("aria-label", "") for _, attributes in page.tags)


def test_linked_data_in_the_page_is_the_file(source, written):
    inside = re.search(r'<script type="application/ld\+json">(.*?)</script>', source, re.S)[1]
    assert json.loads(inside) == json.loads((written / "claimreview.jsonld").read_text(encoding="utf-8"))


def test_an_unknown_verdict_is_refused():
    with pytest.raises(ValueError, match="verdict"):
        verdict_word("true")


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_chip_has_the_contrast_that_wcag_asks_for(source):
    """WCAG 2.1, success criterion 1.4.3: at least 4.5 to 1."""
    found = re.findall(r"^\.([a-z-]+) \{ color: (#\w{6}); background: (#\w{6});", source, re.M)
    assert len(found) == 7
    for _, ink, ground in found:
        low, high = sorted([_luminance(ink), _luminance(ground)])
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_the_verdicts_come_first(source):
    body = source[source.index("<main>") :]
    assert body.index('id="verdicts"') < body.index('id="reading"') < body.index('id="claims"')
    header = source[source.index('<header class="top">') : source.index("</header>")]
    assert header.count("<p") == 1 and "<nav" not in header


def test_what_physics_cannot_decide_is_quieter_and_a_table_in_print(source, page):
    quiet = [
        attributes for tag, attributes in page.tags if tag == "tr" and attributes.get("class") == "quiet"
    ]
    assert quiet and all(each["data-verdict"] == "not-a-physics-question" for each in quiet)
    assert 'class="brief-claims printed"' in source and ".card.short { display: none; }" in source


def test_sources_of_parameters_lead_to_the_references(page):
    assert any(address.startswith("#ref-") for address in page.addresses)


def test_a_flight_without_an_end_is_counted_in_words(page):
    words = " ".join(" ".join(page.text).split())
    assert "do not count: the flight left the atmosphere again" in words
    assert "did not come back within its time. Not counted." in words
