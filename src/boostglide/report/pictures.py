"""Charts as they go out: inline SVG in two widths, a shareable PNG and SVG, and words for all of it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import xarray as xr
from markupsafe import Markup

from boostglide.claims import ChronologyAssertion, Evidence, Source
from boostglide.report import style
from boostglide.report.altitude_range import Paths, altitude_band, altitude_range_chart
from boostglide.report.density import inside
from boostglide.report.distribution import distribution_chart, panels_of
from boostglide.report.lineage_graph import Debt, Node, lineage_graph
from boostglide.report.numbers import number, readable_unit, single, spread, with_unit
from boostglide.report.short_names import study_name
from boostglide.report.timeline import Dated, Step, decimal_year, timeline_chart
from boostglide.report.world_map import Track, world_map
from boostglide.study import StudyResult

_MOST_KINDS = 4
_TRACKS = (0.1, 0.5, 0.9)
_LIKE = 4.0


@dataclass(frozen=True)
class File:
    """A file of the report: the name shown, its path below the report, its bytes."""

    name: str
    path: str
    content: bytes


@dataclass(frozen=True)
class Picture:
    """A chart on the page: heading, the same in words, caption, drawings for desk and phone, files."""

    title: str
    words: str
    caption: str
    wide: Markup
    narrow: Markup
    files: tuple[File, ...]


def picture(
    name: str, draw: Callable[..., style.Sheet], *, title: str, heading: str, words: str, caption: str,
    source: str,
) -> Picture:  # fmt: skip
    """Draw a chart for the desk, for the phone, and to be shared with its title and source.

    Parameters
    ----------
    name
        File name without ending; letters, digits, dot, dash and underscore.
    draw
        Makes the figure; takes `width`, `title` and `note`.
    title
        Heading of the shared picture.
    heading
        Heading on the page; empty where the page has one already.
    words
        What the chart shows, for people who do not see it.
    caption, source
        Line below it on the page, and in the shared picture.
    """
    shared = draw(width=style.WIDE, title=title, note=source)
    wide, whole = style.svg_pair(shared, f"wide-{name}")
    narrow = style.svg(draw(width=style.NARROW), f"narrow-{name}")
    files = (
        File("PNG", f"figures/{name}.png", style.png(shared)),
        File("SVG", f"figures/{name}.svg", whole.replace("<svg ", f'<svg width="{style.WIDE}" ', 1).encode()),
    )
    return Picture(heading, words, caption, Markup(wide), Markup(narrow), files)


def evidence_picture(
    name: str, statement: str, evidence: Sequence[Evidence], caption: str, source: str
) -> Picture | None:
    """The chart "computed against claimed" of a claim, or none where nothing was computed."""
    charted = [row for row in evidence if row.completed.size and not _is_dates(row)]
    if not charted:
        return None
    panels = panels_of(charted)
    return picture(
        name, lambda **look: distribution_chart(panels, **look), title=f"{name}: {statement}", heading="",
        words=" ".join(evidence_words(row) for row in charted), caption=caption, source=source,
    )  # fmt: skip


def _is_dates(row: Evidence) -> bool:
    return row.study is None and row.unit == "year"


def dates_picture(name: str, statement: str, assertion: ChronologyAssertion, source: str) -> Picture:
    """The order that a claim needs, and the dates on record."""
    steps = [
        Step(*(Dated(each.what, each.date, decimal_year(each.date)) for each in (order.first, order.then)))
        for order in assertion.orders
    ]
    words = " ".join(
        f"The claim needs {first.what} ({first.when}) before {then.what} ({then.when})."
        for first, then in steps
    )
    caption = "An arrow to the left, back in time, contradicts the claim."
    return picture(
        name, lambda **look: timeline_chart(steps, **look), title=f"{name.split('-')[0]}: {statement}",
        heading="", words=f"{words} {caption}", caption=caption, source=f"{caption} {source}",
    )  # fmt: skip


def evidence_words(row: Evidence) -> str:
    """One row of a chart as a sentence: computed, claimed, and what share meets the claim."""
    low, middle, high = spread(row.samples)
    name = row.quantity[:1].upper() + row.quantity[1:]
    if high - low <= 1e-9 * abs(middle):
        computed = f"{name} ({row.model}): {single(row.completed)} {readable_unit(row.unit)}".strip()
    else:
        reach = f"{number(low)} to {with_unit(high, row.unit)}"
        computed = f"{name} ({row.model}): median {with_unit(middle, row.unit)}, middle 90 % {reach}"
    if not row.interval or row.claimed is None:
        return f"{computed}."
    share = 100 * inside(row.completed, row.interval).mean()
    return f"{computed}; claimed: {row.claimed}; {share:.0f} % of the results lie within the claim."


def with_path(studies: Sequence[StudyResult]) -> list[StudyResult]:
    """Studies that keep flown paths, ballistic ones first."""
    flown = [
        each for each in studies
        if each.series is not None and {"ground_range", "altitude"} <= set(each.series.variables)
    ]  # fmt: skip
    return sorted(flown, key=lambda each: (not is_ballistic(each), each.name))


def is_ballistic(study: StudyResult) -> bool:
    """Whether the study flies without lift, as its name says."""
    return "ballistic" in study.name


def of_like_reach(studies: Sequence[StudyResult]) -> list[list[StudyResult]]:
    """Studies in groups of at most four whose median ranges differ by less than a factor of four."""
    groups: list[list[StudyResult]] = []
    for study in sorted(studies, key=_median_reach):
        if (
            groups
            and len(groups[-1]) < _MOST_KINDS
            and _median_reach(study) < _LIKE * _median_reach(groups[-1][0])
        ):
            groups[-1].append(study)
        else:
            groups.append([study])
    return [with_path(group) for group in groups]


def _reaches(study: StudyResult) -> np.ndarray:
    ground = _rows(study.series, "ground_range")
    return np.nanmax(np.where(np.isfinite(ground), ground, 0.0), axis=1)


def _median_reach(study: StudyResult) -> float:
    return float(np.median(_reaches(study)))


def altitude_picture(name: str, studies: Sequence[StudyResult], heading: str, source: str) -> Picture:
    """Altitude over range of the flights that studies keep."""
    kinds = [
        Paths(study_name(each.name), _rows(each.series, "ground_range"), _rows(each.series, "altitude"))
        for each in studies
    ]
    bands = [altitude_band(paths) for paths in kinds]
    words = "; ".join(
        f"{paths.label}: the median path rises to {number(float(band.median.max()) / 1e3)} km "
        f"and covers {number(float(band.ground_range[-1]) / 1e3)} km"
        for paths, band in zip(kinds, bands, strict=True)
    )
    counts = {paths.altitude.shape[0] for paths in kinds}
    flights = f"{counts.pop()} flights" + (" of each class" if len(kinds) > 1 else "")
    caption = (
        f"{words}. Lines are medians and bands the middle 90 % of {flights}, from burn-out or entry on; "
        "each flight is drawn over the median range of its class."
    )
    return picture(
        name, lambda **look: altitude_range_chart(kinds, **look), title=heading, heading=heading,
        words=f"{words}.", caption=caption, source=source,
    )  # fmt: skip


def map_picture(name: str, studies: Sequence[StudyResult], source: str) -> Picture | None:
    """Ground tracks of the median flights, or none where no study keeps positions."""
    placed = [
        each
        for each in studies
        if each.series is not None
        and {"latitude", "longitude"} <= set(each.series.variables)
        and not is_ballistic(each)
    ]
    tracks = [track for each in placed[:_MOST_KINDS] for track in sample_tracks(each)]
    tracks = [track for track in tracks if np.isfinite(track.latitude).sum() > 1]
    if not tracks:
        return None
    words = "; ".join(dict.fromkeys(track.label for track in tracks))
    heading = "Ground tracks of a few sampled flights"
    caption = (
        "A short, a median and a long flight of each class. Illustrative: where they start and which way "
        "they head is arbitrary. Land: Natural Earth, public domain."
    )
    return picture(
        name, lambda **look: world_map(tracks, **look), title=heading, heading=heading,
        words=f"{words}. {caption}", caption=caption, source=f"{caption} {source}",
    )  # fmt: skip


def sample_tracks(study: StudyResult) -> list[Track]:
    """Ground tracks of the flights of short, median and long reach, under one label with their ranges."""
    reach = _reaches(study)
    order = np.argsort(reach, kind="stable")
    members = list(dict.fromkeys(int(order[round(level * (reach.size - 1))]) for level in _TRACKS))
    far = " to ".join(dict.fromkeys(f"{float(reach[each]) / 1e3:,.0f}" for each in (members[0], members[-1])))
    label = f"{study_name(study.name)}: {far} km"
    latitude, longitude = (_rows(study.series, key) for key in ("latitude", "longitude"))
    return [Track(label, latitude[each], longitude[each]) for each in members]


def _rows(series: xr.Dataset | None, key: str) -> np.ndarray:
    """A variable of the series with one row a member."""
    if series is None:
        raise ValueError("Argument `series` must be a dataset, but the study keeps no flights.")
    return np.atleast_2d(np.asarray(series[key].values, dtype=float))


def lineage_picture(sources: Sequence[Source], heading: str, source: str) -> Picture:
    """The graph of sources."""
    nodes = lineage_nodes(sources)
    by_key = {each.key: each.publisher for each in sources}
    words = " ".join(_node_words(node, by_key) for node in nodes)
    caption = (
        "A filled dot was read in the original; a ring is known only through others. "
        "Arrows on the right are further debts."
    )
    return picture(
        "lineage", lambda **look: lineage_graph(nodes, **look), title=heading, heading="", words=words,
        caption=caption, source=f"{caption} {source}",
    )  # fmt: skip


def _node_words(node: Node, publishers: dict[str, str]) -> str:
    owed = "; ".join(f"{debt.evidence}, {publishers.get(debt.source, debt.source)}" for debt in node.debts)
    return f"{node.name}: {owed or 'no earlier source known'}."


def lineage_nodes(sources: Sequence[Source]) -> list[Node]:
    """Sources as nodes in the order of their dates, each debt once a source and kind of evidence."""
    ordered = sorted(sources, key=lambda each: (each.date == "undated", each.date, each.key))
    names = Counter(each.publisher for each in sources)
    return [
        Node(
            each.key,
            each.publisher if names[each.publisher] == 1 else f"{each.publisher}, {_short(each.title)}",
            each.when,
            each.read == "yes",
            tuple(dict.fromkeys(Debt(debt.source, debt.evidence) for debt in each.derives_from)),
        )
        for each in ordered
    ]


def _short(title: str) -> str:
    words = re.split(r"\s+", title)
    return title if len(words) < 7 else " ".join(words[:6]).rstrip(",;:") + " …"
