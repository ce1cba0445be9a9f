"""What the worker answers."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """JSON and, where there are any, files that were made."""

    values: dict[str, Any] = field(default_factory=dict)
    blobs: tuple[bytes, ...] = ()
