"""Tab from the top down, as things stand, whenever each of them was made.

Qt goes from widget to widget in the order they were made; sections come, go and change places.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

Reason = Qt.FocusReason


def step(root: QWidget, *, is_forward: bool) -> bool:
    """Take the keyboard to what stands next inside `root`, and from its ends out of it.

    False where it is not in `root`, or there is nowhere to go.
    """
    stops = list(reachable(root))
    here = QApplication.focusWidget()
    if here is None or here not in stops:
        return False
    place = stops.index(here) + (1 if is_forward else -1)
    is_inside = 0 <= place < len(stops)
    after = stops[place] if is_inside else _outside(root, here, is_forward=is_forward)
    if after is not None:
        after.setFocus(Reason.TabFocusReason if is_forward else Reason.BacktabFocusReason)
    return after is not None


def _outside(root: QWidget, here: QWidget, *, is_forward: bool) -> QWidget | None:
    """The next in Qt's own order that is not in `root`."""
    go = QWidget.nextInFocusChain if is_forward else QWidget.previousInFocusChain
    other = go(here)
    while other is not None and other is not here:
        takes = bool(other.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and other.isVisible() and other.isEnabled() and not root.isAncestorOf(other):
            return other
        other = go(other)
    return None


def reachable(widget: QWidget) -> Iterator[QWidget]:
    """What Tab may stop at inside `widget`, in the order of its layouts."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from reachable(inner)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _in_layout(inner)
        if widget is None or widget.isHidden() or not widget.isEnabled():
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        else:
            yield from reachable(widget)
