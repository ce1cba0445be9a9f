"""Competing hypotheses against the claims of a case."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.analysis import board as boards
from caseboard.analysis.board import Board
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.ids import HypothesisId, InquiryId
from caseboard.model.inquiry import Inquiry
from caseboard.store import inquiries
from caseboard.store.inquiries import InquirySheet
from caseboard.ui.desk import CaseDesk
from caseboard.ui.hypothesis_words import legend
from caseboard.ui.itemmodels.hypotheses import CLAIM, FIRST, HypothesesModel, Sort
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.telling import Telling
from caseboard.ui.views import hypotheses_copy
from caseboard.ui.views.hypotheses_bar import HypothesesBar
from caseboard.ui.views.hypotheses_empty import NoInquiry
from caseboard.ui.views.hypotheses_menus import Deeds, Seeds
from caseboard.ui.views.hypotheses_popup import FitPopup
from caseboard.ui.views.hypotheses_ranking import RankingPane
from caseboard.ui.views.hypotheses_table import HypothesesTable
from caseboard.ui.views.hypotheses_work import InquiryWork
from caseboard.ui.weighing import Weighed, Weighing

LISTED = frozenset({"inquiry", "hypothesis", "inquiry_evidence", "consistency"})
"""Tables an inquiry is made of."""
WAITING, NOTHING, SHOWN = range(3)
WEIGHTED, ON, OFF = "hypotheses.weighted", "on", "off"
"""What the settings call the choice whether claims are weighed."""


class HypothesesPane(Surface):
    """The matrix of one inquiry; `claim_chosen` is sent with the claim of the current row."""

    claim_chosen = Signal(str)
    claim_opened = Signal(str, QPoint)
    """Enter or a double click on a claim: its words are asked for, or a choice of them there."""
    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, weighing: Weighing, parent: QWidget | None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._weighing = weighing
        theme = desk.desk.theme
        self._is_writable = not desk.desk.library.read_only
        self.work = InquiryWork(desk, weighing, self)
        self._wanted: InquiryId | None = None
        self._wanted_column = ""
        self.model = HypothesesModel(self)
        self.seeds = Seeds(desk, weighing, self)
        self.table = HypothesesTable(theme, self.model, self, is_writable=self._is_writable)
        self.deeds = Deeds(self.model, self.table, self, is_writable=self._is_writable)
        self.bar = HypothesesBar(
            theme, self.seeds.menu, self.deeds.menu, self, is_writable=self._is_writable
        )
        self.bar.weighted.setChecked(self._kept(WEIGHTED) != OFF)
        self.notice = Banner(theme, self)
        self.ranking = RankingPane(theme, self)
        self.empty = NoInquiry(theme, self, is_writable=self._is_writable)
        self.popup = FitPopup(theme, self, is_writable=self._is_writable)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        follow(self, desk.desk.history.changed, self._on_changed)
        weighing.staled.connect(self.reload)
        self.reload()

    @property
    def sheet(self) -> InquirySheet | None:
        """The inquiry that is shown."""
        return self.work.sheet

    @property
    def board(self) -> Board | None:
        """What is shown; None while no question is weighed."""
        return self.model.board

    def focus(self) -> None:
        """Give the keyboard to the matrix, or to the first way to begin."""
        here = self.empty if self._stack.currentIndex() == NOTHING else self.table
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    @newest_slot(str)
    async def show_hypothesis(self, hypothesis_id: str) -> None:
        """Show the question a hypothesis competes for, with its column current."""
        wanted = HypothesisId(hypothesis_id)
        inquiry_id = await self._desk.read(inquiries.inquiry_of, wanted)
        if inquiry_id is not None and isValid(self):
            self._wanted, self._wanted_column = inquiry_id, hypothesis_id
            self.reload()

    @newest_slot()
    async def reload(self) -> None:
        """Read the questions of the case, and the one that is shown, anew."""
        try:
            await self._read()
        except CaseError as error:
            if isValid(self):
                words = f"{error} {error.hint}".strip()
                self.notice.show_notice(Kind.ERROR, words, [(_("Try again"), self.reload)])

    async def _read(self) -> None:
        asked = await self._desk.read(inquiries.of_case, self._desk.case_id)
        shown = self._wanted if any(each.id == self._wanted for each in asked) else None
        current = shown or (asked[-1].id if asked else None)
        sheet = await self._desk.read(inquiries.read, current) if current else None
        weighed = await self._weighing.fresh()
        board = await self._lay_out_board(sheet, weighed)
        if isValid(self):
            self._show(asked, sheet, board, weighed)

    async def _lay_out_board(self, sheet: InquirySheet | None, weighed: Weighed) -> Board | None:
        if sheet is None:
            return None
        return await asyncio.to_thread(
            boards.lay_out,
            sheet.hypotheses,
            sheet.evidence,
            sheet.cells,
            weighed.ledger,
            weighed.standings,
            is_weighted=self.bar.weighted.isChecked(),
        )

    def _show(
        self,
        asked: Sequence[Inquiry],
        sheet: InquirySheet | None,
        board: Board | None,
        weighed: Weighed,
    ) -> None:
        here = self.table.claim_id, self.table.hypothesis_id
        self.work.sheet = sheet
        self._wanted = sheet.inquiry.id if sheet else self._wanted
        self.bar.show_inquiries(asked, self._wanted)
        self.model.show_board(board)
        self.empty.know(claims=len(weighed.ledger.claims), disputes=len(weighed.ledger.disputes))
        self._stack.setCurrentIndex(SHOWN if board else NOTHING)
        if board is not None:
            self.ranking.show_board(board)
            self._go_back_to(*here)
        self._say_what_lacks(board)

    def _go_back_to(self, claim_id: str, hypothesis_id: str) -> None:
        """The cell that was current stays so; one that was asked for becomes it."""
        column = self.model.column_of(self._wanted_column or hypothesis_id)
        self._wanted_column = ""
        row = self.model.row_of(claim_id)
        wanted = max(0, row), column if column >= FIRST else CLAIM
        now = self.table.currentIndex()
        if (now.row(), now.column()) != wanted:
            self.table.go_to(*wanted)

    def _say_what_lacks(self, board: Board | None) -> None:
        """What a matrix needs before it can say anything."""
        if board is None or not self._is_writable:
            self.notice.dismiss()
        elif not board.rows:
            words = _("No claim is set against these hypotheses yet.")
            self.notice.show_notice(
                Kind.NEWS, words, [(_("Add evidence…"), self.work.add_evidence)]
            )
        elif len(board.hypotheses) < 2:
            words = _("Hypotheses compete: there should be two at least.")
            offer = (_("Add hypothesis…"), self.work.add_hypothesis)
            self.notice.show_notice(Kind.CARE, words, [offer])
        else:
            self.notice.dismiss()

    # --- what is taken from it ---

    @Slot()
    def copy(self) -> None:
        """Copy the cells that are selected."""
        chosen = hypotheses_copy.selection(self.model, self.table.selectedIndexes())
        if chosen:
            QGuiApplication.clipboard().setMimeData(hypotheses_copy.mime(chosen))

    @Slot()
    def copy_table(self) -> None:
        """Copy the whole matrix, with grades, weights and sums."""
        if self.board is not None:
            table = hypotheses_copy.whole(self.model, self.board)
            QGuiApplication.clipboard().setMimeData(hypotheses_copy.mime(table))
            self.told.emit(Telling(_("The matrix is in the clipboard.")))

    # --- what is asked of it ---

    @Slot(QModelIndex, bool)
    def _on_reason_wanted(self, index: QModelIndex, by_mouse: bool) -> None:
        hypothesis = self.model.hypothesis(index.column())
        if hypothesis is None:
            return
        rect = self.table.visualRect(index)
        corner = self.table.viewport().mapToGlobal(rect.topLeft())
        near = QRect(corner, rect.size())
        row, cell = self.model.row(index.row()), self.model.cell(index)
        self.popup.open_for(row, hypothesis, cell, near, by_mouse=by_mouse)

    @Slot(QModelIndex)
    def _on_current_changed(self, _now: QModelIndex) -> None:
        if self.isVisible():  # another part of the view may be showing another claim
            self.claim_chosen.emit(self.table.claim_id)

    @Slot()
    def _on_weighting_changed(self) -> None:
        settings = self._desk.desk.settings
        chosen = ON if self.bar.weighted.isChecked() else OFF
        settings.change(choices={**settings.settings.choices, WEIGHTED: chosen})
        self.reload()

    def _kept(self, name: str) -> str:
        return self._desk.desk.settings.settings.choices.get(name, "")

    @Slot(str)
    def _on_inquiry_chosen(self, inquiry_id: str) -> None:
        self._wanted = InquiryId(inquiry_id)
        self.reload()

    @Slot(str)
    def _on_added(self, hypothesis_id: str) -> None:
        self._wanted_column = hypothesis_id
        self.reload()

    @Slot()
    def turn_order(self) -> None:
        """Bring the most telling first, or the order the claims were made in."""
        here = self.table.claim_id, self.table.hypothesis_id
        is_telling = self.model.sort_order is Sort.TELLING
        self.model.sort_by(Sort.AS_MADE if is_telling else Sort.TELLING)
        self._go_back_to(*here)

    @Slot(str)
    def _on_hypothesis_wanted(self, hypothesis_id: str) -> None:
        row = max(0, self.table.currentIndex().row())
        self.table.go_to(row, self.model.column_of(hypothesis_id))

    @Slot(str)
    def _on_claim_wanted(self, claim_id: str) -> None:
        self.table.go_to(self.model.row_of(claim_id), CLAIM)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex, QPoint)
    def _on_menu_wanted(self, _index: QModelIndex, at: QPoint) -> None:
        self.deeds.menu.popup(at)

    def _on_changed(self, change: Change) -> None:
        if change.touches(*LISTED):
            self.reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.table.claim_id:
            self.claim_chosen.emit(self.table.claim_id)

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        self.panes = QSplitter(Qt.Orientation.Vertical, self)
        self.panes.setHandleWidth(1)
        upper = Surface("panel", parent=self)
        self.legend = plain_label(legend(), upper, tone="muted", size="small", wrap=True)
        self.legend.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(6))
        inside = QVBoxLayout(upper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.legend)
        self.panes.addWidget(upper)
        self.panes.addWidget(self.ranking)
        self.panes.setStretchFactor(0, 1)
        self.panes.setCollapsible(0, False)
        self.panes.setSizes([theme.px(420), theme.px(210)])
        for page in (Skeleton(theme, 62, self), self.empty, self.panes):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        table, ranking, bar = self.table, self.ranking, self.bar
        table.rated.connect(self.work.rate)
        table.reason_wanted.connect(self._on_reason_wanted)
        table.claim_opened.connect(self.claim_opened)
        table.removal_wanted.connect(self.work.remove_evidence)
        table.move_wanted.connect(self.work.move_hypothesis)
        table.edit_wanted.connect(self.work.edit_hypothesis)
        table.copy_wanted.connect(self.copy)
        table.sort_wanted.connect(self.turn_order)
        table.menu_wanted.connect(self._on_menu_wanted)
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.popup.given.connect(self.work.say_why)
        self._connect_deeds()
        ranking.hypothesis_wanted.connect(self._on_hypothesis_wanted)
        ranking.claim_wanted.connect(self._on_claim_wanted)
        bar.inquiry_chosen.connect(self._on_inquiry_chosen)
        bar.weighting_changed.connect(self._on_weighting_changed)
        self.seeds.begun.connect(self._on_inquiry_chosen)
        self.empty.dispute_wanted.connect(self.seeds.from_any_dispute)
        self.empty.claims_wanted.connect(self.seeds.from_claims)
        self.empty.question_wanted.connect(self.seeds.from_question)

    def _connect_deeds(self) -> None:
        deeds, table, work = self.deeds, self.table, self.work
        work.told.connect(self.told)
        work.refused.connect(lambda why: self.notice.show_notice(Kind.NEWS, why))
        work.added.connect(self._on_added)
        deeds.add_hypothesis.triggered.connect(work.add_hypothesis)
        deeds.add_evidence.triggered.connect(work.add_evidence)
        deeds.edit.triggered.connect(lambda: work.edit_hypothesis(table.hypothesis_id))
        deeds.left.triggered.connect(lambda: table.move_by(-1))
        deeds.right.triggered.connect(lambda: table.move_by(1))
        deeds.bin.triggered.connect(lambda: work.bin_hypothesis(table.hypothesis_id))
        deeds.remove.triggered.connect(lambda: work.remove_evidence([table.claim_id]))
        deeds.telling.triggered.connect(self.turn_order)
        deeds.copy.triggered.connect(self.copy_table)
        deeds.edit_question.triggered.connect(work.edit_question)
        deeds.bin_question.triggered.connect(work.bin_question)
