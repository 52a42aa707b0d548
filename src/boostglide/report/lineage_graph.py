"""Who took it from whom: sources as a tree with one row each, further debts as arcs."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from boostglide.report import style

_DASHES = {
    "citation": "-",
    "verbatim reuse": (0, (7, 2)),
    "shared error": (0, (3, 2)),
    "translation": (0, (1, 1.6)),
}
_COLORS = {
    "citation": style.QUIET,
    "verbatim reuse": style.COMPUTED,
    "shared error": style.SECOND,
    "translation": style.THIRD,
}
_PHRASES = {
    "citation": "cites",
    "verbatim reuse": "reuses words of",
    "shared error": "shares an error with",
    "translation": "translates",
}
_INDENT = 22
_REACH = 600


class Debt(NamedTuple):
    """What a source owes another: the key of that one, and the kind of evidence."""

    source: str
    evidence: str


class Node(NamedTuple):
    """A source in the graph: key, name, date in words, whether it was read in the original, its debts."""

    key: str
    name: str
    when: str
    is_read: bool
    debts: tuple[Debt, ...]


class Placed(NamedTuple):
    """A node in the tree: its depth, and the debt that hangs it there (None at a root)."""

    node: Node
    depth: int
    parent: Debt | None


def tree_order(nodes: Sequence[Node]) -> list[Placed]:
    """Nodes in the order of a depth-first walk; each hangs once, below its first known debt.

    Sources that stand alone come last.

    Raises
    ------
    ValueError
        If the nodes owe each other in a circle.
    """
    known = {node.key for node in nodes}
    first = {node.key: next((debt for debt in node.debts if debt.source in known), None) for node in nodes}
    linked = {debt.source for node in nodes for debt in node.debts}
    linked |= {node.key for node in nodes if any(debt.source in known for debt in node.debts)}
    nodes = sorted(nodes, key=lambda node: node.key not in linked)
    order: list[Placed] = []

    def hang(parent: str | None, depth: int) -> None:
        for node in nodes:
            debt = first[node.key]
            if (debt.source if debt else None) == parent:
                order.append(Placed(node, depth, debt))
                hang(node.key, depth + 1)

    hang(None, 0)
    if len(order) != len(nodes):
        raise ValueError("Argument `nodes` must not owe each other in a circle, but some do.")
    return order


def lineage_graph(
    nodes: Sequence[Node], *, title: str = "", note: str = "", width: int = style.WIDE
) -> style.Sheet:
    """Draw sources under the sources they draw on, with the kind of evidence in colour, dash and words.

    Parameters
    ----------
    nodes
        All sources, in the order of their dates.
    title, note
        Heading above and explanation below.
    width
        Width of the graph [px].

    Returns
    -------
    Figure
        A matplotlib figure; a filled dot was read in the original, a ring is known second-hand.
    """
    order = tree_order(nodes)
    names = {node.key: node.name for node in nodes}
    arcs = 34 if any(len(_further(placed)) for placed in order) else 0
    left = 24
    reach = min(width, _REACH)
    labels = [_label(placed, names, reach - left - arcs - _INDENT * placed.depth - 30) for placed in order]
    heights = [len(lines) * 16 + 12 for lines in labels]
    inner = sum(heights)
    sheet = style.new_sheet(width, 6 + inner, title, note)
    top = sheet.body[0] + 6
    axes = style.add_axes(sheet, 0, top, width, inner)
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(inner, 0)
    places = _places(order, heights, left)
    ends = [_width(lines) + places[placed.node.key][0] for placed, lines in zip(order, labels, strict=True)]
    _draw_edges(axes, order, places, min(reach, max(ends) + 70))
    for placed, lines in zip(order, labels, strict=True):
        _draw_node(sheet, axes, placed, lines, places[placed.node.key], top)
    return sheet


def _further(placed: Placed) -> tuple[Debt, ...]:
    return tuple(debt for debt in placed.node.debts if debt is not placed.parent)


def _width(lines: list[tuple[str, bool]]) -> float:
    return max(style.text_width(line, 12 if bold else 11, bold) for line, bold in lines)


def _places(order: Sequence[Placed], heights: Sequence[float], left: float) -> dict[str, tuple[float, float]]:
    tops = np.concatenate([[0], np.cumsum(heights)])
    return {
        placed.node.key: (left + _INDENT * placed.depth, float(top) + 9)
        for placed, top in zip(order, tops, strict=False)
    }


def _label(placed: Placed, names: dict[str, str], room: float) -> list[tuple[str, bool]]:
    """The name in bold with its date, and below in plain words what it owes to whom."""
    lines = [(line, True) for line in style.wrap(placed.node.name, room, 12, bold=True).split("\n")]
    owed: dict[str, list[str]] = {}
    for debt in placed.node.debts:
        if debt.source in names:
            owed.setdefault(debt.evidence, []).append(names[debt.source].split(",")[0])
    said = [placed.node.when] if placed.node.when else []
    said += [f"{_PHRASES.get(kind, kind)} {', '.join(above)}" for kind, above in owed.items()]
    return lines + [(line, False) for line in style.wrap("; ".join(said), room, 11).split("\n") if line]


def _draw_node(
    figure: Figure, axes: Axes, placed: Placed, lines: list, place: tuple[float, float], top: float
) -> None:
    x, y = place
    fill = style.INK if placed.node.is_read else style.PAPER
    axes.plot(x, y, "o", markersize=8, color=fill, mec=style.INK, mew=1.6, zorder=3)
    for number, (line, bold) in enumerate(lines):
        color = style.INK if bold else style.QUIET
        size = 12 if bold else 11
        style.write(figure, x + 14, top + y - 9 + 16 * number, line, size=size, bold=bold, color=color)


def _draw_edges(axes: Axes, order: Sequence[Placed], places: dict, reach: float) -> None:
    """Elbows from a node to those that hang below it, and arcs along the right side for further debts."""
    for placed in order:
        x, y = places[placed.node.key]
        if placed.parent:
            above = places[placed.parent.source]
            look = _look(placed.parent.evidence)
            axes.plot([above[0]] * 2, [above[1] + 6, y], linewidth=1.6, color=style.FAINT, zorder=0)
            axes.plot([above[0], x - 6], [y, y], linewidth=1.8, zorder=1, **look)
        for number, debt in enumerate(debt for debt in _further(placed) if debt.source in places):
            _draw_arc(axes, places[debt.source][1] + 2, y + 2 + 3 * number, reach, _look(debt.evidence))


def _draw_arc(axes: Axes, start: float, end: float, edge: float, look: dict) -> None:
    turn = np.linspace(-np.pi / 2, np.pi / 2, 40)
    reach = 10 + 16 * min(abs(end - start) / 400, 1.0)
    edge -= 32
    middle, half = 0.5 * (start + end), 0.5 * (end - start)
    axes.plot(
        edge + reach * np.cos(turn), middle + half * np.sin(turn), linewidth=1.4, **look
    )  # fmt: skip
    axes.plot([edge - 6, edge], [end, end], linewidth=1.4, **look)
    axes.plot(edge - 6, end, marker="<", markersize=5, color=look["color"], linestyle="none")
    axes.plot(edge, start, marker="o", markersize=3.5, color=look["color"], linestyle="none")


def _look(evidence: str) -> dict:
    return {"color": _COLORS.get(evidence, style.QUIET), "linestyle": _DASHES.get(evidence, "-")}
