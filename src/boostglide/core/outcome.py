"""How a computation ended: a code inside compiled code, a sentence outside."""

from enum import IntEnum


class Outcome(IntEnum):
    """The end of one trajectory; `sentence` says it in words, `is_complete` whether its numbers count.

    Codes fit an int32 array, so that every member of an ensemble carries its own.
    """

    RUNNING = 0
    COMPLETED = 1
    IMPACTED = 2
    SKIPPED_OUT = 3
    TIME_LIMIT = 4
    STEP_LIMIT = 5
    STEP_TOO_SMALL = 6
    OUTSIDE_MODEL = 7
    NEVER_STARTED = 8
    NEVER_LIFTED = 9

    @property
    def sentence(self) -> str:
        """The outcome as one sentence for a person."""
        return _SENTENCES[self]

    @property
    def is_complete(self) -> bool:
        """Whether the flight reached an end that belongs to it (its last command, or the ground)."""
        return self in (Outcome.COMPLETED, Outcome.IMPACTED)


_SENTENCES = {
    Outcome.RUNNING: "The flight has not ended.",
    Outcome.COMPLETED: "The flight reached the end of its last phase.",
    Outcome.IMPACTED: "The flight reached the ground before the end of its last phase.",
    Outcome.SKIPPED_OUT: "The flight left the atmosphere again and did not come back within its time.",
    Outcome.TIME_LIMIT: "The flight was still under way at the time limit of its phase.",
    Outcome.STEP_LIMIT: "The integrator used all its steps; the last state is kept.",
    Outcome.STEP_TOO_SMALL: "The integrator could not meet its tolerance; the last state is kept.",
    Outcome.OUTSIDE_MODEL: "The flight left the range in which the atmosphere model is valid.",
    Outcome.NEVER_STARTED: "The flight did not start: its first state lies beyond its end.",
    Outcome.NEVER_LIFTED: "The rocket did not lift off: its thrust stayed below its weight.",
}
