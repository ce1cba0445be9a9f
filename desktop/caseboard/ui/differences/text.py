"""What differs between two texts, set as one: what came is underlined, what went is struck out.

Words of the texts are inserted as they are, with a format each: nothing is ever read as HTML.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from caseboard.analysis.textdiff import Block, Kind
from caseboard.i18n import _
from caseboard.ui.lib.theme import Theme

GUTTER = 34
SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.CHANGED: "±", Kind.MOVED: "↕"}
"""What stands beside a paragraph, whatever its colour."""


class DifferenceText(QPlainTextEdit):
    """Shows the paragraphs of a difference, with a sign beside each that changed.

    `moved_to` is sent with the number of the change that is shown, counted from 0.
    """

    moved_to = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks: Sequence[Block] = ()
        self.current = -1
        """The change that is shown; -1 for none yet."""
        self.setReadOnly(True)
        self.setAccessibleName(_("What differs"))
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._on_update_requested)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def changes(self) -> list[int]:
        """The places of the paragraphs that differ."""
        return [n for n, block in enumerate(self._blocks) if block.is_change]

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show this difference, from its beginning."""
        self._blocks = blocks
        self.current = -1
        self._set()

    def go(self, step: int) -> None:
        """Show the change `step` on from the current one, round the ends."""
        changes = self.changes
        if not changes:
            return
        before = self.current if self.current >= 0 else (-1 if step > 0 else 0)
        self.current = (before + step) % len(changes)
        self._mark()
        self.moved_to.emit(self.current)

    def block_of(self, change: int) -> Block:
        """The paragraph of a change."""
        return self._blocks[self.changes[change]]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        width = self._theme.px(GUTTER)
        self._gutter.setGeometry(QRect(room.left(), room.top(), width, room.height()))

    def paint_signs(self, painter: QPainter, width: int) -> None:
        """Draw the signs of the paragraphs in sight into a column of `width`."""
        block = self.firstVisibleBlock()
        painter.setFont(self._theme.ui_font(15))
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > self.height():
                return
            number = block.blockNumber()
            if number % 2 == 0 and number // 2 < len(self._blocks):
                kind = self._blocks[number // 2].kind
                painter.setPen(_colours(self._theme, kind)[0])
                line = QRect(0, round(place.top()), width, round(_first_line(block)))
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, SIGNS.get(kind, ""))
            block = block.next()

    def _set(self) -> None:
        """Every second paragraph of the document is empty: it keeps the others apart."""
        self.clear()
        cursor = QTextCursor(self.document())
        formats = {kind: self._format(kind) for kind in Kind}
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            if number:
                cursor.insertBlock()
                cursor.insertBlock()
            for run in block.runs:
                cursor.insertText(run.text, formats[run.kind])
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _format(self, kind: Kind) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._theme.reading_font(15))  # a style sheet would undo a widget's font
        words, ground = _colours(self._theme, kind)
        made.setForeground(words)
        if kind in {Kind.ADDED, Kind.REMOVED}:
            made.setBackground(ground)
            made.setFontUnderline(kind is Kind.ADDED)
            made.setFontStrikeOut(kind is Kind.REMOVED)
        return made

    def _mark(self) -> None:
        """Put the current change in the middle, with a band behind it."""
        changes = self.changes
        if not 0 <= self.current < len(changes):
            self.setExtraSelections([])
            return
        block = self.document().findBlockByNumber(2 * changes[self.current])
        band = QTextEdit.ExtraSelection()
        band.cursor = QTextCursor(block)
        band.format.setBackground(self._theme.tokens.accent_soft)
        band.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([band])
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setViewportMargins(self._theme.px(GUTTER), 0, 0, 0)
        if self._blocks:
            self._set()

    @Slot(QRect, int)
    def _on_update_requested(self, _part: QRect, _by: int) -> None:
        self._gutter.update()


class _Gutter(QWidget):
    """The column at the left that holds the signs."""

    def __init__(self, text: DifferenceText) -> None:
        super().__init__(text)
        self._text = text

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_signs(QPainter(self), self.width())


def _first_line(block: QTextBlock) -> float:
    layout = block.layout()
    return layout.lineAt(0).height() if layout.lineCount() else 0.0


def _colours(theme: Theme, kind: Kind) -> tuple[QColor, QColor]:
    tokens = theme.tokens
    return {
        Kind.SAME: (tokens.text, tokens.panel),
        Kind.ADDED: (tokens.supports, tokens.supports_soft),
        Kind.REMOVED: (tokens.contradicts, tokens.contradicts_soft),
        Kind.CHANGED: (tokens.muted, tokens.panel),
        Kind.MOVED: (tokens.accent, tokens.panel),
    }[kind]
