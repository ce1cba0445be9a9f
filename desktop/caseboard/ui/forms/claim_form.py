"""States a claim with the report it rests on, or adds that report to a claim already stated."""

import asyncio

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.analysis.matching import nearest_first
from caseboard.analysis.wording import Checker
from caseboard.commands.accepting import AcceptProposals
from caseboard.commands.claims import AddClaim, AddReport
from caseboard.commands.stating import AddProposedClaim
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.store import cases, claims, clips, evidence
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.about_field import AboutField
from caseboard.ui.forms.claim_choice import ClaimChoice, nearest_hint
from caseboard.ui.forms.claim_draft import ClaimDraft
from caseboard.ui.forms.fields import Area, FieldError, Named
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.moment_field import MomentField
from caseboard.ui.forms.places import quote_of
from caseboard.ui.forms.report_fields import ReportFields
from caseboard.ui.forms.wording_notes import WordingNotes
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.segments import Segments
from caseboard.ui.reader.page import Selection

NEW = "new"
KNOWN = "known"


class ClaimForm(Form):
    """Non-modal: the passage can be read while its claim is written."""

    def __init__(
        self,
        desk: CaseDesk,
        clip: Clip,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        draft: ClaimDraft | None = None,
    ) -> None:
        """`draft` is a statement that was proposed: all but the stance is filled in from it."""
        super().__init__(desk.desk.theme, _("Claim"), _("Add claim"), parent)
        self._desk = desk
        self._clip_id = clip.id
        self._site = clip.site
        self._selection = selection
        self._draft = draft
        theme = desk.desk.theme
        choices = [(NEW, _("New claim")), (KNOWN, _("Report on a known claim"))]
        self.mode = Segments(theme, choices, _("What to add"), self)
        self.statement = Area(theme, quote_of(selection))
        self.known = ClaimChoice(_("Claim"))
        self.report = ReportFields(desk)
        self.event_time = MomentField(theme, _("Happened when"))
        self.about = AboutField(theme)
        self.body.addWidget(self.mode)
        self.notes = WordingNotes(theme, self.statement)
        self._statement = self.add(_("Statement"), self.statement, self.notes)
        self._known = self.add(_("Claim"), self.known, nearest_hint(self))
        self.body.addWidget(self.report)
        self._when = self.add(_("Happened when"), self.event_time)
        self._about = Named(_("About"), self.about)
        self.body.addWidget(self._about)
        self._about.hide()
        if draft is not None:
            self.report.suggest(draft.said, draft.relays)
            self.event_time.line.setText(draft.said.event_time)
        self.mode.chosen.connect(self._on_mode_chosen)
        self._show_mode(NEW)
        if draft is None:
            self.statement.setFocus()
            self.statement.selectAll()
        else:
            self.report.stance.setFocus()  # all that is left to say
        self.report.quantities.offer(quote_of(selection), clip.language or "")
        self._read()

    @override
    async def save(self) -> None:
        """Add the claim, or the report."""
        case_id = self._desk.case_id
        if self.mode.current == KNOWN:
            claim_id = self.known.claim_id()
            draft = self.report.draft(self._clip_id, self._selection)
            await self._desk.run(AddReport(case_id, claim_id, draft))
            return
        if not self.statement.text():
            error = CaseError(
                _("A claim needs a statement."), _("Say what is claimed, in one sentence.")
            )
            raise FieldError(error, self.statement)
        command = AddClaim(
            case_id,
            " ".join(self.statement.text().split()),
            self.report.draft(self._clip_id, self._selection),
            self.event_time.edtf(),
            self.about.locations(),
            self.about.units(),
        )
        accepted = self.about.accepted()
        if not accepted:
            await self._desk.run(command)
            return
        who = self._desk.desk.settings.settings.analyst
        about = AcceptProposals(case_id, self._clip_id, accepted, who)
        await self._desk.run(AddProposedClaim(case_id, command, about))

    @async_slot()
    async def _read(self) -> None:
        case = await self._desk.read(cases.by_id, self._desk.case_id)
        if case is not None:
            self.notes.check_by(Checker(case.ladder))
        known = await self._desk.read(evidence.claims_of, self._desk.case_id)
        self.mode.set_enabled(KNOWN, enabled=bool(known))
        view = await self._desk.read(clips.view, self._clip_id)
        if view is not None:
            self.report.offer_outlet(view.source, self._site)
            self.about.show_clip(view, self._selection, self._draft)
            self._show_mode(self.mode.current)
        places = await self._desk.read(claims.places_of, self._desk.case_id)
        words, here = quote_of(self._selection), self.about.locations()
        ranked = await asyncio.to_thread(nearest_first, words, known, here, places)
        self.known.show_claims(ranked, self.known.chosen)

    @Slot(str)
    def _on_mode_chosen(self, mode: str) -> None:
        self._show_mode(mode)
        (self.known if mode == KNOWN else self.statement).setFocus()

    def _show_mode(self, mode: str) -> None:
        is_new = mode == NEW
        self._statement.setVisible(is_new)
        self._when.setVisible(is_new)
        self._about.setVisible(is_new and bool(self.about.chips))
        self._known.setVisible(not is_new)
        self.keep.setText(_("Add claim") if is_new else _("Add report"))
