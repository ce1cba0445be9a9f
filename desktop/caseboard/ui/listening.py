"""Listening to events for as long as a widget lives."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from caseboard.runtime.events import Event

T = TypeVar("T")


def follow(owner: QObject, event: Event[T], listener: Callable[[T], None]) -> None:
    """Call `listener` on every `event` until `owner` is destroyed."""
    stop = event.connect(listener)
    owner.destroyed.connect(stop)
