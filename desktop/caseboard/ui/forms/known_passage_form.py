"""Adds a report to a claim from a passage that already stands behind another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from caseboard.commands.claims import AddReport
from caseboard.i18n import _
from caseboard.model.claim import Claim, Report
from caseboard.model.ids import FileId
from caseboard.model.refs import short
from caseboard.store.evidence import ReportView
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.report_fields import ReportFields
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.reader.page import RegionSelection, Selection, TextSelection


class KnownPassageForm(Form):
    """Who said it, through whom and when come from the other report; the stance is to be said."""

    def __init__(
        self,
        desk: CaseDesk,
        claim: Claim,
        said: Sequence[ReportView],
        parent: QWidget | None = None,
    ) -> None:
        """`said` are reports of other claims, at least one, the likeliest first."""
        title = _("Report on {ref}").format(ref=short(claim.ref))
        super().__init__(desk.desk.theme, title, _("Add report"), parent)
        self._desk = desk
        self._claim = claim
        self._said = said
        self.body.addWidget(plain_label(claim.statement, self, size="strong", wrap=True))
        self.passage = _Passages([_line(each) for each in said])
        self.add(_("Passage"), self.passage)
        self.quote = plain_label("", self, tone="muted", size="quote", wrap=True)
        self.body.addWidget(self.quote)
        self.fields = self._filled()
        self.body.addWidget(self.fields)
        self.passage.currentIndexChanged.connect(self._on_passage_chosen)

    @override
    async def save(self) -> None:
        """Add it; the passage is anchored once, however many claims it stands behind."""
        said = self._said[self.passage.currentIndex()]
        draft = self.fields.draft(said.clip.id, _selection(said))
        await self._desk.run(AddReport(self._desk.case_id, self._claim.id, draft))

    @Slot()
    def _on_passage_chosen(self) -> None:
        before, self.fields = self.fields, self._filled()
        self.body.replaceWidget(before, self.fields)
        before.hide()
        before.deleteLater()
        QWidget.setTabOrder(self.passage, self.fields)

    def _filled(self) -> ReportFields:
        """The fields as the other report has them, but for what it does to this claim."""
        said = self._said[self.passage.currentIndex()]
        self.quote.setText(_quoted(said))
        known = Report(**said.report.model_dump())
        made = ReportFields(self._desk, known, said.claimant, said.relays, said.quantities)
        made.stance.choose_none()
        made.stance_keys.show()
        return made


class _Passages(QComboBox):
    """The wheel turns it only while it has the keyboard."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.addItems(list(lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def can_be_used(said: ReportView) -> bool:
    """Whether the place of a report can be pointed at again: a passage, or a rectangle."""
    anchor = said.anchor
    return anchor.start is not None or (anchor.w is not None and not anchor.polygon)


def _selection(said: ReportView) -> Selection:
    anchor = said.anchor
    if anchor.start is not None and anchor.end is not None:
        return TextSelection(anchor.start, anchor.end, anchor.exact)
    box = (anchor.x or 0.0, anchor.y or 0.0, anchor.w or 0.0, anchor.h or 0.0)
    return RegionSelection(FileId(anchor.file_id or ""), *box, page=anchor.page)


def _line(said: ReportView) -> str:
    return " · ".join((short(said.clip.ref), said.claimant.name, _quoted(said)))


def _quoted(said: ReportView) -> str:
    exact = " ".join(said.anchor.exact.split())
    return _("“{words}”").format(words=exact) if exact else _("a region of a picture")
