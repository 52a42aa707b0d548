"""Text of a ledger is untrusted: nothing in it may become markup, a script, a link or a broken file."""

import json
import re
import xml.etree.ElementTree

import pytest

from boostglide.report import write_report
from boostglide.report.plain import plain

EVIL = (
    "<script>alert(1)</script></title></script><img src=x onerror=alert(1)>\"'`--><!--]]>{{7*7}}{% raw %}"
    "\x00\x07\x1b[31m\u202edrow\ufffe" + "W" * 300
)
LINK = "javascript:alert(document.cookie)"


@pytest.fixture(scope="module")
def folder(example, tmp_path_factory):
    book = json.loads(json.dumps(example.LEDGER, default=str))
    for field in ("title", "summary"):
        book[field] = EVIL
    for source in book["sources"]:
        source |= {"title": EVIL, "publisher": EVIL, "url": LINK}
    for claim in book["claims"]:
        claim |= {"statement": EVIL, "notes": EVIL, "would_change": EVIL}
        for quote in claim.get("quotes", ()):
            quote["text"] = EVIL
        for appearance in claim["appearances"]:
            appearance["stated"] = EVIL
    ledger = type(example.ledger()).model_validate(book)
    studies = example.studies(40)
    out = tmp_path_factory.mktemp("hostile") / "out"
    write_report(example.assessment(ledger, studies), studies, ledger, out, command=EVIL)
    return out


def test_nothing_in_the_page_is_markup_of_others(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert len(re.findall(r"<script\b", page)) == 2 and page.count("</script>") == 2
    assert page.count("</title>") == 1 and "<img" not in page and "<!--" not in page
    assert "onerror=alert(1)&gt;" in page and "{{7*7}}" in page
    assert not re.search(r'href="\s*javascript', page)


def test_no_control_character_reaches_the_page(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\ufffe]", page)


def test_linked_data_cannot_leave_its_element(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    inside = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    assert "<" not in inside and ">" not in inside
    document = json.loads(inside)
    assert document == json.loads((folder / "claimreview.jsonld").read_text(encoding="utf-8"))
    assert LINK not in inside


def test_every_drawing_is_well_formed_and_holds_no_script(folder):
    drawings = list((folder / "figures").glob("*.svg"))
    assert drawings
    for path in drawings:
        root = xml.etree.ElementTree.fromstring(path.read_text(encoding="utf-8"))
        assert not [each for each in root.iter() if each.tag.endswith(("script", "foreignObject", "image"))]


def test_an_id_that_is_a_path_or_markup_is_refused(example, tmp_path):
    for name in ("../S02", '"><script>', "S02\n"):
        book = json.loads(json.dumps(example.LEDGER, default=str))
        book["claims"][0]["id"] = name
        with pytest.raises(ValueError, match="expected letters"):
            type(example.ledger()).model_validate(book)
        first, *others = example.ledger().claims  # copies are not validated
        claims = (first.model_copy(update={"id": name}), *others)
        ledger = example.ledger().model_copy(update={"claims": claims})
        assessment = example.assessment(ledger, example.studies(20), names={name: "D01"})
        with pytest.raises(ValueError, match="letters"):
            write_report(assessment, {}, ledger, tmp_path / "out")


def test_plain_text_is_left_alone_and_line_ends_become_spaces():
    assert plain("Šavrič, 20 km² – “x”") == "Šavrič, 20 km² – “x”"
    assert plain("a\r\nb\x00\ud800") == "a  b"
