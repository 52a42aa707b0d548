"""Boost-glide flight from launch to landing as physics, and which public claims about it hold.

Importing the package asks JAX for 64-bit floats; set ``JAX_ENABLE_X64=0`` before the import to override.
JAX itself is imported by the areas that compute, never here.
"""

import os as _os
import sys as _sys

__version__ = "0.1.0"

_os.environ.setdefault("JAX_ENABLE_X64", "1")
if "jax" in _sys.modules:
    _sys.modules["jax"].config.update("jax_enable_x64", _os.environ["JAX_ENABLE_X64"] != "0")
