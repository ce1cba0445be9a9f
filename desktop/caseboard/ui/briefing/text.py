"""A text of a briefing: Markdown as it is typed, with citations and a few styles."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from caseboard.analysis.likelihood_words import likelihoods
from caseboard.briefing.linter.finding import Finding
from caseboard.store import citable
from caseboard.ui.briefing.likelihood_offers import LikelihoodOffers, Words
from caseboard.ui.briefing.offers import OfferDelegate, offer
from caseboard.ui.briefing.text_marks import Mark, TextMarks
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.note_text import NoteText
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.navigation import Navigator

Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
MARKS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
OFFERS_WIDTH = 400
_ITEM = re.compile(r"(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)")
_SIGN = re.compile(r"^(?:[-*+]|\d{1,9}[.)]) +")


class BriefingText(NoteText):
    """`[[` offers what can be cited; Ctrl+B and Ctrl+I set words; Enter goes on with a list."""

    typed = Signal()
    """The words are others; `textChanged` is also sent when they are only coloured anew."""
    entered = Signal()
    """The keyboard has come here."""
    broken = Signal()
    """Enter, where a text is one paragraph."""

    def __init__(
        self,
        desk: CaseDesk,
        navigator: Navigator,
        *,
        lines: int = 3,
        most: int = 40,
        is_paragraph: bool = False,
    ) -> None:
        """With `is_paragraph` Enter begins no line but tells `broken`."""
        super().__init__(desk, navigator, lines=lines, most=most)
        self._is_paragraph = is_paragraph
        self._marks = TextMarks(desk.desk.theme, self)
        self._likely: LikelihoodOffers | None = None
        self._words = self.toPlainText()
        self.setPlaceholderText("")
        self.textChanged.connect(self._on_changed)
        self.offered.setItemDelegate(OfferDelegate(desk.desk.theme, self))

    def offer_likelihoods(self, words: Words) -> None:
        """Offer these words as they are typed."""
        self._likely = LikelihoodOffers(self, words)
        self.typed.connect(self._likely.look)

    def select(self, start: int, end: int) -> None:
        """Select a stretch of `text()`, in code points.

        Where both are 0 it is all of it: the cursor then stands at its end, since a key must
        not wipe out a whole text.
        """
        cursor = self._over(start, end)
        if not end:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Mark what is held against this text, at the stretch it is about."""
        self._marks.show(
            [Mark(self._over(each.where.start, each.where.end), each.words) for each in found]
        )

    def show_text(self, text: str) -> None:
        """Show another text, if it is another: no cursor is lost for nothing."""
        if self.text() != text.strip():
            self.setPlainText(text)

    def mark(self, sign: str) -> None:
        """Put `sign` on both sides of what is selected, or take it away there."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        start, size = cursor.selectionStart(), len(sign)
        is_marked = self._is_marked(cursor, sign)
        cursor.beginEditBlock()
        if is_marked:
            cursor.setPosition(cursor.selectionEnd() + size)
            cursor.setPosition(start - size, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(chosen)
            start -= size
        else:
            cursor.insertText(f"{sign}{chosen}{sign}")
            start += size
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(start + _length(chosen), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def itemise(self, *, numbered: bool) -> None:
        """Make the lines of the selection items of a list, or plain lines again."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        last = self.document().findBlock(cursor.selectionEnd()).blockNumber()
        lines = [self.document().findBlockByNumber(n).text() for n in range(first, last + 1)]
        signs = [f"{n}. " if numbered else "- " for n in range(1, len(lines) + 1)]
        is_list = all(line.startswith(sign) for line, sign in zip(lines, signs, strict=True))
        bare = [_SIGN.sub("", line) for line in lines]
        made = bare if is_list else [s + line for s, line in zip(signs, bare, strict=True)]
        cursor.setPosition(self.document().findBlockByNumber(first).position())
        end = self.document().findBlockByNumber(last)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(made))
        self.setTextCursor(cursor)

    def cite(self) -> None:
        """Begin a citation: what can be cited is offered."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.textCursor().insertText("[[")

    def put_likelihood(self, word: str) -> None:
        """Write `word` over the one word of likelihood there is, or where the cursor stands."""
        cursor = self.textCursor()
        whole = self.toPlainText()
        there = list(likelihoods(whole))
        if not cursor.hasSelection() and len(there) == 1:
            only = there[0]
            cursor.setPosition(_units(whole, only.start))
            cursor.setPosition(_units(whole, only.end), QTextCursor.MoveMode.KeepAnchor)
            word = word[:1].upper() + word[1:] if only.word[:1].isupper() else word
        cursor.insertText(word)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    async def offers(self) -> list[str]:
        found = await self._desk.read(citable.of_case, self._desk.case_id)
        return [offer(each) for each in found]

    @override
    def event(self, event: QEvent, /) -> bool:
        """The window's own Ctrl+B waits while one writes, and Tab where words are offered."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and self._is_for_offers(event):
            return True
        is_own = isinstance(event, QKeyEvent) and self._mark_of(event)
        if is_own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent):
            words = self._marks.words_at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        is_offering = self.offered.isVisible()
        is_enter = Qt.Key(event.key()) in ENTER and not event.modifiers() & Shift
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif sign := self._mark_of(event):
            self.mark(sign)
        elif is_enter and self._is_paragraph and not is_offering:
            self.broken.emit()
        elif not (is_enter and not is_offering and self._go_on()):
            super().keyPressEvent(event)

    @override
    def _show_offers(self, begun: str) -> None:
        self.completer.setCompletionPrefix(begun)
        rect = self.cursorRect()
        near = QRect(self.viewport().mapTo(self, rect.topLeft()), rect.size())
        near.setWidth(self._theme.px(OFFERS_WIDTH))
        self.completer.complete(near.adjusted(0, 0, 0, self._theme.px(4)))
        self.offered.setCurrentIndex(self.completer.completionModel().index(0, 0))

    @Slot()
    def _on_changed(self) -> None:
        words = self.toPlainText()
        if words != self._words:
            self._words = words
            self.typed.emit()

    def _is_for_offers(self, event: QKeyEvent) -> bool:
        likely = self._likely
        is_for_them = likely is not None and likely.take_key(Qt.Key(event.key()))
        if is_for_them:
            event.accept()
        return is_for_them

    def _over(self, start: int, end: int) -> QTextCursor:
        """A cursor over a stretch of `text()`, in code points; over all of it where both are 0."""
        whole = self.toPlainText()
        lead = len(whole) - len(whole.lstrip())
        first, last = (start, end) if end else (0, len(whole.strip()))
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(whole, first + lead))
        cursor.setPosition(_units(whole, last + lead), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark_of(self, event: QKeyEvent) -> str:
        is_held = event.modifiers() == Control and not self.isReadOnly()
        return MARKS.get(Qt.Key(event.key()), "") if is_held else ""

    def _go_on(self) -> bool:
        """Begin the next item of a list, or end the list at an empty one."""
        cursor = self.textCursor()
        found = _ITEM.match(cursor.block().text())
        if cursor.hasSelection() or found is None or cursor.positionInBlock() < found.end():
            return False
        if found.end() == len(cursor.block().text()):
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
            return True
        indent, bullet, number, dot, gap = found.groups()
        sign = bullet or f"{int(number) + 1}{dot}"
        cursor.insertText(f"\n{indent}{sign}{gap}")
        self.ensureCursorVisible()
        return True

    def _is_marked(self, cursor: QTextCursor, sign: str) -> bool:
        """Whether the signs around what is selected set it so: two stars are no italics."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        stars = 0
        while (
            self._stretch(start - stars - 1, start - stars)
            == "*"
            == self._stretch(end + stars, end + stars + 1)
        ):
            stars += 1
        return cursor.hasSelection() and stars in {len(sign), 3}

    def _stretch(self, start: int, end: int) -> str:
        """The text between two positions of the document."""
        if start < 0 or end >= self.document().characterCount():
            return ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()


def _units(text: str, points: int) -> int:
    """Where a place counted in code points stands as Qt counts, in units of UTF-16."""
    return _length(text[:points])


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
