"""The chip that says what stretch of time is brushed, and clears it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.brush import Brush
from caseboard.ui.lib.chips import chip_size, paint_chip
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.paint import focus_ring, painter_for
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.timeline import brushed

CROSS = "  ✕"
HEIGHT = 28


class BrushChip(QAbstractButton):
    """Hidden while nothing is brushed; a click, Space or Enter brushes all of time again."""

    def __init__(self, theme: Theme, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._brush = brush
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(brush.clear)
        brush.changed.connect(self._on_brushed)
        theme.changed.connect(self.updateGeometry)
        self._on_brushed()

    @override
    def sizeHint(self) -> QSize:
        size = chip_size(self._theme, self.text())
        return QSize(size.width(), self._theme.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        top = (self.height() - chip_size(self._theme, "").height()) // 2
        rect = paint_chip(
            painter,
            self._theme,
            QPoint(0, top),
            self.text(),
            Tint.UNIT,
            room=self.width(),
            selected=self.isDown() or self.underMouse(),
        )
        if self.hasFocus():
            focus_ring(painter, self._theme, QRectF(rect), self._theme.px(4))

    @Slot()
    def _on_brushed(self) -> None:
        words = brushed.words(self._brush.brushed)
        self.setText(words + CROSS)
        name = _("Only {when}. Show all of time.").format(when=words)
        self.setAccessibleName(name)
        plain_tooltip(self, name)
        self.setVisible(bool(words))
        self.updateGeometry()
