"""Words of likelihood, offered as they are typed in a judgement."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QRect, QStringListModel, Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit

from caseboard.analysis.likelihood_words import likelihoods
from caseboard.i18n import _, speaking
from caseboard.model.ladders import rungs
from caseboard.model.terms import Ladder
from caseboard.ui.forms.fields import popup_of
from caseboard.ui.forms.note_text import GAP

LIKELY = 5
"""The rung of the Probability Yardstick that has two words."""
FEWEST = 3
"""Letters from which on a word is offered."""


class Word(NamedTuple):
    """A word of the case's ladder and the chances it stands for."""

    word: str
    chances: str


Words = Callable[[], Sequence[Word]]


def words_of(ladder: Ladder, language: str) -> list[Word]:
    """The words of a ladder in the language of a briefing, lowest first."""
    with speaking(language):
        found = [Word(rung.word, rung.chances) for rung in rungs(ladder)]
        likely = rungs(Ladder.ICD203)[LIKELY - 1].word
    found[LIKELY - 1] = Word(likely, found[LIKELY - 1].chances)
    return found


def begun(before: str, words: Sequence[Word]) -> tuple[int, list[Word]]:
    """How many letters at the end of `before` begin words of a ladder, and which ones."""
    found: dict[int, list[Word]] = {}
    for word in words:
        size = _begun(before.casefold(), word.word.casefold())
        if size:
            found.setdefault(size, []).append(word)
    most = max(found, default=0)
    return most, found.get(most, [])


class LikelihoodOffers(QObject):
    """A list under what is being typed; Tab takes its first line, an arrow key and Enter another.

    Nothing is chosen until then, so that whoever goes on typing is not held up. Where a text
    has its one word of likelihood already, and after `[[`, nothing is offered.
    """

    def __init__(self, text: QPlainTextEdit, words: Words) -> None:
        super().__init__(text)
        self._text, self._words = text, words
        self._model = QStringListModel(self)
        self._size = 0
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(text)
        self.popup = popup_of(self._completer)
        self.popup.setAccessibleName(_("Words of likelihood"))
        self._completer.activated.connect(self._on_taken)

    @Slot()
    def look(self) -> None:
        """Offer what the letters before the cursor begin."""
        cursor = self._text.textCursor()
        line, place = cursor.block().text(), cursor.positionInBlock()
        self._size, words = begun(line[:place], self._words())
        rest = line[: place - self._size] + line[place:]
        is_inside = line[place : place + 1].isalnum()
        if not words or is_inside or not self._text.hasFocus() or any(likelihoods(rest)):
            self.popup.hide()
            return
        self._model.setStringList([f"{word}{GAP}{chances}" for word, chances in words])
        rect = self._text.cursorRect()
        near = QRect(self._text.viewport().mapTo(self._text, rect.topLeft()), rect.size())
        near.setWidth(self.popup.sizeHintForColumn(0) + 3 * rect.height())
        self._completer.complete(near)
        self.popup.setCurrentIndex(QModelIndex())

    def take_key(self, key: Qt.Key) -> bool:
        """Whether a key was meant for the list, which did what it asks for."""
        if not self.popup.isVisible():
            return False
        here = self.popup.currentIndex()
        match key:
            case Qt.Key.Key_Tab:
                self._on_taken((here if here.isValid() else self._model.index(0)).data())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if here.isValid():
                self._on_taken(here.data())
            case Qt.Key.Key_Escape:
                self.popup.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.popup.hide()
                return False
            case _:
                return False
        return True

    @Slot(str)
    def _on_taken(self, line: str) -> None:
        word = line.partition(GAP)[0]
        self.popup.hide()
        cursor = self._text.textCursor()
        left, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(left, keep, self._size)
        if cursor.selectedText()[:1].isupper():
            word = word[:1].upper() + word[1:]
        cursor.insertText(word)
        self._text.setTextCursor(cursor)


def _begun(before: str, word: str) -> int:
    """How many letters of a word `before` ends with, less than all of them."""
    for size in range(min(len(word) - 1, len(before)), FEWEST - 1, -1):
        if before.endswith(word[:size]):
            ahead = before[-size - 1 : -size]
            return 0 if ahead.isalnum() or ahead in set("-[") else size
    return 0
