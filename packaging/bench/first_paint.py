"""Runs a module as a program, says when its window is painted, and ends it there.

The first argument says what has to be seen: `window` is any top-level widget, `case` the rows of
a list of clips and the text of the one being read. The application knows nothing of this: its
QApplication is watched by an event filter, in our program and in the bare one alike.
"""

import os
import runpy
import sys
from collections.abc import Callable

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from typing_extensions import override

LIST, PAGE = "ClipList", "ArticleView"


class Watch(QObject):
    """Waits until all that has to be seen has been painted."""

    wanted: Callable[[QtWidgets.QWidget], str]
    """Says which of the things to be seen a widget shows now; empty for none."""
    missing: set[str]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QtWidgets.QWidget):
            self.missing.discard(self.wanted(watched))
            if not self.missing:
                QTimer.singleShot(0, say_so)  # the filter sees an event before it is worked off
        return False


class Watched(QtWidgets.QApplication):
    """An application that says when it has painted."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._watch = Watch(self)
        self.installEventFilter(self._watch)


def a_window(widget: QtWidgets.QWidget) -> str:
    """Any window is what is waited for."""
    return "window" if widget.isWindow() else ""


def a_case(widget: QtWidgets.QWidget) -> str:
    """A list of clips whose first row is there, or a page with words on it."""
    view = widget.parentWidget()
    kind = type(view).__name__
    if kind == LIST and isinstance(view, QtWidgets.QAbstractItemView):
        first = view.model().index(0, 0, QModelIndex())
        return LIST if first.isValid() and first.data() else ""
    if kind == PAGE and isinstance(view, QtWidgets.QTextEdit):
        return PAGE if view.document().characterCount() > 1 else ""
    return ""


WANTED = {"window": (a_window, {"window"}), "case": (a_case, {LIST, PAGE})}


def say_so() -> None:
    """Tell the one who waits, and end without tidying up, which is no part of a start."""
    print("painted", flush=True)
    os._exit(0)


if __name__ == "__main__":
    wanted, module = sys.argv[1:3]
    sys.argv = sys.argv[2:]
    Watch.wanted, Watch.missing = staticmethod(WANTED[wanted][0]), set(WANTED[wanted][1])
    QtWidgets.QApplication = Watched  # type: ignore[misc, assignment]  # programs take it there
    runpy.run_module(module, run_name="__main__", alter_sys=True)
