"""What the worker that reads orders of battle can be asked to do: foreign bytes stay in there."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from caseboard import i18n
from caseboard.capture.answer import Answer
from caseboard.exchange import orbat_csv, orbat_mapper

if TYPE_CHECKING:
    from caseboard.capture.tasks import Task

_SAMPLES = (
    b"name,parent,side,sidc\nA,,friend,10031000181211000000\nB,A,ours,1\nC,X,,\n,A,,\n",
    b'{"type":"ORBAT-mapper","sides":[{"groups":[{"subUnits":[{"name":"A","sidc":"1"},{}]}]}]}',
)


def warm_up(_arguments: Sequence[str]) -> None:
    """Import all that reading needs, while importing is still allowed."""
    for sample in _SAMPLES:
        for language in i18n.LANGUAGES:
            task(sample, {"language": language})


def task(data: bytes, options: Mapping[str, Any]) -> Answer:
    """What the worker answers to `orbat`: a blob of JSON, the formations and what was left out.

    The data are a scenario where they are an object, else a table. Option `language` is the one
    that errors are told in. Raises `Unreadable`.
    """
    with i18n.speaking(str(options.get("language", "en"))):
        is_object = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
        found = orbat_mapper.read(data) if is_object else orbat_csv.read(data)
    rows = [astuple(each) for each in found.formations]
    return Answer({}, (json.dumps([rows, list(found.left_out)]).encode(),))


TASKS: "Mapping[str, Task]" = MappingProxyType({"orbat": task})
"""What the worker answers."""
