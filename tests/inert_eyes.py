"""What is to be seen in a window: all is painted, and the lures that can be read are noted."""

import asyncio
import re
from itertools import product

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QToolTip,
    QWidget,
)

from inert_files import NOWHERE

ROWS = 6
COLUMNS = 6  # more than any table has; Qt keeps the count of a list model to itself
TURNS = 12
WHERE = re.compile(re.escape(NOWHERE) + r'"> ([\w ]+)')
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Eyes:
    """Looks closely; `seen` says which of the lures were to be read where."""

    def __init__(self, window):
        self._window = window
        self.seen = {}

    async def look(self, name, widget):
        """Wait until all is there, then paint it, go through its rows and tabs, ask for tips."""
        await at_rest()
        read = set(words_in(widget))
        for turn in (*turns_of_tabs(widget), *turns_of_rows(widget)):
            turn()
            await at_rest()
            self._window.grab()
            read |= set(words_in(widget))
        for child in shown(widget, QWidget):
            ask_for_tip(child)
        widget.grab()
        QToolTip.hideText()
        found = {where.strip() for words in read for where in WHERE.findall(words)}
        self.seen[name] = sorted(found | set(self.seen.get(name, ())))


def turns_of_tabs(widget):
    """What to call to see each tab."""
    for tabs in shown(widget, QTabWidget):
        for index in range(tabs.count()):
            yield lambda tabs=tabs, index=index: tabs.setCurrentIndex(index)


def turns_of_rows(widget):
    """What to call to pick each of the first rows of each list."""
    for rows in shown(widget, QAbstractItemView):
        for row in range(min(ROWS, rows.model().rowCount())):
            index = QPersistentModelIndex(rows.model().index(row, 0))
            yield lambda rows=rows, index=index: rows.setCurrentIndex(QModelIndex(index))


def shown(widget, kind):
    """The visible widgets of a kind in a widget."""
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def words_in(widget):
    """All that stands in the labels, fields, texts and rows that are visible."""
    yield from (label.text() for label in shown(widget, QLabel))
    yield from (line.text() for line in shown(widget, QLineEdit))
    yield from (text.toPlainText() for text in shown(widget, QTextEdit))
    yield from (text.toPlainText() for text in shown(widget, QPlainTextEdit))
    for rows in shown(widget, QAbstractItemView):
        model = rows.model()
        for row, column in product(range(min(ROWS, model.rowCount())), range(COLUMNS)):
            index = model.index(row, column)
            yield from (str(index.data(role)) for role in ROLES if index.isValid())


def ask_for_tip(widget):
    """As a mouse does that rests in its middle."""
    middle = widget.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
    QCoreApplication.sendEvent(widget, event)


async def at_rest():
    """Wait until nothing is being read any more, and all is laid out."""
    here = asyncio.current_task()
    for _turn in range(TURNS):
        await asyncio.sleep(0)
        others = [
            task
            for task in asyncio.all_tasks()
            if task is not here and not task.get_name().startswith("standing")
        ]
        if not others:
            break
        await asyncio.wait(others, timeout=1)
    QCoreApplication.sendPostedEvents()
