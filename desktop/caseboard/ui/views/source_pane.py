"""One source: its name, what it said, passed on and published, and how it stands to others."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.store.source_pages import SourcePage
from caseboard.ui import words
from caseboard.ui.delegates.said import Status
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.sources import tallied
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.views.agreement_pane import AgreementPane
from caseboard.ui.views.source_lists import SourceLists


class Tab(StrEnum):
    """What of a source is shown."""

    SAID = "said"
    RELAYED = "relayed"
    PUBLISHED = "published"
    COMPARED = "compared"


class SourcePane(Surface):
    """The middle of the view; what it leads to is asked for by signals."""

    edit_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self, desk: CaseDesk, status: Status, parent: QWidget) -> None:
        super().__init__("panel", parent=parent)
        theme = desk.desk.theme
        self._theme = theme
        self.name = plain_label("", self, size="heading", wrap=True, selectable=True)
        self.about = FlowLayout(spacing=theme.px(5))
        self.given = plain_label("", self, tone="muted", size="small", wrap=True)
        tabs = [
            (Tab.SAID, _("Said")),
            (Tab.RELAYED, _("Passed on")),
            (Tab.PUBLISHED, _("Published")),
            (Tab.COMPARED, _("Agreement")),
        ]
        self.tabs = Segments(theme, tabs, _("What is shown of the source"), self)
        self.lists = SourceLists(desk, status, self)
        self.agreement = AgreementPane(theme, self)
        self.more = menu_button(_("More"), self._menu(), self)
        self.more.setAccessibleName(_("What can be done with this source"))
        self.more.setVisible(not desk.desk.library.read_only)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.tabs.chosen.connect(self.show_tab)

    def show_page(self, page: SourcePage) -> None:
        """Show this source."""
        source = page.source
        self.name.setText(source.name)
        self.setAccessibleName(source.name)
        self.about.clear()
        grade = words.reliability(source.reliability)
        for text in (grade, words.term(source.kind)):
            self.about.addWidget(Pill(self._theme, text))
        if source.interested:
            self.about.addWidget(Pill(self._theme, _("interested party"), Tint.CLAIM))
        self.given.setText(_("In this case: {given}").format(given=tallied(page.here)))
        for model in self.lists.models:
            model.show_source(source.id)

    @Slot(str)
    def show_tab(self, tab: str) -> None:
        """Show one of `Tab`."""
        self.tabs.choose(tab)
        place = list(Tab).index(Tab(tab))
        if tab == Tab.COMPARED:
            self._stack.setCurrentWidget(self.agreement)
            return
        self.lists.setCurrentIndex(place)
        self._stack.setCurrentWidget(self.lists)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("Edit…"), self.edit_wanted.emit)
        menu.addAction(_("Merge into…"), self.merge_wanted.emit)
        return menu

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel", "bottom", self)
        top = QVBoxLayout(head)
        top.setContentsMargins(px(14), px(12), px(14), px(10))
        top.setSpacing(px(6))
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.name, 1)
        first.addWidget(self.more)
        top.addLayout(first)
        top.addLayout(self.about)
        top.addWidget(self.given)
        row = QHBoxLayout()
        row.setContentsMargins(0, px(4), 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        top.addLayout(row)
        for page in (self.lists, self.agreement):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
