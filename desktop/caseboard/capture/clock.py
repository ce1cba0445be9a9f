"""How far this machine's clock can be trusted."""

import ctypes
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta

from caseboard.i18n import _

_TIME_ERROR = 5
"""What `adjtimex` answers where nothing keeps the clock (`adjtimex(2)`)."""
_MICROSECOND = 1e-6


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of this machine's clock with another."""

    offset: float
    """Seconds by which this clock is ahead; negative: behind."""
    error: float
    """Seconds by which `offset` may be wrong."""


def compare(began: datetime, ended: datetime, server_time: datetime) -> Compared:
    """Compare with the `Date` of an answer (RFC 9110, whole seconds) to a request of that time.

    `began` and `ended` are what this clock said when the request left and its answer began.
    """
    middle = began + (ended - began) / 2
    there = server_time + timedelta(seconds=0.5)  # the header is cut to the second
    error = 0.5 + (ended - began).total_seconds() / 2
    return Compared(round((middle - there).total_seconds(), 3), round(error, 3))


def system_state() -> str:
    """What the system itself says of its clock, in a sentence; asks no network."""
    if sys.platform != "linux":
        return _("Not compared: nothing was fetched.")
    kept, error = _adjtimex()
    if not kept:
        return _("Not compared: nothing was fetched. The system says that nothing keeps its clock.")
    return _(
        "Not compared: nothing was fetched. The system keeps its clock to within {seconds} s."
    ).format(seconds=f"{error:.3g}")


class _Timex(ctypes.Structure):
    """The first fields of `struct timex`, and room for the others."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("others", ctypes.c_char * 256),
    )


def _adjtimex() -> tuple[bool, float]:
    """Whether the kernel's clock is kept in step, and its greatest error in seconds."""
    asked = _Timex()  # no mode set: it only reads
    state = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(asked))
    return 0 <= state < _TIME_ERROR, asked.maxerror * _MICROSECOND
