"""A mechanism as a gas of Cantera, for comparison: the same species data, the same rates, one temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boostglide.gas.cantera_phase import new_phase
from boostglide.gas.kinetics.reaction import Mechanism, Reaction

if TYPE_CHECKING:
    import cantera


def cantera_gas(mechanism: Mechanism) -> cantera.Solution:
    """A gas of Cantera with the species and reactions of a mechanism, all at one temperature.

    Cantera reads the colliding electron of ionisation by electron impact as a third body: its lists of
    reactants lack that electron, its rates do not.

    Parameters
    ----------
    mechanism
        The mechanism.

    Returns
    -------
    The gas.

    References
    ----------
    cantera2025.
    """
    import cantera
    from ruamel.yaml import YAML
    from ruamel.yaml.compat import StringIO

    thermo, yaml, text = new_phase(mechanism.species), YAML(typ="safe"), StringIO()
    content = yaml.load(thermo.write_yaml())
    weights = zip(thermo.element_names, thermo.atomic_weights, strict=True)
    content["elements"] = [{"symbol": name, "atomic-weight": float(weight)} for name, weight in weights]
    content["phases"][0]["kinetics"] = "gas"
    content["reactions"] = [_entry(each) for each in mechanism.reactions]
    yaml.dump(content, text)
    return cantera.Solution(yaml=text.getvalue())


def _entry(reaction: Reaction) -> dict[str, Any]:
    """A reaction as Cantera's input has it, in kmol, m and s."""
    body = " + M" if reaction.third_body is not None else ""
    rate = reaction.rate
    entry: dict[str, Any] = {
        "equation": f"{_side(reaction.reactants)}{body} <=> {_side(reaction.products)}{body}",
        "rate-constant": {
            "A": rate.factor * 1e3 ** (reaction.order - 1),
            "b": rate.exponent,
            "Ea": f"{rate.activation_temperature!r} K",
        },
    }
    if reaction.third_body is not None:
        entry |= {"efficiencies": dict(reaction.third_body), "default-efficiency": 0.0}
    return entry


def _side(particles: dict[str, int]) -> str:
    return " + ".join(name for name, count in particles.items() for _ in range(count))
