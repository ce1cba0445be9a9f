"""How far a source is to be relied on: its grade with the reason, set where it is read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from caseboard.commands.grading import GradeSource, MarkInterested, Unreasoned
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.entities import Source
from caseboard.model.terms import Reliability
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Area, Choice, Named, ReturnKey
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section

if TYPE_CHECKING:
    from caseboard.model.ids import SourceId


@dataclass(frozen=True, slots=True)
class Draft:
    """A grade that was begun and is not set yet."""

    letter: Reliability
    reason: str


class GradeSection(Section):
    """Letter and reason. Enter sets what was changed (in the reason Ctrl+Enter), Escape leaves it.

    What was begun for one source and not set is kept while others are looked at.
    """

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Reliability"), parent=parent)
        theme = desk.desk.theme
        self._desk = desk
        self._source: Source | None = None
        self._drafts: dict[SourceId, Draft] = {}
        self.letter = Choice(words.options(Reliability, words.reliability))
        self.letter.setAccessibleName(_("Reliability"))
        self.reason = Area(theme, lines=2)
        self.reason.setPlaceholderText(_("What the grade rests on"))
        self.wrong = plain_label("", self, tone="bad", size="small", wrap=True)
        self.unset = plain_label(_("Not set yet."), self, tone="muted", size="small")
        self.leave = push_button(theme, _("Cancel"), self)
        self.set = push_button(theme, _("Set grade"), self, primary=True)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.unset)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.set)
        self.body.addWidget(self.letter)
        self.body.addWidget(Named(_("Reason for the grade"), self.reason))
        self.body.addWidget(self.wrong)
        self.body.addWidget(self._buttons)
        for field in (self.letter, self.reason):
            field.setEnabled(not desk.desk.library.read_only)
        self._connect()

    @property
    def is_begun(self) -> bool:
        """Whether something is changed that is not set yet."""
        return self._source is not None and self._draft() != _kept(self._source)

    def show_source(self, source: Source) -> None:
        """Show the grade of a source; what is being changed here is newer and stays."""
        is_other = self._source is None or self._source.id != source.id
        if is_other:
            self._put_away()
            draft = self._drafts.pop(source.id, _kept(source))
        else:
            draft = self._draft() if self.is_begun else _kept(source)
        self._source = source
        self._show(draft)

    async def keep(self) -> None:
        """Set what is begun, if it has a reason."""
        if self.is_begun and _is_whole(self._draft()):
            await self._write()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_begun:
            self._on_left()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        keys = ReturnKey(self)
        self.letter.installEventFilter(keys)
        self.reason.installEventFilter(keys)
        keys.pressed.connect(self._set)
        self.set.clicked.connect(self._set)
        self.leave.clicked.connect(self._on_left)
        self.letter.currentIndexChanged.connect(self._on_changed)
        self.reason.textChanged.connect(self._on_changed)

    def _draft(self) -> Draft:
        return Draft(self.letter.member, self.reason.text())

    def _put_away(self) -> None:
        if self._source is not None and self.is_begun:
            self._drafts[self._source.id] = self._draft()

    def _show(self, draft: Draft) -> None:
        if draft.letter is not self.letter.member:
            self.letter.choose(draft.letter)
        if draft.reason != self.reason.text():
            self.reason.setPlainText(draft.reason)
        self._on_changed()

    async def _write(self) -> None:
        source, draft = self._source, self._draft()
        if source is None:
            return
        command = GradeSource(self._desk.case_id, source.id, draft.letter, draft.reason)
        await self._desk.run(command)
        if self._source is source:  # not shown yet: it may be taken back before it is
            self._source = _graded(source, draft)

    @async_slot()
    async def _set(self) -> None:
        if not self.is_begun:
            return
        try:
            await self._write()
        except CaseError as error:
            self.wrong.setText(f"{error} {error.hint}".strip())
            self.wrong.show()
            if isinstance(error, Unreasoned):
                self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_left(self) -> None:
        if self._source is not None:
            self._show(_kept(self._source))
            self.letter.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        self.wrong.hide()
        self._buttons.setVisible(self.is_begun)


class InterestSection(Section):
    """Whether a source is a party to what it speaks of, and what that means."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Interest"), parent=parent)
        self._desk = desk
        self._source: Source | None = None
        self.party = QCheckBox(_("Interested party"), self)
        self.party.setEnabled(not desk.desk.library.read_only)
        self.meaning = plain_label(
            _(
                "It is a party to what it speaks of. Its word counts like any other; it is marked"
                " here, over its column of claims and in the sources of a briefing."
            ),
            self,
            tone="muted",
            size="small",
            wrap=True,
        )
        self.body.addWidget(self.party)
        self.body.addWidget(self.meaning)
        self.party.clicked.connect(self._mark)

    def show_source(self, source: Source) -> None:
        """Show whether this one is."""
        self._source = source
        self.party.setChecked(source.interested)

    @async_slot()
    async def _mark(self) -> None:
        source, is_interested = self._source, self.party.isChecked()
        if source is None:
            return
        try:
            await self._desk.run(
                MarkInterested(self._desk.case_id, source.id, is_interested=is_interested)
            )
        except CaseError:
            self.party.setChecked(source.interested)
            raise


def _graded(source: Source, draft: Draft) -> Source:
    grade = {"reliability": draft.letter, "reliability_reason": draft.reason}
    return Source(**source.model_dump() | grade)


def _kept(source: Source) -> Draft:
    return Draft(source.reliability, source.reliability_reason.strip())


def _is_whole(draft: Draft) -> bool:
    return draft.letter is Reliability.F or bool(draft.reason)
