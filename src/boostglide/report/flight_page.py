"""One page for a flight, an ensemble or a comparison: self-contained, without scripts."""

from dataclasses import dataclass

from markupsafe import Markup

from boostglide.report.page import environment, own_file
from boostglide.report.pictures import Picture


@dataclass(frozen=True)
class Table:
    """A table: heading, caption, names of the columns, rows of cells; the first cell of a row names it.

    `words` are the columns that hold words; all others hold numbers and stand to the right.
    """

    heading: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Group:
    """A section of words: pairs of a name and a text, and sentences."""

    heading: str
    pairs: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class FlightPage:
    """What stands on the page; `opening` are tables above the charts, `files` names with what is in them."""

    title: str
    lead: str
    version: str
    facts: tuple[tuple[str, str], ...] = ()
    opening: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    groups: tuple[Group, ...] = ()
    references: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    command: str = ""


def render_flight_page(page: FlightPage) -> str:
    """The page as HTML; every text is escaped, figures are inline, nothing comes from outside.

    Parameters
    ----------
    page
        What stands on it.
    """
    template = environment().get_template("flight.html")
    return template.render(page=page, style=Markup(own_file("page.css")))
