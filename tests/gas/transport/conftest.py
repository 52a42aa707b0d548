import jax
import jax.numpy as jnp
import pytest
from verification.transport_states import NAMES

from boostglide.gas import Transport


def numbers(*values):
    return [jnp.asarray(value, dtype=float) for value in values]


@pytest.fixture(scope="session")
def air():
    """Air with 11 species: the model, and it compiled for pressure, temperature and mole fractions."""
    transport = Transport.of(NAMES)
    return transport, jax.jit(lambda p, t, x: transport.at(pressure=p, temperature=t, fraction=x))
