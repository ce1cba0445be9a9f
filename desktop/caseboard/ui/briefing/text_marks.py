"""What is held against a text, marked where it stands: a wavy line, and why when pointed at."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from caseboard.ui.lib.theme import Theme


class Mark(NamedTuple):
    """A stretch of a text; it moves with what is typed before it."""

    cursor: QTextCursor
    words: str


class TextMarks(QObject):
    """Keeps the marks of one text in the colours of the theme."""

    def __init__(self, theme: Theme, text: QPlainTextEdit) -> None:
        super().__init__(text)
        self._theme, self._text = theme, text
        self._marks: Sequence[Mark] = ()
        theme.changed.connect(self._paint)

    def show(self, marks: Sequence[Mark]) -> None:
        """Show these in place of those before."""
        self._marks = marks
        self._text.setAccessibleDescription(" ".join(mark.words for mark in marks))
        self._paint()

    def words_at(self, place: int) -> str:
        """What is held against the text at a place."""
        there = (m for m in self._marks if m.cursor.selectionStart() <= place)
        return "\n".join(m.words for m in there if place <= m.cursor.selectionEnd())

    @Slot()
    def _paint(self) -> None:
        how = QTextCharFormat()
        how.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        how.setUnderlineColor(self._theme.tokens.claim)
        shown = []
        for mark in self._marks:
            each = QTextEdit.ExtraSelection()
            each.cursor, each.format = mark.cursor, how
            shown.append(each)
        self._text.setExtraSelections(shown)
