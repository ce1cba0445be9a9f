"""One section in the list: a grip to drag it by, a tick, what it is called and holds."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.i18n import _
from caseboard.ui.briefing.section_words import COUNTED, holds, paragraphs, paragraphs_aloud
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.paint import focus_ring, painter_for
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.lib.theme import Theme

HEIGHT = 32
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionRow(Card):
    """Pressing its name opens what is written in it; Alt with the arrow keys moves it."""

    moved = Signal(int)
    """By so many places."""
    dragged = Signal(QPoint)
    """The grip is held and the pointer is there, on the screen."""
    dropped = Signal()
    switched = Signal()
    pressed = Signal()

    def __init__(self, theme: Theme, kind: SectionKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self.marking = ""
        """Of this section alone, where it is another than the briefing's."""
        name = title(kind)
        self.grip = Grip(theme, self)
        self.box = QCheckBox(self)
        self.box.setChecked(True)
        self.box.setAccessibleName(_("Print “{name}”").format(name=name))
        self.name = RowName(theme, name, self)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*(theme.px(n) for n in (10, 2, 10, 10)))
        self._body = QWidget(self)
        self._body.setLayout(self.body)
        self._body.hide()
        self._lay_out(theme)
        for widget in (self.box, self.name):
            widget.installEventFilter(self)
        self.box.clicked.connect(self.switched)
        self.name.clicked.connect(self.pressed)
        self.grip.held.connect(lambda: self._set_held(is_held=True))
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)
        self.grip.dropped.connect(lambda: self._set_held(is_held=False))

    @property
    def is_open(self) -> bool:
        """Whether what is written in it is shown."""
        return not self._body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide what is written in it."""
        self._body.setVisible(is_open)
        self.name.set_open(is_open=is_open)

    def hold(self, editor: QWidget) -> None:
        """Show that as what is written in it."""
        if editor.parent() is not self._body:
            self.body.addWidget(editor)
        editor.show()

    def say(self, written: int, count: int) -> None:
        """Say how much it holds: of `written` paragraphs, and `count` things as last composed."""
        if self.kind is SectionKind.JUDGEMENTS:
            count = written
        if not self.box.isChecked():
            self.name.say("")
        elif written and self.kind not in COUNTED:
            self.name.say(paragraphs(written), paragraphs_aloud(written))
        else:
            self.name.say(holds(self.kind, count) if count else "")

    def set_writable(self, *, writable: bool) -> None:
        """Let it be switched and moved, or not."""
        self.grip.setVisible(writable)
        self.box.setEnabled(writable)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()))
            is_held = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if step and is_held and self.box.isEnabled():
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _set_held(self, *, is_held: bool) -> None:
        self.setProperty("held", is_held)
        self.style().unpolish(self)
        self.style().polish(self)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(4), 0, px(2), 0)
        head.setSpacing(px(4))
        head.addWidget(self.grip)
        head.addWidget(self.box)
        head.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)


class Grip(QWidget):
    """Six dots that can be held and dragged."""

    held = Signal()
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(theme.px(18), theme.px(HEIGHT))
        plain_tooltip(self, _("Drag, or Alt with the arrow keys, to order"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.held.emit()
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ratio = self.devicePixelRatioF()
        picture = self._theme.pixmap("grip-vertical", 14, self._theme.tokens.muted, ratio)
        side = self._theme.px(14)
        place = QPoint((self.width() - side) // 2, (self.height() - side) // 2)
        painter_for(self).drawPixmap(place, picture)


class RowName(QAbstractButton):
    """What a section is called and, at the right end, how much it holds."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._holds = self._aloud = ""
        self._is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self._say()

    @property
    def holds(self) -> str:
        """What it says at the right."""
        return self._holds

    def say(self, holds: str, aloud: str = "") -> None:
        """Say how much it holds; `aloud` as a screen reader says it."""
        self._holds, self._aloud = holds, aloud or holds
        self._say()

    def set_open(self, *, is_open: bool) -> None:
        """Say whether what is written in it is shown."""
        self._is_open = is_open
        self._say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, px = self._theme, self._theme.px
        painter = painter_for(self)
        room = self.rect().adjusted(px(2), 0, -px(8), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.ui_font(11))
        painter.setPen(theme.tokens.muted)
        wide = painter.fontMetrics().horizontalAdvance(self._holds)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self._holds)
        weight = theme.ui_font().weight() if not self._is_open else 600
        font = theme.ui_font(13)
        font.setWeight(font.Weight(weight))
        painter.setFont(font)
        painter.setPen(theme.tokens.accent if self.underMouse() else theme.tokens.text)
        left = QRect(room.left(), room.top(), room.width() - wide - px(8), room.height())
        shown = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, middle, shown)
        if self.hasFocus():
            focus_ring(painter, theme, QRectF(self.rect()).adjusted(0, 3, -3, -3), px(5))

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}, {self._aloud}" if self._aloud else self._name)
        is_open = _("Open") if self._is_open else _("Closed")
        self.setAccessibleDescription(is_open)
        plain_tooltip(self, self._name)
        self.update()
