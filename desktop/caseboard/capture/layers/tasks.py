"""What the worker that reads layers can be asked to do."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from caseboard import i18n
from caseboard.capture.layers import reading

if TYPE_CHECKING:
    from caseboard.capture.tasks import Task

_SAMPLE = b'{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0,0]}}'


def warm_up(_arguments: Sequence[str]) -> None:
    """Import all that reading needs, while importing is still allowed."""
    for language in i18n.LANGUAGES:
        reading.task(_SAMPLE, {"language": language})


TASKS: "Mapping[str, Task]" = MappingProxyType({"layer": reading.task})
