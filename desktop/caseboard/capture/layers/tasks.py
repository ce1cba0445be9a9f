"""What the worker that reads layers can be asked to do."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from caseboard import i18n
from caseboard.capture.layers import database, reading

if TYPE_CHECKING:
    from caseboard.capture.tasks import Task

_SAMPLES = (
    b'{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0,0]}}',
    b"<gpx><wpt lat='1' lon='1'></wpt></gpx>",
    b"name;position\nA;37U DR 00205 07310\nB;49 42 36 N 37 36 57 E\nC;8GXVPJ68+28\n",
    b"name;position\nA;37U 400205 5507310\nB;49.71003, 37.61581\n",
)


def warm_up(_arguments: Sequence[str]) -> None:
    """Import all that reading needs, while importing is still allowed."""
    database.warm_up()
    for sample in _SAMPLES:
        for language in i18n.LANGUAGES:
            reading.task(sample, {"language": language})


TASKS: "Mapping[str, Task]" = MappingProxyType({"layer": reading.task})
