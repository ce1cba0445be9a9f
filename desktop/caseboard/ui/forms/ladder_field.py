"""A field for the ladder of likelihood words of a case that may already be assessed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.i18n import _, ngettext
from caseboard.model import ladders
from caseboard.model.claim import Claim
from caseboard.model.terms import Ladder
from caseboard.store import evidence
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Choice, Named
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.labels import plain_label


class LadderField(QWidget):
    """Says what another ladder makes of the likelihoods already given: bands stay, words change.

    Both ladders have seven rungs in one order, so that a band keeps its place (ICD 203, PHIA).
    """

    resized = Signal()

    def __init__(self, desk: CaseDesk, ladder: Ladder) -> None:
        super().__init__()
        self._desk = desk
        self._now = ladder
        self._bands: Sequence[int] = ()
        self.choice = Choice(words.options(Ladder), ladder)
        self.outcome = plain_label("", self, tone="muted", size="small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.desk.theme.px(4))
        column.addWidget(Named(_("Words of likelihood"), self.choice))
        column.addWidget(self.outcome)
        self.choice.currentIndexChanged.connect(self._say)
        self._say()
        self._read()

    @property
    def ladder(self) -> Ladder:
        """The ladder chosen."""
        return self.choice.member

    @async_slot()
    async def _read(self) -> None:
        claims = await self._desk.read(evidence.claims_of, self._desk.case_id)
        self._bands = _bands(claims)
        self._say()

    @Slot()
    def _say(self) -> None:
        text = self._outcome()
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))
        self.choice.setAccessibleDescription(text)
        self.resized.emit()

    def _outcome(self) -> str:
        wanted = self.choice.member
        if wanted is self._now or not self._bands:
            return ""
        assessed = ngettext(
            "{n} claim is assessed: its band stays, and is worded by its rung on the other ladder.",
            "{n} claims are assessed: their bands stay, and are worded by their rungs on the other"
            " ladder.",
            len(self._bands),
        )
        renamed = "\n".join(
            _("{before} becomes {after}.").format(
                before=_named(self._now, band), after=_named(wanted, band)
            )
            for band in sorted(set(self._bands))
        )
        rest = _("What is written in words stays as it is; words of another ladder are marked.")
        return f"{assessed}\n{renamed}\n{rest}"


def _bands(claims: Sequence[Claim]) -> list[int]:
    return [claim.band for claim in claims if claim.band is not None]


def _named(ladder: Ladder, band: int) -> str:
    rung = ladders.rung(ladder, band)
    return _("“{word}” ({chances})").format(word=rung.word, chances=rung.chances)
