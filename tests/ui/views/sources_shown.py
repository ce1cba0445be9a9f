"""What tests of the view of sources read from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from support import settled, until

WORDS = Qt.ItemDataRole.AccessibleTextRole


async def choose(view, work, name):
    view.show_row(work.ids[name])
    await until(lambda: view.page and view.page.source.name == name)
    await settled()


def said(model):
    return [model.index(row, 0).data(WORDS) for row in range(model.rowCount())]


async def read(model):
    """Every row, as soon as it is there."""
    await until(lambda: model.rowCount() and all(said(model)))
    return said(model)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def pick(menu, text):
    next(each for each in menu.actions() if each.text() == text).trigger()
