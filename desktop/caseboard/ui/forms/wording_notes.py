"""Warnings of wording under the field they are about, as one types; they forbid nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis import wording
from caseboard.i18n import _
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.paint import painter_for
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.offsets import ASTRAL

if TYPE_CHECKING:
    from collections.abc import Sequence

PAUSE = 250  # milliseconds after the last key
MOST = 3
"""So many warnings are read; more are a wall."""
ICON = 13


class WordingNotes(QWidget):
    """Underlines in `field` what should be looked at again, and says why below it."""

    def __init__(self, theme: Theme, field: QPlainTextEdit) -> None:
        super().__init__()
        self._theme = theme
        self._field = field
        self._checker: wording.Checker | None = None
        self.warnings: Sequence[wording.Warning] = ()
        self._rows: list[_Note] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(3))
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.check)
        field.textChanged.connect(self._timer.start)
        theme.changed.connect(self._underline)
        self.hide()

    def check_by(self, checker: wording.Checker) -> None:
        """Check by these rules from now on, and at once."""
        self._checker = checker
        self.check()

    @Slot()
    def check(self) -> None:
        """Check what is typed now."""
        self._timer.stop()
        found = self._checker.check(self._field.toPlainText()) if self._checker else []
        if found != list(self.warnings):
            self.warnings = found
            self._show()
        self._underline()

    def _show(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        said = [self._said(each) for each in self.warnings[:MOST]]
        if len(self.warnings) > MOST:
            said.append(_("And {n} more.").format(n=len(self.warnings) - MOST))
        self._rows = [_Note(self._theme, words, self) for words in said]
        for row in self._rows:
            self._column.addWidget(row)
        self._field.setAccessibleDescription("\n".join(said))
        self.setVisible(bool(self._rows))

    def _said(self, warning: wording.Warning) -> str:
        """The words and what is wrong with them; a hint that names the words stands by itself."""
        words = self._field.toPlainText()[warning.start : warning.end]
        if f"“{words}”" in warning.hint:
            return warning.hint
        return _("“{words}”: {hint}").format(words=_short(words), hint=warning.hint)

    @Slot()
    def _underline(self) -> None:
        text = self._field.toPlainText()
        ink = QTextCharFormat()
        ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        ink.setUnderlineColor(self._theme.tokens.claim)
        marks = []
        for warning in self.warnings:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._field.document())
            cursor.setPosition(_units(text, warning.start))
            cursor.setPosition(_units(text, warning.end), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, ink
            marks.append(mark)
        self._field.setExtraSelections(marks)


class _Note(QWidget):
    """One warning, behind a sign that says it is one."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Wording: {words}").format(words=words))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(ICON + 6), 0, 0, 0)
        column.addWidget(plain_label(words, self, tone="muted", size="small", wrap=True))
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        picture = self._theme.pixmap("triangle-alert", ICON, self._theme.tokens.claim, ratio)
        painter_for(self).drawPixmap(QPoint(0, self._theme.px(1)), picture)


def _units(text: str, place: int) -> int:
    """Where a code point stands in UTF-16, which Qt counts in."""
    return place + len(ASTRAL.findall(text, 0, place))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 60 else f"{plain[:57].rstrip()}…"
