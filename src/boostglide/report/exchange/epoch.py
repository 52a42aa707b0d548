"""The clock of files that need a date: flights have none of their own."""

import datetime

EPOCH = "2000-01-01T00:00:00Z"
"""Start of the clock where nobody names another."""

EPOCH_WORDS = (
    "The start date of the clock is arbitrary: the flight is computed, has no date of its own, and only time "
    "since the start has a meaning."
)


def parsed(epoch: str) -> datetime.datetime:
    """A date and time in UTC from ISO 8601.

    Parameters
    ----------
    epoch
        For example ``"2000-01-01T00:00:00Z"``; without a zone it is UTC.

    Raises
    ------
    ValueError
        If it is not a date and time.
    """
    try:
        moment = datetime.datetime.fromisoformat(epoch)
    except ValueError:
        raise ValueError(
            f"Argument `epoch` must be a date and time such as {EPOCH}, but is `{epoch}`."
        ) from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return moment.astimezone(datetime.UTC)


def iso(moment: datetime.datetime) -> str:
    """A moment as ISO 8601 with Z for UTC, to a millisecond where it is no whole second."""
    spec = "milliseconds" if moment.microsecond else "seconds"
    return moment.astimezone(datetime.UTC).isoformat(timespec=spec).replace("+00:00", "Z")
