"""From a cell of the matrix to its evidence, and the menu of a row of claims."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPoint
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from caseboard.i18n import _
from caseboard.model.ids import ClaimId, SourceId
from caseboard.model.refs import short
from caseboard.store import evidence
from caseboard.store.evidence import ReportView
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.claims import ClaimsModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.navigation import Navigator
from caseboard.ui.views.claim_inspector import ClaimInspector
from caseboard.ui.views.report_card import quote

LONGEST = 70
"""Letters of a quote in a menu."""


class ClaimOpening(QObject):
    """Opens clips at the words that a cell, or a whole row, rests on."""

    def __init__(
        self,
        desk: CaseDesk,
        navigator: Navigator,
        model: ClaimsModel,
        inspector: ClaimInspector,
    ) -> None:
        super().__init__(inspector)
        self._desk = desk
        self._navigator = navigator
        self._model = model
        self._inspector = inspector
        self.menu: QMenu | None = None

    def open(self, index: QModelIndex, place: QPoint) -> None:
        """Open the clip at the words of the cell; of several, let one be chosen at `place`.

        A cell that is empty opens nothing. In a fixed column it is all the words of the claim.
        """
        claim_id, source_id = self._model.id_at(index), self._model.source_at(index.column())
        cell = self._model.cell(index)
        if cell is not None and len(cell.words) == 1:
            self._navigator.open_clip(cell.words[0].clip_id, cell.words[0].anchor_id)
        elif cell is not None or source_id is None:
            self._offer(claim_id, source_id, place)

    def open_claim(self, claim_id: str, place: QPoint) -> None:
        """Open the clip at the words of a claim; of several, let one be chosen at `place`."""
        self._offer(claim_id, None, place)

    def open_menu(self, index: QModelIndex, place: QPoint) -> None:
        """What can be done with a claim, and with the cell the menu was asked for on."""
        claim_id = self._model.id_at(index)
        if not claim_id:
            return
        menu = self._new_menu()
        menu.addAction(_("Open the evidence"), lambda: self.open(index, place))
        column = self._model.column(index.column())
        if column is not None:
            name, source_id = column.voice.name.replace("&", "&&"), column.voice.id
            menu.addAction(
                _("Show the source {name}").format(name=name),
                lambda: self._navigator.open_entity("source", source_id),
            )
        if not self._desk.desk.library.read_only:
            inspector = self._inspector
            menu.addSeparator()
            menu.addAction(_("Edit…"), lambda: inspector.edit(claim_id))
            menu.addAction(_("Add dispute with…"), lambda: inspector.add_dispute(claim_id))
            menu.addSeparator()
            menu.addAction(_("Delete"), lambda: inspector.delete(claim_id))
        menu.popup(place)

    @async_slot(str, object, QPoint)
    async def _offer(self, claim_id: str, source_id: SourceId | None, place: QPoint) -> None:
        said = await self._desk.read(evidence.reports_of, ClaimId(claim_id))
        if not isValid(self):
            return
        said = [each for each in said if source_id in {None, each.claimant.id}]
        if len(said) == 1:
            self._go(said[0])
        if len(said) < 2:
            return
        menu = self._new_menu()
        for each in said:
            menu.addAction(_line(each), partial(self._go, each))
        menu.popup(place)

    def _go(self, said: ReportView) -> None:
        self._navigator.open_clip(said.clip.id, said.anchor.id)

    def _new_menu(self) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self._inspector)
        return self.menu


def _line(said: ReportView) -> str:
    """`supports “every attack has been beaten back” · General Staff · E001`."""
    text = quote(said)
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 2].rstrip()}…”"
    parts = (f"{words.term(said.report.stance)} {text}", said.claimant.name, short(said.clip.ref))
    return " · ".join(parts).replace("&", "&&")
