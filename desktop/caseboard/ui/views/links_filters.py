"""What of the graph is shown: kinds with their counts, statuses, steps around, leaves."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.analysis.standing import status_name
from caseboard.analysis.subnetwork import Showing
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.model.network import NodeKind
from caseboard.model.terms import ClaimStatus
from caseboard.ui.graph.look import BADGES, LOOKS, kinds_name
from caseboard.ui.lib.buttons import link_button, menu_button
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.paint import fill_round, focus_ring, outline_round, painter_for
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import Tint, colours

STEPS = 4


class LinksFilters(Surface):
    """Asks for changes by the names of the fields of `Showing`."""

    asked = Signal(str, object)
    reset_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel", "bottom", parent)
        self._showing = Showing()
        self.kinds: dict[NodeKind, Toggle] = {}
        row = QWidget(self)
        flow = FlowLayout(row, theme.px(6))
        for kind in NodeKind:
            look = LOOKS[kind]
            toggle = Toggle(theme, kinds_name(kind), look.icon, look.tint, row)
            toggle.clicked.connect(self._on_kinds_clicked)
            self.kinds[kind] = toggle
            flow.addWidget(toggle)
        self.leaves = Toggle(theme, _("Leaves"), "git-branch", Tint.NEUTRAL, row)
        plain_tooltip(self.leaves, _("Nodes that are joined to a single other"))
        self.leaves.clicked.connect(self._on_leaves_clicked)
        self.menu = QMenu(self)
        self.statuses = menu_button(_("Status"), self.menu, row, flat=True)
        self.statuses.setAccessibleName(_("Claims of which status are shown"))
        for status in ClaimStatus:
            action = self.menu.addAction(f"{BADGES[status]}  {status_name(status)}")
            action.setCheckable(True)
            action.setData(status.value)
            action.triggered.connect(self._on_status_clicked)
        steps = [("0", _("All")), *((str(n), str(n)) for n in range(1, STEPS + 1))]
        name = _("Only so many steps around what is selected")
        self.steps = Segments(theme, steps, name, row)
        plain_tooltip(self.steps, name)
        self.steps.chosen.connect(self._on_steps_chosen)
        self.reset = link_button("", row)
        self.reset.clicked.connect(self.reset_wanted)
        around = QWidget(row)
        line = QHBoxLayout(around)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self.statuses)
        line.addWidget(plain_label(_("Steps around"), around, tone="muted", size="small"))
        line.addWidget(self.steps)
        around.setFixedHeight(theme.px(30))
        for widget in (self.leaves, around, self.reset):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (12, 7, 12, 7)))
        column.addWidget(row)
        self.show_showing(Showing(), {})

    def show_showing(self, showing: Showing, counts: Mapping[NodeKind, int]) -> None:
        """Stand as `showing` does; `counts` are how many the case has of each kind."""
        self._showing = showing
        for kind, toggle in self.kinds.items():
            toggle.setChecked(kind in showing.kinds)
            toggle.set_count(counts.get(kind, 0))
        self.leaves.setChecked(showing.leaves)
        for action in self.menu.actions():
            action.setChecked(ClaimStatus(action.data()) in showing.statuses)
        few = len(showing.statuses)
        name = _("Status") if few == len(ClaimStatus) else _("Status · {n}").format(n=few)
        self.statuses.setText(name)
        if not showing.steps:
            self.steps.choose("0")
        hidden = len(showing.hidden)
        self.reset.setText(ngettext("Show {n} hidden", "Show {n} hidden", hidden))
        self.reset.setVisible(hidden > 0)

    @Slot()
    def _on_kinds_clicked(self) -> None:
        shown = frozenset(kind for kind, toggle in self.kinds.items() if toggle.isChecked())
        self.asked.emit("kinds", shown)

    @Slot()
    def _on_leaves_clicked(self) -> None:
        self.asked.emit("leaves", self.leaves.isChecked())

    @Slot()
    def _on_status_clicked(self) -> None:
        actions = self.menu.actions()
        shown = frozenset(ClaimStatus(a.data()) for a in actions if a.isChecked())
        self.asked.emit("statuses", shown)

    @Slot(str)
    def _on_steps_chosen(self, key: str) -> None:
        self.asked.emit("steps", int(key))


class Toggle(QAbstractButton):
    """A kind that is shown or not: icon, name and count, filled and ticked where it is on."""

    def __init__(
        self, theme: Theme, name: str, icon: str, tint: Tint, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._icon = icon
        self._tint = tint
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(name)
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        """How many there are in the case; without any there is nothing to choose."""
        self.setText(f"{self._name} {numerals.count(count)}")
        self.setAccessibleName(self.text())
        self.setEnabled(count > 0)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        metrics = QFontMetrics(self._theme.ui_font(12, Weight.Medium))
        return QSize(metrics.horizontalAdvance(self.text()) + px(44), px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        painter = painter_for(self)
        rect = QRectF(self.rect())
        line, ground = colours(tokens, self._tint)
        is_on = self.isChecked() and self.isEnabled()
        if is_on:
            fill_round(painter, rect, px(7), ground)
        edge = line if is_on and self.underMouse() else tokens.line
        outline_round(painter, rect, px(7), edge)
        ink = line if is_on else tokens.muted
        ratio, top = self.devicePixelRatioF(), (self.height() - px(14)) // 2
        mark = "check" if is_on else self._icon
        painter.drawPixmap(px(8), top, theme.pixmap(mark, 14, ink, ratio))
        painter.setFont(theme.ui_font(12, Weight.Medium))
        painter.setPen(ink if self.isEnabled() else tokens.faint)
        words = self.rect().adjusted(px(28), 0, -px(8), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, theme, rect, px(7))
