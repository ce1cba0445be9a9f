"""A gap in the inspector of a claim: its question, when it is due, and a tick that answers it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.inquiry import Gap
from caseboard.model.refs import short
from caseboard.model.terms import GapStatus
from caseboard.ui import gap_words
from caseboard.ui.forms import fields
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.lib.theme import Theme


class GapLine(QWidget):
    """Ticking an open gap asks for the answer, unticking a closed one opens it again."""

    opened = Signal()
    answered = Signal(str)
    """With these words."""
    reopened = Signal()

    def __init__(self, theme: Theme, gap: Gap, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(parent)
        self.gap = gap
        self.is_open = gap.status is GapStatus.OPEN
        self.tick = QCheckBox(self)
        self.tick.setChecked(not self.is_open)
        self.tick.setEnabled(is_writable)
        said = _("Answer {ref}") if self.is_open else _("Reopen {ref}")
        self.tick.setAccessibleName(said.format(ref=short(gap.ref)))
        self.words = fields.line("", _("What was found out"))
        self.words.setAccessibleName(_("What was found out"))
        self.keep = push_button(theme, _("Answer"), self)
        self._asked = QWidget(self)
        self.row = self._row(theme)
        self._lay_out(theme)
        self.tick.clicked.connect(self._on_ticked)
        self.row.clicked.connect(self.opened)
        self.keep.clicked.connect(self._on_answer)
        self.words.returnPressed.connect(self._on_answer)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the answer unsaid."""
        if event.key() == Qt.Key.Key_Escape and self._asked.isVisible():
            self._ask(is_asked=False)
            return
        super().keyPressEvent(event)

    def _row(self, theme: Theme) -> PickRow:
        gap = self.gap
        under = " · ".join(part for part in (gap_words.dated(gap), short(gap.ref)) if part)
        row = PickRow(theme, f"{gap.question}, {under}", self)
        text = QWidget(row)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        column.addWidget(plain_label(gap.question, text, wrap=True))
        dated = plain_label(under, text, tone="muted", size="small", wrap=True)
        if gap_words.is_pressing(gap):
            set_tone(dated, "bad")
        column.addWidget(dated)
        if not self.is_open:
            column.addWidget(plain_label(gap.answer, text, tone="muted", size="small", wrap=True))
        row.put(text, 1)
        return row

    def _lay_out(self, theme: Theme) -> None:
        asked = QHBoxLayout(self._asked)
        asked.setContentsMargins(theme.px(26), 0, 0, 0)
        asked.setSpacing(theme.px(6))
        asked.addWidget(self.words, 1)
        asked.addWidget(self.keep)
        self._asked.hide()
        line = QHBoxLayout()
        line.setSpacing(theme.px(4))
        box = QVBoxLayout()
        box.setContentsMargins(0, theme.px(4), 0, 0)  # beside the first line of the question
        box.addWidget(self.tick)
        box.addStretch(1)
        line.addLayout(box)
        line.addWidget(self.row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(line)
        column.addWidget(self._asked)

    def _ask(self, *, is_asked: bool) -> None:
        self._asked.setVisible(is_asked)
        self.tick.setChecked(is_asked)
        (self.words if is_asked else self.tick).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_ticked(self) -> None:
        if not self.is_open:
            self.reopened.emit()
        else:
            self._ask(is_asked=self.tick.isChecked())

    @Slot()
    def _on_answer(self) -> None:
        if self.words.text().strip():
            self.answered.emit(self.words.text())
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
