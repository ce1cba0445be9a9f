"""Which hypothesis has least against it, and which single items that rests on."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.analysis.board import Board
from caseboard.analysis.hypotheses import Score
from caseboard.analysis.weights import show
from caseboard.briefing import order_words
from caseboard.i18n import _
from caseboard.model.inquiry import Hypothesis
from caseboard.model.refs import short
from caseboard.ui import hypothesis_words as words
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.paint import fill_round, focus_ring, painter_for
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme, Weight

MOST = 6
"""Critical items that are told before the rest is only counted."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter
END = Qt.TextElideMode.ElideRight


class RankingPane(Surface):
    """Bars for what speaks against each hypothesis, and sentences on what the order rests on."""

    hypothesis_wanted = Signal(str)
    claim_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel", "top", parent)
        self._theme = theme
        self.lines: list[RankLine] = []
        self.sentences: list[str] = []
        """What is said of the order, as it stands there."""
        self.lead = plain_label("", self, size="strong", wrap=True)
        self.rated = plain_label("", self, tone="muted", size="small", wrap=True)
        self._ranks = QVBoxLayout()
        self._rests = QVBoxLayout()
        self._ranked = QWidget()
        self._resting = QWidget()
        self._lay_out()

    def show_board(self, board: Board) -> None:
        """Show how the hypotheses of this board stand."""
        self.lead.setText(order_words.lead_words(board))
        how = _("each claim by its weight") if board.is_weighted else _("every claim alike")
        said = _("{rated}. I counts 1 against a hypothesis, II counts 2, {how}.")
        self.rated.setText(said.format(rated=words.rated_words(board), how=how))
        self._show_ranks(board)
        self._show_rests(board)

    def _show_ranks(self, board: Board) -> None:
        _empty(self._ranks)
        most = max((score.inconsistency for score in board.ranking.scores), default=0)
        named = {each.id: each for each in board.hypotheses}
        self.lines = []
        for score in board.ranking.scores:
            share = float(score.inconsistency / most) if most else 0.0
            line = RankLine(
                self._theme, named[score.hypothesis], score, share, len(board.rows), self._ranked
            )
            line.clicked.connect(lambda _on=False, each=line: self._on_line(each))
            self._ranks.addWidget(line)
            self.lines.append(line)

    def _show_rests(self, board: Board) -> None:
        _empty(self._rests)
        said = order_words.sensitivity_words(board)
        told = [each for each in said if each[0]][:MOST]
        rest = sum(bool(claim_id) for claim_id, _words in said) - len(told)
        if rest > 0:
            told.append(("", words.more_items(rest)))
        told += [each for each in said if not each[0]]
        self.sentences = [sentence for _claim, sentence in told]
        refs: dict[str, str] = {row.claim.id: short(row.claim.ref) for row in board.rows}
        for claim_id, sentence in told:
            self._rests.addWidget(self._sentence(claim_id, refs.get(claim_id, ""), sentence))

    def _sentence(self, claim_id: str, ref: str, sentence: str) -> QWidget:
        holder = QWidget(self._resting)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        if claim_id:
            link = link_button(ref, holder)
            link.setAccessibleName(_("Show {ref}").format(ref=ref))
            link.setMinimumWidth(self._theme.px(34))
            link.clicked.connect(lambda: self.claim_wanted.emit(claim_id))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(sentence, holder, wrap=True, size="fact"), 1)
        return holder

    def _on_line(self, line: "RankLine") -> None:
        self.hypothesis_wanted.emit(line.hypothesis.id)

    def _lay_out(self) -> None:
        px = self._theme.px
        ranked = QVBoxLayout(self._ranked)
        ranked.setContentsMargins(px(14), px(10), px(10), px(10))
        ranked.setSpacing(px(4))
        ranked.addWidget(plain_label(_("Least inconsistent first").upper(), self, size="caps"))
        ranked.addWidget(self.lead)
        ranked.addLayout(self._ranks)
        ranked.addWidget(self.rated)
        ranked.addStretch(1)
        resting = QVBoxLayout(self._resting)
        resting.setContentsMargins(px(10), px(10), px(14), px(10))
        resting.setSpacing(px(6))
        resting.addWidget(plain_label(_("What the order rests on").upper(), self, size="caps"))
        self._rests.setSpacing(px(6))
        resting.addLayout(self._rests)
        resting.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        for part, name in (
            (self._ranked, _("Least inconsistent first")),
            (self._resting, _("What the order rests on")),
        ):
            row.addWidget(_scrolling(part, name, self), 1)


class RankLine(QAbstractButton):
    """One hypothesis in the order: place, ref, statement, a bar and the number it stands for."""

    def __init__(
        self,
        theme: Theme,
        hypothesis: Hypothesis,
        score: Score,
        share: float,
        rows: int,
        parent: QWidget,
    ) -> None:
        """`share` is the length of the bar, 0 to 1."""
        super().__init__(parent)
        self._theme = theme
        self._score = score
        self._share = share
        self.hypothesis = hypothesis
        self.said = order_words.score_words(score, rows)
        tied = _(", tied") if score.is_tied else ""
        self.setAccessibleName(
            _("{place}{tied}: {hypothesis}, inconsistency {number}, {said}").format(
                place=score.rank,
                tied=tied,
                hypothesis=words.called(hypothesis),
                number=show(score.inconsistency),
                said=self.said,
            )
        )
        plain_tooltip(self, f"{words.called(hypothesis)}\n{self.said}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(38))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = painter_for(self), self._theme.px, self._theme.tokens
        room = self.rect()
        if self.underMouse():
            fill_round(painter, QRectF(room), px(5), tokens.panel_2)
        line = QRect(room.left() + px(4), room.top() + px(2), room.width() - px(8), px(19))
        self._paint_words(painter, line)
        number = show(self._score.inconsistency)
        painter.setFont(self._theme.ui_font(11.5, Weight.DemiBold))
        wide = max(px(34), painter.fontMetrics().horizontalAdvance(number) + px(8))
        bar = QRectF(
            line.left() + px(20), line.bottom() + px(5), line.width() - px(20) - wide, px(6)
        )
        fill_round(painter, bar, px(3), tokens.line)
        if self._share:
            bar.setWidth(max(float(px(4)), bar.width() * self._share))
            fill_round(painter, bar, px(3), tokens.contradicts)
        painter.setPen(tokens.text)
        under = QRect(line.right() - wide, line.bottom(), wide, px(16))
        painter.drawText(under, MIDDLE | Qt.AlignmentFlag.AlignRight, number)
        if self.hasFocus():
            focus_ring(painter, self._theme, QRectF(room), px(5))

    def _paint_words(self, painter: QPainter, line: QRect) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(tokens.muted)
        place = f"={self._score.rank}" if self._score.is_tied else f"{self._score.rank}"
        painter.drawText(line, MIDDLE, place)
        metrics = QFontMetrics(self._theme.ui_font(11.5))
        said_wide = metrics.horizontalAdvance(self.said)
        said = QRect(line.right() - said_wide, line.top(), said_wide + 1, line.height())
        rest = line.adjusted(px(20), 0, 0, 0)
        if rest.width() - said_wide > px(120):
            painter.drawText(said, MIDDLE, self.said)
            rest.setRight(said.left() - px(10))
        painter.setFont(self._theme.ui_font(12.5, Weight.DemiBold))
        painter.setPen(tokens.text)
        text = words.called(self.hypothesis)
        painter.drawText(rest, MIDDLE, painter.fontMetrics().elidedText(text, END, rest.width()))


def _scrolling(part: QWidget, name: str, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
