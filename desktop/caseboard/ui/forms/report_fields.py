"""What is asked of every report: its stance, who said it, through whom, when, how credible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.commands.claims import ReportDraft
from caseboard.commands.reports import EditReport
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Quantity, Report
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import Credibility, Stance
from caseboard.tagging.suggestions import Speaker, StatementSuggestion
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.fields import Area, Choice, FieldError, Named, side_by_side
from caseboard.ui.forms.moment_field import MomentField
from caseboard.ui.forms.places import place_of
from caseboard.ui.forms.quantities_field import QuantitiesField
from caseboard.ui.forms.relays_field import RelaysField
from caseboard.ui.forms.source_field import SourceField
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.reader.page import Selection


class ReportFields(QWidget):
    """The fields of a report, new or to be edited; `outlet` published the clip it stands in."""

    def __init__(
        self,
        desk: CaseDesk,
        report: Report | None = None,
        claimant: Source | None = None,
        relays: Sequence[Source] = (),
        quantities: Sequence[Quantity] = (),
    ) -> None:
        super().__init__()
        theme = desk.desk.theme
        self.stance = Segments(
            theme, [(s.value, words.term(s)) for s in Stance], _("What it does to the claim")
        )
        self.stance_keys = plain_label(_stance_keys(), self, tone="muted", size="small")
        self.stance_keys.hide()
        self.claimant = SourceField(desk, _("Who said it"), claimant)
        self.outlet_button = link_button("", self)
        self.outlet_button.hide()
        self.relays = RelaysField(desk, relays)
        self.verb = fields.line(report.verb if report else "", _("said"))
        said = report.said_when if report else ""
        self.said_when = MomentField(theme, _("Said when"), said)
        self.credibility = Choice(words.options(Credibility, words.credibility))
        self.credibility.choose(report.credibility if report else Credibility.UNJUDGED)
        self.reason = Area(theme, report.credibility_reason if report else "", lines=1)
        self.reason.setPlaceholderText(_("What the grade rests on"))
        self.quantities = QuantitiesField(desk, quantities)
        self.stance.choose((report.stance if report else Stance.SUPPORTS).value)
        self._lay_out(theme.px(12))

    def offer_outlet(self, outlet: Source | None, site: str) -> None:
        """Let the outlet be taken for the claimant by one press, where it speaks for itself."""
        name = outlet.name if outlet else site
        if not name:
            return
        self.outlet_button.setText(_("It was {outlet} itself").format(outlet=name))
        self.outlet_button.show()

        def take() -> None:
            if outlet:
                self.claimant.show_source(outlet)
            else:
                self.claimant.line.setText(name)

        self.outlet_button.clicked.connect(take)

    def draft(self, clip_id: ClipId, selection: Selection) -> ReportDraft:
        """A report at this place; raises `FieldError` for what cannot be taken."""
        self._check_stance()
        self._check_reason()
        return ReportDraft(
            clip_id,
            place_of(selection),
            Stance(self.stance.current),
            self.claimant.ref(),
            self.relays.refs(),
            self.verb.text().strip(),
            self.said_when.edtf(),
            self.credibility.member,
            self.reason.text(),
            self.quantities.drafts(),
        )

    def edit(self, case_id: CaseId, report: Report) -> EditReport:
        """The change to `report`; raises `FieldError` for what cannot be taken."""
        self._check_reason()
        return EditReport(
            case_id,
            report.id,
            Stance(self.stance.current),
            self.claimant.ref(),
            self.relays.refs(),
            self.verb.text().strip(),
            self.said_when.edtf(),
            self.credibility.member,
            self.reason.text(),
            self.quantities.drafts(),
        )

    def suggest(self, said: StatementSuggestion, relays: Sequence[Speaker]) -> None:
        """Fill in what was proposed. The stance is left open: a person has to say it."""
        self.stance.choose_none()
        self.stance_keys.show()
        if said.claimant is not None:
            self.claimant.suggest(said.claimant.name, said.claimant.kind)
        for relay in relays:
            self.relays.add().suggest(relay.name, relay.kind)
        self.verb.setText(said.verb)
        self.said_when.line.setText(said.said_when)

    def _check_stance(self) -> None:
        if not self.stance.current:
            error = CaseError(
                _("Say what the report does to the claim."),
                _("It supports it, contradicts it, or only mentions it."),
            )
            raise FieldError(error, self.stance)

    def _check_reason(self) -> None:
        is_judged = self.credibility.member is not Credibility.UNJUDGED
        if is_judged and not self.reason.text():
            raise FieldError(CaseError(_("Say what the grade rests on.")), self.reason)

    def _lay_out(self, gap: int) -> None:
        who = Named(_("Who said it"), self.claimant)
        layout = who.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.outlet_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        stance = QHBoxLayout()
        stance.setSpacing(gap)
        stance.addWidget(self.stance)
        stance.addWidget(self.stance_keys, 1)
        column.addLayout(stance)
        column.addWidget(who)
        column.addWidget(Named(_("Through, nearest the claimant first"), self.relays))
        column.addWidget(
            side_by_side(
                Named(_("In which word"), self.verb),
                Named(_("Said when"), self.said_when),
                shares=(2, 3),
            )
        )
        column.addWidget(Named(_("Credibility"), self.credibility))
        column.addWidget(Named(_("Reason for the grade"), self.reason))
        column.addWidget(Named(_("Numbers it tells"), self.quantities))


def _stance_keys() -> str:
    """The keys that say the stance: first letters, or numbers where two words begin alike."""
    letters = [words.term(stance)[0].upper() for stance in Stance]
    is_plain = len(set(letters)) == len(letters)
    keys = letters if is_plain else [f"{n}" for n in range(1, len(letters) + 1)]
    return _("Press {keys}").format(keys=" · ".join(keys))
