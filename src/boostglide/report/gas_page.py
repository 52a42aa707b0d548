"""One page for a state of air, for shocks, and for a relaxation: self-contained, without scripts."""

from markupsafe import Markup

from boostglide.report.flight_page import FlightPage
from boostglide.report.page import environment, own_file


def render_gas_page(page: FlightPage) -> str:
    """The page as HTML; every text is escaped, figures are inline, nothing comes from outside.

    Parameters
    ----------
    page
        What stands on it.
    """
    template = environment().get_template("gas.html")
    return template.render(page=page, style=Markup(own_file("page.css")))
