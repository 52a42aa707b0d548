"""Whether a condition holds for any member of a batch, as one flag for all of them."""

import jax
import jax.numpy as jnp

from boostglide.core import Flag


@jax.custom_batching.custom_vmap
def any_member(flag: Flag) -> Flag:
    """Whether a flag is set, for a batch whether it is set for any of its members.

    Under `jax.vmap` the answer is not mapped, so that `jax.lax.cond` on it stays a branch, which the whole
    batch takes or leaves; on a flag of each member it would compute both sides.

    Parameters
    ----------
    flag
        A condition of one member [-].

    Returns
    -------
    Flag
        The condition of the batch [-].
    """
    return jnp.any(flag)


@any_member.def_vmap
def _of_batch(_size: int, mapped: list[bool], flag: Flag) -> tuple[Flag, bool]:
    return any_member(jnp.any(flag, axis=0) if mapped[0] else flag), False
