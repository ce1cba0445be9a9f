"""A coroutine in a thread of its own, with an event loop of its own.

For work that must not wait for the window's loop, nor the window for it: on Qt's loop every piece
of a stream is a turn of the window, and child processes are not watched there.
"""

import asyncio
import contextvars
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_loop: Callable[[], asyncio.AbstractEventLoop]
if sys.platform == "win32":
    _loop = asyncio.ProactorEventLoop  # the only one there that knows child processes
else:
    _loop = asyncio.SelectorEventLoop


async def run(name: str, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What `work` comes to, in a thread called `name`; cancelled with its caller.

    Returns, raises, and is cancelled only once `work` has ended.
    """
    here = asyncio.get_running_loop()
    ended: asyncio.Future[None] = here.create_future()
    other = _Other(work, lambda: here.call_soon_threadsafe(_settle, ended))
    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(other.live,), name=name).start()
    cancelled: asyncio.CancelledError | None = None
    while not ended.done():
        try:
            await asyncio.shield(ended)
        except asyncio.CancelledError as error:
            cancelled = error
            other.cancel()
    if cancelled is not None:
        raise cancelled
    return other.result()


def _settle(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


class _Other(Generic[T]):
    """The thread's side."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, T]], tell: Callable[[], Any]) -> None:
        self._work, self._tell = work, tell
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._task: asyncio.Task[T] | None = None
        self._failure: BaseException | None = None
        self._found: list[T] = []

    def live(self) -> None:
        try:
            with asyncio.Runner(loop_factory=_loop) as runner:
                self._found.append(runner.run(self._watched()))
        except BaseException as error:  # noqa: BLE001  it is raised where the result is asked for
            self._failure = error
        finally:
            self._tell()

    def cancel(self) -> None:
        """From another thread."""
        with self._lock:
            self._is_cancelled = True
            if self._task is not None and not self._task.done():
                self._task.get_loop().call_soon_threadsafe(self._task.cancel)

    def result(self) -> T:
        if self._failure is not None:
            raise self._failure
        return self._found[0]

    async def _watched(self) -> T:
        task = asyncio.ensure_future(self._work())
        with self._lock:
            self._task = task
            if self._is_cancelled:
                task.cancel()
        try:
            return await task
        finally:
            with self._lock:
                self._task = None
