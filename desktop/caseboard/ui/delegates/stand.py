"""A row about a position of a unit: when, where, how precisely, in which words, on what grade."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.store.unit_pages import Stand
from caseboard.ui import words
from caseboard.ui.delegates.clip import two_lines
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.entities import precision
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.chips import HEIGHT as CHIP
from caseboard.ui.lib.chips import chip_size, paint_chip
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint

Index = QModelIndex | QPersistentModelIndex
SHARES = (20, 27, 24, 29)
"""How wide the columns are: when, where, how, the words; the exhibit has a width of its own."""
EXHIBIT = 74
PX = 12.5


@dataclass(frozen=True, slots=True)
class StandFace:
    """What a row says."""

    when: str
    where: str
    how: str
    quote: str
    exhibit: str

    @property
    def words(self) -> str:
        """All of it, as a screen reader says it."""
        parts = (self.when, self.where, self.how, self.quote, self.exhibit)
        return ", ".join(part for part in parts if part)


def stand_face(stand: Stand) -> StandFace:
    """What is shown of a position."""
    position = stand.position
    exact = " ".join(stand.anchor.exact.split())
    where = stand.place.name if stand.place else words.degrees(position.lat, position.lon)
    how = ", ".join(part for part in (position.bearing, precision(position.precision_m)) if part)
    return StandFace(
        when=moments.show(position.interval) if position.interval else _("no date"),
        where=where,
        how=how,
        quote=_("“{words}”").format(words=exact) if exact else _("A region of a picture"),
        exhibit=" · ".join(part for part in (stand.clip_ref, stand.grade) if part),
    )


def stand_words(stand: Stand) -> str:
    """A position as a screen reader says it."""
    return stand_face(stand).words


class StandDelegate(QStyledItemDelegate):
    """Paints positions in columns, two lines high."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self._theme.ui_font(PX)).height()
        return QSize(self._theme.px(200), 2 * height + self._theme.px(22))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        stand: Stand = index.data(Role.ROW)
        face, tokens = stand_face(stand), self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self._theme, any_option.rect, any_option.state)
        if index.row() == 0:
            rect = any_option.rect
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, tokens.line)
        when, where, how, quote, exhibit = self._columns(any_option.rect)
        painter.setPen(tokens.text)
        self._paint_text(painter, when, face.when)
        self._paint_place(painter, where, face.where)
        self._paint_text(painter, how, face.how)
        self._paint_text(painter, quote, face.quote, self._theme.reading_font(PX))
        painter.setPen(tokens.muted)
        self._paint_text(painter, exhibit, face.exhibit)
        painter.restore()

    def _columns(self, rect: QRect) -> Iterator[QRect]:
        px = self._theme.px
        inner = rect.adjusted(px(10), px(4), -px(6), -px(5))
        left, room = inner.left(), inner.width() - px(EXHIBIT)
        for width in (*(room * share // sum(SHARES) for share in SHARES), px(EXHIBIT)):
            yield QRect(left, inner.top(), width - px(8), inner.height())
            left += width

    def _paint_text(
        self, painter: QPainter, room: QRect, text: str, font: QFont | None = None
    ) -> None:
        font = font or self._theme.ui_font(PX)
        lines = two_lines(text, font, max(1, room.width()))
        step = QFontMetrics(font).height()
        top = room.top() + (room.height() - step * len(lines)) // 2
        painter.setFont(font)
        for number, line in enumerate(lines):
            place = QRect(room.left(), top + number * step, room.width(), step)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_place(self, painter: QPainter, room: QRect, name: str) -> None:
        if name:
            width = min(room.width(), chip_size(self._theme, name).width())
            top = room.top() + (room.height() - self._theme.px(CHIP)) // 2
            place = QPoint(room.left(), top)
            paint_chip(painter, self._theme, place, name, Tint.LOCATION, room=width)
