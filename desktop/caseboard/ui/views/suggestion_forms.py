"""Opens the forms that proposed statements and disputes are accepted in, filled beforehand.

A dispute whose statements are no claims yet takes three forms, one after the other.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from caseboard.commands import disputed
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.refs import short
from caseboard.store import evidence
from caseboard.store.clips import ClipView
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import DisputeSuggestion, Kind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.page import TextSelection
from caseboard.ui.telling import Telling

if TYPE_CHECKING:
    from caseboard.ui.forms.form import Form


class SuggestionForms(QObject):
    """One form at a time; what is open is not thrown away for another."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, reader: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._is_asking = False
        self.form: Form | None = None
        """The one that is open."""

    async def open(self, view: ClipView, proposal: Proposal, others: Sequence[Proposal]) -> None:
        """Ask what is to be said of a proposed statement or dispute of this clip."""
        if self._is_asking:  # maybe between one form and the next
            if self.form is not None and isValid(self.form):
                self.form.raise_()
                self.form.activateWindow()
            return
        self._is_asking = True
        try:
            if proposal.kind is Kind.DISPUTE:
                await self._open_dispute(view, proposal)
            else:
                await self._open_claim(view.clip, proposal, others)
        finally:
            self._is_asking = False

    async def _open_claim(
        self, clip: Clip, proposal: Proposal, others: Sequence[Proposal], title: str = ""
    ) -> bool:
        """Ask for the stance and state the claim; whether that was done."""
        from caseboard.ui.forms.claim_draft import draft_of  # noqa: PLC0415  # not at the start
        from caseboard.ui.forms.claim_form import ClaimForm  # noqa: PLC0415  # not at the start

        draft = draft_of(proposal, others)
        if draft is None:
            return False
        selection = TextSelection(draft.said.start, draft.said.end, draft.said.surface)
        window = self._reader.window()
        form = ClaimForm(self._desk, clip, selection, window, draft=draft)
        if title:
            form.entitle(title)
        return await self._fill(form)

    async def _open_dispute(self, view: ClipView, proposal: Proposal) -> None:
        from caseboard.ui.forms.dispute_form import DisputeForm  # noqa: PLC0415  # not at the start

        stated = await self._state_sides(view.clip, proposal)
        if stated is None or not isValid(self):
            return
        case_id = self._desk.case_id
        one, other = await self._desk.read(disputed.sides, case_id, view.clip.id, proposal)
        if one is None or other is None:
            self.told.emit(
                Telling(_("A dispute stands between two claims: accept the two statements first."))
            )
            return
        claims = await self._desk.read(evidence.claims_of, case_id)
        form = DisputeForm(self._desk, claims, one, parent=self._reader.window())
        best = proposal.best
        form.suggest(other, best.differs_on if isinstance(best, DisputeSuggestion) else ())
        if stated:
            form.entitle(_("Dispute, step 3 of 3: what they differ on"))
        await self._fill(form)

    async def _state_sides(self, clip: Clip, proposal: Proposal) -> int | None:
        """Have the sides stated that are no claims yet, one after the other.

        Returns how many were; None where a form was left.
        """
        stated = 0
        for _side in range(2):
            side = await self._desk.read(disputed.unstated, self._desk.case_id, clip.id, proposal)
            if side is None or not isValid(self):
                break
            title = _("Dispute, step {n} of 3: what one side says").format(n=side.number)
            if side.clip.id != clip.id:
                title = f"{title} · {short(side.clip.ref)}"
            if not await self._open_claim(side.clip, side.statement, side.others, title):
                return None
            stated += 1
        return stated

    async def _fill(self, form: "Form") -> bool:
        from caseboard.ui.forms.form import fill  # noqa: PLC0415  # not at the start

        self.form = form
        try:
            return await fill(form)
        finally:
            self.form = None
