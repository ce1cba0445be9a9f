"""What the analyst makes of a claim: how likely, how sure, on what basis, in words."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from caseboard.commands.editing import Edit
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.claim import Claim
from caseboard.model.terms import Confidence, Ladder
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.forms.fields import Area, Named, side_by_side
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section


class AssessmentSection(Section):
    """Likelihood and confidence stand apart, in two fields; all of it is kept as it is set."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Assessment"), parent=parent)
        theme = desk.desk.theme
        self._desk = desk
        self._claim: Claim | None = None
        self._ladder: Ladder | None = None
        self.band = QComboBox()
        self.confidence = QComboBox()
        self.confidence.addItem(_("Not assessed"))
        self.confidence.addItems([words.term(each) for each in Confidence])
        self.basis = Area(theme, lines=1)
        self.basis.setPlaceholderText(_("What the confidence rests on"))
        self.words = Area(theme, lines=2)
        self.words.setPlaceholderText(_("What you make of it, and what would settle it"))
        self.failed = plain_label("", self, tone="bad", size="small", wrap=True)
        self.failed.hide()
        self.autosave = Autosave(desk.desk.history, self._command, self)
        self.body.addWidget(
            side_by_side(Named(_("Likelihood"), self.band), Named(_("Confidence"), self.confidence))
        )
        self.body.addWidget(Named(_("Basis of the confidence"), self.basis))
        self.body.addWidget(Named(_("Assessment in words"), self.words))
        self.body.addWidget(self.failed)
        self.setEnabled(not desk.desk.library.read_only)
        self._connect()

    def show_claim(self, claim: Claim, ladder: Ladder) -> None:
        """Show what is thought of a claim; what is being typed here is newer and stays."""
        is_other = self._claim is None or claim.id != self._claim.id
        if is_other:
            self.autosave.end()
        self._claim = claim
        if ladder is not self._ladder:
            self._fill_bands(ladder)
        if is_other or self.autosave.is_saved:
            self._show(claim)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.autosave.keep()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.end()

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
