"""Which file of a page is fetched next: pictures first, and not too many from one host."""

import asyncio
from collections import Counter
from itertools import count

from caseboard.capture.reading import Need

_RANKS = {"picture": 0, "style": 1, "font": 2}


class Queue:
    """Files that wait; each is given out once, and `done` when it is there or never will be."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._waiting: list[tuple[int, int, str, Need]] = []
        self._numbers = count()
        self._busy: Counter[str] = Counter()
        self._changed = asyncio.Condition()

    async def add(self, need: Need, host: str) -> None:
        """Let `need` wait its turn."""
        async with self._changed:
            place = (_RANKS.get(need.kind, 3), next(self._numbers), host, need)
            self._waiting.append(place)
            self._changed.notify_all()

    async def next(self) -> tuple[Need, str] | None:
        """What to fetch now, and its host; waits while all hosts are busy. None at the end."""
        async with self._changed:
            while True:
                free = [one for one in self._waiting if self._busy[one[2]] < self._per_host]
                if free:
                    first = min(free)
                    self._waiting.remove(first)
                    self._busy[first[2]] += 1
                    return first[3], first[2]
                if not self._waiting and not self._busy.total():
                    self._changed.notify_all()
                    return None
                await self._changed.wait()

    async def done(self, host: str) -> None:
        """One file of `host` is dealt with."""
        async with self._changed:
            self._busy[host] -= 1
            self._changed.notify_all()
