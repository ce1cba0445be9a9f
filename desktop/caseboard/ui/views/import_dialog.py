"""What a list holds, and which of it is to be imported."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionRange, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.commands.list_entries import Looked, Source
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.ui.itemmodels.entries import EntriesModel, Field
from caseboard.ui.lib.buttons import link_button, push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.theme import Theme

WIDTH, HEIGHT = 960, 620
WIDTHS = {Field.ADDRESS: 280, Field.DATE: 130, Field.STANDING: 190}
ROW = 30


class ImportDialog(QDialog):
    """Shows the entries with a tick each; what is accepted is in `chosen` and `is_fetched`."""

    def __init__(
        self,
        theme: Theme,
        listing: Listing,
        source: Source,
        looked: Sequence[Looked],
        parent: QWidget | None = None,
        *,
        can_fetch: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(_("Import a list"))
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.model = EntriesModel(looked, self)
        self.table = EntryTable(theme, self.model, self)
        self.field = SearchField(theme, _("Filter"), parent=self)
        self.everything = link_button(_("Select all"), self)
        self.nothing = link_button(_("Select none"), self)
        self.fetching = QCheckBox(_("Fetch the pages now"), self)
        self.fetching.setChecked(can_fetch)
        self.fetching.setVisible(can_fetch)
        self.keep = push_button(theme, _("Keep the list as a file only"), self)
        self.go = push_button(theme, "", self, primary=True)
        self._lay_out(_heading(listing, source), _left_out(listing))
        self._connect()
        self._on_ticked()
        self.table.setFocus()

    @property
    def chosen(self) -> list[Looked]:
        """The entries that are ticked, in the order of the list."""
        return self.model.chosen

    @property
    def is_fetched(self) -> bool:
        """Whether pages are to be fetched at once, as far as the settings let them."""
        return self.fetching.isChecked() or self.fetching.isHidden()

    def _connect(self) -> None:
        self.model.ticked.connect(self._on_ticked)
        self.field.textChanged.connect(self._on_filtered)
        self.everything.clicked.connect(self._on_everything)
        self.nothing.clicked.connect(self._on_nothing)
        self.keep.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    def _lay_out(self, heading: str, left_out: str) -> None:
        px = self._theme.px
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self.field, 1)
        tools.addStretch(1)
        tools.addWidget(self.everything)
        tools.addWidget(self.nothing)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.fetching)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(n) for n in (20, 16, 20, 14)))
        column.setSpacing(px(10))
        column.addWidget(plain_label(heading, self, size="heading", wrap=True))
        if left_out:
            column.addWidget(plain_label(left_out, self, tone="muted", wrap=True))
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        _default(self.go)

    @Slot()
    def _on_ticked(self) -> None:
        words = _("Import {n} of {total}")
        self.go.setText(
            words.format(n=numerals.count(self.model.count), total=numerals.count(self.model.total))
        )
        self.go.setEnabled(self.model.count > 0)

    @Slot(str)
    def _on_filtered(self, typed: str) -> None:
        self.model.filter_by(typed)

    @Slot()
    def _on_everything(self) -> None:
        self.model.tick_shown(is_on=True)

    @Slot()
    def _on_nothing(self) -> None:
        self.model.tick_shown(is_on=False)


class EntryTable(QTableView):
    """The table: Space ticks the rows that are selected, or takes their ticks away."""

    def __init__(self, theme: Theme, model: EntriesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = model
        self.setModel(model)
        self.setAccessibleName(_("Entries of the list"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(ROW))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Field.TITLE, QHeaderView.ResizeMode.Stretch)
        for field, width in WIDTHS.items():
            header.resizeSection(field, theme.px(width))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        selection = self.selectionModel().selection()
        rows = [row for at in range(selection.count()) for row in _rows(selection.at(at))]
        if event.key() == Qt.Key.Key_Space and rows:
            self._entries.tick(rows, is_on=not all(map(self._entries.is_ticked, rows)))
            return
        super().keyPressEvent(event)


def _rows(part: QItemSelectionRange) -> range:
    return range(part.top(), part.bottom() + 1)


def format_words(format_: ListFormat) -> str:
    """What kind of list it is, as a phrase."""
    return {
        ListFormat.LINKS: _("a list of links"),
        ListFormat.TABLE: _("a table of links"),
        ListFormat.ARCHIVER: _("a sheet of the auto-archiver"),
        ListFormat.BOOKMARKS: _("bookmarks of a browser"),
        ListFormat.ZOTERO: _("a Zotero library"),
        ListFormat.CSL: _("references in CSL-JSON"),
        ListFormat.RIS: _("references in RIS"),
        ListFormat.BIBTEX: _("references in BibTeX"),
    }[format_]


def _heading(listing: Listing, source: Source) -> str:
    return ngettext(
        "{n} entry in “{{name}}”, {{format}}",
        "{n} entries in “{{name}}”, {{format}}",
        len(listing.entries),
    ).format(name=source.name, format=format_words(listing.format))


def _left_out(listing: Listing) -> str:
    sentences = []
    if listing.skipped_count:
        first = listing.skipped[0]
        sentences.append(
            ngettext(
                "{n} row is left out. Row {{row}}: {{reason}}",
                "{n} rows are left out. Row {{row}}: {{reason}}",
                listing.skipped_count,
            ).format(row=first.row, reason=first.reason)
        )
    if listing.left_out:
        sentences.append(
            ngettext(
                "{n} more entry is beyond what one list may hold: split the list to import it.",
                "{n} more entries are beyond what one list may hold: split the list to import "
                "them.",
                listing.left_out,
            )
        )
    return " ".join(sentences)


def _default(button: QPushButton) -> None:
    button.setDefault(True)
    button.setAutoDefault(True)
