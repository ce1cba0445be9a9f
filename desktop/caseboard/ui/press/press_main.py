"""The press's own side: prints what comes down its pipe, until the pipe ends."""

import atexit
import gc
import os
import sys
from itertools import count
from pathlib import Path
from threading import Lock, Thread

from caseboard.capture import confine, frames
from caseboard.errors import CaseError
from caseboard.i18n import speaking
from caseboard.mapping import symbols
from caseboard.ui.press.shop import Done, Shop
from caseboard.ui.press.slot import Request, Slot

WHOLE = 50
"""After so many answers all garbage is collected, not the young alone."""


def main(folder: str) -> None:
    """Print what is asked for of the library in `folder`; ends with standard input.

    Every request is answered, in words where it is not done: `{"replaced": true}` where it gave
    way to a newer one, a `problem` with a `hint` where it cannot be.
    """
    atexit.register(os._exit, 1)  # a bug was told: the thread that listens must not be waited for
    answers = Answers()
    confine.leave_network()
    slot = Slot()
    Thread(target=_listen, args=(slot, answers), name="requests", daemon=True).start()
    with symbols.application(), Shop(Path(folder)) as shop:
        gc.disable()  # while pages are made it would take a third of the time
        for done in count():
            _answer(shop, slot, slot.take(), answers)
            _tidy(done)


def _tidy(done: int) -> None:
    """Collect garbage between two answers; what was made for the first lives for ever."""
    gc.collect(2 if done % WHOLE == 0 else 1)
    if not done:
        gc.freeze()


class Answers:
    """The pipe that answers go down, out of reach of a library that prints; for any thread."""

    def __init__(self) -> None:
        self._pipe = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        self._lock = Lock()

    def send(self, request: Request, done: Done | None) -> None:
        """Answer a request; None says that it was replaced."""
        header, body = done or ({"replaced": True}, b"")
        with self._lock:
            frames.send(self._pipe, {**header, "id": request.number}, body)


def _listen(slot: Slot, answers: Answers) -> None:
    """Take requests in until nobody is there to ask, and end the process then: it only reads."""
    try:
        while (frame := frames.receive(sys.stdin.buffer)) is not None:
            header = frame[0]
            older = slot.put(Request(header["id"], header["task"], header["options"]))
            if older is not None:
                answers.send(older, None)
    finally:
        os._exit(0)


def _answer(shop: Shop, slot: Slot, request: Request, answers: Answers) -> None:
    done: Done | None
    with speaking(request.options["language"]):
        try:
            done = shop.do(request.task, request.options, lambda: slot.holds(request.task))
        except CaseError as error:
            done = {"problem": str(error), "hint": error.hint}, b""
    answers.send(request, done)
