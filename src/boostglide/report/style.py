"""The look of every chart: colours, type, a figure measured in pixels, and deterministic SVG and PNG."""

import functools
import io
import re
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

from boostglide.report.plain import plain

INK = "#1f2933"
QUIET = "#5b6773"
FAINT = "#c9d1d8"
GRID = "#e6eaee"
PAPER = "#ffffff"
COMPUTED = "#0072b2"
COMPUTED_PALE = "#9cc6e2"
CLAIMED = "#e69f00"
CLAIMED_TEXT = "#8a5a00"
SECOND = "#d55e00"
THIRD = "#009e73"
GROUND = {"facecolor": PAPER, "linewidth": 0, "pad": 0.8}
"""Okabe and Ito's palette (2008) for data, greys for everything else."""

FAMILY = "DejaVu Sans"
SCREEN_FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
WIDE, NARROW, MARGIN = 720, 340, 14
"""Widths of a chart on a desk and on a phone, and the room around its content [px]."""

_OUTSIDE = "outside-body"

_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "boostglide",
    "font.family": [FAMILY],
    "path.simplify": True,
}
_REMOVED = (
    re.compile(r"^.*?(?=<svg )", re.S),
    re.compile(r"\s*<metadata>.*?</metadata>", re.S),
    re.compile(r"\s*<defs>\s*<style.*?</style>\s*</defs>", re.S),
    re.compile(r'(?<=<g) id="[^"]*"'),
    re.compile(r' transform="rotate\(-0 [^)]*\)"'),
)


class Sheet(Figure):
    """A figure measured in pixels, with a heading above its body and a source below."""

    body: tuple[float, float] = (0.0, 0.0)
    """Top and height of the body [px]."""


def new_sheet(width: float, height: float, title: str = "", note: str = "") -> Sheet:
    """A white sheet with a body of `width` by `height` pixels; one point of type is one pixel."""
    heading = wrap(title, width - 2 * MARGIN, 15, bold=True, most=4).split("\n") if title else []
    notes = wrap(note, width - 2 * MARGIN, 11, most=8).split("\n") if note else []
    top = 20 * len(heading) + 14 if title else 0
    whole = top + height + (15 * len(notes) + 14 if note else 0)
    sheet = Sheet(figsize=(width / 72, whole / 72), dpi=72, facecolor=PAPER)
    FigureCanvasAgg(sheet)
    sheet.body = (top, height)
    for place, line in enumerate(heading):
        write(sheet, MARGIN, 8 + 20 * place, line, size=15, bold=True, color=INK, name=_OUTSIDE)
    for place, line in enumerate(notes):
        write(sheet, MARGIN, top + height + 6 + 15 * place, line, size=11, name=_OUTSIDE)
    return sheet


def add_axes(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Axes placed in pixels from the top left corner, without a frame."""
    full_width, full_height = figure.get_size_inches() * 72
    axes = figure.add_axes(
        (left / full_width, 1 - (top + height) / full_height, width / full_width, height / full_height)
    )
    axes.set_facecolor("none")
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, labelsize=12, labelcolor=QUIET, pad=5)
    return axes


def write(
    figure: Figure, left: float, top: float, text: str, *, size: float = 12, bold: bool = False,
    color: str = QUIET, align: str = "left", halo: bool = False, name: str | None = None,
) -> None:  # fmt: skip
    """Put text on a figure, its first baseline `size` below `top` [px]; the text is never read as TeX.

    A halo is a paper-coloured ground that keeps lines of the chart out of the text.
    """
    ground = GROUND if halo else None
    full_width, full_height = figure.get_size_inches() * 72
    for number, line in enumerate(map(plain, text.split("\n"))):
        baseline = 1 - (top + size + number * size * 1.35) / full_height
        figure.text(
            left / full_width, baseline, line, fontsize=size, fontweight="bold" if bold else "normal",
            color=color, ha=align, va="baseline", parse_math=False, bbox=ground, gid=name,
        )  # fmt: skip


@functools.lru_cache(maxsize=20_000)
def text_width(text: str, size: float = 12, bold: bool = False) -> float:
    """Width of a line of text [px]; screens set it narrower, as DejaVu Sans is a wide face."""
    font = get_font(findfont(FontProperties(family=FAMILY, weight="bold" if bold else "normal")))
    font.set_size(size, 72)
    font.set_text(text)
    return font.get_width_height()[0] / 64


def wrap(text: str, width: float, size: float = 12, bold: bool = False, most: int = 8) -> str:
    """Break text into lines no wider than `width` [px]; beyond `most` lines it ends in an ellipsis.

    A word wider than a line is broken between letters.
    """
    lines = [""]
    words = [part for word in plain(text).split() for part in _parts(word, width, size, bold)]
    for word in words:
        trial = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(trial, size, bold) > width:
            lines.append(word)
        else:
            lines[-1] = trial
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(".,;: ") + " …"]
    return "\n".join(lines)


def _parts(word: str, width: float, size: float, bold: bool) -> list[str]:
    if len(word) < 8 or text_width(word, size, bold) <= width:
        return [word]
    count = max(int(width / (0.75 * size)), 1)
    return [word[place : place + count] for place in range(0, len(word), count)]


def svg(figure: Figure, name: str) -> str:
    """The figure as a small SVG with text as text; `name` keeps its inner ids apart from other charts."""
    return _tidy(_rendered(figure), name)


def svg_pair(sheet: Sheet, name: str) -> tuple[str, str]:
    """A sheet as two SVGs: its body for the page, and the whole with heading and source."""
    text = _rendered(sheet)
    width, _ = sheet.get_size_inches() * 72
    inner = re.sub(rf'<g id="{_OUTSIDE}">.*?</g>', "", text, flags=re.S)
    top, height = sheet.body
    inner = re.sub(r'viewBox="[^"]*"', f'viewBox="0 {top:g} {width:g} {height:g}"', inner, count=1)
    return _tidy(inner, name), _tidy(text, "chart")


def _rendered(figure: Figure) -> str:
    buffer = io.StringIO()
    with matplotlib.rc_context(_SETTINGS):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


def _tidy(text: str, name: str) -> str:
    """Without header, style sheet, needless ids and digits, and with the fonts of the reader's screen."""
    for pattern in _REMOVED:
        text = pattern.sub("", text)
    text = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", text)
    text = re.sub(rf"font-family: '{FAMILY}'(, [^;\"]*)?;? ?", "", text)
    text = re.sub(rf"'{FAMILY}'(, sans-serif)?", SCREEN_FAMILY, text)
    text = re.sub(r"<[^>]*>", _shorter_numbers, text)
    root = f'<svg font-family="{SCREEN_FAMILY}" stroke-linejoin="round"'
    text = re.sub(r'<svg (.*?)width="[^"]*" height="[^"]*"', rf"{root} \1", text, count=1, flags=re.S)
    return re.sub(r"\s*\n\s*", " ", text).strip()


def _shorter_numbers(tag: re.Match) -> str:
    """A tag with coordinates to a hundredth of a pixel; text between tags is left alone."""
    return re.sub(r"-?\d+\.\d{3,}", lambda match: f"{float(match[0]):.2f}".rstrip("0").rstrip("."), tag[0])


def png(figure: Figure) -> bytes:
    """The figure as PNG at twice its size in pixels."""
    buffer = io.BytesIO()
    with matplotlib.rc_context(_SETTINGS):
        figure.savefig(
            buffer, format="png", dpi=144, metadata={"Software": None}, pil_kwargs={"compress_level": 4}
        )
    return buffer.getvalue()
