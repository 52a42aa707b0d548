"""Dates of limited precision: a year, a month or a day."""

from __future__ import annotations

import calendar
import datetime
import re

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)

EARLIEST_YEAR, LATEST_YEAR = 1600, 2200
"""Years that a ledger can name."""


def days_of(date: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day that a date can mean; None if the calendar has no such date.

    Parameters
    ----------
    date
        A date as 2022, 2022-01 or 2022-01-27.
    """
    found = _DATE.fullmatch(date)
    if found is None or not EARLIEST_YEAR <= int(found["year"]) <= LATEST_YEAR:
        return None
    year, month, day = int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    first = datetime.date(year, month, day)
    if found["day"]:
        return first, first
    last_month = month if found["month"] else 12
    return first, datetime.date(year, last_month, calendar.monthrange(year, last_month)[1])
