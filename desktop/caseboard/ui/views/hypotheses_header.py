"""The heads of the columns of an inquiry: its hypotheses, and which of them leads."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from caseboard.analysis.weights import show
from caseboard.i18n import _
from caseboard.model.inquiry import Hypothesis
from caseboard.model.refs import short
from caseboard.ui.delegates.hypotheses import wrapped
from caseboard.ui.hypothesis_words import against_words
from caseboard.ui.itemmodels.hypotheses import FIRST, TELLING, HypothesesModel, Sort
from caseboard.ui.lib.chips import HEIGHT as PILL
from caseboard.ui.lib.chips import Shape, chip_size, paint_pill
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

LINES = 4
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HypothesesHeader(QHeaderView):
    """Paints statements on several lines; a column that is dragged asks to be `moved`."""

    moved = Signal(int, int)
    """The column, and the place among the hypotheses it was let go at, from 0."""

    def __init__(self, theme: Theme, model: HypothesesModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._is_going_back = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(64))
        self.sectionMoved.connect(self._on_section_moved)

    def let_move(self, *, movable: bool) -> None:
        """Let columns be dragged, or not."""
        self.setSectionsMovable(movable)

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(px(100), px(10 + PILL + 4 + 8) + LINES * self._step())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, tokens.panel_2)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        if logicalIndex == TELLING:
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.line)
        left = px(14) if logicalIndex < TELLING else px(8)
        inner = rect.adjusted(left, px(10), -px(8), -px(8))
        hypothesis = self._model.hypothesis(logicalIndex)
        if hypothesis is None:
            self._paint_title(painter, inner, logicalIndex)
        else:
            self._paint_hypothesis(painter, inner, hypothesis)
        painter.restore()

    def _paint_title(self, painter: QPainter, room: QRect, section: int) -> None:
        font = self._theme.ui_font(11.5, Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.muted)
        text = str(self._model.headerData(section, Qt.Orientation.Horizontal))
        is_sorted = section == TELLING and self._model.sort_order is Sort.TELLING
        lines = wrapped(f"{text} ▾" if is_sorted else text, font, room.width(), 2)
        for place, words in enumerate(lines):
            top = room.top() + place * self._step()
            painter.drawText(QRect(room.left(), top, room.width(), self._step()), MIDDLE, words)

    def _paint_hypothesis(self, painter: QPainter, room: QRect, hypothesis: Hypothesis) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.setFont(self._theme.ui_font(13, Weight.DemiBold))
        painter.setPen(tokens.text)
        ref = short(hypothesis.ref)
        head = QRect(room.left(), room.top(), room.width(), px(PILL))
        painter.drawText(head, MIDDLE, ref)
        left = head.left() + painter.fontMetrics().horizontalAdvance(ref) + px(7)
        self._paint_score(painter, QRect(QPoint(left, head.top()), head.bottomRight()), hypothesis)
        font = self._theme.ui_font(11.5)
        painter.setFont(font)
        painter.setPen(tokens.muted)
        for place, words in enumerate(wrapped(hypothesis.statement, font, room.width(), LINES)):
            top = head.bottom() + px(4) + place * self._step()
            painter.drawText(QRect(room.left(), top, room.width(), self._step()), MIDDLE, words)

    def _paint_score(self, painter: QPainter, room: QRect, hypothesis: Hypothesis) -> None:
        """A pill on who leads, the number against the others."""
        board = self._model.board
        if board is None or not board.ranking.rated:
            return
        score = board.score(hypothesis.id)
        if score.rank == 1:
            words, tint = (_("ties") if score.is_tied else _("leads")), Tint.ACCENT
            if chip_size(self._theme, words, Shape.PILL).width() <= room.width():
                paint_pill(painter, self._theme, room.topLeft(), words, tint)
            return
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.tokens.muted)
        said = against_words(score)
        if painter.fontMetrics().horizontalAdvance(said) > room.width():
            said = show(score.inconsistency)
        painter.drawText(room, MIDDLE, said)

    def _step(self) -> int:
        return QFontMetrics(self._theme.ui_font(11.5)).height()

    @Slot(int, int, int)
    def _on_section_moved(self, column: int, before: int, after: int) -> None:
        """Put the column back: the hypothesis moves only once the library has it."""
        if self._is_going_back:
            return
        self._is_going_back = True
        self.moveSection(after, before)
        self._is_going_back = False
        if column >= FIRST:
            self.moved.emit(column, max(0, after - FIRST))
