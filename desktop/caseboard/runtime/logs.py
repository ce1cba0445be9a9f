"""The log: what the program did, and nothing of what a case says.

Messages of other libraries and of most exceptions may quote a page, a file name or an address,
so only the place they come from is written down.
"""

import copy
import logging
import sys
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from typing_extensions import override

NAME = "caseboard.log"
ONE_FILE = 1_000_000  # bytes
OLD_FILES = 3

_SAFE = (AttributeError, ImportError, NameError, TypeError, RecursionError, NotImplementedError)
"""Exceptions whose text Python itself wrote, about names in code."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Writes records of ours in full, of others by their place, and exceptions without data."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    @override
    def format(self, record: logging.LogRecord) -> str:
        """The lines of one record; other handlers find the record as it was."""
        ours = copy.copy(record)
        ours.exc_text = None  # what another handler made of the exception tells too much
        return super().format(ours)

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line, without the words of a library that is not ours."""
        if record.name != "caseboard" and not record.name.startswith("caseboard."):
            record.message = f"(said at {Path(record.pathname).name}:{record.lineno})"
        return super().formatMessage(record)

    @override
    def formatException(self, ei: ExcInfo) -> str:
        """The stack and the kind of every exception of the chain."""
        return "" if ei[1] is None else "\n".join(_chain(ei[1]))


def start(folder: Path) -> Path:
    """Write warnings and our own news to a file in `folder` from now on; returns that file.

    Where the folder cannot be written the log goes to the terminal.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=ONE_FILE, backupCount=OLD_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger("caseboard").setLevel(logging.INFO)
    return path


def _chain(error: BaseException) -> list[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = _chain(before) if before is not None else []
    lines += [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
    return [*lines, _kind(error)]


def _kind(error: BaseException) -> str:
    name = type(error).__qualname__
    if isinstance(error, _SAFE):
        return f"{name}: {error}"
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    return name
