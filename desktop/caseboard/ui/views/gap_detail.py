"""One gap: edited where it stands, answered in words, dropped with a reason."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.commands.gaps import EditGap
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.ids import GapId
from caseboard.model.refs import short
from caseboard.model.terms import GapStatus
from caseboard.store.gaps import GapRow, TargetRow
from caseboard.ui import gap_words, words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.forms.fields import Area, FieldError, Named, ReturnKey
from caseboard.ui.forms.gap_fields import GapFields
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.chips import Chip, Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.tokens import Tint

STATUS_TINTS = {
    GapStatus.OPEN: Tint.NEUTRAL,
    GapStatus.ANSWERED: Tint.SUPPORTS,
    GapStatus.DROPPED: Tint.NEUTRAL,
}
TARGET_TINTS = {"claim": Tint.CLAIM, "dispute": Tint.CONTRADICTS, "hypothesis": Tint.ACCENT}
WIDEST = 640


class GapDetail(QScrollArea):
    """Shows a gap; all but its end is kept as it is typed, its end by a button."""

    answered = Signal(str)
    """With these words."""
    dropped = Signal(str)
    reopened = Signal()
    delete_wanted = Signal()
    target_opened = Signal(object)
    """`Target`."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._desk, self._theme = desk, theme
        self._is_writable = not desk.desk.library.read_only
        self.row: GapRow | None = None
        self.heading = plain_label("", self, size="heading")
        self.pills = FlowLayout(spacing=theme.px(5))
        self.delete = push_button(theme, _("Delete"), self, danger=True)
        self.fields = GapFields(theme)
        self.failed = plain_label("", self, tone="bad", size="small", wrap=True)
        self.failed.hide()
        self.words = Area(theme, lines=2)
        self.words.setPlaceholderText(_("What was found out, and where"))
        self.ending = Named(_("Answer, or why it is dropped"), self.words)
        self.wrong = plain_label("", self, tone="bad", size="small", wrap=True)
        self.wrong.hide()
        self.outcome = plain_label("", self, wrap=True, selectable=True)
        self.answer = push_button(theme, _("Answer"), self, primary=True)
        self.drop = push_button(theme, _("Drop"), self)
        self.reopen = push_button(theme, _("Reopen"), self)
        self.autosave = Autosave(desk.desk.history, self._command, self)
        self._lay_out()
        self._connect()

    def show_gap(self, row: GapRow, offered: list[TargetRow]) -> None:
        """Show a gap as it is kept; what is being typed here is newer and stays."""
        is_other = self.row is None or self.row.id != row.id
        if is_other:
            self.autosave.end()
            self.words.clear()
            self.verticalScrollBar().setValue(0)
        if is_other or self.autosave.is_saved:
            self.fields.target.show_targets(offered, row.target)
            self.fields.show_gap(row)
        self.row = row
        self.setAccessibleName(row.gap.question)
        self.heading.setText(short(row.gap.ref))
        self._show_pills(row)
        self._show_end(row)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.autosave.keep()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.end()

    def _show_pills(self, row: GapRow) -> None:
        self.pills.clear()
        gap = row.gap
        self.pills.addWidget(Pill(self._theme, words.term(gap.status), STATUS_TINTS[gap.status]))
        if gap.due and gap.status is GapStatus.OPEN:
            tint = Tint.CONTRADICTS if gap_words.is_pressing(gap) else Tint.NEUTRAL
            self.pills.addWidget(Pill(self._theme, gap_words.due(gap.due), tint))
        if row.target is not None:
            target = row.target.target
            chip = Chip(self._theme, gap_words.target(row.target), TARGET_TINTS[target.table])
            chip.clicked.connect(lambda: self.target_opened.emit(target))
            self.pills.addWidget(chip)

    def _show_end(self, row: GapRow) -> None:
        is_open = row.gap.status is GapStatus.OPEN
        for widget in (self.ending, self.answer, self.drop):
            widget.setVisible(is_open and self._is_writable)
        self.reopen.setVisible(not is_open and self._is_writable)
        if is_open and row.gap.answer and not self.words.text():
            self.words.setPlainText(row.gap.answer)  # what it was answered before
        said = (
            _("Answered: {words}")
            if row.gap.status is GapStatus.ANSWERED
            else _("Dropped: {words}")
        )
        self.outcome.setText("" if is_open else said.format(words=row.gap.answer))
        self.outcome.setVisible(not is_open)
        self.fields.setEnabled(is_open and self._is_writable)
        self.fields.due.count_down(is_on=is_open)
        self.wrong.hide()

    def _connect(self) -> None:
        self.fields.typed.connect(self.autosave.touch)
        for area in (self.fields.question, self.fields.changes):
            area.left.connect(self.autosave.end)
        self.fields.target.activated.connect(self._on_chosen)
        self.fields.due.line.editingFinished.connect(self.autosave.end)
        self.autosave.saved.connect(self.failed.hide)
        self.autosave.failed.connect(self._on_failed)
        self.answer.clicked.connect(self._on_answer)
        keys = ReturnKey(self)  # Ctrl+Enter in the words
        self.words.installEventFilter(keys)
        keys.pressed.connect(self._on_answer)
        self.drop.clicked.connect(self._on_drop)
        self.reopen.clicked.connect(self.reopened)
        self.delete.clicked.connect(self.delete_wanted)

    def _command(self) -> EditGap | None:
        if self.row is None:
            return None
        gap = self.row.gap
        try:
            return self.fields.edit(self._desk.case_id, GapId(gap.id), gap.due)
        except FieldError as error:
            self._on_failed(error)
            return None

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        reason = _("Not saved: {reason} {hint}").format(reason=error, hint=error.hint)
        self.failed.setText(reason.strip())
        self.failed.show()

    @Slot(int)
    def _on_chosen(self, _row: int) -> None:
        self.autosave.end()

    @Slot()
    def _on_answer(self) -> None:
        if self._has_words(_("An answer needs words.")):
            self.answered.emit(self.words.text())

    @Slot()
    def _on_drop(self) -> None:
        if self._has_words(_("Say why the gap is dropped.")):
            self.dropped.emit(self.words.text())

    def _has_words(self, wrong: str) -> bool:
        has = bool(self.words.text())
        self.wrong.setText(wrong)
        self.wrong.setVisible(not has)
        if not has:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        return has

    def _lay_out(self) -> None:
        px = self._theme.px
        inside = Surface("panel")
        around = QHBoxLayout(inside)
        around.setContentsMargins(px(18), px(14), px(18), px(14))
        holder = QWidget(inside)
        holder.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.delete)
        self.delete.setVisible(self._is_writable)
        ends = QHBoxLayout()
        ends.setSpacing(px(8))
        for button in (self.answer, self.drop, self.reopen):
            ends.addWidget(button)
        ends.addStretch(1)
        column.addLayout(head)
        column.addLayout(self.pills)
        for widget in (self.fields, self.failed, self.outcome, self.ending, self.wrong):
            column.addWidget(widget)
        column.addLayout(ends)
        around.addWidget(holder, 1000, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)  # what is left where the gap is as wide as it may be
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
