"""The sources a report passed through, in order, nearest the claimant first."""

from collections.abc import Sequence
from itertools import chain, pairwise

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.commands.sources import SourceRef
from caseboard.i18n import _
from caseboard.model.entities import Source
from caseboard.model.terms import SourceKind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.source_field import SourceField
from caseboard.ui.lib.buttons import ThemedIcon, link_button, tool_button
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.theme import Theme


class RelaysField(QWidget):
    """A line for each relay, to drag to its place and take away; empty lines do not count.

    Alt+Up and Alt+Down move the line that has the keyboard.
    """

    def __init__(self, desk: CaseDesk, relays: Sequence[Source] = ()) -> None:
        super().__init__()
        self._desk = desk
        self.lines: list[_RelayLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.desk.theme.px(6))
        self.add_button = link_button(_("Add a relay"), self)
        self.add_button.clicked.connect(self._on_add)
        self.setAccessibleName(_("Through"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.desk.theme.px(4))
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for relay in relays:
            self.add(relay)

    def add(self, source: Source | None = None) -> SourceField:
        """Put one more at the end."""
        made = _RelayLine(self._desk, source)
        made.moved.connect(lambda by: self._move(made, self.lines.index(made) + by))
        made.grip.dragged.connect(lambda place: self._drag(made, place))
        made.remove.clicked.connect(lambda: self._take_away(made))
        self.lines.append(made)
        self._rows.addWidget(made)
        self._number()
        return made.field

    def refs(self) -> tuple[SourceRef, ...]:
        """Who they are, in order."""
        return tuple(line.field.ref() for line in self.lines if line.field.text())

    def _drag(self, line: "_RelayLine", place: QPoint) -> None:
        """Let `line` stand where the mouse is: above every line whose middle is below that."""
        height = self.mapFromGlobal(place).y()
        others = [each for each in self.lines if each is not line]
        above = [each for each in others if each.geometry().center().y() < height]
        self._move(line, len(above))

    def _move(self, line: "_RelayLine", to: int) -> None:
        if not 0 <= to < len(self.lines) or self.lines[to] is line:
            return
        self.lines.remove(line)
        self.lines.insert(to, line)
        self._rows.removeWidget(line)
        self._rows.insertWidget(to, line)
        self._rows.activate()
        self._number()

    def _take_away(self, line: "_RelayLine") -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()

    def _number(self) -> None:
        """Say which is which, and let Tab go through them in their order.

        Qt moves only what Tab stops at: a field that hands the keyboard on to its line would stay
        where it was in the chain, and lead back from there.
        """
        for place, line in enumerate(self.lines, 1):
            line.number(place, len(self.lines))
        stops = list(chain.from_iterable(line.stops for line in self.lines))
        for before, after in pairwise([*stops, self.add_button]):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_add(self) -> None:
        self.add().line.setFocus(Qt.FocusReason.OtherFocusReason)


class _RelayLine(QWidget):
    """One relay between the grip it is moved by and the button that takes it away."""

    moved = Signal(int)
    """By so many places: up is less than nought."""

    def __init__(self, desk: CaseDesk, source: Source | None) -> None:
        super().__init__()
        theme = desk.desk.theme
        self.grip = _Grip(theme, self)
        self.field = SourceField(desk, _("Relay"), source, SourceKind.AGENCY)
        self.field.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none to mean none
        self.remove = tool_button(theme, "x", _("Remove this relay"), self)
        self.stops: tuple[QWidget, ...] = (
            self.grip,
            self.field.line,
            self.field.kind,
            self.remove,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(self.grip)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove)
        self.grip.stepped.connect(self.moved)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            here = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self, context=here)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))

    def number(self, place: int, of: int) -> None:
        """Say which relay it is, and whether there is another to change places with."""
        name = _("Relay {n}").format(n=place)
        self.field.line.setAccessibleName(name)
        self.grip.setEnabled(of > 1)
        self.grip.setAccessibleName(_("Move relay {n} of {all}").format(n=place, all=of))
        self.remove.setAccessibleName(_("Remove relay {n}").format(n=place))


class _Grip(QToolButton):
    """Dragged by the mouse, or stepped by the arrow keys."""

    dragged = Signal(QPoint)
    """Where on the screen the mouse is."""
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        plain_tooltip(self, _("Drag to its place, or press Alt+Up and Alt+Down"))
        ThemedIcon(theme, self, "grip-vertical", "muted")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is None:
            return
        place = event.globalPosition().toPoint()
        far = (place - self._pressed).manhattanLength()
        if self._is_dragging or far >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed, self._is_dragging = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)
