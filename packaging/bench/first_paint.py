"""Runs a module as a program, says when its first window is painted, and ends it there.

The application knows nothing of this: its QApplication is watched by an event filter, in our
program and in the bare one alike.
"""

import os
import runpy
import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from typing_extensions import override


class Watch(QObject):
    """Waits for the first paint of a top-level widget."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Paint
            and isinstance(watched, QtWidgets.QWidget)
            and watched.isWindow()
        ):
            QTimer.singleShot(0, say_so)  # the filter sees an event before it is worked off
        return False


class Watched(QtWidgets.QApplication):
    """An application that says when it has painted."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._watch = Watch(self)
        self.installEventFilter(self._watch)


def say_so() -> None:
    """Tell the one who waits, and end without tidying up, which is no part of a start."""
    print("painted", flush=True)
    os._exit(0)


if __name__ == "__main__":
    module = sys.argv[1]
    sys.argv = sys.argv[1:]
    QtWidgets.QApplication = Watched  # type: ignore[misc, assignment]  # programs take it there
    runpy.run_module(module, run_name="__main__", alter_sys=True)
