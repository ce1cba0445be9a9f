"""What a process gives up before it touches foreign bytes: memory, time, network, files.

Three layers, each for what the others miss: limits of the kernel, an empty network namespace
where the system allows one (Linux), and an audit hook (PEP 578) that ends the attempt in Python.
"""

import ctypes
import os
import signal
import sys
import sysconfig
from pathlib import Path
from typing import Any

from caseboard import paths

if sys.platform != "win32":
    import resource

MEGABYTE = 2**20
PAGE_MEMORY = 512 * MEGABYTE
PICTURE_MEMORY = 1024 * MEGABYTE
_CLONE_NEWNET = 0x40000000
_CLONE_NEWUSER = 0x10000000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork",
    "os.startfile", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
    "os.chmod", "os.chown", "os.truncate", "os.kill", "os.putenv", "os.listdir", "os.scandir",
    "pty.", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.", "ctypes.",
    "webbrowser.", "winreg.", "sqlite3.", "glob.",
)  # fmt: skip
_HARMLESS = {"socket.__new__", "ctypes.seh_exception", "ctypes.create_string_buffer"}


class Refused(PermissionError):
    """Something that reading a file never needs."""


def leave_network() -> bool:
    """Move to a network of our own, without any interface; False where that is not allowed.

    Call it before any thread starts: the kernel lets no threaded process change its user.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return any(
        libc.unshare(flags) == 0 for flags in (_CLONE_NEWUSER | _CLONE_NEWNET, _CLONE_NEWNET)
    )


def limit_process() -> None:
    """No dump, no written file, no more memory than a picture may take: for good."""
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":  # elsewhere this limit counts what is shared, or nothing
        resource.setrlimit(resource.RLIMIT_AS, (PAGE_MEMORY, PICTURE_MEMORY))


def limit_read(memory: int, seconds: float) -> None:
    """Memory in bytes and CPU time for what is read next; the kernel ends who takes more time."""
    if sys.platform == "win32":
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, PICTURE_MEMORY))


def end_read() -> None:
    """Stop the clock of `limit_read`."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0.0)


def refuse_everything_else() -> None:
    """From now on: no connection, no other program, no file but the interpreter's and our own.

    A hook cannot be taken out again, so this is for a process that does nothing but read.
    """
    roots = tuple(f"{root}{os.sep}" for root in _readable())

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            _check_open(arguments, roots)
        elif event.startswith(_REFUSED) and event not in _HARMLESS:
            raise Refused(event)

    sys.addaudithook(hook)


def _readable() -> set[str]:
    ours = sysconfig.get_paths()
    found = {ours[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    found |= {str(Path(__file__).parents[2]), str(paths.resources()), "/usr/share/zoneinfo"}
    return {os.path.realpath(path) for path in found} | found


def _check_open(arguments: tuple[Any, ...], roots: tuple[str, ...]) -> None:
    path, mode, flags = (*arguments, None, None, None)[:3]
    if isinstance(path, int):
        return
    writes = isinstance(flags, int) and flags & _WRITING
    if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
        raise Refused("open for writing")
    if not os.path.realpath(os.fsdecode(path)).startswith(roots):
        raise Refused("open")
