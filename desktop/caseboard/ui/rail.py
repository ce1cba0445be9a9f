"""The rail at the left: what a case holds and what comes of it, with counts."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.paint import fill_round, focus_ring, painter_for
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme, Weight

WIDTH = 176
NARROW = 48
HEIGHT = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the table it lists, what it is called, its icon."""

    kind: str
    name: str
    icon: str


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
        _("Views"): (Entry("links", _("Links"), "waypoints"),),
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
        self.chosen.emit(next(kind for kind, item in self._items.items() if item is button))

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


class RailItem(QAbstractButton):
    """One entry: icon, name and count, filled where it is chosen."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = entry.icon
        self._count: int | None = None
        self._is_narrow = False
        self.setText(entry.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    @property
    def count(self) -> int | None:
        """The number shown."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show this number, or none."""
        if count != self._count:
            self._count = count
            self._tell()
            self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, with the rest in the tooltip."""
        self._is_narrow = is_narrow
        self._tell()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._theme.px(HEIGHT)
        return QSize(height if self._is_narrow else self._theme.px(WIDTH - 17), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = painter_for(self)
        ground = QRectF(self.rect())
        if self.isChecked():
            fill_round(painter, ground, px(7), tokens.accent_soft)
        elif self.underMouse():
            fill_round(painter, ground, px(7), tokens.neutral_soft)
        color = tokens.accent if self.isChecked() else tokens.muted
        left = (self.width() - px(16)) // 2 if self._is_narrow else px(9)
        picture = self._theme.pixmap(self._icon, 16, color, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - px(16)) // 2, picture)
        if not self._is_narrow:
            painter.setPen(color)
            self._paint_words(painter, self.rect().adjusted(left + px(25), 0, -px(9), 0))
        if self.hasFocus():
            focus_ring(painter, self._theme, ground, px(7))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.ui_font(13, Weight.Medium))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count is not None:
            painter.setFont(self._theme.ui_font(11, Weight.Medium))
            painter.setPen(self._theme.tokens.muted)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, f"{self._count:,}")

    def _tell(self) -> None:
        count = "" if self._count is None else f" {self._count}"
        self.setAccessibleName(f"{self.text()}{count}")
        plain_tooltip(self, f"{self.text()}{count}" if self._is_narrow else "")
