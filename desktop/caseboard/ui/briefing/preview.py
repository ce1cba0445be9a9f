"""The briefing as it will be printed, beside what is written of it."""

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.briefing.linter.finding import Finding
from caseboard.commands import verifying_briefings
from caseboard.commands.verifying_briefings import Verified
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.work import Briefing, BriefingExport
from caseboard.runtime.jobs import Job
from caseboard.ui.briefing.check_words import check_words
from caseboard.ui.briefing.page_find import PageFind
from caseboard.ui.briefing.page_spots import PageSpots
from caseboard.ui.briefing.preview_pages import PreviewPages
from caseboard.ui.briefing.preview_panel import PreviewPanel
from caseboard.ui.briefing.preview_tools import PreviewTools
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot, newest_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.labels import plain_tip
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.press.press import Press

PAUSE = 40
"""Milliseconds after a key until pages are asked for, so that a burst is one state."""
CARE = 600
"""Milliseconds of rest until what is written is held against the rules."""
OF_ITS_OWN = frozenset({"briefing", "briefing_export"})


class BriefingPreview(Surface):
    """Real pages of what is being written, kept or not; and what a careful reader would object to.

    Nothing is printed while it is hidden. The process that prints is started when it is first
    shown and ends with it.
    """

    finding_wanted = Signal(object)
    """`Where`: whoever writes the briefing goes there."""
    anchor_clicked = Signal(str)
    """An anchor of the outline whose text is to be edited."""
    counted = Signal(object)
    """`Mapping[SectionKind, int]` of the outline last composed: `section_counts.counts`."""

    checked = Signal(object)
    """`Sequence[Finding]`: what is held against the briefing now."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__("window", parent=parent)
        self._desk = desk
        theme = desk.desk.theme
        self._press = desk.desk.make_press(desk.desk.library.folder)
        self._briefing: Briefing | None = None
        self._shown_id = ""
        self._is_stale = self._has_failed = False
        self._past: BriefingExport | None = None
        self.findings: Sequence[Finding] = ()
        """What is held against what was printed last."""
        self.pages = PreviewPages(theme, self)
        self.finder = PageFind(theme, self.pages, self)
        self.panel = PreviewPanel(theme, self)
        """Findings and versions: stands beside these pages, and beside the text in their place."""
        self.panel.hide()
        self.notice = Banner(theme, self)
        self.tools = PreviewTools(theme, self.pages, self.panel, desk.desk.settings, self)
        """Page number and zoom, findings and versions: stands in the bar of the view."""
        self._is_beside_text = False
        self._pause = self._timer(PAUSE, self._print)
        self._care = self._timer(CARE, self._check)
        self._lay_out()
        self._connect()

    def show_briefing(self, briefing: Briefing) -> None:
        """Show this state of a briefing, kept or not."""
        is_other = self._briefing is None or self._briefing.id != briefing.id
        if is_other:
            self._past = None
            self.pages.forget()
            self._forget_findings()
            self.notice.dismiss()
        elif briefing == self._briefing and not self._is_stale:
            return
        self._briefing = briefing.model_copy()
        self._wish(at_once=is_other)

    def show_exports(self, past: Sequence[BriefingExport]) -> None:
        """List these versions, newest first."""
        self.panel.versions.show_exports(past)
        self.tools.tell_versions(len(past))

    def give_way(self, *, to_text: bool) -> None:
        """Let the text stand in place of the pages: it is held against the rules all the same."""
        self._is_beside_text = to_text
        self.tools.show_pages(shown=not to_text)
        if to_text:
            self._check()

    def go_to(self, anchor: str) -> None:
        """Bring a place of the outline into sight, now or once it is drawn."""
        self.pages.go_to(anchor)

    @property
    def press(self) -> Press:
        """What prints, for who else has something to ask of it."""
        return self._press

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._wish(at_once=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._care.stop()

    def _timer(self, pause: int, work: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(work)
        return timer

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.finder.bar)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.pages.anchor_clicked.connect(self.anchor_clicked)
        self.pages.url_clicked.connect(self._on_url)
        self.panel.findings.chosen.connect(self._on_finding)
        self.panel.versions.opened.connect(self._open_version)
        self.panel.versions.check_wanted.connect(self._check_version)
        self.notice.closed.connect(self._leave_past)  # who closes what says so goes back, too
        follow(self, self._desk.desk.history.changed, self._on_changed)
        self.destroyed.connect(self._press.close)
        self.destroyed.connect(self.pages.drawer.close)

    def _wish(self, *, at_once: bool = False) -> None:
        self._is_stale = True
        if self.isVisible() and self._past is None:
            if at_once:
                self._pause.stop()
                self._print()
            elif not self._pause.isActive():
                self._pause.start()
        elif self._is_beside_text:
            self._check_soon()

    def _on_changed(self, change: Change) -> None:
        if self._briefing is not None and not set(change.touched) <= OF_ITS_OWN:
            self._wish()

    @async_slot()
    async def _print(self) -> None:
        briefing = self._briefing
        if briefing is None:
            return
        self._is_stale = False
        try:
            printed = await self._press.render(briefing)
            if printed is None or not self._is_of_now(briefing):
                return
            is_other = self._shown_id != briefing.id
            spots = PageSpots(printed.places)
            is_shown = await self.pages.adopt(printed.pdf, spots, is_other=is_other)
        except CaseError as error:
            if self._is_of_now(briefing):
                self._tell(error)
            return
        if not is_shown or not isValid(self):
            return
        self._shown_id = briefing.id
        if self._has_failed:
            self._has_failed = False
            self.notice.dismiss()
        self.counted.emit(printed.counts)
        self._care.start()

    def _is_of_now(self, briefing: Briefing) -> bool:
        """Whether that is still the briefing to be shown, in whatever state."""
        now = self._briefing if isValid(self) else None
        return now is not None and now.id == briefing.id and self._past is None

    @async_slot()
    async def _check(self) -> None:
        await self._hold_against_rules()

    @newest_slot()
    async def _check_soon(self) -> None:
        """Check what is typed beside no pages, after a rest."""
        await asyncio.sleep(CARE / 1000)
        if isValid(self) and self.tools.isVisible():
            await self._hold_against_rules()

    async def _hold_against_rules(self) -> None:
        briefing = self._briefing
        if briefing is None:
            return
        try:
            found = await self._press.findings(briefing)
        except CaseError as error:
            if self._is_of_now(briefing):
                self.panel.findings.show_problem(error)
            return
        if found is not None and self._is_of_now(briefing):
            self._show_findings(found)

    def _show_findings(self, found: Sequence[Finding]) -> None:
        self.findings = tuple(found)
        self.checked.emit(self.findings)
        self.panel.findings.show_findings(found)
        self.tools.tell_findings(len(found))

    def _forget_findings(self) -> None:
        self.findings = ()
        self.checked.emit(())
        self.panel.findings.show_nothing_yet()
        self.tools.tell_findings(None)

    def _tell(self, error: CaseError) -> None:
        self._has_failed = True
        self.pages.is_waiting = False
        self.pages.viewport().update()
        again = (_("Try again"), self._try_again)
        self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip(), (again,))

    def _try_again(self) -> None:
        self._wish(at_once=True)

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        if finding.where.anchor:
            self.pages.go_to(finding.where.anchor)
        self.finding_wanted.emit(finding.where)

    @Slot(str)
    def _on_url(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        QToolTip.showText(QCursor.pos(), plain_tip(_("Address copied: {url}").format(url=url)))

    @async_slot(object)
    async def _open_version(self, export: BriefingExport) -> None:
        """Show the file of an export as it was frozen, until one goes back."""
        files = self._desk.desk.library.files
        self._past = export
        try:
            data = await asyncio.to_thread(files.read, export.sha256)
            if self._past is not export:  # another was opened, or chosen, or one went back
                return
            is_shown = await self.pages.adopt(data, PageSpots(), is_other=True)
        except CaseError as error:
            if self._past is export:
                self._leave_past()
                self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip())
            return
        if not is_shown or self._past is not export:
            return
        told = _("Version {number}, as it was exported. It does not change.")
        back = (_("Back to what you write"), self._leave_past)
        self.notice.show_notice(Kind.NEWS, told.format(number=export.version), (back,))

    @async_slot(object)
    async def _check_version(self, export: BriefingExport) -> None:
        """Hold the frozen file against the library: `caseboard verify-briefing`."""
        desk = self._desk.desk
        path = desk.library.files.path(export.sha256)

        async def work(job: Job) -> Verified:
            def progress(done: int, total: int) -> None:
                if job.is_cancelled:
                    raise CaseError(_("The check was stopped."))
                job.step(done, total)

            return await verifying_briefings.check(desk.library, desk.worker, path, progress)

        title = _("Checking version {number}").format(number=export.version)
        try:
            found = await desk.jobs.run(title, work)
        except CaseError as error:
            kind, words = Kind.ERROR, f"{error} {error.hint}".strip()
        else:
            kind, words = Kind.DONE if found.is_sound else Kind.CARE, check_words(found)
        if isValid(self) and self._briefing and self._briefing.id == export.briefing_id:
            version = _("Version {number}:").format(number=export.version)
            self.notice.show_notice(kind, f"{version} {words}")

    @Slot()
    def _leave_past(self) -> None:
        if self._past is not None:
            self._past, self._shown_id = None, ""
            self.notice.dismiss()
            self._wish(at_once=True)
