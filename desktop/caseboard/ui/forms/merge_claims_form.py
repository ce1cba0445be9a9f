"""Asks which claim another one is to become part of, and says what will happen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.analysis.matching import nearest_first
from caseboard.commands.merging import MergeClaims
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.claim import Claim
from caseboard.model.refs import short
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_choice import ClaimChoice, nearest_hint
from caseboard.ui.forms.form import Form
from caseboard.ui.lib.labels import plain_label

if TYPE_CHECKING:
    from caseboard.model.ids import ClaimId


class MergeClaimsForm(Form):
    """The claim it was opened for goes; the one that is chosen stays, and is `kept`."""

    def __init__(
        self,
        desk: CaseDesk,
        claim: Claim,
        reports: int,
        claims: Sequence[Claim],
        parent: QWidget | None = None,
    ) -> None:
        """`claims` are those of the case; `reports` is how many rest behind `claim`."""
        super().__init__(desk.desk.theme, _("Merge claims"), _("Merge"), parent)
        self._desk = desk
        self._claim = claim
        self._reports = reports
        self.kept: ClaimId | None = None
        """What was merged into, once it was."""
        text = f"{short(claim.ref)} · {claim.statement}"
        self.body.addWidget(plain_label(text, self, size="strong", wrap=True))
        others = [each for each in claims if each.id != claim.id]
        self._others = {each.id: each for each in others}
        self.into = ClaimChoice(_("Merge into"))
        self.into.show_claims(nearest_first(claim.statement, others))
        self.add(_("Merge into"), self.into, nearest_hint(self))
        self.outcome = plain_label("", self, tone="muted", wrap=True)
        self.body.addWidget(self.outcome)
        self.into.editTextChanged.connect(self._say)
        self._say()

    @override
    async def save(self) -> None:
        """Merge them; undo brings both back as they were."""
        kept = self.into.claim_id()
        await self._desk.run(MergeClaims(self._desk.case_id, kept, (self._claim.id,)))
        self.kept = kept

    @Slot()
    def _say(self) -> None:
        self.outcome.setText(self._outcome())

    def _outcome(self) -> str:
        try:
            other = self._others[self.into.claim_id()]
        except CaseError:
            return _("Choose the claim that stays. Its statement and assessment are kept.")
        moved = _(
            "{reports} of {ref} with its disputes, places and gaps go over to {other}."
        ).format(
            reports=ngettext("{n} report", "{n} reports", self._reports),
            ref=short(self._claim.ref),
            other=short(other.ref),
        )
        kept = _("The statement that is kept: “{statement}”.").format(statement=other.statement)
        gone = _("{ref} goes to the bin. Undo brings both back.").format(ref=short(self._claim.ref))
        return f"{moved}\n{kept}\n{gone}"
