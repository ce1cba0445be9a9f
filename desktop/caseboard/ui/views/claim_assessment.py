"""What the analyst makes of a claim: how likely, how sure, on what basis, in words."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from caseboard.analysis.wording import Checker, Saying
from caseboard.commands.editing import Edit
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.claim import Claim
from caseboard.model.terms import Confidence, Ladder
from caseboard.store.claim_pages import ClaimPage
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.forms.fields import Area, Named
from caseboard.ui.forms.wording_notes import WordingNotes
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.section import Section

QUOTES = 50
"""So many different passages of reports are compared with what is typed."""


KEY_WIDTH = 70
"""Narrower than that of facts: the longest likelihood stands beside it."""


class AssessmentSection(Section):
    """Likelihood and confidence stand apart, in two fields; all of it is kept as it is set."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Assessment"), parent=parent)
        theme = desk.desk.theme
        self._desk = desk
        self._claim: Claim | None = None
        self._ladder: Ladder | None = None
        self._rules: tuple[Ladder, str, tuple[Saying, ...]] = (Ladder.ICD203, "", ())
        self._checker = Checker(*self._rules)
        self.band = _Steps(_("Likelihood"))
        self.confidence = _Steps(_("Confidence"))
        self.confidence.addItem(_("Not assessed"))
        self.confidence.addItems([words.term(each) for each in Confidence])
        self.basis = Area(theme, lines=1)
        self.basis.setPlaceholderText(_("What the confidence rests on"))
        self.words = Area(theme, lines=2)
        self.words.setPlaceholderText(_("What you make of it, and what would settle it"))
        self.basis_notes = WordingNotes(theme, self.basis)
        self.words_notes = WordingNotes(theme, self.words)
        self.failed = plain_label("", self, tone="bad", size="small", wrap=True)
        self.failed.hide()
        self.autosave = Autosave(desk.desk.history, self._command, self)
        self._lay_out()
        self.setEnabled(not desk.desk.library.read_only)
        self._connect()

    def show_page(self, page: ClaimPage) -> None:
        """Show what is thought of a claim; what is being typed here is newer and stays."""
        claim, ladder = page.claim, page.ladder
        is_other = self._claim is None or claim.id != self._claim.id
        if is_other:
            self.autosave.end()
        self._claim = claim
        if ladder is not self._ladder:
            self._fill_bands(ladder)
        if is_other or self.autosave.is_saved:
            self._show(claim)
        self._check_against(page)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.autosave.keep()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.end()

    def _lay_out(self) -> None:
        """Likelihood and confidence in two lines, each with its name beside it."""
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, self._desk.desk.theme.px(KEY_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self._desk.desk.theme.px(8))
        grid.setVerticalSpacing(self._desk.desk.theme.px(6))
        for row, field in enumerate((self.band, self.confidence)):
            label = plain_label(field.accessibleName(), self, tone="muted", size="fact")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(Named(_("Basis of the confidence"), self.basis, self.basis_notes))
        self.body.addWidget(Named(_("Assessment in words"), self.words, self.words_notes))
        self.body.addWidget(self.failed)

    def _connect(self) -> None:
        for combo in (self.band, self.confidence):
            combo.activated.connect(self._on_chosen)
        for area in (self.basis, self.words):
            area.textChanged.connect(self._on_typed)
            area.left.connect(self.autosave.end)
        self.autosave.saved.connect(self.failed.hide)
        self.autosave.failed.connect(self._on_failed)

    def _fill_bands(self, ladder: Ladder) -> None:
        self._ladder = ladder
        self.band.clear()
        self.band.addItem(_("Not assessed"))
        for rung in ladders.rungs(ladder):
            self.band.addItem(_("{word} ({chances})").format(word=rung.word, chances=rung.chances))

    def _check_against(self, page: ClaimPage) -> None:
        """Warn of words that belong to another ladder, or to those who reported the claim."""
        quotes = {said.anchor.exact: said.claimant.name for said in page.said if said.anchor.exact}
        sayings = [Saying(who, words) for words, who in list(quotes.items())[:QUOTES]]
        rules = (page.ladder, page.claim.statement, tuple(sayings))
        if rules != self._rules:
            self._rules = rules
            self._checker = Checker(*rules)
        for notes in (self.basis_notes, self.words_notes):
            notes.check_by(self._checker)

    def _show(self, claim: Claim) -> None:
        """Set what differs, so that no cursor is lost."""
        self.band.setCurrentIndex(claim.band or 0)
        known = [None, *Confidence]
        self.confidence.setCurrentIndex(known.index(claim.confidence))
        for area, text in ((self.basis, claim.confidence_basis), (self.words, claim.assessment)):
            if area.text() != text.strip():
                area.blockSignals(True)
                area.setPlainText(text)
                area.blockSignals(False)
                area.fit()

    def _values(self) -> dict[str, Any]:
        known = [None, *Confidence]
        return {
            "band": self.band.currentIndex() or None,
            "confidence": known[self.confidence.currentIndex()],
            "confidence_basis": self.basis.text(),
            "assessment": self.words.text(),
        }

    def _command(self) -> Edit | None:
        if self._claim is None:
            return None
        label = _("Assess claim")
        return Edit(Claim, self._claim.id, self._values(), label, self._desk.case_id)

    @Slot(int)
    def _on_chosen(self, _row: int) -> None:
        self.autosave.touch()
        self.autosave.end()

    @Slot()
    def _on_typed(self) -> None:
        self.autosave.touch()

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        reason = _("Not saved: {reason} {hint}").format(reason=error, hint=error.hint)
        self.failed.setText(reason.strip())
        self.failed.show()


class _Steps(QComboBox):
    """A few steps to choose from, cut with … where they are too long.

    What is chosen is written at once, and the wheel that scrolls the page must not judge a claim:
    it turns only what has the keyboard.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentTextChanged.connect(lambda text: plain_tooltip(self, text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        text = option.currentText
        cut = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        option.currentText = cut
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
