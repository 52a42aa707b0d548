"""Radio bands and the loss that their links survive."""

from typing import ClassVar, Self

import equinox as eqx
import jax.numpy as jnp

from boostglide.core import Scalar, load_yaml

TABLE = "plasma/radio_bands.yaml"


class RadioBand(eqx.Module):
    """One frequency and the loss at which its signal counts as blocked.

    Parameters
    ----------
    name
        Key of the band, for example ``"l1"``.
    title
        Name for a person.
    frequency
        Frequency [Hz].
    margin
        Loss that the link survives [dB]; in the package's table illustrative.
    """

    name: str = eqx.field(static=True)
    title: str = eqx.field(static=True)
    frequency: Scalar
    margin: Scalar
    references: ClassVar[tuple[str, ...]] = ("isgps200", "isgps705", "irig106", "grantham1970")

    @classmethod
    def named(cls, name: str) -> Self:
        """The band of the package's table with this key.

        Raises
        ------
        ValueError
            If there is no such band.
        """
        rows = load_yaml(TABLE)["bands"]
        if name not in rows:
            raise ValueError(f"Argument `name` must be one of {', '.join(rows)}, but is `{name}`.")
        row = rows[name]
        values = (jnp.asarray(row[key], dtype=float) for key in ("frequency_hz", "margin_db"))
        return cls(name, row["title"], *values)


def radio_bands() -> dict[str, RadioBand]:
    """All bands of the package's table by key, from low to high frequency."""
    return {name: RadioBand.named(name) for name in load_yaml(TABLE)["bands"]}
