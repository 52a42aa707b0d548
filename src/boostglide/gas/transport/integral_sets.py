"""Published sets of collision integrals, sampled as curves over the logarithm of temperature."""

import math
from typing import Any, NamedTuple

import numpy as np

from boostglide.core import load_yaml
from boostglide.gas.transport.coulomb import DATA
from boostglide.gas.transport.curves import Curves, grid, through_points

VARIANTS = ("wright2005", "gupta1990")
COLDEST, HOTTEST = 100.0, 50000.0
SQUARE_ANGSTROM = 1e-20
_LN_AREA = math.log(math.pi * SQUARE_ANGSTROM)
_LN_SQUARE_ANGSTROM = math.log(SQUARE_ANGSTROM)

Sampled = tuple[np.ndarray, np.ndarray]
"""Values and slopes at the nodes."""


class PairCurves(NamedTuple):
    """ln Q11, ln Q22, B* and C* of one pair at the nodes, each with its slope; Q in m^2."""

    diffusion: Sampled
    viscosity: Sampled
    b_star: Sampled
    c_star: Sampled


class UnknownPair(ValueError):
    """No set holds the collision integrals of a pair."""


def pair_curves(first: str, second: str, variant: str) -> tuple[PairCurves, str]:
    """Integrals of a pair of which one at least is neutral, and the set they are from.

    Parameters
    ----------
    first, second
        Species.
    variant
        Name of the set; a pair that `gupta1990` lacks, those of argon, is taken from `wright2005`.

    Raises
    ------
    UnknownPair
        If neither has the pair.
    """
    nodes = grid(COLDEST, HOTTEST)
    data = load_yaml(DATA)
    if variant == "gupta1990" and (found := _fitted(first, second, data[variant], nodes)):
        return found, variant
    if found := _tabulated(first, second, data["wright2005"], nodes):
        return found, "wright2005"
    known = sorted(
        {name for group in _groups(data["wright2005"]) for key in group["pairs"] for name in key.split()}
    )
    raise UnknownPair(
        f"There are no collision integrals for {first} with {second}; "
        f"there are for pairs of {', '.join(known)}."
    )


def valid_temperatures(variant: str) -> tuple[float, float]:
    """Least and greatest temperature of a set [K]."""
    low, high = load_yaml(DATA)[variant]["valid"]
    return float(low), float(high)


def stack(pairs: list[Sampled]) -> Curves:
    """Curves of several pairs, looked up together."""
    values, slopes = (np.stack(each, axis=1) for each in zip(*pairs, strict=True))
    return Curves.sampled(grid(COLDEST, HOTTEST), values, slopes)


def _groups(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [group for group in data.values() if isinstance(group, dict) and "pairs" in group]


def _entry(pairs: dict[str, Any], first: str, second: str) -> Any:
    return pairs.get(f"{first} {second}") or pairs.get(f"{second} {first}")


def _tabulated(first: str, second: str, data: dict[str, Any], nodes: np.ndarray) -> PairCurves | None:
    for group in _groups(data):
        if pair := _entry(group["pairs"], first, second):
            heavy = "e-" not in (first, second)
            diffusion, viscosity = (
                through_points(
                    pair["temperatures"], np.log(pair[key]) + _LN_AREA, nodes, onward=(heavy, heavy)
                )
                for key in ("diffusion", "viscosity")
            )
            b_star, c_star = (_ratio(pair, group, name, nodes) for name in ("b_star", "c_star"))
            return PairCurves(diffusion, viscosity, b_star, c_star)
    return None


def _ratio(pair: dict[str, Any], group: dict[str, Any], name: str, nodes: np.ndarray) -> Sampled:
    if name not in pair:
        return np.full_like(nodes, group[name]), np.zeros_like(nodes)
    points = pair.get("ratio_temperatures", pair["temperatures"])
    return through_points(points, pair[name], nodes, onward=(False, False))


def _fitted(first: str, second: str, data: dict[str, Any], nodes: np.ndarray) -> PairCurves | None:
    if "e-" in (first, second):
        pieces = _entry(data["electron"], first, second)
        return _electron_fit(pieces, data["valid"], nodes) if pieces else None
    charged = first.endswith("+") or second.endswith("+")
    entry = _entry(data["ion" if charged else "neutral"], first, second)
    if not entry and charged and not {first, second} & {"Ar", "Ar+"}:
        entry = data["ion"]["default"]
    if not entry:
        return None
    low, high = np.log(data["valid"])
    place = np.clip(nodes, low, high)
    diffusion, viscosity = (_straight(entry[name], place, nodes) for name in ("diffusion", "viscosity"))
    a, b, c = entry["b_star"]
    b_star = np.exp(a * place**2 + b * place + c)
    slope = np.gradient(b_star, nodes)
    c_star = 1.0 + diffusion[1] / 3.0
    return PairCurves(diffusion, viscosity, (b_star, slope), (c_star, np.gradient(c_star, nodes)))


def _straight(fit: list[float], place: np.ndarray, nodes: np.ndarray) -> Sampled:
    """A fit where it is valid, and straight on in logarithms beyond."""
    slope = np.polyval(np.polyder(np.asarray(fit)), place)
    return np.polyval(fit, place) + _LN_SQUARE_ANGSTROM + slope * (nodes - place), slope


def _electron_fit(pieces: list[list[float]], valid: list[float], nodes: np.ndarray) -> PairCurves:
    """Fits by piece; B* = 1 is that of the reference, and with it goes C* = 1, that of rigid spheres."""
    low, high = np.log(valid)
    place = np.clip(nodes, low, high)
    inside = place == nodes
    value, slope = np.zeros_like(nodes), np.zeros_like(nodes)
    for begin, *fit in pieces:
        chosen = place >= np.log(begin) - 1e-9
        value = np.where(chosen, np.polyval(fit, place), value)
        slope = np.where(chosen, np.polyval(np.polyder(np.asarray(fit)), place), slope)
    slope = np.where(inside, slope, 0.0)
    integral = (value + _LN_SQUARE_ANGSTROM, slope)
    one = (np.ones_like(nodes), np.zeros_like(nodes))
    return PairCurves(integral, integral, one, one)
