"""The charts of many flights: the spread of their paths, and of the numbers that sum them up."""

import math
from collections.abc import Sequence

import numpy as np
import xarray as xr

from boostglide.report.flight_figures import SHOWN
from boostglide.report.flight_windows import time_unit
from boostglide.report.histograms import Sampled, histogram_grid
from boostglide.report.line_names import Line
from boostglide.report.panels import Strip, strips_chart
from boostglide.report.pictures import Picture, picture
from boostglide.report.summary_words import SUMMARY_SHOWN
from boostglide.study import EnsembleRecord

_HEADINGS = {"ground_range": ("range-bands", "Spread over range"), "time": ("time-bands", "Spread over time")}


def ensemble_figures(record: EnsembleRecord) -> tuple[Picture, ...]:
    """The charts of an ensemble: bands over range and over time, and a histogram of each summary number.

    Parameters
    ----------
    record
        The ensemble; what it does not hold is left out.

    Returns
    -------
    tuple of Picture
        The charts; none where no flight is complete.
    """
    source = ensemble_source(record)
    pictures = [
        band_picture(quantiles, record.title, source)
        for quantiles in (record.along_range, record.along_time)
        if quantiles is not None
    ]
    numbers = summary_samples(record.members)
    if numbers:
        pictures.append(
            picture(
                "summary", lambda **given: histogram_grid(numbers, **given),
                title=f"{record.title}: numbers of {record.members.sizes['member']:,} flights",
                heading="Numbers of the flights", words="A histogram of each number of the flights.",
                caption="The bar holds the middle 90 % of the complete flights, the dot is the median; in "
                "words: median (5 % to 95 %).", source=source,
            )
        )  # fmt: skip
    return tuple(pictures)


def ensemble_source(record: EnsembleRecord) -> str:
    """What stands below a shared chart of an ensemble."""
    count, seed = record.members.sizes["member"], record.members.attrs.get("seed", -1)
    return f"Computed with boostglide: {count:,} flights" + (f", seed {seed}." if seed != -1 else ".")


def band_picture(quantiles: xr.Dataset, title: str, source: str = "") -> Picture:
    """Quantiles along range or time as bands, one panel a channel, and how many flights get there.

    Parameters
    ----------
    quantiles
        As `study.quantiles_along` returns it: dimensions ``probability`` and ``ground_range`` or ``time``.
    title
        What is flown.
    source
        What stands below the shared chart.

    Raises
    ------
    ValueError
        If the dataset is not over range or time, or holds no channel.
    """
    over = next((name for name in _HEADINGS if name in quantiles.dims), None)
    if over is None or not _channels(quantiles):
        raise ValueError("Argument `quantiles` must hold channels over ground range or time.")
    name, heading = _HEADINGS[over]
    x, x_label = _across(quantiles, over)
    strips = [_strip(quantiles, channel, x) for channel in _channels(quantiles)]
    strips += _members(quantiles, x)
    low, high = (_percent(float(quantiles["probability"].values[place])) for place in (0, -1))
    return picture(
        name, lambda **given: strips_chart(strips, x_label=x_label, **given),
        title=f"{title}: {heading[:1].lower()}{heading[1:]}", heading=heading,
        words=f"Bands of {', '.join(_channels(quantiles))} over {over.replace('_', ' ')}.",
        caption=f"The line is the median of the flights that get there, the band their {low} to {high}.",
        source=source,
    )  # fmt: skip


def _percent(probability: float) -> str:
    return f"{100 * probability:.3g} %"


def _channels(quantiles: xr.Dataset) -> list[str]:
    return [str(name) for name in quantiles.data_vars if "probability" in quantiles[name].dims]


def _across(quantiles: xr.Dataset, over: str) -> tuple[np.ndarray, str]:
    places = np.asarray(quantiles[over].values, float)
    if over == "time":
        factor, unit = time_unit(float(places[-1]))
        return places * factor, f"Time since the start [{unit}]"
    label, factor = SHOWN[over]
    return places * factor, label


def _strip(quantiles: xr.Dataset, channel: str, x: np.ndarray) -> Strip:
    given = quantiles[channel].attrs
    usual = f"{given.get('long_name', channel)} [{given.get('units', '-')}]"
    label, factor = SHOWN.get(channel, (usual[:1].upper() + usual[1:], 1.0))
    if channel == "latitude":
        label, factor = "Latitude [°]", math.degrees(1.0)
    levels = quantiles[channel].transpose("probability", ...).values * factor
    chances = quantiles["probability"].values
    middle = int(np.argmin(np.abs(chances - 0.5)))
    band = (levels[0], levels[-1]) if len(chances) > 1 else None
    return Strip(label, (Line("", x, levels[middle], band),))


def _members(quantiles: xr.Dataset, x: np.ndarray) -> list[Strip]:
    if "members" not in quantiles:
        return []
    counts = quantiles["members"].values.astype(float)
    return [Strip("Flights that get there [-]", (Line("", x, counts),), from_zero=True)]


def summary_samples(members: xr.Dataset) -> Sequence[Sampled]:
    """The summary numbers that have a value, in the units of people."""
    found = []
    for key, (words, unit, factor) in SUMMARY_SHOWN.items():
        if key in members and np.isfinite(members[key].values).any():
            found.append(Sampled(f"{words} [{unit}]", np.asarray(members[key].values, float) * factor))
    return tuple(found)
