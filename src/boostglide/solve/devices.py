"""Cores and accelerators: what must be set before JAX first computes."""

import functools
import os
import pathlib

import jax
import platformdirs

CACHE_VARIABLE = "BOOSTGLIDE_CACHE"
WIDE_VECTORS = "--xla_cpu_prefer_vector_width=512"
WHOLE_LOOPS = "--xla_backend_extra_options=xla_cpu_small_while_loop_byte_threshold=100000000"
"""Makes XLA compile a loop as one function, instead of calling each operation in it."""


def configure(cores: int | None = None) -> None:
    """Prepare JAX for ensembles; call it before the first computation, as the command line does.

    One XLA device a core lets an ensemble use all cores, a loop is compiled as one function, and compiled
    programs are kept on disk. What the user has set by XLA_FLAGS, JAX_NUM_CPU_DEVICES or
    JAX_COMPILATION_CACHE_DIR is left alone.

    Parameters
    ----------
    cores
        Processor cores to use [-]; default all that this process may use.

    Raises
    ------
    RuntimeError
        If JAX has computed already.
    """
    if "XLA_FLAGS" not in os.environ:
        os.environ["XLA_FLAGS"] = f"{WIDE_VECTORS} {WHOLE_LOOPS}" if _has_wide_vectors() else WHOLE_LOOPS
    if "JAX_NUM_CPU_DEVICES" not in os.environ:
        jax.config.update("jax_num_cpu_devices", cores or _usable_cores())
    if "JAX_COMPILATION_CACHE_DIR" not in os.environ:
        jax.config.update("jax_compilation_cache_dir", str(cache_folder()))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.2)
    jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)


def cache_folder() -> pathlib.Path:
    """Folder of compiled programs; the variable BOOSTGLIDE_CACHE moves it."""
    base = os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_dir("boostglide")
    return pathlib.Path(base) / "compiled"


def usual_lanes() -> int:
    """How many members a device takes side by side [-].

    On a processor their arrays stay in the fastest memory where loops are compiled as one function. Where
    each operation is a call, more lanes share its cost; 392 is an odd number of 64-byte lines, so that arrays
    do not compete for the same lines of the cache. An accelerator wants many.
    """
    if jax.default_backend() != "cpu":
        return 16_384
    return 64 if WHOLE_LOOPS in os.environ.get("XLA_FLAGS", "") else 392


@functools.cache
def mesh(devices: int) -> jax.sharding.Mesh:
    """The devices in a row, along the axis "device"."""
    return jax.make_mesh((devices,), ("device",))


def _usable_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _has_wide_vectors() -> bool:
    """Whether the processor has 512-bit vectors, which make an ensemble about 1.3 times faster."""
    flags = pathlib.Path("/proc/cpuinfo")
    return flags.exists() and "avx512f" in flags.read_text(encoding="utf-8", errors="replace")
