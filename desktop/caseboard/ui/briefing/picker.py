"""Which briefing of the case is being written: a menu of them, and what is done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from caseboard.briefing import templates
from caseboard.briefing.words import day
from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.terms import BriefingStatus, Template
from caseboard.store.briefings import BriefingRow
from caseboard.ui.lib.buttons import menu_button
from caseboard.ui.lib.labels import plain_tooltip
from caseboard.ui.lib.theme import Theme

TITLE_WIDTH = 320


class BriefingPicker(QWidget):
    """Makes the button that names the briefing shown; its menu leads to all others."""

    chosen = Signal(str)
    """The id of a briefing."""
    begun = Signal(str)
    """A value of `Template`."""
    duplicated = Signal()
    deleted = Signal()
    """Both of the one shown."""

    def __init__(self, theme: Theme, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_writable = is_writable
        self._rows: Sequence[BriefingRow] = ()
        self._current = ""
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self.button: QPushButton = menu_button("", self.menu, parent, flat=True)
        self.button.setProperty("heading", True)
        self.hide()
        self._say()

    @property
    def rows(self) -> Sequence[BriefingRow]:
        """The briefings there are, newest first."""
        return self._rows

    def show_rows(self, rows: Sequence[BriefingRow], current: str) -> None:
        """These are the briefings there are, and that is the one shown."""
        self._rows, self._current = rows, current
        self._say()

    def fill_new(self, menu: QMenu) -> None:
        """List what a new briefing can be made from."""
        for template in Template:
            action = menu.addAction(templates.name(template))
            action.triggered.connect(
                lambda _on=False, template=template: self.begun.emit(template.value)
            )

    def current_name(self) -> str:
        """The ref and title of the one shown; of a long title its beginning and its end."""
        row = next((row for row in self._rows if row.id == self._current), None)
        return f"{short(row.briefing.ref)} “{self._cut(title(row))}”".strip() if row else ""

    def _say(self) -> None:
        row = next((row for row in self._rows if row.id == self._current), None)
        ref = short(row.briefing.ref) if row else ""
        self.button.setText(_("Briefing {ref}").format(ref=ref) if ref else _("Briefings"))
        name = f"{title(row)}, {state(row)}" if row else _("No briefing is begun yet.")
        self.button.setAccessibleName(_("Briefing: {name}").format(name=name))

    def _fill(self) -> None:
        self.menu.clear()
        for row in self._rows:
            action = self.menu.addAction(self._line(row))
            action.setCheckable(True)
            action.setChecked(row.id == self._current)
            plain_tooltip(action, f"{title(row)}, {state(row)}")
            action.triggered.connect(lambda _on=False, row_id=row.id: self.chosen.emit(row_id))
        if self._rows:
            self.menu.addSeparator()
        new = self.menu.addMenu(_("New briefing"))
        new.setEnabled(self._is_writable)
        self.fill_new(new)
        for words, signal in ((_("Duplicate"), self.duplicated), (_("Delete"), self.deleted)):
            action = self.menu.addAction(words)
            action.setEnabled(self._is_writable and bool(self._current))
            action.triggered.connect(signal)

    def _line(self, row: BriefingRow) -> str:
        """Its ref and title at the left, its state where other menus have keys."""
        return f"{self._name(row).replace('&', '&&')}\t{state(row)}"

    def _name(self, row: BriefingRow) -> str:
        return self._cut(f"{short(row.briefing.ref)}  {title(row)}".strip())

    def _cut(self, words: str) -> str:
        """Cut in the middle: what tells a copy from the other stands at the end."""
        room = self._theme.px(TITLE_WIDTH)
        return self.menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)


def title(row: BriefingRow) -> str:
    """What it is called."""
    return " ".join(row.briefing.title.split()) or _("Untitled briefing")


def state(row: BriefingRow) -> str:
    """`Draft`, or `Version 2 · 14 Nov 2024`."""
    if row.newest is None:
        is_final = row.briefing.status is BriefingStatus.FINAL
        return _("Final") if is_final else _("Draft")
    return _("Version {number} · {day}").format(
        number=row.newest.version, day=day(row.newest.exported)
    )
