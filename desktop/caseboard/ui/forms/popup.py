"""A small panel inside the window, beside what it is about; Escape or work elsewhere closes it.

It is a child of the window and no window itself: it stands where it is put on every platform,
and needs no window manager to be typed in.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.ui.lib.paint import fill_round, outline_round, painter_for
from caseboard.ui.lib.theme import Theme

SHADOW = 10
GAP = 4
EDGE = 8


class Popup(QWidget):
    """Holds `body`; the keyboard goes back to where it was when it closes."""

    closed = Signal()

    def __init__(self, theme: Theme, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self._near = QRect()
        self._before: QWidget | None = None
        self._window = parent.window()
        self.body = QVBoxLayout(self)
        self.body.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def open_at(self, near: QRect, focus: QWidget) -> None:
        """Show it under (or over) `near`, a rectangle of the screen, and type in `focus`."""
        self._near = near
        self._before = QApplication.focusWidget()
        self._window.removeEventFilter(self)
        self._window = (self.parentWidget() or self._window).window()
        self.setParent(self._window)
        margin = self.theme.px(SHADOW)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed, Qt.ConnectionType.UniqueConnection)
        self._window.installEventFilter(self)

    @Slot()
    def close_popup(self) -> None:
        """Take it away."""
        if not self.isVisible():
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
        self._window.removeEventFilter(self)
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self._window)
        self.hide()
        if had_keyboard and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def place(self) -> None:
        """Find room for it in the window, and take it."""
        window = self._window
        px = self.theme.px
        room = window.rect().adjusted(px(EDGE), px(EDGE), -px(EDGE), -px(EDGE))
        margin = px(SHADOW)
        width = min(px(self._width) + 2 * margin, room.width() + 2 * margin)
        self.setFixedWidth(width)
        self.body.activate()
        wants = self.body.hasHeightForWidth()
        height = self.body.totalHeightForWidth(width) if wants else self.sizeHint().height()
        near = QRect(window.mapFromGlobal(self._near.topLeft()), self._near.size())
        left = min(near.left(), room.right() - width + 2 * margin) - margin
        below = near.bottom() + px(GAP) - margin
        above = near.top() - px(GAP) - height + margin
        top = below if below + height <= room.bottom() or above < room.top() else above
        top = max(room.top() - margin, min(top, room.bottom() - height + margin))
        self.setGeometry(max(left, room.left() - margin), top, width, height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_popup()
        event.accept()  # a key pressed here is never meant for what lies under it

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round inside."""
        here = self.focusWidget() or self
        step = QWidget.nextInFocusChain if next else QWidget.previousInFocusChain
        other = step(here)
        while other is not None and other is not here:
            takes = bool(other.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes and self.isAncestorOf(other) and other.isVisible() and other.isEnabled():
                reason = Qt.FocusReason.TabFocusReason if next else _BACK
                other.setFocus(reason)
                return True
            other = step(other)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.close_popup()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        tokens, margin = self.theme.tokens, self.theme.px(SHADOW)
        panel = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        shade = QColor(0, 0, 0, 14 if tokens.dark else 5)
        for step in range(margin, 0, -2):
            ring = panel.adjusted(-step, 2 - step, step, step)
            fill_round(painter, ring, self.theme.px(9) + step, shade)
        fill_round(painter, panel, self.theme.px(9), tokens.panel)
        outline_round(painter, panel, self.theme.px(9), tokens.line)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Work elsewhere in the window closes it; another window, such as a menu, does not."""
        if now is None or not self.isVisible() or self.isAncestorOf(now) or now is self:
            return
        if now.window() is self.window():
            self.close_popup()


_BACK = Qt.FocusReason.BacktabFocusReason
