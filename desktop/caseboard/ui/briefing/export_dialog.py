"""Asks how a briefing is to be exported, says what that leaves out, and writes it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.briefing.linter.finding import Finding
from caseboard.briefing.release import Ceiling, Withheld
from caseboard.commands import signing_briefings
from caseboard.commands.exporting_briefings import SIGNED, Exported
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model import markings
from caseboard.model.terms import ExportForm, Marking
from caseboard.model.work import Briefing
from caseboard.runtime.jobs import Job
from caseboard.ui.briefing import export_plan
from caseboard.ui.briefing.export_plan import Plan
from caseboard.ui.briefing.export_words import finding_lines, left_out_lines
from caseboard.ui.briefing.signature_fields import SignatureFields
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Choice
from caseboard.ui.forms.form import Form
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.files import choose_target
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.press.press import Press

if TYPE_CHECKING:
    from pathlib import Path


class Copy(StrEnum):
    """Whom it is for: all of it, or a release copy for a marking."""

    WHOLE = "whole"
    CLEAR = Marking.CLEAR.value
    GREEN = Marking.GREEN.value
    AMBER = Marking.AMBER.value
    AMBER_STRICT = Marking.AMBER_STRICT.value
    RED = Marking.RED.value


class ExportDialog(Form):
    """The form, for whom, signed or not. What may be objected to is named and forbids nothing.

    `exported` and `target` are set once it is kept.
    """

    def __init__(
        self,
        desk: CaseDesk,
        briefing: Briefing,
        findings: Sequence[Finding],
        press: Press,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.desk.theme, _("Export briefing"), _("Export…"), parent)
        self._desk, self._briefing, self._press = desk, briefing, press
        self._job: Job | None = None
        self._asked = 0
        self.exported: Exported | None = None
        self.target: Path | None = None
        self.form = Choice([(form, export_plan.form_words(form)) for form in ExportForm])
        self.copy = Choice(_copies(briefing))
        self.hides_collector = QCheckBox(_("Leave out who collected and wrote"), self)
        self.hides_unlicensed = QCheckBox(_("Leave out pictures whose re-use nobody allowed"), self)
        self.left_out = _note(self)
        self.signature = SignatureFields(self.theme, self)
        self.warnings = _note(self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.stage = plain_label("", self, tone="muted", size="small")
        self._lay_out()
        self._connect()
        self._say_findings(findings)
        self._on_changed()

    def plan(self) -> Plan:
        """What is chosen; raises `FieldError`."""
        form = self.form.member
        signing = self.signature.signing() if form in SIGNED else None
        return Plan(form, self.ceiling(), signing)

    def ceiling(self) -> Ceiling | None:
        """Whom a release copy is for; None where nothing is left out."""
        if self.copy.member is Copy.WHOLE:
            return None
        return Ceiling(
            Marking(self.copy.member.value),
            hides_collector=self.hides_collector.isChecked(),
            hides_unlicensed=self.hides_unlicensed.isChecked(),
        )

    @override
    async def save(self) -> None:
        plan = self.plan()
        ending = export_plan.ENDINGS[plan.form]
        name = export_plan.name(self._briefing, plan, self._desk.case_ref)
        asked = _("Export the briefing")
        target = await choose_target(self, asked, name, export_plan.filters(plan.form))
        if target is None or not isValid(self):
            raise CaseError(_("Nothing was exported."))
        if ending and target.suffix.lower() != ending:
            target = target.with_name(f"{target.name}{ending}")
        self.wrong.hide()
        self._show_progress(shown=True)
        try:
            desk = self._desk.desk
            done = await export_plan.write(desk, self._briefing, plan, target, self._on_job)
        finally:
            self._job = None
            if isValid(self):
                self._show_progress(shown=False)
        self.exported, self.target = done, target

    @override
    def reject(self) -> None:
        """While it is written, stop that; else leave."""
        if self._job is not None:
            self._job.cancel()
            self.stage.setText(_("Stopping…"))
        else:
            super().reject()

    def _lay_out(self) -> None:
        self.add(_("Form"), self.form)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, self.theme.px(4), 0, 0)
        for widget in (self.hides_collector, self.hides_unlicensed, self.left_out):
            column.addWidget(widget)
        self._release = below
        self.add(_("For whom"), self.copy, below)
        self.body.addWidget(self.signature)
        self.body.addWidget(self.warnings)
        self.body.addWidget(self.stage)
        self.body.addWidget(self.progress)
        for tick in (self.hides_collector, self.hides_unlicensed):
            tick.setChecked(True)
        self._show_progress(shown=False)

    def _connect(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._ask_what_is_left_out)
        self.form.currentIndexChanged.connect(self._on_changed)
        self.copy.currentIndexChanged.connect(self._on_changed)
        for tick in (self.hides_collector, self.hides_unlicensed):
            tick.toggled.connect(self._on_changed)
        self.signature.changed.connect(self.fit)

    @Slot()
    def _on_changed(self) -> None:
        is_release = self.ceiling() is not None
        self._release.setVisible(is_release)
        self.signature.setVisible(self.form.member in SIGNED)
        self.signature.warn(signing_briefings.warning(self._briefing, self.ceiling()))
        if is_release:
            self.left_out.setText(_("What is left out is being listed…"))
            self._pause.start()
        self.fit()

    @async_slot()
    async def _ask_what_is_left_out(self) -> None:
        ceiling = self.ceiling()
        if ceiling is None:
            return
        self._asked += 1
        asked = self._asked
        try:
            found = await self._press.left_out(self._briefing, ceiling)
        except CaseError as error:
            words = f"{error} {error.hint}".strip()
        else:
            if found is None:
                return
            words = _left_out_words(found)
        if isValid(self) and asked == self._asked:
            self.left_out.setText(words)
            self.fit()

    def _say_findings(self, findings: Sequence[Finding]) -> None:
        self.warnings.setVisible(bool(findings))
        if findings:
            count = len(findings)
            said = ngettext("{n} finding is not settled:", "{n} findings are not settled:", count)
            self.warnings.setText("\n".join([said, *finding_lines(findings)]))

    def _on_job(self, job: Job) -> None:
        self._job = job
        job.changed.connect(self._on_job_changed)

    def _on_job_changed(self, job: Job) -> None:
        if not isValid(self) or job.is_cancelled:
            return
        self.progress.setRange(0, job.total)
        self.progress.setValue(job.done)
        told = _("Page {done} of {total}").format(done=job.done, total=job.total)
        self.stage.setText(told if job.total else _("Being written…"))

    def _show_progress(self, *, shown: bool) -> None:
        for widget in (self.progress, self.stage):
            widget.setVisible(shown)
        for field in (self.form, self.copy, self._release, self.signature):
            field.setEnabled(not shown)
        if shown:
            self.progress.setRange(0, 0)
            self.stage.setText(_("Being written…"))
        self.fit()


def _copies(briefing: Briefing) -> list[tuple[Copy, str]]:
    whole = briefing.classification.strip() or briefing.marking.value
    copies = [(Copy.WHOLE, _("{marking}: nothing is left out").format(marking=whole))]
    for marking in reversed(list(Marking)):
        if not markings.is_above(marking, briefing.marking):
            words = _("Release copy for {marking}").format(marking=marking.value)
            copies.append((Copy(marking.value), words))
    return copies


def _left_out_words(found: Sequence[Withheld]) -> str:
    if not found:
        return _("Nothing has to be left out.")
    return "\n".join([_("Left out of the copy:"), *left_out_lines(found)])


def _note(parent: QWidget) -> QLabel:
    return plain_label("", parent, tone="muted", size="small", wrap=True, selectable=True)
