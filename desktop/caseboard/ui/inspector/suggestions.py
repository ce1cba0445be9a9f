"""The section on top of the tags: what is proposed of the clip and waits for an answer."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseboard.i18n import _, ngettext
from caseboard.tagging.proposals import Proposal
from caseboard.ui.inspector.suggestions_detail import SuggestionDetail
from caseboard.ui.inspector.suggestions_hint import SuggestionHint
from caseboard.ui.inspector.suggestions_list import SuggestionList
from caseboard.ui.inspector.suggestions_queue import Queue, id_of
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme


class SuggestionsSection(Section):
    """Shows a `Queue`; without anything to show or to say it hides. It changes nothing itself."""

    picked = Signal(object)
    """The `Id` of the proposal a click or an arrow key led to."""
    picked_again = Signal()
    sure_wanted = Signal()
    """Accept together what is sure."""
    unfold_wanted = Signal()
    again_wanted = Signal()
    """Look the clip through once more."""
    menu_wanted = Signal(QPoint)
    """Where on the screen: the answers to the current one."""

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool = True) -> None:
        super().__init__(theme, _("Suggestions"), _("Accept all above 90 %"), parent)
        self._is_writable = is_writable
        self._sure = -1
        self.list = SuggestionList(theme, self)
        self.less_sure = link_button("", self)
        self.state = plain_label("", self, tone="muted", size="small", wrap=True)
        self.again = link_button(_("Try again"), self)
        self.hint = SuggestionHint(theme, self)
        self.detail = SuggestionDetail(theme, self)
        self._lay_out(theme)
        self.acted.connect(self.sure_wanted)
        self.list.picked.connect(self._on_picked)
        self.list.picked_again.connect(self.picked_again)
        self.less_sure.clicked.connect(self.unfold_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.hide()

    def show_queue(self, queue: Queue) -> None:
        """Show what is open, and what is current."""
        count = len(queue.shown)
        self.set_title(_("Suggestions · {n}").format(n=count) if count else _("Suggestions"))
        self.list.show_rows(queue.shown)
        self.list.setVisible(bool(queue.shown))
        self.hint.setVisible(bool(queue.shown))
        self._show_folded(queue.folded)
        self._show_sure(len(queue.sure), is_there=bool(queue.all))
        self.show_current(queue)

    def show_current(self, queue: Queue) -> None:
        """Mark what is asked now."""
        candidate = queue.spot.candidate if queue.spot else 0
        self.list.choose(queue.row, candidate)
        self.detail.show_proposal(queue.current, candidate, is_writable=self._is_writable)

    def show_state(self, queue: Queue, *, is_busy: bool = False, problem: str = "") -> None:
        """Say how far the looking is; with nothing to show and to say it hides."""
        self.setVisible(bool(queue.all) or is_busy or bool(problem))
        said = _("Looking for places, units and people…") if is_busy else problem
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self.again.setVisible(bool(problem) and not is_busy)

    def _show_folded(self, folded: int) -> None:
        words = ngettext("Show {n} less sure one", "Show {n} less sure ones", folded)
        self.less_sure.setText(words)
        self.less_sure.setVisible(folded > 0)

    def _show_sure(self, sure: int, *, is_there: bool) -> None:
        words = ngettext("Accept {n} above 90 %", "Accept all {n} above 90 %", sure)
        self.set_action(words if sure else _("Accept all above 90 %"))
        plain_tooltip(self.button, self.button.text())
        self.button.setEnabled(sure > 0 and self._is_writable)
        self.button.setVisible(is_there)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(8), px(10), px(8), px(12))
        self.heading.setContentsMargins(px(6), 0, 0, 0)
        self.button.setMinimumWidth(px(24))  # else a narrow inspector would cut all the rest
        self.body.setSpacing(px(4))
        self.body.addWidget(self.list)
        for widget in (self.less_sure, self.state, self.again, self.hint):
            row = QHBoxLayout()
            row.setContentsMargins(px(6), 0, px(6), 0)
            is_wide = widget in {self.state, self.hint}
            row.addWidget(widget, 1 if is_wide else 0)
            if not is_wide:
                row.addStretch(1)
            self.body.addLayout(row)
        self.body.addWidget(self.detail)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu_wanted)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.list.viewport().mapToGlobal(place))

    @Slot(object)
    def _on_picked(self, proposal: Proposal) -> None:
        self.picked.emit(id_of(proposal))
