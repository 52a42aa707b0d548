import pytest

from boostglide.report import svg
from boostglide.report.timeline import Dated, Step, decimal_year, timeline_chart

EARLY, LATE = Dated("the parade", "2019-10-01", 2019.75), Dated("the tunnel", "2021-11", 2021.85)


def test_dates_of_any_precision_lie_in_their_year():
    assert decimal_year("2021") == 2021.5
    assert decimal_year("2021-01") == pytest.approx(2021.04, abs=0.01)
    assert decimal_year("2021-12-31") == pytest.approx(2021.998, abs=0.01)


@pytest.mark.parametrize("width", [720, 340])
def test_an_order_against_the_claim_is_said_in_words(width):
    steps = Step(LATE, EARLY), Step(EARLY, LATE)
    against, fits = (svg(timeline_chart([step], width=width), "t") for step in steps)
    assert "2.1 years too early" in against and "2.1 years later, as needed" in fits
    assert "the tunnel" in against and "2020.5" not in against


def test_no_step_is_refused():
    with pytest.raises(ValueError, match="steps"):
        timeline_chart([])
