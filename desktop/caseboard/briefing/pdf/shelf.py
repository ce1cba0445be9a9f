"""Keeps what was made of pictures a while: a preview prints the same ones again and again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things by key, those used last, up to `room` bytes; safe to share between threads."""

    def __init__(self, room: int, size: Callable[[T], int]) -> None:
        self._room, self._size = room, size
        self._things: OrderedDict[Hashable, T] = OrderedDict()
        self._used = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What stands under `key`, made now if it does not yet."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        made = make()
        with self._lock:
            if key not in self._things:
                self._things[key] = made
                self._used += self._size(made)
            while self._used > self._room and self._things:
                _key, dropped = self._things.popitem(last=False)
                self._used -= self._size(dropped)
        return made
