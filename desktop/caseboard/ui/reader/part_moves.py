"""Blocks of a clip's text, and whether they are its article: what a reader can say of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QTextBlock,
)
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model.clip import Clip
from caseboard.ui.lib.buttons import tool_button
from caseboard.ui.reader.sheet import Sheet

KEY = "B"
SIDE = 22
GAP = 8


@dataclass(frozen=True, slots=True)
class PartMove:
    """What is asked for: these blocks of the clip, in its article or not."""

    indexes: frozenset[int]
    """Places in `Clip.parts`."""
    body: bool


class PartMoves(QObject):
    """Lets the blocks of a sheet be moved in and out of the article.

    `B` moves the blocks of the selection, or the one at the cursor; so does the context menu, and
    a handle that comes up beside the block under the mouse.
    """

    asked = Signal(object)
    """`PartMove`."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._hovered: QTextBlock | None = None
        self.handle = tool_button(sheet.theme, "grip-vertical", _("This block"), sheet.viewport())
        self.handle.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has B and the menu
        self.handle.clicked.connect(self._on_handle_clicked)
        self.handle.hide()
        key = QShortcut(QKeySequence(KEY), sheet, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.turn)
        sheet.viewport().installEventFilter(self)
        sheet.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def chosen(self) -> list[int]:
        """The blocks that the selection touches; without one, that at the cursor."""
        cursor = self._sheet.textCursor()
        if cursor.hasSelection():
            return self._between(cursor.selectionStart(), cursor.selectionEnd())
        return self._of_block(cursor.block())

    def turn(self) -> None:
        """Move the chosen blocks to where the first of them is not."""
        self._ask(self.chosen())

    def menu(self, at: QPoint | None = None) -> QMenu:
        """Copying, and what can be said of the chosen blocks, or of the one at a point."""
        menu = self._sheet.createStandardContextMenu()
        is_apart = at is not None and not self._sheet.textCursor().hasSelection()
        block = self._sheet.cursorForPosition(at).block() if is_apart and at else None
        self._offer(menu, self._of_block(block) if block is not None else self.chosen())
        return menu

    def show_menu(self, event: QContextMenuEvent) -> None:
        """Open the menu where it was asked for."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu = self.menu(None if by_keyboard else event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            still = event.buttons() == Qt.MouseButton.NoButton
            self._hover(event.position() if still else None)
        elif event.type() is QEvent.Type.Leave and not self.handle.underMouse():
            self._hover(None)
        return super().eventFilter(watched, event)

    def _offer(self, menu: QMenu, indexes: Sequence[int]) -> None:
        parts = _parts(self._sheet)
        inside = [index for index in indexes if parts[index]]
        outside = [index for index in indexes if not parts[index]]
        if indexes and menu.actions():
            menu.addSeparator()
        if inside:
            words = ngettext(
                "Not part of the article", "Not part of the article ({n})", len(inside)
            )
            self._add(menu, words, inside, body=False)
        if outside:
            words = ngettext("Part of the article", "Part of the article ({n})", len(outside))
            self._add(menu, words, outside, body=True)

    def _add(self, menu: QMenu, words: str, indexes: list[int], *, body: bool) -> None:
        action = QAction(words.format(n=len(indexes)), menu)
        action.setShortcut(QKeySequence(KEY))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        move = PartMove(frozenset(indexes), body)
        action.triggered.connect(partial(self.asked.emit, move))
        menu.addAction(action)

    def _ask(self, indexes: Sequence[int]) -> None:
        if indexes:
            parts = _parts(self._sheet)
            here = parts[indexes[0]]
            alike = frozenset(index for index in indexes if parts[index] is here)
            self.asked.emit(PartMove(alike, not here))

    def _of_block(self, block: QTextBlock) -> list[int]:
        return self._between(block.position(), block.position() + block.length() - 1)

    def _between(self, first: int, last: int) -> list[int]:
        page = self._sheet.page
        if page is None:
            return []
        found = {
            index
            for start, end in self._sheet.offsets.stretches(first, last)
            for index in parts_touched(page.clip, start, end)
        }
        return sorted(found)

    def _hover(self, point: QPointF | None) -> None:
        spot = QRectF(point.x(), point.y(), 1, 1) if point is not None else None
        found = next(self._sheet.visible_blocks(spot), None) if spot is not None else None
        if found is None or not self._of_block(found[0]):
            self._hovered = None
            self.handle.hide()
            return
        self._hovered, corner = found
        line = self._hovered.layout().lineAt(0)
        middle = corner.y() + (line.y() + line.height() / 2 if line.isValid() else 0)
        side = self._sheet.theme.px(SIDE)
        left = self._sheet.document().rootFrame().frameFormat().leftMargin()
        self.handle.setFixedSize(side, side)
        self.handle.move(max(0, int(left) - side - GAP), int(middle - side / 2))
        self.handle.show()

    @Slot()
    def _on_handle_clicked(self) -> None:
        if self._hovered is None or not self._hovered.isValid():
            return
        menu = QMenu(self._sheet)
        self._offer(menu, self._of_block(self._hovered))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.handle.mapToGlobal(QPoint(0, self.handle.height())))

    @Slot()
    def _on_scrolled(self) -> None:
        self._hover(None)


def parts_touched(clip: Clip, start: int, end: int) -> list[int]:
    """The places in `Clip.parts` of the blocks of which a passage holds a character."""
    return [
        index for index, row in enumerate(clip.parts) if row["start"] < end and start < row["end"]
    ]


def _parts(sheet: Sheet) -> list[bool]:
    """Of each block of the clip that is shown: whether it is body."""
    return [bool(row["body"]) for row in sheet.page.clip.parts] if sheet.page else []
