"""The head of a claim's page: what is claimed, how it stands, when, where, about whom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from caseboard.analysis.standing import status_name
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.refs import short
from caseboard.ui.delegates.claim import STATUS_TINTS
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.chips import Chip, Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.views.claim_sheet import ClaimSheet

if TYPE_CHECKING:
    from collections.abc import Callable


class ClaimHead(Surface):
    """The status can be overridden from here; that it was, and why, stands below it."""

    edit_wanted = Signal()
    delete_wanted = Signal()
    override_wanted = Signal()
    take_back_wanted = Signal()
    merge_wanted = Signal()
    entity_opened = Signal(str, str)
    """Table and row."""

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__("panel_2", "bottom", parent)
        self._theme = theme
        self._is_writable = is_writable
        self._sheet: ClaimSheet | None = None
        self.statement = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.about = FlowLayout(spacing=theme.px(5))
        self.override: QPushButton | None = None
        """Leads to the form that sets another status; there while none is set."""
        self.edit = tool_button(theme, "pencil", _("Edit the claim"), self)
        self.delete = tool_button(theme, "trash-2", _("Delete the claim"), self)
        self.more = tool_button(theme, "ellipsis", _("What can be done with this claim"), self)
        self.overridden = plain_label("", self, tone="muted", size="small", wrap=True)
        self.change = link_button(_("Change…"), self)
        self.take_back = link_button(_("Take back"), self)
        self.change.setAccessibleName(_("Change the status on the analyst’s word"))
        self.take_back.setAccessibleName(_("Take back the status on the analyst’s word"))
        self._word = QWidget(self)
        self._lay_out()
        self.edit.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.more.clicked.connect(self._on_more)
        self.change.clicked.connect(self.override_wanted)
        self.take_back.clicked.connect(self.take_back_wanted)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show the head of this claim; what has not changed stays as it is."""
        before, self._sheet = self._sheet, sheet
        self.statement.setText(sheet.claim.statement)
        if before is None or _pills(before) != _pills(sheet):
            self._show_about(sheet)
        self._word.setVisible(sheet.claim.status_override is not None)
        self.overridden.setText(sheet.word)

    def menu(self) -> QMenu:
        """What can be done with the claim."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy the statement")).triggered.connect(self._copy)
        menu.addAction(_("Show on the map")).triggered.connect(self._show_on_map)
        if not self._is_writable:
            return menu
        menu.addSeparator()
        deeds: list[tuple[str, Callable[[], object]]] = [
            (_("Edit…"), self.edit_wanted.emit),
            (_("Override the status…"), self.override_wanted.emit),
            (_("Merge into…"), self.merge_wanted.emit),
            (_("Delete"), self.delete_wanted.emit),
        ]
        if self._sheet is not None and self._sheet.claim.status_override is not None:
            deeds.insert(2, (_("Take back the status"), self.take_back_wanted.emit))
        for name, act in deeds:
            menu.addAction(name).triggered.connect(lambda _on=False, act=act: act())
        return menu

    def _show_about(self, sheet: ClaimSheet) -> None:
        self.about.clear()
        status = sheet.standing.status
        pills = [Pill(self._theme, status_name(status), STATUS_TINTS[status])]
        if sheet.claim.event_time:
            pills.append(Pill(self._theme, moments.show(sheet.claim.event_time)))
        pills.append(Pill(self._theme, short(sheet.claim.ref)))
        if sheet.claim.marking is not None:
            pills.append(Pill(self._theme, sheet.claim.marking.value))
        for pill in pills:
            self.about.addWidget(pill)
        for place in sheet.page.locations:
            self._add_chip("location", place.id, place.name, Tint.LOCATION)
        for unit in sheet.page.units:
            self._add_chip("unit", unit.id, unit.name, Tint.UNIT)
        self.override = None
        if self._is_writable and sheet.claim.status_override is None:
            self.override = link_button(_("Override…"))
            self.override.setAccessibleName(_("Override the status"))
            self.override.clicked.connect(self.override_wanted)
            self.about.addWidget(self.override)

    def _add_chip(self, table: str, row_id: str, name: str, tint: Tint) -> None:
        chip = Chip(self._theme, name, tint)
        chip.clicked.connect(lambda: self.entity_opened.emit(table, row_id))
        self.about.addWidget(chip)

    def _lay_out(self) -> None:
        px = self._theme.px
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.statement, 1)
        line.addSpacing(px(6))
        for button in (self.edit, self.delete, self.more):
            button.setVisible(self._is_writable or button is self.more)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        word = QVBoxLayout(self._word)
        word.setContentsMargins(0, 0, 0, 0)
        word.setSpacing(px(4))
        word.addWidget(self.overridden)
        links = QHBoxLayout()
        links.setSpacing(px(12))
        for link in (self.change, self.take_back):
            link.setVisible(self._is_writable)
            links.addWidget(link)
        links.addStretch(1)
        word.addLayout(links)
        self._word.hide()
        top = QVBoxLayout(self)
        top.setContentsMargins(px(14), px(12), px(14), px(12))
        top.setSpacing(px(8))
        top.addLayout(line)
        top.addLayout(self.about)
        top.addWidget(self._word)

    def _copy(self) -> None:
        if self._sheet is not None:
            claim = self._sheet.claim
            QGuiApplication.clipboard().setText(f"{short(claim.ref)} · {claim.statement}")

    def _show_on_map(self) -> None:
        if self._sheet is not None:
            self.entity_opened.emit("map", self._sheet.claim.id)

    @Slot()
    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _pills(sheet: ClaimSheet) -> tuple[object, ...]:
    """All that the row of pills shows."""
    claim, page = sheet.claim, sheet.page
    places = [(place.id, place.name) for place in page.locations]
    units = [(unit.id, unit.name) for unit in page.units]
    status = (sheet.standing.status, claim.status_override)
    return (claim.id, claim.ref, claim.marking, claim.event_time, *status, *places, *units)
