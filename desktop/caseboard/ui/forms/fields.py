"""The plain fields forms are made of, each under a small label that names it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

E = TypeVar("E", bound=StrEnum)


class FieldError(CaseError):
    """What was typed in `field` cannot be taken."""

    def __init__(self, error: CaseError, field: QWidget) -> None:
        super().__init__(str(error), error.hint)
        self.field = field


class Named(QWidget):
    """A field under its name; the name leads to it by Alt and for screen readers."""

    def __init__(self, name: str, field: QWidget, below: QWidget | None = None) -> None:
        super().__init__()
        self.label = plain_label(name, self, tone="muted", size="fact")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(field)
        if below is not None:
            column.addWidget(below)


def side_by_side(*widgets: QWidget, shares: Sequence[int] = ()) -> QWidget:
    """Fields in one row, equally wide unless `shares` says otherwise."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for place, widget in enumerate(widgets):
        share = shares[place] if shares else 1
        layout.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
    return row


def line(text: str = "", placeholder: str = "") -> QLineEdit:
    """A line to type in."""
    field = QLineEdit(text)
    field.setPlaceholderText(placeholder)
    field.setCursorPosition(0)
    return field


class Area(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next field, and it grows with what is typed."""

    left = Signal()
    """The keyboard has gone elsewhere."""

    def __init__(self, theme: Theme, text: str = "", *, lines: int = 2, most: int = 8) -> None:
        super().__init__(text)
        self._theme = theme
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.toPlainText().strip()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.fit()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()  # the lines break elsewhere

    @Slot()
    def fit(self) -> None:
        """Be as high as the text, within bounds; needed after a change made silently."""
        wanted = min(self._most, max(self._lines, round(self.document().size().height())))
        step = self.fontMetrics().lineSpacing()
        self.setFixedHeight(wanted * step + self._theme.px(20))


class Choice(QComboBox, Generic[E]):
    """One of a closed set; the wheel turns it only while it has the keyboard."""

    def __init__(self, options: Sequence[tuple[E, str]], current: E | None = None) -> None:
        super().__init__()
        self._members = [member for member, _name in options]
        for _member, name in options:
            self.addItem(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.installEventFilter(self)
        if current is not None:
            self.choose(current)

    @property
    def member(self) -> E:
        """What is chosen."""
        return self._members[self.currentIndex()]

    def choose(self, member: E) -> None:
        """Choose another, without telling anybody but `currentIndexChanged`."""
        self.setCurrentIndex(self._members.index(member))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ReturnKey(QObject):
    """Calls `pressed` on Ctrl+Enter in the widgets it watches, and on Enter where one chooses."""

    pressed = Signal()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            is_choice = isinstance(watched, QComboBox)
            is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_return and (is_control or is_choice):
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)


def popup_of(completer: QCompleter) -> QAbstractItemView:
    """The list a completer shows its offers in."""
    popup = completer.popup()
    assert popup is not None  # noqa: S101  Qt makes one when it is asked for
    popup.setProperty("popup", True)  # it is framed: what it lies over is as white as it is
    return popup


def lines_of(text: str) -> list[str]:
    """The lines of `text`, each once, without spaces around them and without empty ones."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
