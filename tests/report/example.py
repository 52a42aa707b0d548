"""A small ledger with every kind of verdict, and studies with made-up samples, to draw a page from."""

import pathlib

import numpy as np
import xarray as xr
from ruamel.yaml import YAML

from boostglide.claims import Assessment, ClaimAssessment, Confidence, Evidence, Ledger, Physics, sourcing
from boostglide.core import Outcome
from boostglide.study import Parameter, Quantity, StudyResult

SAMPLES = 2000

LEDGER = YAML(typ="safe", pure=True).load(pathlib.Path(__file__).with_name("example_ledger.yaml"))
CLAIMS = LEDGER["claims"]


def ledger(**changes) -> Ledger:
    """The ledger, with fields replaced."""
    return Ledger.model_validate({**LEDGER, **changes})


def studies(samples: int = SAMPLES) -> dict[str, StudyResult]:
    """Five studies: flights, failed members, samples over decades, single numbers."""
    draw = np.random.default_rng(7)
    made = {
        "glide": glide_study(draw, samples),
        "ballistic": study(
            "ballistic",
            "Ballistic flight of least energy",
            {"apogee": Quantity(draw.normal(400e3, 40e3, samples), "m", "apogee", "Point mass")},
            series=flights(draw, 60, glide=False),
        ),
        "burnout": study(
            "burnout",
            "Speed that a rocket of 15 t can reach",
            {"speed": Quantity(draw.normal(3900, 450, samples), "m/s", "speed at glide start", "Ideal gain")},
            {"mass": (draw.normal(15e3, 900, samples), "kg", "launch mass", "normal, 15 t, 0.9 t")},
        ),
    }
    label = "total temperature at Mach 4"
    perfect, real = (Quantity(np.full(1, value), "K", label, name) for value, name in TEMPERATURES)
    made["tunnel"] = study("tunnel", "Total temperature at 48 km", {"perfect": perfect, "real": real})
    label = "electron density over critical density at 1575 MHz"
    ratio = Quantity(10 ** draw.normal(-2, 2.6, samples), "", label, "Equilibrium air, stagnation point")
    frozen = Quantity(10 ** draw.normal(-0.5, 1.2, samples), "", label, "Frozen from the nose")
    made["plasma"] = study("plasma", "Electrons at the nose", {"ratio": ratio, "frozen": frozen})
    return made


TEMPERATURES = ((1137.0, "Perfect gas"), (1077.0, "Equilibrium air"))


def glide_study(draw: np.random.Generator, samples: int) -> StudyResult:
    """Glides of which about one in sixteen skips out."""
    reach = draw.lognormal(14.5, 0.28, samples)
    failed = draw.random(samples) < 0.06
    height = np.where(failed, np.nan, draw.normal(62e3, 8e3, samples))
    far, closed = np.where(failed, np.nan, reach), np.where(failed, np.nan, 1.08 * reach)
    quantities = {
        "range": Quantity(far, "m", "range of the glide", "Point mass, WGS84"),
        "closed": Quantity(closed, "m", "range of the glide", "Equilibrium glide, closed form"),
        "altitude": Quantity(height, "m", "highest altitude of the glide", "Point mass, WGS84"),
    }
    parameters = {
        "lift_to_drag": (draw.uniform(1.5, 3.5, samples), "", "lift-to-drag ratio", "uniform 1.5 to 3.5"),
        "nose": (np.full(samples, 0.034), "m", "nose radius", "34 mm"),
        "speed": (draw.normal(4200, 300, samples), "m/s", "speed at burnout", "normal, 4.2 and 0.3 km/s"),
    }
    outcomes = np.where(failed, int(Outcome.SKIPPED_OUT), int(Outcome.COMPLETED))
    title = "Glide from the burnout of a medium-range rocket"
    return study("glide", title, quantities, parameters, outcomes, flights(draw, 60, glide=True))


def flights(draw: np.random.Generator, members: int, glide: bool) -> xr.Dataset:
    """Made-up paths with dimensions member and point."""
    share = np.linspace(0, 1, 160)
    reach = draw.normal(2.1e6, 1.8e5, (members, 1))
    if glide:
        level = draw.normal(46e3, 3e3, (members, 1))
        altitude = np.where(share < 0.12, 85e3 * np.sin(np.pi * share / 0.24), level * (1.06 - 0.5 * share))
    else:
        altitude = draw.normal(4.6e5, 3e4, (members, 1)) * 4 * share * (1 - share)
    angle = reach * share / 6371e3
    made = {
        "ground_range": (reach * share, "m", "distance over ground"),
        "altitude": (np.broadcast_to(altitude, angle.shape).copy(), "m", "altitude"),
        "latitude": (0.25 * np.sin(angle + 0.3), "rad", "latitude"),
        "longitude": (-2.9 - angle * (1 if glide else 0.97), "rad", "longitude"),
    }
    return xr.Dataset(
        {key: (("member", "point"), values, {"units": unit, "long_name": name})
         for key, (values, unit, name) in made.items()}
    )  # fmt: skip


def study(name, title, quantities, parameters=None, outcomes=None, series=None) -> StudyResult:
    """A result with a few assumptions."""
    count = next(iter(quantities.values())).values.size
    source = "acton2015; Example, A., Journal of Examples 1, 2020, table 3"
    kept = {
        key: Parameter(values, unit, label, source, text)
        for key, (values, unit, label, text) in (parameters or {}).items()
    }
    ended = np.full(count, int(Outcome.COMPLETED)) if outcomes is None else outcomes
    assumptions = ("The body is a point mass.", "The air is the 1976 standard atmosphere.")
    return StudyResult(name, title, quantities, kept, ended, series, assumptions, ("codata2022",), count, 7)


def row(result: StudyResult, key: str, unit: str, factor: float, claimed=None, interval=None) -> Evidence:
    """A row from a study, in another unit; it decides if something is claimed."""
    quantity, decides = result.quantities[key], claimed is not None
    values = quantity.values * factor
    return Evidence(
        quantity.label, unit, claimed, interval, values, quantity.model, decides, result.name, key
    )  # fmt: skip


VERDICTS = {
    "D01": (Physics.NOT_PHYSICS, None, None),
    "S02": (Physics.INCONSISTENT, 0.0, "almost no chance"),
    "S03": (Physics.POSSIBLE_IF, 0.14, "very unlikely"),
    "S08": (Physics.CONSISTENT, 1.0, "almost certain"),
    "T04": (Physics.OUT_OF_SCOPE, None, None),
    "W01": (Physics.INCONSISTENT, 0.0, "almost no chance"),
    "P03": (Physics.UNDERDETERMINED, None, None),
    "E03": (Physics.ILL_POSED, None, None),
}


def assessment(
    book: Ledger | None = None,
    results: dict[str, StudyResult] | None = None,
    names: dict[str, str] | None = None,
) -> Assessment:
    """Verdicts on the example ledger; `names` leads from IDs that are not in it to those that are."""
    book, results = book or ledger(), results or studies()
    glide, tunnel, plasma = (results[key] for key in ("glide", "tunnel", "plasma"))
    miles = ("km", 1e-3, "up to 2,000 miles (3,219 km)", (3119.0, None))
    rows = {
        "S02": [row(results["burnout"], "speed", "km/s", 1e-3, "at least 7.8 km/s", (7.8, None))],
        "S03": [row(glide, key, *miles) for key in ("range", "closed")],
        "S08": [
            row(glide, "altitude", "km", 1e-3, "below the apogee of 330 km", (None, 330.0)),
            row(results["ballistic"], "apogee", "km", 1e-3),
        ],
        "W01": [row(tunnel, key, "K", 1.0, "900 K", (895.0, 905.0)) for key in ("perfect", "real")],
        "P03": [row(plasma, key, "-", 1.0, "above 1: blocked", (1.0, None)) for key in ("ratio", "frozen")],
    }
    known = names or {}
    claims = tuple(
        verdict(book, each, tuple(rows.get(each.id, ())), known.get(each.id, each.id)) for each in book.claims
    )
    return Assessment(book, "0.1.0", 7, SAMPLES, claims)


def verdict(book: Ledger, claim, rows: tuple[Evidence, ...], name: str) -> ClaimAssessment:
    """A verdict with plausible sentences."""
    physics, satisfied, likelihood = VERDICTS[name]
    refused = "Effects of warheads are not computed here. The size of the miss can be examined instead."
    origin = sourcing(book, claim, physics)
    share = f"The calculation gives it in {100 * (satisfied or 0):.0f} % of the parameter sets tried."
    return ClaimAssessment(
        claim=claim,
        physics=physics,
        satisfied=satisfied,
        likelihood=likelihood,
        condition=None,
        confidence=Confidence("moderate", "The models pass their checks, and the parameters are estimates."),
        sourcing=origin,
        evidence=rows,
        would_change=claim.would_change or "A sourced parameter set outside the sampled ranges.",
        refused=refused if physics == Physics.OUT_OF_SCOPE else None,
        physics_text=f"{physics.value.capitalize()}. {share}",
        confidence_text="Model confidence is moderate.",
        sourcing_text=f"First {origin.first_appearance}. Graded {origin.admiralty}.",
        summary="A short summary.",
    )
