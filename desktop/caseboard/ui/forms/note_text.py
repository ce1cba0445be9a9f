"""The text of a note: Markdown as it is typed, with `[[E007]]` links that complete and open."""

import re

from PySide6.QtCore import QRect, QStringListModel, Qt, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCompleter, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.i18n import _
from caseboard.store import references
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Area, popup_of
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.theme import Theme
from caseboard.ui.navigation import Navigator, Place

_LINK = re.compile(r"\[\[\s*([^\[\]|\n]+?)\s*(?:\|[^\[\]\n]*)?\]\]")
_BEGUN = re.compile(r"\[\[([^\[\]\n]*)\Z")
GAP = " · "


class NoteText(Area):
    """`[[` offers the case's clips and claims; Ctrl+click on a link goes there."""

    def __init__(
        self,
        desk: CaseDesk,
        navigator: Navigator,
        text: str = "",
        *,
        lines: int = 3,
        most: int = 24,
    ) -> None:
        super().__init__(desk.desk.theme, text, lines=lines, most=most)
        self._desk = desk
        self._navigator = navigator
        self._offers = QStringListModel(self)
        self.completer = QCompleter(self._offers, self)
        self.offered = popup_of(self.completer)
        self._links = _Links(desk.desk.theme, self)
        self.setPlaceholderText(_("Markdown; [[ links to a clip or a claim"))
        self.setAccessibleName(_("Note"))
        self._complete()

    def link_at(self, cursor: QTextCursor) -> str:
        """The ref linked to where `cursor` stands; empty where there is no link."""
        place, line = cursor.positionInBlock(), cursor.block().text()
        found = (link for link in _LINK.finditer(line) if link.start() <= place <= link.end())
        return next((link[1] for link in found), "")

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self.offered.isVisible() and Qt.Key(event.key()) in _FOR_POPUP:
            event.ignore()  # the list of offers takes it
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        ref = self.link_at(self.cursorForPosition(event.position().toPoint()))
        if ref and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._open(ref)
        else:
            super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        menu = self.createStandardContextMenu()
        ref = self.link_at(self.textCursor())
        if ref:
            opening = menu.addAction(_("Open {ref}").format(ref=ref))
            opening.triggered.connect(lambda: self._open(ref))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _complete(self) -> None:
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.offered.setAccessibleName(_("Clips and claims to link to"))
        self.completer.activated.connect(self._on_offer_taken)
        self.textChanged.connect(self._on_text_changed)

    def _begun(self) -> str | None:
        """What was typed after `[[` before the cursor; None where no link was begun."""
        cursor = self.textCursor()
        found = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else None

    @Slot()
    def _on_text_changed(self) -> None:
        if not isValid(self.offered):
            return  # it is all going, the list first; the highlights go later and change the text
        begun = self._begun()
        if begun is None or not self.hasFocus():
            self.offered.hide()
        elif begun == "" or not self._offers.rowCount():
            self._offer()
        else:
            self._show_offers(begun)

    async def offers(self) -> list[str]:
        """What can be linked to; each begins with its ref and a `GAP`."""
        found = await self._desk.read(references.of_case, self._desk.case_id)
        return [f"{each.ref}{GAP}{each.title}" for each in found]

    @newest_slot()
    async def _offer(self) -> None:
        self._offers.setStringList(await self.offers())
        begun = self._begun()
        if begun is not None and self.hasFocus():
            self._show_offers(begun)

    def _show_offers(self, begun: str) -> None:
        self.completer.setCompletionPrefix(begun)
        rect = self.cursorRect()
        self.completer.complete(QRect(rect.topLeft(), rect.size()).adjusted(0, 0, 280, 4))
        self.offered.setCurrentIndex(self.completer.completionModel().index(0, 0))

    @Slot(str)
    def _on_offer_taken(self, offer: str) -> None:
        ref = offer.partition(GAP)[0]
        begun = self._begun() or ""
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun)
        )
        cursor.insertText(f"{ref}]]")
        self.setTextCursor(cursor)

    @async_slot()
    async def _open(self, ref: str) -> None:
        found = await self._desk.read(references.find, self._desk.case_id, ref)
        if found is not None:
            self._navigator.open(Place(found.table, found.row_id))


class _Links(QSyntaxHighlighter):
    """Shows links, headings and emphasis for what they are."""

    def __init__(self, theme: Theme, text: Area) -> None:
        super().__init__(text.document())
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        if text.startswith("#"):
            self.setFormat(0, len(text), bold)
        for strong in re.finditer(r"\*\*[^*]+\*\*", text):
            self.setFormat(strong.start(), strong.end() - strong.start(), bold)
        link = QTextCharFormat()
        link.setForeground(self._theme.tokens.accent)
        for found in _LINK.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), link)


_FOR_POPUP = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}


def focus_end(field: QWidget) -> None:
    """Go on typing at the end."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, Area):
        field.moveCursor(QTextCursor.MoveOperation.End)
