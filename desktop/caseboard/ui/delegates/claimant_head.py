"""The header of the matrix: what a column is; of a claimant, the name over its reliability."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from caseboard.ui.claim_words import grade_line
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.theme import Theme, Weight

if TYPE_CHECKING:
    from caseboard.analysis.matrix import Column

HEIGHT = 50
SIDE = 10


class ClaimantHead(QHeaderView):
    """Two lines for a claimant, one for what is known of the claim."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(56))
        theme.changed.connect(self._on_theme_changed)

    @property
    def height_wanted(self) -> int:
        """Its height, in pixels."""
        lines = 2 * QFontMetrics(self._theme.ui_font(11.5, Weight.DemiBold)).height()
        return max(self._theme.px(HEIGHT), lines + self._theme.px(14))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.save()
        painter.fillRect(rect, tokens.panel_2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        painter.setPen(tokens.muted)
        painter.setFont(self._theme.ui_font(11.5, Weight.DemiBold))
        step = painter.fontMetrics().height()
        room = rect.adjusted(px(SIDE), 0, -px(SIDE) // 2, -1)
        lines = self._lines(section)
        top = room.top() + (room.height() - len(lines) * step) // 2
        for number, text in enumerate(lines):
            line = QRect(room.left(), top + number * step, room.width(), step)
            shown = painter.fontMetrics().elidedText(text, _END, room.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())  # the line goes on where there are no columns
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.tokens.line)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_wanted)

    def _lines(self, section: int) -> list[str]:
        horizontal = Qt.Orientation.Horizontal
        model: Any = self.model()
        column: Column | None = model.headerData(section, horizontal, Role.ROW)
        if column is None:
            return [str(model.headerData(section, horizontal) or "")]
        return [column.voice.name, grade_line(column.voice)]

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMinimumSectionSize(self._theme.px(56))
        self.viewport().update()


_END = Qt.TextElideMode.ElideRight
