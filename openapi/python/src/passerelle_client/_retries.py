"""When to try again."""

from __future__ import annotations

import datetime as dt
import email.utils
import random
import threading

_LONGEST = 8.0


class RetryBudget:
    """What a client may spend on attempts beyond the first.

    Ten in a row, then one for every ten requests that went well, so that a service in trouble is not asked several
    times as much.
    """

    _MOST = 10.0
    _EARNED = 0.1

    def __init__(self) -> None:
        self._left = self._MOST
        self._lock = threading.Lock()

    def spend(self) -> bool:
        with self._lock:
            if self._left < 1:
                return False
            self._left -= 1
            return True

    def earn(self) -> None:
        with self._lock:
            self._left = min(self._MOST, self._left + self._EARNED)


def wait_after(failures: int, asked: float | None, first: float) -> float:
    """Seconds to wait: what the service asks for, else at random up to a bound that doubles."""
    if asked is not None:
        # A little more than asked, so that those who were refused together do not come back together.
        return asked + random.uniform(0, first)
    return random.uniform(0, min(_LONGEST, first * 2 ** min(failures - 1, 20)))


def retry_after(value: str | None) -> float | None:
    """Value of Retry-After in seconds (RFC 9110, 10.2.3): seconds or a date."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, (moment - dt.datetime.now(dt.timezone.utc)).total_seconds())
