"""The charts of a relaxation behind a shock: temperatures, flow, electrons, composition."""

import numpy as np

from boostglide.report.gas_names import species_name
from boostglide.report.gas_panels import Level, Panel, panels_chart
from boostglide.report.line_names import Line
from boostglide.report.numbers import number, with_unit
from boostglide.report.pictures import Picture, picture
from boostglide.study import RelaxationRecord

_DECADES = 5.0
_SMALLEST_FRACTION = 1e-6
_SMALLEST_ELECTRONS = 1e-5


def relaxation_figures(record: RelaxationRecord) -> tuple[Picture, ...]:
    """The charts of a relaxation, each as inline SVG for desk and phone, and as PNG and SVG to share.

    Temperatures with the frozen and the equilibrium level; density ratio, pressure and speed; electron
    density, where there are electrons; mole fractions. All over the logarithm of the distance.

    Parameters
    ----------
    record
        The relaxation.

    Returns
    -------
    tuple of Picture
        The charts; none where the integration did not get away from the shock.
    """
    if record.profile.sizes["station"] < 2:
        return ()
    drawn = [
        ("temperatures", "Temperatures", _temperature_words(record), _temperatures(record)),
        ("flow", "Density, pressure and speed", _flow_words(record), _flow(record)),
    ]
    if float(record.profile["electron_density"].max()) > 0:
        drawn.append(("electrons", "Electron density", _electron_words(record), _electrons(record)))
    drawn.append(("composition", "Composition", "Mole fractions behind the shock.", _composition(record)))
    span, _, unit = _distances(record)
    return tuple(
        picture(
            name, lambda panels=panels, **given: panels_chart(
                panels, x_label=f"Distance behind the shock [{unit}]", span=span, is_log=True, **given,
            ),
            title=f"{record.title}: {heading[:1].lower()}{heading[1:]}", heading=heading, words=words,
            caption=words, source=_source(record),
        )
        for name, heading, words, panels in drawn
    )  # fmt: skip


def _source(record: RelaxationRecord) -> str:
    version = record.versions.get("boostglide", "")
    kind = "one temperature" if record.temperatures == 1 else "two temperatures"
    return f"Computed with boostglide {version}. Mechanism {record.mechanism_title}, {kind}."


def _distances(record: RelaxationRecord) -> tuple[tuple[float, float], float, str]:
    """Limits of the axis of distance, its factor from metres, and its unit."""
    distance = record.profile["distance"].values
    far = float(distance[-1])
    factor, unit = (1e3, "mm") if far < 2.0 else (1.0, "m")
    near = max(float(distance[distance > 0][0]), far * 10**-_DECADES)
    return (near * factor, max(far, 3 * near) * factor), factor, unit


def _line(record: RelaxationRecord, name: str, label: str, place: int = 0, scale: float = 1.0) -> Line:
    _, factor, _ = _distances(record)
    profile = record.profile
    return Line(label, profile["distance"].values * factor, profile[name].values * scale, None, place)


def _temperatures(record: RelaxationRecord) -> tuple[Panel, ...]:
    lines = [
        _line(record, "temperature", "T, all motions" if record.temperatures == 1 else "T, heavy particles")
    ]
    if record.temperatures == 2:
        lines.append(_line(record, "vibrational_temperature", "Tv, vibration and electrons", 1))
    levels = (
        Level("frozen, right behind the shock", record.states["frozen"]["temperature_k"]),
        Level("equilibrium, far behind", record.states["equilibrium"]["temperature_k"]),
    )
    highest = max(float(np.max(line.y)) for line in lines)
    top = 1.1 * max(highest, *(level.value for level in levels))
    return (Panel("Temperature [K]", tuple(lines), levels, limits=(0.0, top)),)


def _flow(record: RelaxationRecord) -> tuple[Panel, ...]:
    upstream, end = record.states["upstream"], record.states["equilibrium"]
    rest = upstream["density_kg_m3"]
    pressure = record.profile["pressure"].values
    scale, unit = (1e-3, "kPa") if float(pressure.max()) > 2e3 else (1.0, "Pa")
    label = "equilibrium"
    return (
        Panel("Density ratio to the free stream [-]", (_line(record, "density", "", 0, 1 / rest),),
              (Level(label, end["density_kg_m3"] / rest),)),
        Panel(f"Pressure [{unit}]", (_line(record, "pressure", "", 0, scale),),
              (Level(label, end["pressure_pa"] * scale),)),
        Panel("Speed relative to the shock [m/s]", (_line(record, "speed", ""),),
              (Level(label, end["speed_m_s"]),)),
    )  # fmt: skip


def _electrons(record: RelaxationRecord) -> tuple[Panel, ...]:
    line = _line(record, "electron_density", "")
    end = record.states["equilibrium"]["electron_density_m3"]
    levels = (Level("equilibrium, far behind", end),) if end > 0 else ()
    top = max(float(line.y.max()), end)
    return (Panel("Electron density [1/m³]", (line,), levels, True, (top * _SMALLEST_ELECTRONS, 3 * top)),)


def _composition(record: RelaxationRecord) -> tuple[Panel, ...]:
    fractions = record.profile["mole_fraction"]
    lines: list[Line] = []
    for place, name in enumerate(str(each) for each in record.profile["species"].values):
        line = _line(record, "density", species_name(name), place)._replace(
            y=fractions.sel(species=name).values
        )
        if float(line.y.max()) > _SMALLEST_FRACTION:
            lines.append(line)
    return (Panel("Mole fraction [-]", tuple(lines), (), True, (_SMALLEST_FRACTION, 1.5), 1.25),)


def _temperature_words(record: RelaxationRecord) -> str:
    frozen, end = (record.states[key]["temperature_k"] for key in ("frozen", "equilibrium"))
    words = f"From {number(frozen)} K right behind the shock towards {number(end)} K in equilibrium"
    if record.temperatures == 1:
        return f"{words}; one temperature for all motions of the gas."
    peak = record.summary["peak_vibrational_temperature_k"]
    return (
        f"{words}. T is that of translation and rotation of the heavy particles, Tv that of their vibration, "
        f"of electronic states and of free electrons; Tv reaches {number(peak)} K."
    )


def _flow_words(record: RelaxationRecord) -> str:
    ratios = [
        record.states[key]["density_kg_m3"] / record.states["upstream"]["density_kg_m3"]
        for key in ("frozen", "equilibrium")
    ]
    return f"The density ratio grows from {number(ratios[0])} to {number(ratios[1])} in equilibrium."


def _electron_words(record: RelaxationRecord) -> str:
    peak, place = (record.summary[key] for key in ("peak_electron_density_m3", "peak_electron_distance_m"))
    return f"At most {number(peak)} electrons per m³, {with_unit(1e3 * place, 'mm')} behind the shock."
