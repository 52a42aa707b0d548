"""German words for numbers."""

import re

from boostglide.claims.number_words import SYMBOLS_ABOVE, SYMBOLS_BELOW, SYMBOLS_NEAR, NumberWords

_SMALL = (
    "null eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
).split()
_TENS = "zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig".split()
_ONES = "|".join(("ein", *_SMALL[2:10]))
_PARTS = "drittel viertel fuenftel sechstel siebtel achtel neuntel zehntel".split()
_NOUNS = "geschwindigkeit reichweite distanz entfernung hoehe temperatur dauer zeit tiefe breite masse"

GERMAN = NumberWords(
    cardinals={
        **{word: number for number, word in enumerate(_SMALL)},
        **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
        **dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), 1),
        "zwo": 2,
    },
    groups={
        "dutzend": 12.0,
        "hundert": 1e2,
        "tausend": 1e3,
        "million": 1e6,
        "millionen": 1e6,
        "mio.": 1e6,
        "mio": 1e6,
        "milliarde": 1e9,
        "milliarden": 1e9,
        "mrd.": 1e9,
        "mrd": 1e9,
        "billion": 1e12,
        "billionen": 1e12,
    },
    vague_groups={
        "dutzende": 12.0,
        "hunderte": 1e2,
        "tausende": 1e3,
        "zehntausende": 1e4,
        "hunderttausende": 1e5,
        "millionen": 1e6,
        "milliarden": 1e9,
    },
    several=("mehrere", "einige", "ein paar", "wenige"),
    couple=(),
    uncountable=("viele", "zahlreiche", "zig", "unzaehlige", "etliche", "eine reihe von"),
    parts={
        "halbe": 2,
        "hundertstel": 100,
        "tausendstel": 1000,
        **{word: number for number, word in enumerate(_PARTS, start=3)},
    },
    halves=(
        *(
            f"{article} {word}"
            for article in ("ein", "eine", "einen", "einem", "einer")
            for word in ("halb", "halbe", "halben", "halber", "halbes")
        ),
        *("halb", "halbe", "halben", "halber", "halbes"),
        *("die haelfte", "der haelfte", "haelfte"),
    ),
    and_a_half=(),
    multiples={
        "doppelte": 2.0,
        "doppelter": 2.0,
        "doppelten": 2.0,
        "anderthalb": 1.5,
        "eineinhalb": 1.5,
        **{f"{word}einhalb": number + 0.5 for number, word in enumerate(_SMALL[2:10], start=2)},
    },
    above=(
        "mehr als",
        "ueber",
        "oberhalb von",
        "jenseits von",
        "groesser als",
        "hoeher als",
        "schneller als",
        "laenger als",
        "weiter als",
        "mindestens",
        "wenigstens",
        "nicht weniger als",
        "ab",
        "weit ueber",
        "weit mehr als",
        *SYMBOLS_ABOVE,
    ),
    below=(
        "bis zu",
        "bis",
        "hoechstens",
        "maximal",
        "max.",
        "nicht mehr als",
        "unter",
        "unterhalb von",
        "weniger als",
        "kleiner als",
        "langsamer als",
        "kuerzer als",
        "niedriger als",
        "innerhalb von",
        *SYMBOLS_BELOW,
    ),
    near=(
        "rund",
        "etwa",
        "ungefaehr",
        "circa",
        "zirka",
        "fast",
        "beinahe",
        "nahezu",
        "annaehernd",
        "gegen",
        "um die",
        "um",
        "nur",
        "schaetzungsweise",
        "genau",
        *SYMBOLS_NEAR,
    ),
    little_above=("gut", "knapp ueber", "etwas mehr als", "etwas ueber"),
    little_below=("knapp unter", "knapp", "etwas weniger als", "etwas unter"),
    magnitude=("in der groessenordnung von", "groessenordnung von", "von der groessenordnung"),
    above_after=(
        "oder mehr",
        "und mehr",
        "oder hoeher",
        "oder schneller",
        "oder laenger",
        "aufwaerts",
        "plus",
    ),
    below_after=("oder weniger", "und weniger", "oder niedriger", "oder langsamer"),
    near_after=("oder so",),
    out_of=("von",),
    joins=("bis", "bis zu", "und", "oder"),
    openings=("zwischen", "von"),
    additions=("und",),
    decades={word + "er": 10 * number for number, word in enumerate(_TENS, start=2)}
    | {word + "ern": 10 * number for number, word in enumerate(_TENS, start=2)},
    decade_openings=("in den", "in seinen", "in ihren", "den", "seinen", "ihren", "die"),
    nouns=(
        *(
            f"{article}{noun} von"
            for noun in _NOUNS.split()
            for article in ("eine ", "einer ", "die ", "der ", "")
        ),
        *(f"mit {noun} von" for noun in _NOUNS.split()),
        *("mit", "bei", "in", "die", "der", "das", "dem", "den"),
    ),
    of=("aller", "der", "des", "von", "vom"),
    tails=(
        *"geschwindigkeit lang hoch weit entfernt breit alt tief schnell flughoehe reichweite hoehe".split(),
    ),
)
"""German; "Billion" is a million million."""

_COMPOUND = re.compile(
    rf"(?:(?P<thousands>[a-z]*?)(?P<tausend>tausend))?(?:(?P<hundreds>{_ONES})?(?P<hundert>hundert))?(?:und)?"
    rf"(?:(?P<one>{_ONES})und(?P<ten>{'|'.join(_TENS)})|(?P<rest>{'|'.join((*_SMALL, 'ein', *_TENS))}))?"
)


def compound_parts(word: str) -> tuple[str, ...] | None:
    """The simple numerals inside a German one, such as `zwei hundert zwanzig fuenf`; None if it is none.

    Parameters
    ----------
    word
        One word, in lower case, umlauts written out.
    """
    found = _COMPOUND.fullmatch(word) if 3 < len(word) <= 60 else None
    if found is None:
        return None
    parts: list[str] = []
    if found["tausend"]:
        inner = found["thousands"]
        before = (inner,) if inner in GERMAN.cardinals else compound_parts(inner) if inner else ()
        if before is None or "tausend" in before:
            return None
        parts += [*before, "tausend"]
    if found["hundert"]:
        parts += [*([found["hundreds"]] if found["hundreds"] else []), "hundert"]
    if found["one"]:
        parts += [found["ten"], found["one"]]
    elif found["rest"]:
        parts.append(found["rest"])
    return tuple(parts) or None
