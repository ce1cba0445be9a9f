"""One entry of the rail, as it is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from caseboard.model import numerals
from caseboard.ui.lib.chips import Shape, chip_size, paint_pill
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.paint import fill_round, focus_ring, painter_for
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint, colours

WIDTH = 176
NARROW = 48
HEIGHT = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the table it lists, what it is called, its icon."""

    kind: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class Alert:
    """What waits in an entry: never told by its colour alone."""

    words: str
    """In full, for the tooltip and screen readers: `2 disputes open`."""
    forms: tuple[str, ...]
    """What is shown, the longest first, as far as there is room."""
    number: str
    """Shown where there is no room for any of them."""


class RailItem(QAbstractButton):
    """One entry: icon, name and count, filled where it is chosen; what waits stands in red."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = entry.icon
        self._count: int | None = None
        self._alert: Alert | None = None
        self._alert_room = QRect()
        self.is_alert_hit = False
        """Whether the last click was on what waits."""
        self._is_narrow = False
        self.setText(entry.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    @property
    def count(self) -> int | None:
        """The number shown."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show this number, or none."""
        if count != self._count:
            self._count = count
            self._tell()
            self.update()

    @property
    def alert(self) -> Alert | None:
        """What waits."""
        return self._alert

    def set_alert(self, alert: Alert | None) -> None:
        """Show what waits, or nothing."""
        if alert != self._alert:
            self._alert = alert
            self._tell()
            self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, with the rest in the tooltip."""
        self._is_narrow = is_narrow
        self._tell()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._theme.px(HEIGHT)
        return QSize(height if self._is_narrow else self._theme.px(WIDTH - 17), height)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.is_alert_hit = self._alert_room.contains(event.position().toPoint())
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.is_alert_hit = False
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = painter_for(self)
        ground = QRectF(self.rect())
        if self.isChecked():
            fill_round(painter, ground, px(7), tokens.accent_soft)
        elif self.underMouse():
            fill_round(painter, ground, px(7), tokens.neutral_soft)
        color = tokens.accent if self.isChecked() else tokens.muted
        left = (self.width() - px(16)) // 2 if self._is_narrow else px(9)
        picture = self._theme.pixmap(self._icon, 16, color, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - px(16)) // 2, picture)
        self._alert_room = QRect()
        if self._is_narrow and self._alert is not None:
            self._paint_corner(painter, self._alert, self.width())
        if not self._is_narrow:
            painter.setPen(color)
            self._paint_words(painter, self.rect().adjusted(left + px(25), 0, -px(9), 0))
        if self.hasFocus():
            focus_ring(painter, self._theme, ground, px(7))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        """The count at the right, what waits before it, and the name in the room that is left."""
        middle = Qt.AlignmentFlag.AlignVCenter
        color, px = painter.pen().color(), self._theme.px
        name_font = self._theme.ui_font(13, Weight.Medium)
        wanted = room.left() + QFontMetrics(name_font).horizontalAdvance(self.text())
        if self._count is not None:
            painter.setFont(self._theme.ui_font(11, Weight.Medium))
            painter.setPen(self._theme.tokens.muted)
            painter.drawText(
                room, middle | Qt.AlignmentFlag.AlignRight, numerals.count(self._count)
            )
            taken = painter.fontMetrics().horizontalAdvance(numerals.count(self._count))
            room.setRight(room.right() - taken - px(6))
        if self._alert is not None:
            self._paint_alert(painter, self._alert, wanted + px(4), room.right())
        painter.setFont(name_font)
        painter.setPen(color)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())

    def _paint_alert(self, painter: QPainter, alert: Alert, left: int, right: int) -> None:
        """Between `left` and `right` in as many words as there is room for, or over the icon."""
        for text in alert.forms:
            size = chip_size(self._theme, text, Shape.PILL)
            if size.width() <= right - left:
                place = QPoint(right - size.width(), (self.height() - size.height()) // 2)
                self._alert_room = paint_pill(painter, self._theme, place, text, Tint.CONTRADICTS)
                return
        self._paint_corner(painter, alert, self._theme.px(9 + 20))

    def _paint_corner(self, painter: QPainter, alert: Alert, right: int) -> None:
        """The number alone, over the upper right of the icon, ending at `right`."""
        words, ground = colours(self._theme.tokens, Tint.CONTRADICTS)
        painter.setFont(self._theme.ui_font(9.5, Weight.DemiBold))
        metrics, px = painter.fontMetrics(), self._theme.px
        width = max(px(14), metrics.horizontalAdvance(alert.number) + px(7))
        self._alert_room = QRect(right - width, px(1), width, px(14))
        fill_round(painter, QRectF(self._alert_room), px(7), ground)
        painter.setPen(words)
        painter.drawText(self._alert_room, Qt.AlignmentFlag.AlignCenter, alert.number)

    def _tell(self) -> None:
        count = "" if self._count is None else f" {self._count}"
        waits = f", {self._alert.words}" if self._alert else ""
        self.setAccessibleName(f"{self.text()}{count}{waits}")
        is_told = self._is_narrow or self._alert is not None
        plain_tooltip(self, f"{self.text()}{count}{waits}" if is_told else "")
