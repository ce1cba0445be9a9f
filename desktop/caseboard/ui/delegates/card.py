"""A card of the start screen: one case, or the place to drop the first things of a new one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model import moments, numerals
from caseboard.store.cases import CaseCard
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import paint_pill
from caseboard.ui.lib.marking import marking_size, paint_marking
from caseboard.ui.lib.paint import fill_round, focus_ring, outline_round
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint

WIDTH = 330
HEIGHT = 148
GAP = 16
MARKING_PX = 9.5
Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


class CardDelegate(QStyledItemDelegate):
    """Paints a `CaseCard`, or for None the dashed place that things can be dropped on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(WIDTH + GAP), self._theme.px(HEIGHT + GAP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        size = QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))
        rect = QRect(place.topLeft(), size)
        card: CaseCard | None = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card is None:
            self._paint_target(painter, rect, index)
        else:
            self._paint_frame(painter, rect, state)
            self._paint_case(painter, rect, card)
        if state & State.State_HasFocus:
            focus_ring(painter, self._theme, QRectF(rect), self._theme.px(10))
        painter.restore()

    def _paint_target(self, painter: QPainter, rect: QRect, index: Index) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        dashes = Qt.PenStyle.CustomDashLine
        outline_round(painter, QRectF(rect), px(10), tokens.faint, 1.5, dashes)
        painter.setFont(self._theme.ui_font(13))
        painter.setPen(tokens.muted)
        words = rect.adjusted(px(50), px(12), -px(50), -px(12))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, str(index.data()))

    def _paint_frame(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        fill_round(painter, QRectF(rect), px(10), tokens.panel)
        is_under = bool(state & State.State_MouseOver)
        outline_round(painter, QRectF(rect), px(10), tokens.faint if is_under else tokens.line)

    def _paint_case(self, painter: QPainter, rect: QRect, card: CaseCard) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        inner = rect.adjusted(px(18), px(16), -px(18), -px(14))
        marking = card.case.marking.value
        size = marking_size(self._theme, marking, MARKING_PX)
        corner = QPoint(inner.right() - size.width() + 1, inner.top() + px(1))
        paint_marking(painter, self._theme, corner, marking, MARKING_PX)
        y = self._paint_title(painter, inner.adjusted(0, 0, -size.width() - px(10), 0), card)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(tokens.muted)
        line = QRect(inner.left(), y + px(2), inner.width(), px(17))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, subtitle(card))
        self._paint_counts(painter, line.translated(0, px(17 + 9)), card)
        if card.open_disputes:
            pill = QPoint(inner.left(), line.bottom() + px(9 + 17 + 10))
            paint_pill(painter, self._theme, pill, disputes_words(card), Tint.CONTRADICTS)

    def _paint_title(self, painter: QPainter, room: QRect, card: CaseCard) -> int:
        font = self._theme.ui_font(15, Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.text)
        step, y = self._theme.px(20), room.top()
        for line in two_lines(card.case.title, font, room.width()):
            painter.drawText(
                QRect(room.left(), y, room.width(), step), Qt.AlignmentFlag.AlignVCenter, line
            )
            y += step
        return y

    def _paint_counts(self, painter: QPainter, line: QRect, card: CaseCard) -> None:
        left = line.left()
        painter.setPen(self._theme.tokens.text)
        for count, word in counted(card):
            for text, weight in (
                (f"{numerals.count(count)} ", Weight.DemiBold),
                (word, Weight.Normal),
            ):
                left = self._paint_word(painter, line, left, text, weight)
            left += self._theme.px(16)

    def _paint_word(
        self, painter: QPainter, line: QRect, left: int, text: str, weight: QFont.Weight
    ) -> int:
        painter.setFont(self._theme.ui_font(12, weight))
        room = QRect(left, line.top(), line.right() - left, line.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        return left + painter.fontMetrics().horizontalAdvance(text)


def subtitle(card: CaseCard) -> str:
    """`KUP-2024-11 · opened 14 Nov 2024`."""
    when = moments.show(f"{card.case.created:%Y-%m-%d}")
    return _("{ref} · opened {when}").format(ref=card.case.ref, when=when)


def counted(card: CaseCard) -> list[tuple[int, str]]:
    """How many of each a case holds, with the word that goes with the number."""
    return [
        (card.clips, _word(ngettext("{n} clip", "{n} clips", card.clips))),
        (card.claims, _word(ngettext("{n} claim", "{n} claims", card.claims))),
        (card.notes, _word(ngettext("{n} note", "{n} notes", card.notes))),
    ]


def disputes_words(card: CaseCard) -> str:
    """How many disputes are open."""
    return ngettext("{n} dispute open", "{n} disputes open", card.open_disputes)


def words(card: CaseCard | None) -> str:
    """All that a card shows, as a screen reader says it."""
    if card is None:
        return _("Drop pages, images or links here to start a new case from them")
    parts = [card.case.title, card.case.marking.value, subtitle(card)]
    parts += [f"{count} {word}" for count, word in counted(card)]
    return ", ".join([*parts, disputes_words(card)] if card.open_disputes else parts)


def _word(counted_word: str) -> str:
    """A phrase such as "3 clips" without its number, which is drawn in bold before it."""
    return counted_word.lstrip("0123456789").strip()
