"""Chips and pills: a few coloured words, painted by delegates or standing as small widgets."""

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.paint import (
    dotted_circle,
    fill_round,
    focus_ring,
    outline_round,
    painter_for,
)
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint, colours

PX = 11
HEIGHT = 18
DOT = 11  # the room of the dotted circle before a suggested name


class Shape(Enum):
    """A chip names a thing; a pill is a word about one."""

    CHIP = (4, 6, QFont.Weight.Medium)
    PILL = (9, 7, QFont.Weight.DemiBold)

    def __init__(self, radius: int, padding: int, weight: QFont.Weight) -> None:
        self.radius = radius
        self.padding = padding
        self.weight = weight


def chip_size(
    theme: Theme, text: str, shape: Shape = Shape.CHIP, *, suggested: bool = False
) -> QSize:
    """The room a chip wants."""
    metrics = QFontMetrics(theme.ui_font(PX, shape.weight))
    dot = theme.px(DOT) if suggested else 0
    width = metrics.horizontalAdvance(text) + 2 * theme.px(shape.padding) + dot
    return QSize(width, theme.px(HEIGHT))


def paint_chip(
    painter: QPainter,
    theme: Theme,
    place: QPoint,
    text: str,
    tint: Tint,
    shape: Shape = Shape.CHIP,
    *,
    room: int | None = None,
    suggested: bool = False,
    selected: bool = False,
) -> QRect:
    """Draw a chip with its top left at `place`, cut to `room` pixels; returns what it covers."""
    size = chip_size(theme, text, shape, suggested=suggested)
    rect = QRect(place, size if room is None else size.boundedTo(QSize(room, size.height())))
    words, ground = colours(theme.tokens, tint)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_round(painter, QRectF(rect), theme.px(shape.radius), ground)
    if selected:
        outline_round(painter, QRectF(rect), theme.px(shape.radius), words, 1.5)
    inner = rect.adjusted(theme.px(shape.padding), 0, -theme.px(shape.padding), 0)
    if suggested:
        radius = theme.px(6) / 2
        middle = QPointF(inner.left() + radius, QRectF(rect).center().y())
        dotted_circle(painter, middle, radius, words)
        inner.setLeft(inner.left() + theme.px(DOT))
    painter.setFont(theme.ui_font(PX, shape.weight))
    painter.setPen(words)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
    return rect


def paint_pill(painter: QPainter, theme: Theme, place: QPoint, text: str, tint: Tint) -> QRect:
    """Draw a pill with its top left at `place`; returns what it covers."""
    return paint_chip(painter, theme, place, text, tint, Shape.PILL)


class Chip(QAbstractButton):
    """A name that can be clicked, reached by Tab and pressed by Space or Enter."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tint: Tint,
        parent: QWidget | None = None,
        *,
        suggested: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tint = tint
        self._suggested = suggested
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        plain_tooltip(self, text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self.text(), suggested=self._suggested)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(32)), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        marked = self.isChecked() or self.isDown() or self.underMouse()
        rect = paint_chip(
            painter,
            self._theme,
            QPoint(0, (self.height() - self._theme.px(HEIGHT)) // 2),
            self.text(),
            self._tint,
            room=self.width(),
            suggested=self._suggested,
            selected=marked,
        )
        if self.hasFocus():
            focus_ring(painter, self._theme, QRectF(rect), self._theme.px(4))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Pill(QWidget):
    """A word about something: its state, its stance, a count."""

    def __init__(
        self, theme: Theme, text: str, tint: Tint = Tint.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._tint = tint
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def text(self) -> str:
        """The word shown."""
        return self._text

    def say(self, text: str, tint: Tint | None = None) -> None:
        """Show another word, in another colour where one is given."""
        self._text, self._tint = text, tint or self._tint
        self.setAccessibleName(text)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self._text, Shape.PILL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_pill(painter_for(self), self._theme, QPoint(0, 0), self._text, self._tint)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
