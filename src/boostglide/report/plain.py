"""Text that others wrote, made safe to set: no control characters, no marks that turn the reading order."""

import unicodedata

_TURNS = frozenset("\u200b\u200e\u200f\u061c\ufeff\u2028\u2029") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def plain(text: str) -> str:
    """The text without control characters, lone surrogates and direction marks; line ends become spaces."""
    if text.isascii() and text.isprintable():
        return text
    spaced = "".join(" " if letter in "\t\n\r\x0b\x0c" else letter for letter in text)
    return "".join(letter for letter in spaced if letter not in _TURNS and not _is_control(letter))


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs") or ord(letter) & 0xFFFE == 0xFFFE
