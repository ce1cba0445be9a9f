"""A display of our own, on which windows open that nobody sees."""

import os
import selectors
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from devtools.places import Stopped

SECONDS_TO_START = 30


@contextmanager
def private_display(size: str = "1600x1000x24") -> Iterator[str]:
    """The name, such as `:1`, of a display that lives as long as the block.

    With `-noreset`: otherwise the server starts afresh whenever its last client leaves, and
    tests fail at random. Xvfb itself chooses a number that is free.
    """
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-noreset"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        yield f":{_number(read)}"
    finally:
        os.close(read)
        server.terminate()
        server.wait()


def _number(pipe: int) -> int:
    """What Xvfb writes once it takes clients."""
    with selectors.DefaultSelector() as ready:
        ready.register(pipe, selectors.EVENT_READ)
        answer = os.read(pipe, 64) if ready.select(SECONDS_TO_START) else b""
    if not answer.strip():
        raise Stopped("Xvfb did not start.")
    return int(answer)
