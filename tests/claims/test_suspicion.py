"""Suspicious numbers: each rule with a pair that fits and one that does not."""

import pytest

from boostglide.claims import (
    load_ledger,
    read,
    suspicions,
    suspicions_in,
    suspicions_of,
    suspicious_dates,
)
from boostglide.claims.suspicion import CIRCULAR_SPEED, ESCAPE_SPEED
from tests.claims.test_load import GOOD


def kinds(*texts, glides=False):
    return [each.kind for each in suspicions([read(text) for text in texts], glides=glides)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90 K (626.8 °C)", ["conversion"]),
        ("900 K (626.85 °C; 1,160 °F)", []),
        ("900 K (900 °C)", ["conversion"]),
        ("48,000 meters (157,480 feet)", []),
        ("48,000 meters (157,490 feet)", ["conversion-rounding"]),
        ("2,000 miles (3,219 km)", []),
        ("2,000 miles (3,000 km)", []),
        ("2,000 miles (3,700 km)", ["conversion-rounding"]),
        ("2,001 miles (3,706 km)", ["conversion"]),
        ("up to 24 miles (38.6 km)", []),
        ("1,800-2,500 km (1,120-1,550 miles)", []),
        ("1,800-2,500 km (1,120-1,950 miles)", ["conversion"]),
        ("Mach 5 (6,125 km/h)", []),
        ("Mach 5 (9,000 km/h)", ["mach-and-speed"]),
        ("12 km/s", ["escape-speed"]),
        ("11 km/s", []),
        ("Mach 50", ["escape-speed"]),
        ("-273 °C", []),
        ("-300 °C", ["absolute-zero"]),
        ("-500 °F", ["absolute-zero"]),
        ("150 % of the tests", ["percentage"]),
        ("150 %", []),
        ("90 % of the tests", []),
        ("11 minutes (3 km)", []),
    ],
)
def test_one_number(text, expected):
    assert kinds(text) == expected


def test_a_lost_digit_and_the_other_mile_are_named():
    assert "10 times larger" in suspicions([read("90 K (626.8 °C)")])[0].advice
    assert "nautical" in suspicions([read("2,001 miles (3,706 km)")])[0].advice
    assert "difference of temperatures" in suspicions([read("900 K (900 °C)")])[0].advice
    assert "wrong way" in suspicions([read("2001 km (3220 miles)")])[0].advice


def test_a_glider_is_slower_than_a_satellite():
    assert kinds("Mach 27") == kinds("7 km/s", glides=True) == []
    assert kinds("Mach 27", glides=True) == kinds("8.1 km/s", glides=True) == ["circular-speed"]
    assert pytest.approx((7905.4, 11179.9), abs=0.1) == (CIRCULAR_SPEED, ESCAPE_SPEED)


def test_mach_number_beside_a_speed():
    assert kinds("Mach 20", "6 km/s") == []
    assert kinds("Mach 8.0", "6.0 km/s") == ["mach-and-speed"]
    assert kinds("Mach 8.0", "6.0 km/s", "1.0 km/s") == []  # which speed is meant is not known


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1,400 km", "11 minutes", "2.1 km/s"), []),
        (("1,400 km", "11 minutes", "Mach 7"), []),
        (("1,400 km", "11 minutes", "Mach 12"), ["distance-time-speed"]),
        (("1,400 km", "11 minutes", "in excess of Mach 5"), []),
        (("1,400 km", "11 minutes", "in excess of Mach 10"), ["distance-time-speed"]),
        (("1,400 km", "11 minutes", "at most 1 km/s"), ["distance-time-speed"]),
        (("1,400 km", "11 minutes"), []),
        (("1,400 km", "1 minute"), ["escape-speed"]),
        (("1,400 km", "900 km", "1 minute"), []),
    ],
)
def test_distance_and_time(texts, expected):
    assert kinds(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The glider flew 1,400 km in 11 minutes at Mach 12.", ["distance-time-speed"]),
        ("It flew 1,400 km in 11 minutes. Another flew at Mach 12.", []),
        ("It climbed to an altitude of 1,400 km in 1 minute.", []),
        ("The glider reached Mach 27.", ["circular-speed"]),
        ("The missile reached Mach 27.", []),
        ("Tests ran from 2019 to 2014.", ["dates"]),
        ("Tests ran from 2014 to 2019, and 2021-2016 too.", ["dates"]),
        ("It fell from 2000 to 1900 km.", []),
        ("It flies 2.000 Kilometer.", ["unclear-number"]),
        ("Nothing.", []),
    ],
)
def test_texts(text, expected):
    assert [each.kind for each in suspicions_in(text)] == expected


def test_every_remark_is_one_sentence_with_numbers_and_advice():
    for text in ("90 K (626.8 °C)", "Mach 50", "-300 °C", "2,000 miles (3,700 km)", "150 % of all tests"):
        (remark,) = suspicions([read(text)])
        assert remark.why.endswith(".") and remark.why.count(". ") == 0
        assert remark.numbers and remark.advice.endswith(".")


def test_the_bundled_ledger_has_one_known_slip(ledger):
    remarks = [(claim.id, *each) for claim in ledger.claims for each in suspicions_of(ledger, claim)]
    assert [(name, remark.kind) for name, _, remark in remarks] == [("W01", "conversion")]
    assert "90 K is -183.2 °C" in remarks[0][2].why
    assert suspicious_dates(ledger) == ()


def test_numbers_that_one_source_states_together(tmp_path):
    claimed = "".join(
        f"      - {{source: b, means: {means}, text: {text}}}\n"
        for means, text in (
            ("distance", "1400 km"),
            ("flight time", "11 min"),
            ("speed", "Mach 12"),
            ("altitude", "60 km"),
        )
    )
    ledger = load(tmp_path, GOOD.replace("    assertion:", f"    claimed:\n{claimed}    assertion:"))
    ((place, remark),) = suspicions_of(ledger, ledger.claims[0])
    assert (place, remark.kind) == (("claimed",), "distance-time-speed")


def test_a_source_older_than_its_parent(tmp_path):
    ledger = load(tmp_path, GOOD.replace("date: undated", 'date: "2021"'))
    ((place, remark),) = suspicious_dates(ledger)
    assert place == ("sources", 1, "derives_from", 0)
    assert "`b` (2021) is older than `a` (2022)" in remark.why
    later = GOOD.replace("date: undated", 'date: "2021"\n    date_note: on or after')
    assert suspicious_dates(load(tmp_path, later)) == ()


def load(tmp_path, text):
    path = tmp_path / "ledger.yaml"
    path.write_text(text, encoding="utf-8")
    return load_ledger(path)
