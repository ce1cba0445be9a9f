"""Asks a worker what order of battle a file is; checks its answer as foreign bytes would be."""

import json
from typing import Any

from caseboard import i18n
from caseboard.capture import confine
from caseboard.capture.worker import GivenUp, Limits, Worker, command
from caseboard.exchange.json_reading import BYTES, Unreadable
from caseboard.exchange.orbat import MOST, Formation, Orbat, in_order, tidy
from caseboard.i18n import _
from caseboard.mapping import sidc
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus

TASKS = "caseboard.exchange.orbat_tasks"
LIMITS = Limits(confine.PICTURE_MEMORY, cpu=20.0, clock=30.0)
_MOST_LEFT_OUT = 4 * MOST
"""Sentences: a row may be told of for its side, its echelon, its branch and its parent."""


def worker() -> Worker:
    """A process for orders of battle alone; started at its first read."""
    return Worker(command(TASKS))


def read(worker: Worker, data: bytes) -> Orbat:
    """The order of battle that `data` is; blocks. Raises `CaseError` where it is none."""
    if len(data) > BYTES:
        raise Unreadable(_("it is larger than 64 MB."))
    try:
        answer = worker.do("orbat", data, {"language": i18n.spoken()}, LIMITS)
    except GivenUp as error:
        raise Unreadable(_("reading it took too much time or memory.")) from error
    try:
        rows, left_out = json.loads(answer.blobs[0])
        formations = in_order(map(_formation, rows))
        said = [_sentence(each) for each in left_out[:_MOST_LEFT_OUT]]
    except (KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
        raise Unreadable(_("its reader answered nonsense.")) from error
    return Orbat(formations, said)


def _formation(row: list[Any]) -> Formation:
    """A formation of the words that stand for it; raises `ValueError` or `TypeError`."""
    key, name, parent, aliases, designation, *terms = row
    side, echelon, branch, country, code, status, is_identified = terms
    if not _name(name) or (code and not sidc.is_code(code)):
        raise ValueError(name)
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise ValueError(country)
    return Formation(
        _sentence(key),
        name,
        _sentence(parent),
        tuple(map(_name, aliases)),
        _name(designation),
        Side(side),
        Echelon(echelon),
        Branch(branch),
        country,
        code,
        UnitStatus(status),
        is_identified is True,
    )


def _name(value: object) -> str:
    """A name that is on one line and no longer than names may be."""
    if not isinstance(value, str) or tidy(value) != value:
        raise ValueError(value)
    return value


def _sentence(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
