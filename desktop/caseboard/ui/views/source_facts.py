"""What the library knows of a source: its grade and how that came, interest, facts, other cases."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caseboard.briefing.words import country
from caseboard.i18n import _
from caseboard.store.row_history import RowChange
from caseboard.store.source_pages import SourcePage
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.sources import tallied
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.views.grade_history import GradeHistory
from caseboard.ui.views.source_grade import GradeSection, InterestSection


class SourceFacts(QScrollArea):
    """Sections, of which grade and interest are set in place; `edit_wanted` is for the rest."""

    edit_wanted = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._theme = theme
        self._shown = ""
        self.grade = GradeSection(desk, self)
        self.interest = InterestSection(desk, self)
        self.history = GradeHistory(theme, self)
        action = "" if desk.desk.library.read_only else _("Edit…")
        self.about = Section(theme, _("Facts"), action, self)
        self.facts = KeyValues(theme, self)
        self.names = Section(theme, _("Also called"), parent=self)
        self._names = FlowLayout(spacing=theme.px(4))
        self.others = Section(theme, _("In other cases"), parent=self, last=True)
        self.elsewhere = KeyValues(theme, self)
        self._lay_out()
        self.about.acted.connect(self.edit_wanted)

    def show_history(self, changes: Sequence[RowChange]) -> None:
        """Show how the source that is shown was graded over time."""
        self.history.show_changes(changes)

    def show_page(self, page: SourcePage) -> None:
        """Show what is known of this one; its history may come later."""
        source = page.source
        is_other, self._shown = source.id != self._shown, source.id
        self.grade.show_source(source)
        self.interest.show_source(source)
        if is_other:
            self.history.begin()
        self.facts.set_facts(
            [
                Fact(_("Kind"), words.term(source.kind)),
                Fact(_("Country"), country(source.country) or "—"),
                Fact(_("Address"), source.url or "—"),
            ]
        )
        self._names.clear()
        for alias in source.aliases:
            self._names.addWidget(Pill(self._theme, alias))
        self.names.setVisible(bool(source.aliases))
        self.elsewhere.set_facts(
            [Fact(each.ref, each.title, note=tallied(each.tally)) for each in page.elsewhere]
        )
        self.others.setVisible(bool(page.elsewhere))
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self.about.body.addWidget(self.facts)
        self.names.body.addLayout(self._names)
        self.others.body.addWidget(self.elsewhere)
        inside = Surface("panel_2")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        sections = (self.grade, self.interest, self.history, self.about, self.names, self.others)
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
