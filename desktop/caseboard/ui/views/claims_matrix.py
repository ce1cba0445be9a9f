"""The matrix: claims down, who said them across, a stance and a grade where they meet."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.runtime.settings import SettingsFile
from caseboard.ui.claim_board import Heading
from caseboard.ui.claim_words import rests_on
from caseboard.ui.delegates.claim_cells import MatrixDelegate
from caseboard.ui.delegates.claim_heading import HEIGHT as HEADING
from caseboard.ui.delegates.claim_rows import MatrixGround
from caseboard.ui.delegates.claimant_head import ClaimantHead
from caseboard.ui.itemmodels.claims import FIRST, ClaimsModel
from caseboard.ui.lib.frozen_table import FrozenTable
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.lib.theme import Theme
from caseboard.ui.views.claim_cursor import ClaimCursor
from caseboard.ui.views.claim_keys import ClaimKeys

WIDTHS = (166, 112, 86, 100, 124)
"""Of the fixed columns, and of every claimant."""
WIDEST = 420
"""Of the claims, where there is room."""
STAYING = 0.56
"""The part of the width that the columns which stay may take."""
NAME = "claims.matrix"
"""What the settings call the widths."""
PAUSE = 400  # milliseconds after the last move until they are written down


class MatrixTable(FrozenTable):
    """As many of the fixed columns stay as leave room for the claimants; the first always does."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsFile,
        model: ClaimsModel,
        cursor: ClaimCursor,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Claims and who said them"), parent)
        self._theme = theme
        self._settings = settings
        self._model = model
        self._cursor = cursor
        self._is_dressing = False
        self._scroll = (0, 0)
        kept = settings.settings.columns.get(NAME, ())
        self._is_own = len(kept) == len(WIDTHS)  # the user has said how wide
        self._widths = list(kept if self._is_own else map(theme.px, WIDTHS))
        self._delegate = MatrixDelegate(theme, model, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.save)
        self.setModel(model)
        self.setSelectionModel(cursor.selection)
        self.setItemDelegate(self._delegate)
        head = ClaimantHead(theme, self)
        self.set_heads(head, ClaimantHead(theme, self.above), head.height_wanted)
        ground = MatrixGround(theme, model, self)
        self.set_paint(ground.paint_under, ground.paint_over)
        self.keys = ClaimKeys(self, model)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.listed.connect(self._on_listed)
        model.modelReset.connect(self._dress)
        model.rowsInserted.connect(self._set_heights)
        theme.changed.connect(self._on_theme_changed)
        self.column_resized.connect(self._on_column_resized)
        self._dress()

    @Slot()
    def save(self) -> None:
        """Write the widths down."""
        kept = dict(self._settings.settings.columns)
        self._settings.change(columns={**kept, NAME: tuple(self._widths)})

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_dressing = True
        self.setColumnWidth(0, self._width(0))
        self._is_dressing = False
        self._freeze()

    @Slot()
    def _dress(self) -> None:
        """Qt forgets widths and heights when the rows are others."""
        self._is_dressing = True
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, self._width(column))
        self._is_dressing = False
        self.set_row_height(self._delegate.height)
        self._set_heights()
        self.freeze(self._staying())

    @Slot()
    def _set_heights(self) -> None:
        self.set_heights(self._model.headings, self._theme.px(HEADING))

    def _width(self, column: int) -> int:
        """Until the user says otherwise, claims take the room that nobody needs."""
        width = self._widths[min(column, FIRST)]
        if column or self._is_own:
            return width
        claimants = self._model.columnCount() - FIRST
        rest = self.viewport().width() - sum(self._widths[:FIRST]) - claimants * self._widths[FIRST]
        return min(width + max(rest, 0), self._theme.px(WIDEST))

    def _freeze(self) -> None:
        staying = self._staying()
        if staying != self.frozen:
            self.freeze(staying)

    def _staying(self) -> int:
        room = self.viewport().width() * STAYING
        if self.horizontalHeader().length() <= self.viewport().width():
            return FIRST  # nothing scrolls
        fitting = [n for n in range(2, FIRST + 1) if sum(self._widths[:n]) <= room]
        return max(fitting, default=1)

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._scroll = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @Slot()
    def _on_listed(self) -> None:
        """What was in sight stays there."""
        if self._scroll != (0, 0):
            across, down = self._scroll
            self._scroll = (0, 0)
            self.updateGeometries()
            self.horizontalScrollBar().setValue(across)
            self.verticalScrollBar().setValue(down)

    @Slot(int, int)
    def _on_column_resized(self, column: int, width: int) -> None:
        """All claimants are of one width: to resize one is to resize them all."""
        if self._is_dressing or not width:
            return
        self._is_own = True
        self._widths[min(column, FIRST)] = width
        if column >= FIRST:
            self._is_dressing = True
            for other in range(FIRST, self._model.columnCount()):
                self.setColumnWidth(other, width)
            self._is_dressing = False
        self._timer.start()
        self._freeze()

    @Slot()
    def _on_theme_changed(self) -> None:
        head = self.horizontalHeader()
        if isinstance(head, ClaimantHead):
            self.set_head_height(head.height_wanted)
        self._dress()


class MatrixPane(Surface):
    """The table over the sentence that says how to read it."""

    source_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        settings: SettingsFile,
        model: ClaimsModel,
        cursor: ClaimCursor,
        parent: QWidget,
    ) -> None:
        super().__init__("panel", parent=parent)
        self._model = model
        self._cursor = cursor
        self.table = MatrixTable(theme, settings, model, cursor, self)
        self.hint = plain_label(
            _(
                "Rows are claims, columns are who said it. Two outlets that quote the same origin"
                " count once:"
            ),
            self,
            tone="muted",
            wrap=True,
        )
        self.rests_on = plain_label("", self, size="strong")
        foot = Surface("panel", "top", self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(theme.px(14), theme.px(9), theme.px(14), theme.px(10))
        line.setSpacing(theme.px(6))
        line.addWidget(self.hint, 1)
        line.addWidget(self.rests_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        self.table.head_clicked.connect(self._on_head_clicked)
        model.listed.connect(self._say)
        cursor.chosen.connect(lambda _claim, _source: self._say())

    @Slot()
    def _say(self) -> None:
        """What the claim that is stood on rests on."""
        index = self._cursor.index
        row = self._model.row(index) if index.isValid() else None
        if row is None or isinstance(row, Heading):
            return
        self.rests_on.setText(f"{rests_on(row.standing)}.")

    @Slot(int)
    def _on_head_clicked(self, column: int) -> None:
        source_id = self._model.source_at(column)
        if source_id is not None:
            self.source_wanted.emit(source_id)
