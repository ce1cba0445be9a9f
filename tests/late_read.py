"""Holds an answer of a library back, so that it comes after newer ones."""

import asyncio

from caseboard.store.database import Database


class LateRead:
    """The first read by `query` is done at once, and answered only when that is asked for."""

    def __init__(self, monkeypatch, query):
        self._has_come = asyncio.Event()
        self._may_answer = asyncio.Event()
        read = Database.read

        async def late(database, asked, *args, **kwargs):
            answer = await read(database, asked, *args, **kwargs)
            if asked is query and not self._has_come.is_set():
                self._has_come.set()
                await self._may_answer.wait()
            return answer

        monkeypatch.setattr(Database, "read", late)

    async def come(self):
        """Wait until it is read."""
        await self._has_come.wait()

    async def answer(self):
        """Answer now, and let whoever asked go on."""
        self._may_answer.set()
        for _turn in range(5):
            await asyncio.sleep(0)
