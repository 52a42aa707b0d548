"""What a mechanism leaves open because its sources differ: reading the options and taking one of each."""

from __future__ import annotations

from collections.abc import Mapping

from boostglide.gas.kinetics.fault import ReactionFault, near, shown
from boostglide.gas.kinetics.fields import Fields
from boostglide.gas.kinetics.reaction import Option, Variant

MOST_VARIANTS = 20
_REPLACEABLE = (
    "factor", "exponent", "activation_temperature", "third_body", "references", "valid_temperatures",
    "forward_temperature", "backward_temperature", "note", "present",
)  # fmt: skip


def read_variants(fields: Fields) -> tuple[Variant, ...]:
    """The field `variants` of a mechanism; none if it is not given.

    Parameters
    ----------
    fields
        The mechanism as it stands in the file.

    Raises
    ------
    ReactionFault
        If it is not what it must be.
    """
    content = fields.content.get("variants")
    if content is None:
        return ()
    if not isinstance(content, Mapping) or len(content) > MOST_VARIANTS:
        raise fields.fault("variants", f"a mapping of at most {MOST_VARIANTS}", shown(content), "correct it")
    for name in content:
        if not isinstance(name, str):
            raise fields.fault("variants", "names that are texts", shown(name), "begin each with a letter")
    return tuple(_variant(name, entry) for name, entry in content.items())


def _variant(name: str, content: object) -> Variant:
    fields = Fields(content, ("title", "options"), prefix=f"variants.{name}")
    title = fields.text("title", 300)
    given = fields.get("options", "a mapping of options")
    if not isinstance(given, Mapping) or not 2 <= len(given) <= MOST_VARIANTS:
        raise fields.fault(
            "options", f"2 to {MOST_VARIANTS} options", shown(given), "name each, the default first"
        )
    options = []
    for key, entry in given.items():
        if not isinstance(key, str):
            raise fields.fault("options", "names that are texts", shown(key), "begin each with a letter")
        inner = Fields(entry, ("note", "references"), prefix=f"variants.{name}.options.{key}")
        options.append(Option(key, inner.text("note", 1000), inner.citations()))
    return Variant(name, title, tuple(options))


def selected(
    mechanism: str, available: tuple[Variant, ...], wanted: Mapping[str, str] | None
) -> dict[str, str]:
    """The option that is taken of every variant.

    Parameters
    ----------
    mechanism
        Name for messages.
    available
        What can be chosen.
    wanted
        Option by variant where the default shall not hold.

    Raises
    ------
    ValueError
        If there is no such variant or option.
    """
    taken = {each.name: each.default for each in available}
    options = {each.name: [option.name for option in each.options] for each in available}
    for name, option in (wanted or {}).items():
        if name not in taken:
            advice = near(name, taken) if taken else "it has none"
            raise ValueError(f"Mechanism `{mechanism}` has no variant {shown(name)}; {advice}.")
        if option not in options[name]:
            known = ", ".join(options[name])
            raise ValueError(f"Variant `{name}` of `{mechanism}` is one of {known}, not {shown(option)}.")
        taken[name] = option
    return taken


def chosen_fields(fields: Fields, taken: Mapping[str, str], known: Mapping[str, tuple[str, ...]]) -> Fields:
    """A reaction with the fields that the options taken replace; all options are checked for their names.

    Parameters
    ----------
    fields
        The reaction as it stands in the file.
    taken
        Option by variant.
    known
        Options by variant.

    Raises
    ------
    ReactionFault
        If an option or one of its fields does not exist.
    """
    content = {name: value for name, value in fields.content.items() if name != "options"}
    given = fields.content.get("options")
    changes: dict[str, object] = {}
    if given is not None:
        outer = Fields(given, tuple(known), fields.number, "options")
        for variant, entry in outer.content.items():
            inner = Fields(entry, known[variant], fields.number, f"options.{variant}")
            for option, replaced in inner.content.items():
                place = f"options.{variant}.{option}"
                values = Fields(replaced, _REPLACEABLE, fields.number, place).content
                if taken[variant] == option:
                    changes.update(_new(fields, place, changes, values))
    present = {**content, **changes}.get("present", True)
    if not isinstance(present, bool):
        raise fields.fault("present", "true or false", shown(present), "correct it")
    return Fields({**content, **changes}, (*content, *changes), fields.number)


def _new(
    fields: Fields, place: str, changes: Mapping[str, object], values: Mapping[str, object]
) -> Mapping[str, object]:
    clash = changes.keys() & values.keys() - {"note", "references"}
    if clash:
        raise ReactionFault(
            fields.number,
            place,
            "options that replace different fields",
            f"`{min(clash)}` twice",
            "merge them",
        )
    return values
