"""What is offered after `[[`: what it is called, who said it, and how they are graded."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.briefing.words import grade
from caseboard.i18n import _
from caseboard.store.citable import Citable, Voice
from caseboard.ui.forms.note_text import GAP
from caseboard.ui.lib.paint import fill_round
from caseboard.ui.lib.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
NAMED = 3
"""Voices named before the rest are counted."""


def offer(citable: Citable) -> str:
    """Two lines: the ref and title, then who said it; whatever of it is typed finds it."""
    title = " ".join(citable.title.split()) or _("Untitled")
    return f"{citable.ref}{GAP}{title}\n{_said_by(citable) or kind(citable.table)}"


def kind(table: str) -> str:
    """What a row of this table is."""
    return {
        "clip": _("Clip"),
        "claim": _("Claim"),
        "hypothesis": _("Hypothesis"),
        "gap": _("Gap"),
        "layer": _("Layer"),
    }.get(table, table)


def _said_by(citable: Citable) -> str:
    named = [f"{voice.name} {_grade(voice)}" for voice in citable.voices[:NAMED]]
    more = len(citable.voices) - len(named)
    if more:
        named.append(_("{n} more").format(n=more))
    return GAP.join(named)


def _grade(voice: Voice) -> str:
    if voice.credibility is None:
        return voice.reliability.value
    return grade(voice.reliability, voice.credibility)


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer: the ref heavier than the title, who said it muted below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        high = self._line(self._fonts()[1]) + self._line(self._fonts()[2]) + px(13)
        return QSize(px(240), high)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        px, tokens = self._theme.px, self._theme.tokens
        first, _gap, second = str(index.data() or "").partition("\n")
        ref, _gap, title = first.partition(GAP)
        heavy, plain, small = self._fonts()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if any_option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, any_option.rect, px(5), tokens.accent_soft)
        room = any_option.rect.adjusted(px(8), px(5), -px(8), -px(5))
        line = QRect(room.left(), room.top(), room.width(), self._line(plain))
        wide = QFontMetrics(heavy).horizontalAdvance(ref) + px(8)
        self._write(painter, line, ref, heavy, is_muted=False)
        self._write(painter, line.adjusted(wide, 0, 0, 0), title, plain, is_muted=False)
        under = QRect(room.left(), line.bottom() + px(3), room.width(), self._line(small))
        self._write(painter, under, second, small, is_muted=True)
        painter.restore()

    def _write(
        self, painter: QPainter, room: QRect, text: str, font: QFont, *, is_muted: bool
    ) -> None:
        tokens = self._theme.tokens
        painter.setFont(font)
        painter.setPen(tokens.muted if is_muted else tokens.text)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        theme = self._theme
        return theme.ui_font(12.5, Weight.DemiBold), theme.ui_font(12.5), theme.ui_font(11)

    def _line(self, font: QFont) -> int:
        return QFontMetrics(font).height()
