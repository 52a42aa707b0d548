"""Numbers in digits: points and commas between thousands or before decimals, exponents, fractions."""

import re
from dataclasses import dataclass
from typing import Literal

Decimals = Literal["point", "comma"]

LANGUAGES: dict[str, Decimals] = {
    **dict.fromkeys(("en", "zh", "ja", "ko", "he", "hi", "th", "ga", "ms"), "point"),
    **dict.fromkeys(
        (
            *"de fr it es pt nl ru uk pl cs sk sl hr sr bg ro hu el tr sv no nb nn da fi is".split(),
            *"et lv lt id vi ca".split(),
        ),
        "comma",
    ),
}
"""What stands before the decimals, by language (the country may use the other one, as Switzerland does)."""

_GROUPED = r"[1-9]\d{0,2}(?:%s\d{3})+"
_RAISED_DIGITS = "[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}"
_POWER = rf"\s*[x×*·]\s*10(?P<power>\s?\^\s?[-+]?\d{{1,2}}|{_RAISED_DIGITS})(?!\d)"
_EXPONENT = rf"(?:[eE](?P<exponent>[-+]?\d{{1,2}})(?!\d)|{_POWER})?"
_SIGN = r"(?P<sign>[-+](?=[\d.])|minus\s+)?"
_BODY = r"(?P<body>\d[\d.,'’]*(?:(?<=\d)\s\d{3}(?!\d))*(?:(?<!\.|,)[.,]\d+)?|\.\d+)"
_DIGITS = re.compile(_SIGN + _BODY + _EXPONENT, re.IGNORECASE | re.ASCII)
_POWER_OF_TEN = re.compile(rf"10(?P<power>\s?\^\s?[-+]?\d{{1,2}}|{_RAISED_DIGITS})(?!\d)", re.ASCII)
_FRACTION = re.compile(
    r"(?:(?P<whole>\d{1,4})\s+)?(?P<over>\d{1,2})\s?[/⁄]\s?(?P<under>\d{1,2})(?![\d/.,]*\d)", re.ASCII
)
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
_SIGN_FRACTION = re.compile(rf"(?P<whole>\d{{1,4}})?\s?(?P<sign>[{''.join(_SIGNS)}])", re.ASCII)
_UNCLEAR = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

_SEPARATORS: tuple[tuple[Decimals, str, str], ...] = (("point", ",", "."), ("comma", ".", ","))
_FORMS: dict[Decimals, tuple[str, str, re.Pattern[str]]] = {
    convention: (
        group,
        point,
        re.compile(
            rf"(?:{_GROUPED % re.escape(group)}|{_GROUPED % '_'}|\d+)?(?:{re.escape(point)}\d+)?", re.ASCII
        ),
    )
    for convention, group, point in _SEPARATORS
}

LONGEST = 24
"""Most characters of a number in digits."""


@dataclass(frozen=True)
class Digits:
    """A number in digits.

    Parameters
    ----------
    value
        The number.
    step
        Size of its last stated digit; zeros at the end of a whole number are not stated.
    is_whole
        Whether it is written without decimals, fraction or exponent.
    end
        Where it ends in the text.
    """

    value: float
    step: float
    is_whole: bool
    end: int


def digits_at(text: str, start: int, decimals: Decimals) -> Digits | None:
    """The number that begins at a place; None if none does.

    Parameters
    ----------
    text
        The text.
    start
        Where to look in it.
    decimals
        What "2.000" and "2,000" mean; numbers that can be read in one way only are read in that way.
    """
    fraction = _fraction(text, start)
    if fraction is not None:
        return fraction
    ten = _POWER_OF_TEN.match(text, start)
    if ten:
        power = 10.0 ** _raised(ten["power"])
        return Digits(power, power, False, ten.end())
    found = _DIGITS.match(text, start)
    if found is None:
        return None
    body = found["body"].rstrip(".,'’")
    plain = _plain(body, decimals)
    if plain is None and " " in body:
        body = body.partition(" ")[0]
        plain = _plain(body, decimals)
    if plain is None or len(body) > LONGEST or (found["sign"] and start and text[start - 1].isalnum()):
        return None
    trimmed = len(body) < len(found["body"])
    raised = None if trimmed else found["exponent"] or found["power"]
    scale = 10.0 ** _raised(raised) if raised else 1.0
    sign = -1.0 if found["sign"] and found["sign"] != "+" else 1.0
    end = found.start("body") + len(body) if trimmed else found.end()
    is_whole = "." not in plain and not raised
    step = _last_digit(plain) if is_whole else _last_decimal(plain)
    return Digits(sign * float(plain) * scale, step * scale, is_whole, end)


def unclear_numbers(text: str) -> tuple[str, ...]:
    """Numbers such as "2.000" and "2,000", which languages read in two ways.

    Parameters
    ----------
    text
        Any text.
    """
    return tuple(body for body in _bodies(text) if _UNCLEAR.fullmatch(body))


def clear_convention(text: str) -> Decimals | None:
    """The convention that the other numbers of a text show beyond doubt; None if none, or both, are shown.

    Parameters
    ----------
    text
        Any text.
    """
    bodies = [body for body in _bodies(text) if not _UNCLEAR.fullmatch(body)]
    shown: set[Decimals] = {each for body in bodies if (each := _shown(body)) is not None}
    return shown.pop() if len(shown) == 1 else None


def _bodies(text: str) -> list[str]:
    return [found["body"].rstrip(".,'’") for found in _DIGITS.finditer(text)]


def _shown(body: str) -> Decimals | None:
    both = [_plain(body, convention) for convention in ("point", "comma")]
    if "." in body and "," in body:
        return "point" if body.rfind(".") > body.rfind(",") else "comma"
    if both[0] is None or ("." not in body and "," not in body):
        return None
    separator = "." if "." in body else ","
    grouped = body.count(separator) > 1
    return "point" if (separator == ".") != grouped else "comma"


def _plain(body: str, decimals: Decimals) -> str | None:
    """Digits with a point before the decimals; None where the separators make no number."""
    body = re.sub(r"[\s'’]", "_", body)
    other: Decimals = "comma" if decimals == "point" else "point"
    for convention in (decimals, other):
        group, point, form = _FORMS[convention]
        if form.fullmatch(body):
            return body.replace(group, "").replace("_", "").replace(point, ".")
    return None


def _fraction(text: str, start: int) -> Digits | None:
    found = _FRACTION.match(text, start)
    if found:
        over, under = int(found["over"]), int(found["under"])
        if not (0 < over < under and under <= 16):
            return None
    else:
        found = _SIGN_FRACTION.match(text, start)
        if not found:
            return None
        over, under = _SIGNS[found["sign"]]
    return Digits(float(found["whole"] or 0) + over / under, 1.0 / under, False, found.end())


def _raised(power: str) -> int:
    return int(power.translate(_RAISED).replace("^", "").replace(" ", ""))


def _last_decimal(plain: str) -> float:
    return 10.0 ** -len(plain.partition(".")[2])


def _last_digit(plain: str) -> float:
    return 10.0 ** (len(plain) - len(plain.rstrip("0"))) if plain.strip("0") else 1.0
