"""The rail at the left: what a case holds and what comes of it, with counts."""

from collections.abc import Container, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from caseboard.i18n import _, ngettext
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.rail_item import NARROW, WIDTH, Alert, Entry, RailItem


def sections() -> dict[str, tuple[Entry, ...]]:
    """The entries under their headings."""
    return {
        _("Evidence"): (
            Entry("clip", _("Clips"), "file-text"),
            Entry("claim", _("Claims"), "message-square-quote"),
            Entry("location", _("Locations"), "map-pin"),
            Entry("unit", _("Units"), "unit"),
            Entry("person", _("People"), "users"),
            Entry("source", _("Sources"), "globe"),
            Entry("note", _("Notes"), "notebook-text"),
            Entry("gap", _("Gaps"), "list-checks"),
        ),
        _("Views"): (
            Entry("map", _("Map"), "map"),
            Entry("timeline", _("Timeline"), "timeline"),
            Entry("links", _("Links"), "waypoints"),
        ),
        _("Output"): (
            Entry("briefing", _("Briefings"), "book-open-text"),
            Entry("change_set", _("History"), "history"),
        ),
    }


class Rail(Surface):
    """A column of entries, one of them chosen; narrow it shows only their icons.

    `chosen` is sent with the table when the user takes an entry, not for `choose`.
    """

    chosen = Signal(str)
    alert_chosen = Signal(str)
    """After `chosen`, where the click was on what waits in that entry."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("panel_2", "right", parent)
        self._theme = theme
        self._items: dict[str, RailItem] = {}
        self._headings: list[QLabel] = []
        self._group = QButtonGroup(self)
        self._is_narrow = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self.setAccessibleName(_("What the case holds"))
        for heading, entries in sections().items():
            self._add_heading(heading)
            for entry in entries:
                self._add(entry)
        self._column.addStretch()
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def current(self) -> str:
        """The table whose entry is chosen; empty where none is."""
        return next((kind for kind, item in self._items.items() if item.isChecked()), "")

    def choose(self, kind: str) -> None:
        """Mark that entry; raises `KeyError` for one there is not."""
        self._items[kind].setChecked(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are of each; a kind not named has no number."""
        for kind, item in self._items.items():
            item.set_count(counts.get(kind))

    def set_open_disputes(self, n: int) -> None:
        """Show at the claims how many disputes are open; none is not shown."""
        words = ngettext("{n} dispute open", "{n} disputes open", n)
        forms = (ngettext("{n} disputed", "{n} disputed", n), f"≠ {n}")
        self._items["claim"].set_alert(Alert(words, forms, f"{n}") if n else None)

    def show_only(self, kinds: Container[str]) -> None:
        """Leave out what there is no view for."""
        for kind, item in self._items.items():
            item.setVisible(kind in kinds)

    def item(self, kind: str) -> "RailItem":
        """The entry of one table."""
        return self._items[kind]

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show icons alone, for a small window."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._on_theme_changed()

    def _add_heading(self, text: str) -> None:
        label = plain_label(text.upper(), self, size="caps")
        self._headings.append(label)
        self._column.addWidget(label)

    def _add(self, entry: Entry) -> None:
        item = RailItem(self._theme, entry, self)
        self._items[entry.kind] = item
        self._group.addButton(item)
        self._column.addWidget(item)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        kind, item = next(each for each in self._items.items() if each[1] is button)
        self.chosen.emit(kind)
        if item.is_alert_hit:
            self.alert_chosen.emit(kind)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        side = px(6 if self._is_narrow else 8)
        self._column.setContentsMargins(side, px(10), side, px(10))
        for heading in self._headings:
            heading.setVisible(not self._is_narrow)
            heading.setContentsMargins(px(9), px(12), px(9), px(4))
        for item in self._items.values():
            item.set_narrow(is_narrow=self._is_narrow)
        self.setFixedWidth(px(NARROW if self._is_narrow else WIDTH))
