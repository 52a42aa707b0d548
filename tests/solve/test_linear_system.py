import jax
import jax.numpy as jnp

from boostglide.solve import solve_linear


def test_systems_are_solved_with_exchange_of_rows():
    matrix = jnp.asarray([[0.0, 2.0, 1.0], [1.0, 1e-18, 3.0], [2.0, 1.0, 1.0]])
    right = jnp.asarray([1.0, -2.0, 0.5])
    assert jnp.allclose(matrix @ jax.jit(solve_linear)(matrix, right), right, atol=1e-14)
    slope = jax.jit(jax.jacobian(lambda b: solve_linear(matrix, b)))(right)
    assert jnp.allclose(slope @ matrix, jnp.eye(3), atol=1e-12)
