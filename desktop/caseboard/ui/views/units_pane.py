"""The left side of the units view: the tree of formations, and what orders it."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from caseboard.commands.orbats import Form
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.unit_nodes import Arrangement, group_title
from caseboard.ui.itemmodels.units import UnitsModel
from caseboard.ui.lib.buttons import link_button, menu_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.choices import add_choices
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.flow import FlowLayout
from caseboard.ui.lib.giving_way import GivingWay
from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.symbol_pixmaps import SymbolPixmaps
from caseboard.ui.views.units_tree import UnitsTree

HEAD = 40
NARROWEST = 220


class UnitsPane(Surface):
    """Keeps what is selected while the tree is read anew; the first unit is taken at first."""

    chosen = Signal(str)
    """The unit to be shown; empty where there is none."""
    add_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal(object, bool)
    """A `Form`, and whether all of the library is meant."""

    def __init__(
        self, desk: CaseDesk, model: UnitsModel, symbols: SymbolPixmaps, parent: QWidget
    ) -> None:
        super().__init__("panel", parent=parent)
        theme = desk.desk.theme
        self._desk = desk
        self._theme = theme
        self._wanted = ""  # asked for from outside: it may come later
        self._kept = ""  # what was selected before the tree was read anew
        self._told = ""
        self._is_listed = False
        self.model = model
        self.tree = UnitsTree(theme, model, symbols, self)
        self.count = Pill(theme, "0", parent=self)
        self.filter = SearchField(theme, _("Filter units"), parent=self)
        self.group = menu_button("", QMenu(self), self, flat=True)
        self.group.setAccessibleName(_("Which units are shown"))
        self.order = menu_button("", QMenu(self), self, flat=True)
        self.order.setAccessibleName(_("How the units stand"))
        self.importing = link_button(_("Import ORBAT…"), self)
        self.adding = link_button(_("New unit…"), self)
        self.exporting = link_button(_("Export ORBAT…"), self)
        self.empty = EmptyState(theme, "", icon="unit", parent=self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def current_id(self) -> str:
        """The unit that is selected; empty for none."""
        return self.model.id_at(self.tree.currentIndex())

    def show_row(self, row_id: str) -> None:
        """Select a unit and bring it into sight, as soon as it is listed; lifts what hides it."""
        self._wanted = row_id
        is_listed = any(line.id == row_id for line in self.model.lines)
        if is_listed and row_id not in self.model.nodes:
            self.model.only = ""
            with QSignalBlocker(self.filter):
                self.filter.clear()
            self.model.filter_by("")
        self._settle()

    def _connect(self) -> None:
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.listed.connect(self._on_listed)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.filter.textChanged.connect(lambda typed: self.model.filter_by(typed.strip()))
        self.tree.add_wanted.connect(self.add_wanted)
        self.adding.clicked.connect(self.add_wanted)
        self.importing.clicked.connect(self.import_wanted)
        self.exporting.clicked.connect(self._ask_form)
        self.empty.acted.connect(self.add_wanted)

    @Slot()
    def _keep(self) -> None:
        self._kept = self.current_id

    @Slot()
    def _on_listed(self) -> None:
        nodes = self.model.nodes
        self.count.say(numerals.count(len(nodes)))
        self._say_menus()
        self.tree.unfold()
        self._stack.setCurrentIndex(1 if nodes else 2)
        if not nodes:
            self._say_nothing()
        self._settle()
        if nodes and not self.current_id:
            self._take(next(iter(nodes)))
        if not nodes:
            self._tell("")
        self._hand_over()

    def _hand_over(self) -> None:
        """The tree takes the keyboard that came here before there was one."""
        if not self._is_listed and self.filter.hasFocus() and not self.filter.text():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_listed = True

    def _settle(self) -> None:
        if self._wanted in self.model.nodes:
            wanted, self._wanted = self._wanted, ""
            self._take(wanted)
        elif self._kept in self.model.nodes and not self.current_id:
            self._take(self._kept)

    def _take(self, row_id: str) -> None:
        index = self.model.index_of(row_id)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(index, select)
        self.tree.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._tell(self.model.id_at(current))

    def _tell(self, row_id: str) -> None:
        if row_id != self._told or not row_id:
            self._told = row_id
            self.chosen.emit(row_id)

    # --- words ---

    def _say_nothing(self) -> None:
        if self.model.typed:
            self.empty.say(_("Nothing here holds “{text}”.").format(text=self.model.typed))
            return
        nothing = _("No unit is tagged yet. Select its name in a clip and press U.")
        action = "" if self._desk.desk.library.read_only else _("New unit…")
        self.empty.say(nothing, action)

    def _say_menus(self) -> None:
        model = self.model
        arrangements = {Arrangement.PARENT: _("by parent"), Arrangement.NAME: _("by name")}
        self.order.setText(arrangements[model.arrangement])
        _refill(self.order).clear()
        add_choices(
            _refill(self.order), list(arrangements.items()), model.arrange, model.arrangement
        )
        everyone = _("All countries")
        options = [("", everyone), *((key, group_title(key)) for key in model.groups)]
        shown = dict(options)[model.only]
        if model.is_of_library:
            shown = _("{group}, library").format(group=shown)
        self.group.setText(shown)
        menu = _refill(self.group)
        menu.clear()
        add_choices(menu, options, model.show_only, model.only)
        menu.addSeparator()
        whole = menu.addAction(_("All of the library"))
        whole.setCheckable(True)
        whole.setChecked(model.is_of_library)
        whole.triggered.connect(lambda on: model.show_library(is_of_library=on))

    def _lay_out(self) -> None:
        px = self._theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), 0, px(4), 0)
        row.setSpacing(px(6))
        heading = plain_label(_("Units"), head, size="heading")
        row.addWidget(heading)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.group)
        row.addWidget(self.order)
        GivingWay(head, row, heading, self.count)
        search = Surface("panel", "bottom", self)
        around = QVBoxLayout(search)
        around.setContentsMargins(px(10), px(7), px(10), px(8))
        around.addWidget(self.filter)
        framed = Surface("panel")
        inside = QVBoxLayout(framed)
        inside.setContentsMargins(*(px(12),) * 4)
        inside.addWidget(self.empty)
        for page in (Skeleton(self._theme, 56, self), self.tree, framed):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(search)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot())
        self.setMinimumWidth(px(NARROWEST))

    @Slot()
    def _ask_form(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form, words in (
            (Form.TABLE, _("As a table (CSV)…")),
            (Form.SCENARIO, _("As a scenario of ORBAT Mapper (JSON)…")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, form=form: self._export(form))
        menu.popup(self.exporting.mapToGlobal(QPoint(0, self.exporting.height())))

    def _export(self, form: Form) -> None:
        self.export_wanted.emit(form, self.model.is_of_library)

    def _foot(self) -> QWidget:
        """What can be done here; who may only read may still export."""
        px = self._theme.px
        foot = Surface("panel", "top", self)
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(4))
        hint = _("Drag a unit onto another to set its parent, or move it by Alt and the arrows.")
        row = FlowLayout(spacing=px(6))
        tools = (KeyCap(self._theme, _("Ins"), foot), self.adding, self.importing)
        for tool in (*tools, self.exporting):
            row.addWidget(tool)
        said = plain_label(hint, foot, tone="muted", size="small", wrap=True)
        column.addWidget(said)
        column.addLayout(row)
        for widget in (*tools, said):
            widget.setVisible(not self._desk.desk.library.read_only)
        return foot


def _refill(button: QPushButton) -> QMenu:
    menu = button.menu()
    assert menu is not None  # noqa: S101  it was made with one
    return menu
