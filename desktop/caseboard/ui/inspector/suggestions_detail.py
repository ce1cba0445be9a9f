"""What is asked now, in full: why it is proposed, what it could be, and the keys as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseboard.i18n import _, ngettext
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import (
    Candidate,
    LocationSuggestion,
    Place,
    StatementSuggestion,
    UnitSuggestion,
)
from caseboard.ui import words
from caseboard.ui.inspector import distance_words
from caseboard.ui.inspector import suggestions_words as said
from caseboard.ui.inspector.credit import credit_label
from caseboard.ui.inspector.locator import Locator
from caseboard.ui.inspector.locator_plan import Neighbour, is_dot
from caseboard.ui.inspector.suggestions_queue import FORMS
from caseboard.ui.lib.buttons import push_button, tool_button
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme


class SuggestionDetail(Surface):
    """Shows one proposal; what is pressed here is told by signals."""

    accept_wanted = Signal()
    accept_all_wanted = Signal()
    reject_wanted = Signal()
    turn_wanted = Signal(int)
    """To the next candidate, 1, or the one before, -1."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel_2", parent=parent)
        self._theme = theme
        self.reason = plain_label("", self, size="small", wrap=True)
        self.facts = plain_label("", self, tone="muted", size="small", wrap=True)
        self.which = plain_label("", self, tone="muted", size="small")
        self.before = tool_button(theme, "chevron-left", _("The place before"), self)
        self.after = tool_button(theme, "chevron-right", _("The next place"), self)
        self.turner = self._turner()
        self.locator = Locator(theme, self)
        self.position = plain_label("", self, tone="muted", size="mono")
        self.attribution = credit_label(self)
        self.accept = push_button(theme, "", self)
        self.accept_all = push_button(theme, "", self)
        self.reject = push_button(theme, _("Reject"), self)
        self._lay_out()
        self.accept.clicked.connect(self.accept_wanted)
        self.accept_all.clicked.connect(self.accept_all_wanted)
        self.reject.clicked.connect(self.reject_wanted)
        self.before.clicked.connect(lambda: self.turn_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.turn_wanted.emit(1))
        self.hide()

    def show_proposal(
        self, proposal: Proposal | None, candidate: int = 0, *, is_writable: bool = True
    ) -> None:
        """Show this one; nothing where none is current."""
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        best = proposal.best
        places = best.candidates if isinstance(best, LocationSuggestion) else ()
        chosen = places[candidate] if candidate < len(places) else None
        why = chosen.reason if chosen else said.reason(proposal)
        _say(self.reason, why[:1].upper() + why[1:])
        _say(self.facts, _place_facts(chosen.place) if chosen else _facts(proposal))
        self._show_places(places, candidate)
        self._show_buttons(proposal, is_writable=is_writable)
        self.setAccessibleName(said.spoken(proposal))

    def show_neighbours(self, place: Place, neighbours: Sequence[Neighbour]) -> None:
        """What lies around the place that is shown."""
        self.locator.show_place(place, neighbours)

    def _show_places(self, places: Sequence[Candidate], candidate: int) -> None:
        self.turner.setVisible(len(places) > 1)
        self.which.setText(_("{n} of {count}").format(n=candidate + 1, count=len(places)))
        place = places[candidate].place if places else None
        has_map = place is not None and is_dot(place)
        self.locator.setVisible(has_map)
        self._under.setVisible(has_map)
        if place is not None and has_map:
            self.position.setText(position(place))
            self.locator.show_place(place, ())

    def _show_buttons(self, proposal: Proposal, *, is_writable: bool) -> None:
        count = len(proposal.mentions)
        is_form = proposal.kind in FORMS
        self.accept.setText(_("Accept…") if is_form else _("Accept"))
        self.accept_all.setText(ngettext("Accept all {n}", "Accept all {n}", count).format(n=count))
        self.accept_all.setVisible(count > 1 and not is_form)
        for button in (self.accept, self.accept_all, self.reject):
            button.setEnabled(is_writable)

    def _turner(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(2))
        row.addWidget(self.before)
        row.addWidget(self.which)
        row.addWidget(self.after)
        row.addStretch(1)
        return holder

    def _lay_out(self) -> None:
        px = self._theme.px
        under = QWidget(self)
        facts = FlowLayout(under, px(8))
        facts.addWidget(self.position)
        facts.addWidget(self.attribution)
        holder = QWidget(self)
        buttons = FlowLayout(holder, px(6))
        for button in (self.accept, self.accept_all, self.reject):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(2), px(6), 0)
        column.setSpacing(px(5))
        column.addWidget(self.reason)
        column.addWidget(self.turner)
        column.addWidget(self.facts)
        column.addWidget(self.locator)
        column.addWidget(under)
        column.addWidget(holder)
        self._under = under


def position(place: Place) -> str:
    """`49.710 N 37.616 E`."""
    return words.degrees(place.lat, place.lon)


def _facts(proposal: Proposal) -> str:
    best = proposal.best
    if isinstance(best, StatementSuggestion):
        return said.said_facts(best)
    if isinstance(best, UnitSuggestion):
        return best.rests_on
    return ""


def _place_facts(place: Place) -> str:
    """`Kupiansk · Kupianskyi raion, Kharkiv Oblast · ± 3 km`; of an area where about it is."""
    parts = [place.name, place.within]
    reach = distance_words.length(place.precision_m) if place.precision_m else ""
    if is_dot(place):
        parts.append(
            _("±\u00a0{reach}").format(reach=reach.replace(" ", "\u00a0")) if reach else ""
        )
    else:
        parts.append(_area(place, reach))
    return " · ".join(part for part in parts if part)


def _area(place: Place, reach: str) -> str:
    kind = words.term(place.kind)
    if place.lat is None or place.lon is None:
        return kind
    where = position(place).replace(" ", "\u00a0")
    if not reach:
        return _("{kind}, around {where}").format(kind=kind, where=where)
    return _("{kind}, about ± {reach} around {where}").format(kind=kind, reach=reach, where=where)


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
