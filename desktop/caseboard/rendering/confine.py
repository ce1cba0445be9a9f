"""What the process gives up before Chromium starts: memory, rank, a life beyond its parent's."""

import ctypes
import os
import signal
import sys
import threading
from typing import IO

if sys.platform != "win32":
    import resource

GIGABYTE = 2**30
MEMORY = 2 * GIGABYTE
"""Of private memory in each process. Address space cannot be limited: V8 reserves a terabyte."""
LONGEST_FILE = GIGABYTE // 2
_NICE = 10
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWPID = 0x20000000


def limit_process() -> None:
    """No dump, no endless file, no more memory than a heavy page needs; also for children."""
    if sys.platform == "win32":
        return
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LONGEST_FILE, LONGEST_FILE))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def can_be_sandboxed() -> bool:
    """Whether Chromium's sandbox works here; where it does not, Chromium ends without a word.

    On Linux it wants namespaces, which some systems keep from most programs (Ubuntu since 23.10).
    """
    if sys.platform != "linux" or os.geteuid() == 0:
        return True  # for root there is no sandbox at all, see `flags`
    return has_namespaces()


def has_namespaces() -> bool:
    """Whether a process may have users and processes of its own; tried in a child."""
    child = os.fork()
    if child == 0:
        libc = ctypes.CDLL(None)
        made = libc.unshare(_CLONE_NEWUSER) == 0 and libc.unshare(_CLONE_NEWPID) == 0
        os._exit(0 if made else 1)
    return os.waitpid(child, 0)[1] == 0


def die_with(pipe: IO[bytes]) -> None:
    """End this process and its children as soon as the parent closes `pipe`, in whatever way."""
    threading.Thread(target=_wait_for_end, args=(pipe,), daemon=True).start()


def _wait_for_end(pipe: IO[bytes]) -> None:
    while pipe.read(1):
        continue
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, out of reach of a library that prints."""
    requests = os.fdopen(os.dup(0), "rb", buffering=0)
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    return requests, answers
