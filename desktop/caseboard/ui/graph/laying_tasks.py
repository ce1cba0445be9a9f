"""What the process that lays pictures out can be asked; it knows no Qt."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from caseboard.analysis import layout
from caseboard.capture.answer import Answer


def warm_up(_arguments: Sequence[str]) -> None:
    """Import the library, while importing is still allowed."""
    layout.lay_out([(1.0, 1.0)] * 3, [(0, 1), (1, 2)])


def lay_out(data: bytes, _options: Mapping[str, Any]) -> Answer:
    """Takes sizes, links, what stands and what is fixed as JSON; answers the places."""
    asked = json.loads(data)
    places = layout.lay_out(
        [(w, h) for w, h in asked["sizes"]],
        [(one, other) for one, other in asked["links"]],
        {i: (x, y) for i, x, y in asked["standing"]},
        {i: (x, y) for i, x, y in asked["fixed"]},
    )
    return Answer({"places": places})


TASKS = MappingProxyType({"lay_out": lay_out})
