"""A flight as KML 2.2 of the Open Geospatial Consortium, for globes and geographic programs."""

import pathlib
import xml.etree.ElementTree as ET

import numpy as np

from boostglide.report.exchange.event_words import event_sentence
from boostglide.report.exchange.stretches import COLORS, Stretch, flat_lines, phase_stretches, placed_events
from boostglide.report.exchange.whole_files import whole_file
from boostglide.report.plain import plain
from boostglide.study import FlightRecord

REFERENCES = ("kml2008",)

_SPACE = "http://www.opengis.net/kml/2.2"


def write_kml(record: FlightRecord, path: pathlib.Path) -> pathlib.Path:
    """Write a flight as KML: a line of each phase in its colour, at its altitude, and a mark for each event.

    Altitudes are absolute. KML takes them above mean sea level, the flight above the ellipsoid; they differ
    by up to 110 m. Lines are cut where they cross the date line.

    Parameters
    ----------
    record
        The flight.
    path
        File to write; an older one is replaced.

    Returns
    -------
    Path
        The file.

    References
    ----------
    kml2008.
    """
    root = ET.Element("kml", xmlns=_SPACE)
    document = ET.SubElement(root, "Document")
    _add(document, "name", record.title)
    _add(document, "description", _description(record))
    for number, color in enumerate(COLORS):
        _line_style(document, f"phase-{number}", color)
    _event_style(document)
    _tracks(document, phase_stretches(record))
    _marks(document, record)
    ET.indent(root)
    with whole_file(path) as work:
        ET.ElementTree(root).write(work, encoding="utf-8", xml_declaration=True)
    return pathlib.Path(path)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = plain(text)
    return child


def _description(record: FlightRecord) -> str:
    return " ".join([record.outcome.sentence, *record.assumptions])


def _argb(color: str) -> str:
    """A colour as KML writes it: alpha, blue, green, red."""
    return "ff" + color[5:7] + color[3:5] + color[1:3]


def _line_style(document: ET.Element, name: str, color: str) -> None:
    line = ET.SubElement(ET.SubElement(document, "Style", id=name), "LineStyle")
    _add(line, "color", _argb(color))
    _add(line, "width", "3")


def _event_style(document: ET.Element) -> None:
    style = ET.SubElement(document, "Style", id="event")
    icon = ET.SubElement(style, "IconStyle")
    _add(icon, "scale", "0.7")
    label = ET.SubElement(style, "LabelStyle")
    _add(label, "scale", "0.8")


def _tracks(document: ET.Element, stretches: list[Stretch]) -> None:
    folder = ET.SubElement(document, "Folder")
    _add(folder, "name", "Track")
    for stretch in stretches:
        mark = ET.SubElement(folder, "Placemark")
        _add(mark, "name", stretch.phase)
        _add(mark, "styleUrl", f"#phase-{stretch.number % len(COLORS)}")
        lines = flat_lines(stretch)
        parent = ET.SubElement(mark, "MultiGeometry") if len(lines) > 1 else mark
        for line in lines:
            drawn = ET.SubElement(parent, "LineString")
            _add(drawn, "tessellate", "0")
            _add(drawn, "altitudeMode", "absolute")
            _add(drawn, "coordinates", "\n".join(map(_place, line)))


def _place(place: np.ndarray) -> str:
    return f"{place[0]:.7f},{place[1]:.7f},{place[2]:.2f}"


def _marks(document: ET.Element, record: FlightRecord) -> None:
    folder = ET.SubElement(document, "Folder")
    _add(folder, "name", "Events")
    for event, place in placed_events(record):
        mark = ET.SubElement(folder, "Placemark")
        _add(mark, "name", event.label)
        _add(mark, "description", event_sentence(event))
        _add(mark, "styleUrl", "#event")
        point = ET.SubElement(mark, "Point")
        _add(point, "altitudeMode", "absolute")
        _add(point, "coordinates", _place(place))
