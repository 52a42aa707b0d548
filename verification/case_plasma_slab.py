"""Transmission through a uniform plasma layer against a published table.

Source: Physics of Fluids 38, 036114 (2026), Table 4, as transcribed by others: 2.31e17 electrons per m^3,
2.53 cm, absorption only. The paper does not state the collision frequency in the transcription; 1e7 per
second is used, and the overdense values hardly depend on it.
"""

import jax.numpy as jnp

from boostglide.plasma import absorption
from verification.row import Row

TABLE = [(0.1, 0.010), (0.5, 0.011), (1.0, 0.012), (2.0, 0.018), (4.0, 0.185), (8.0, 0.995)]


def compare() -> list[Row]:
    """Published and computed share of the power that passes."""
    rows = []
    for gigahertz, published in TABLE:
        values = (2.31e17, 1e7, 0.0253, gigahertz * 1e9)
        loss = float(absorption(*(jnp.asarray(value) for value in values)))
        label = f"transmitted power at {gigahertz:g} GHz"
        rows.append(Row(label, published, 10.0 ** (-loss / 10.0), "-", 0.05, "parent2026"))
    return rows
