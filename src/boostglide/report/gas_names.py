"""Species as readers write them: N₂, NO⁺, e⁻."""

import re

_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def species_name(name: str) -> str:
    """A species with lowered numbers and raised charge: N2+ becomes N₂⁺.

    Parameters
    ----------
    name
        Its name in the library.
    """
    body = re.sub(r"\d", lambda digit: digit[0].translate(_LOWERED), name.rstrip("+-"))
    return body + name[len(name.rstrip("+-")) :].replace("+", "⁺").replace("-", "⁻")


_UNITS = {
    "_kg_m3": "kg/m³", "_j_kg_k": "J/kg/K", "_j_kg": "J/kg", "_w_m_k": "W/m/K", "_pa_s": "Pa s",
    "_m2_s": "m²/s", "_s_m": "S/m", "_m_s": "m/s", "_1_s": "1/s", "_hz": "Hz", "_m3": "1/m³", "_pa": "Pa",
    "_deg": "°", "_kg_mol": "kg/mol", "_1_k": "1/K", "_1_pa": "1/Pa", "_k": "K", "_s": "s", "_m": "m",
}  # fmt: skip
"""Ends of names of plain data and the units that they stand for, longer ones first."""


def named_unit(key: str) -> tuple[str, str]:
    """Words and unit of a name of plain data: `sound_speed_m_s` becomes Sound speed and m/s.

    Parameters
    ----------
    key
        The name, with its unit at the end if it has one.
    """
    for end in sorted(_UNITS, key=len, reverse=True):
        if key.endswith(end) and key != end:
            return _worded(key.removesuffix(end)), _UNITS[end]
    return _worded(key), "-"


_PEOPLE = ("Prandtl", "Lewis", "Debye", "Mach")


def _worded(key: str) -> str:
    words = key.replace("_", " ")
    for name in _PEOPLE:
        words = words.replace(name.lower(), name)
    return words[:1].upper() + words[1:]
