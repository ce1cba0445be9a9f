"""A row that can be picked by mouse or keyboard, whatever stands in it."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.ui.lib.paint import fill_round, focus_ring, outline_round, painter_for
from caseboard.ui.lib.theme import Theme


class PickRow(QAbstractButton):
    """Tab reaches it; Enter, Space or a click pick it; Delete and the menu key do what they say.

    `body` takes widgets, which leave the mouse to the row.
    """

    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)
    """Where on the screen."""

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, framed: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._framed = framed
        self._is_active = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.body = QHBoxLayout(self)
        side, top = (10, 8) if framed else (6, 3)
        self.body.setContentsMargins(*(theme.px(n) for n in (side, top, side, top)))
        self.body.setSpacing(theme.px(8))
        theme.changed.connect(self.update)

    @property
    def is_active(self) -> bool:
        """Whether what it stands for is what the user looks at."""
        return self._is_active

    def set_active(self, *, active: bool) -> None:
        """Mark it as what the user looks at."""
        self._is_active = active
        self.update()

    def put(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the right end; the mouse goes through it to the row."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(widget, stretch)

    @override
    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.body.minimumSize().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return self.body.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self.body.heightForWidth(width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos()
        self.menu_wanted.emit(here)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = painter_for(self), self._theme.tokens
        rect, radius = QRectF(self.rect()), self._theme.px(7)
        if self._is_active:
            fill_round(painter, rect, radius, tokens.accent_soft)
        elif self._framed:
            fill_round(painter, rect, radius, tokens.panel)
        if self._framed or (self.underMouse() and not self._is_active):
            line = tokens.faint if self.underMouse() else tokens.line
            outline_round(painter, rect, radius, line)
        if self.hasFocus():
            focus_ring(painter, self._theme, rect, radius)
