"""The sentences of a verdict: physics, confidence and sourcing, each on its own."""

from collections.abc import Mapping

from boostglide.claims.assertion import (
    ChronologyAssertion,
    ConversionAssertion,
    DocumentaryAssertion,
    IllPosedAssertion,
    RangeAssertion,
)
from boostglide.claims.conditions import Condition, Threshold
from boostglide.claims.confidence import Confidence
from boostglide.claims.evidence import Evidence
from boostglide.claims.ledger import Claim
from boostglide.claims.likelihood import count_phrase, likelihood_clause, likelihood_word
from boostglide.claims.lint import sentences
from boostglide.claims.sourcing import Sourcing
from boostglide.claims.verdict import Decision, Physics, Tally
from boostglide.scenario import format_quantity
from boostglide.study import Parameter

MOST_WORDS = 60

_VERDICT = {
    Physics.CONSISTENT: "Consistent with physics.",
    Physics.INCONSISTENT: "Inconsistent with physics.",
    Physics.POSSIBLE_IF: "Possible on a condition.",
    Physics.UNDERDETERMINED: "Underdetermined.",
    Physics.ILL_POSED: "Ill-posed.",
    Physics.NOT_PHYSICS: "Not a physics question.",
    Physics.OUT_OF_SCOPE: "Out of scope.",
}
_DISPLAY = {
    "rad": (0.0, "deg"),
    "m": (2e3, "km"),
    "m/s": (1e3, "km/s"),
    "Pa": (1e4, "kPa"),
    "s": (600.0, "min"),
    "J": (1e6, "MJ"),
    "J/kg": (1e5, "MJ/kg"),
    "W": (1e6, "MW"),
}
_REASONS = {
    "record": "This is a matter of record: documents and witnesses can settle it, a calculation cannot.",
    "opinion": "This is an opinion: it names no quantity that a calculation could settle.",
    "forecast": "This is a forecast about what people will do, which no calculation settles.",
    "law": "This is a point of law, which no calculation settles.",
}


def verdict_heading(physics: Physics) -> str:
    """The verdict in a few words."""
    return _VERDICT[physics]


def shown(value: float, unit: str) -> str:
    """An SI value with three digits, in a unit that people use."""
    limit, readable = _DISPLAY.get(unit, (float("inf"), unit))
    return format_quantity(value, readable if abs(value) >= limit else unit or "-", digits=3)


def condition_text(condition: Condition, parameters: Mapping[str, Parameter]) -> str:
    """A condition in words, such as "if lift-to-drag ratio is at least 2.4"."""
    return "if " + " and ".join(_threshold(each, parameters) for each in condition.thresholds)


def _threshold(threshold: Threshold, parameters: Mapping[str, Parameter]) -> str:
    parameter = parameters[threshold.parameter]
    side = "at least" if threshold.at_least else "at most"
    return f"{_lower(parameter.label)} is {side} {shown(threshold.value, parameter.unit)}"


def physics_statement(
    claim: Claim,
    rows: tuple[Evidence, ...],
    tallies: tuple[Tally, ...],
    decision: Decision,
    condition: str | None,
) -> str:
    """The physics axis in two to four sentences; never names a confidence level.

    Parameters
    ----------
    claim
        The claim.
    rows
        Its evidence.
    tallies
        Counts of the deciding rows.
    decision
        The verdict.
    condition
        The condition in words, where one was found.
    """
    head = verdict_heading(decision.physics)
    assertion = claim.assertion
    if isinstance(assertion, RangeAssertion):
        return " ".join([head, *_sampled(rows, tallies, decision, condition)])
    if isinstance(assertion, ConversionAssertion):
        return " ".join([head, *(_exact_row(row) for row in rows if row.decides)])
    if isinstance(assertion, ChronologyAssertion):
        return " ".join([head, *(_date_row(row) for row in rows if row.decides)])
    if isinstance(assertion, DocumentaryAssertion):
        return f"{head} {_REASONS[assertion.reason]}"
    return f"{head} {assertion.because}" if isinstance(assertion, IllPosedAssertion) else head


def _sampled(
    rows: tuple[Evidence, ...], tallies: tuple[Tally, ...], decision: Decision, condition: str | None
) -> list[str]:
    row = next(row for row in rows if row.decides)
    parts = [f"For the claim to hold, the {_lower(row.quantity)} must be {row_claim(row)}."]
    if decision.why == "too-few":
        counts = ", ".join(f"{tally.completed:,} of {tally.tried:,}" for tally in tallies)
        return [*parts, f"Too few parameter sets completed to say ({counts})."]
    if decision.why == "models-disagree":
        models = "; ".join(
            f"{each.model}: {100 * tally.satisfied / tally.completed:.0f} %"
            for each, tally in zip((row for row in rows if row.decides), tallies, strict=True)
        )
        return [*parts, f"The models disagree on the share of parameter sets for which it is ({models})."]
    if condition and decision.physics is Physics.POSSIBLE_IF:
        parts.append(f"It holds {condition}.")
    deciding = [each for each in rows if each.decides]
    spreads = [_spread(each) if len(deciding) == 1 else _named_spread(each) for each in deciding]
    counted = next(tally for tally in tallies if tally.fraction == decision.satisfied)
    parts.append(
        f"The calculation gives {' and '.join(spreads)} (5 % to 95 %), and the claim holds "
        f"{count_phrase(counted.satisfied, counted.completed)}."
    )
    if decision.satisfied is not None:
        parts.append(f"{likelihood_clause(likelihood_word(decision.satisfied))} within these assumptions.")
    return parts


def row_claim(row: Evidence) -> str:
    """The claimed interval of a row, in the words of the ledger and in the unit of the samples."""
    low, high = row.interval or (None, None)
    if low is not None and high is not None:
        own = f"{_digits(low)} to {_digits(high)}{_unit(row)}"
    elif low is not None:
        own = f"at least {_digits(low)}{_unit(row)}"
    else:
        own = f"at most {_digits(high)}{_unit(row)}"
    same = row.claimed is None or _plain(own, row.unit) == _plain(row.claimed, row.unit)
    return own if same else f"{own} (stated as {row.claimed})"


def _plain(text: str, unit: str) -> str:
    """A text without its unit and spacing, to see whether two say the same."""
    for part in (f" {unit}", "Mach ", ","):
        text = text.replace(part, "")
    return text


def _spread(row: Evidence) -> str:
    low, _, high = row.summary or (float("nan"),) * 3
    return f"{_digits(low)} to {_digits(high)}{_unit(row)}"


def _named_spread(row: Evidence) -> str:
    return f"{_spread(row)} ({_lower(row.quantity)})"


def _exact_row(row: Evidence) -> str:
    value = float(row.samples[0])
    fits = "matches" if bool(row.satisfied.all()) else "does not match"
    return f"{row.quantity} is {_seven_digits(value)}, which {fits} the stated {row.claimed}."


def _seven_digits(value: float) -> str:
    """A number with seven digits and groups of three."""
    return f"{float(f'{value:.7g}'):,}".removesuffix(".0")


def _date_row(row: Evidence) -> str:
    gap = float(row.samples.mean())
    if row.satisfied.all():
        return f"The dates fit: {row.quantity} is {abs(gap):.1f} years."
    if not row.satisfied.any():
        name = row.quantity.removeprefix("time from ").split(" to ", 1)
        return f"The order of dates contradicts it: {name[1]} came {abs(gap):.1f} years before {name[0]}."
    return "The dates are not known closely enough to settle the order."


def confidence_statement(confidence: Confidence) -> str:
    """The confidence axis, in sentences of its own."""
    return f"Model confidence is {confidence.level}. {confidence.because}"


def sourcing_statement(sourcing: Sourcing) -> str:
    """The sourcing axis, in sentences of its own."""
    count = sourcing.independent_origins
    origins = "One independent origin" if count == 1 else f"{count} independent origins"
    reports = len(sourcing.appearances)
    return (
        f"{origins}; {reports} {'source states' if reports == 1 else 'sources state'} it, first "
        f"{sourcing.first_appearance}. Graded {sourcing.admiralty} on the Admiralty scale."
    )


def short_summary(text: str, last: str = "") -> str:
    """A quotable paragraph of at most 60 words: the verdict, then as many of its sentences as fit.

    Parameters
    ----------
    text
        The physics statement.
    last
        A sentence that must stand at the end, such as what is refused.
    """
    words: list[str] = []
    for sentence in sentences(text):
        if len(words) + len(sentence.split()) + len(last.split()) > MOST_WORDS:
            break
        words += sentence.split()
    return " ".join([*words, *last.split()])


def what_would_change(
    claim: Claim, rows: tuple[Evidence, ...], decision: Decision, condition: str | None
) -> str:
    """What would change the verdict: the text of the ledger, or a rule by kind and verdict.

    A possible-if verdict opens with its condition. Without a text in the ledger: a refusal does not change;
    an ill-posed claim needs other words; a documentary one needs a primary document or an independent origin;
    a range needs a sourced parameter outside the sampled ranges, or, where the models disagree or too few
    sets completed, a better model.
    """
    opening = f"It holds {condition}. " if condition and decision.physics is Physics.POSSIBLE_IF else ""
    return opening + (claim.would_change or _rule(rows, decision))


def _rule(rows: tuple[Evidence, ...], decision: Decision) -> str:
    match decision.physics:
        case Physics.OUT_OF_SCOPE:
            return "Nothing: the refusal is a rule and not a finding."
        case Physics.ILL_POSED:
            return "A wording that names a quantity, a system and a condition."
        case Physics.NOT_PHYSICS:
            return "A primary document, or a report with an origin independent of the ones counted here."
        case Physics.UNDERDETERMINED:
            return "A model, or a source for the parameters, that narrows the computed range."
    row = next(row for row in rows if row.decides)
    if row.study is None:
        return "Other stated numbers or dates."
    if decision.physics is Physics.POSSIBLE_IF:
        return "A sourced value of the deciding parameter settles it either way."
    side = "outside" if decision.physics is Physics.CONSISTENT else "inside"
    return f"A sourced parameter set that brings {_lower(row.quantity)} {side} the claimed interval."


def _digits(value: float | None) -> str:
    return format_quantity(float("nan") if value is None else value, "-", digits=3)


def _unit(row: Evidence) -> str:
    return "" if row.unit in ("", "-", "Mach") else f" {row.unit}"


def _lower(label: str) -> str:
    """A label inside a sentence: a first word that is no name or symbol starts small."""
    first = label.split(" ", 1)[0]
    return label if first[1:] != first[1:].lower() or first == "Mach" else label[:1].lower() + label[1:]
