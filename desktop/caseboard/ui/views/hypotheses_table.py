"""The matrix of an inquiry as a table whose heads and first columns stay in sight."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.terms import Fit
from caseboard.ui.delegates.hypotheses import HypothesesDelegate
from caseboard.ui.itemmodels.hypotheses import FIRST, TELLING, HypothesesModel
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.frozen_table import FrozenTable
from caseboard.ui.lib.theme import Theme
from caseboard.ui.views.hypotheses_header import HypothesesHeader

Key = Qt.Key
Modifier = Qt.KeyboardModifier
RATES = dict(zip((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), Fit, strict=True))
BETTER = (Key.Key_Plus, Key.Key_Equal)
NARROW, WIDE = 104, 230
CLAIM_WIDTH, LEAST_CLAIM, TELLING_WIDTH = 280, 190, 76


class HypothesesTable(FrozenTable):
    """Cells are rated by keys; what a key or click asks for is told by a signal.

    A cell is rated by 1 to 5, or by + (twice: very), 0 and - (twice: very); Delete opens it again.
    """

    rated = Signal(list, object)
    """Cells as pairs of hypothesis and claim, and a `Fit`, or None to open them again."""
    reason_wanted = Signal(QModelIndex, bool)
    """A cell, and whether it was asked for by mouse."""
    claim_opened = Signal(str, QPoint)
    """A claim, and where on the screen it stands."""
    removal_wanted = Signal(list)
    """Claims that are to be evidence no longer."""
    move_wanted = Signal(str, int)
    """A hypothesis, and its new place among them, from 0."""
    edit_wanted = Signal(str)
    copy_wanted = Signal()
    sort_wanted = Signal()

    def __init__(
        self, theme: Theme, model: HypothesesModel, parent: QWidget, *, is_writable: bool
    ) -> None:
        super().__init__(_("Claims against hypotheses"), parent)
        self._theme = theme
        self._matrix = model
        self._is_writable = is_writable
        self._asked: dict[tuple[str, str], Fit | None] = {}
        """Cells that were rated and are not told of yet: a key pressed twice counts from them."""
        self._delegate = HypothesesDelegate(theme, self)
        self.heads = HypothesesHeader(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        for table in (self, self.above):
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
            table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads_above = HypothesesHeader(theme, model, self.above)
        self.set_heads(self.heads, heads_above, self.heads.sizeHint().height())
        self.above.setAccessibleName(_("Claims"))
        self.heads.let_move(movable=is_writable)
        self.heads.moved.connect(self._on_moved)
        self.clicked.connect(self._on_clicked)
        self.head_clicked.connect(self._on_head_clicked)
        self.heads.sectionDoubleClicked.connect(self._on_head_double_clicked)
        for table in (self, self.above):
            table.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._lay_out)
        for told in (model.modelReset, model.dataChanged):
            told.connect(self._asked.clear)
        theme.changed.connect(self._lay_out)

    @property
    def claim_id(self) -> str:
        """The claim of the current row; empty for none."""
        here = self.currentIndex()
        return str(here.data(Role.ID)) if here.isValid() else ""

    @property
    def hypothesis_id(self) -> str:
        """The hypothesis of the current column; empty for none."""
        hypothesis = self._matrix.hypothesis(self.currentIndex().column())
        return hypothesis.id if hypothesis else ""

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and bring it into sight; nothing happens where it is not there."""
        index = self._matrix.index(row, column)
        if index.isValid():
            # not by the view, which would look at the keys that are held
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, select)
            self.scrollTo(index)

    def move_by(self, step: int) -> None:
        """Ask for the current hypothesis to be moved by so many places."""
        if self.hypothesis_id:
            place = self.currentIndex().column() - FIRST
            self.move_wanted.emit(self.hypothesis_id, max(0, place + step))

    def claims_chosen(self) -> list[str]:
        """The claims of the rows anything is selected in, top first."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self._matrix.row(row).claim.id for row in rows]

    @override
    def event(self, event: QEvent, /) -> bool:
        """Keys of ours are ours while the table has the keyboard, whatever the window does."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (self._is_move(event) or self._rate(event) is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _take(self, event: QKeyEvent) -> bool:
        """Whether a key was one of ours."""
        here = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif not here.isValid():
            return False
        elif self._is_move(event):
            self.move_by(1 if event.key() == Key.Key_Right else -1)
        elif event.key() in {Key.Key_Return, Key.Key_Enter}:
            self._open(here)
        elif self._is_writable and event.key() in {Key.Key_Delete, Key.Key_Backspace}:
            self._delete(here)
        elif self._is_writable and event.key() == Key.Key_F2 and self.hypothesis_id:
            self.edit_wanted.emit(self.hypothesis_id)
        elif (fit := self._rate(event)) is not None:
            self._ask(fit)
        else:
            return False
        return True

    def _ask(self, fit: Fit | None) -> None:
        """Ask for the cells that are selected to be rated so."""
        cells = self._cells()
        self._asked.update(dict.fromkeys(cells, fit))
        self.rated.emit(cells, fit)

    def _is_move(self, event: QKeyEvent) -> bool:
        is_alt = event.modifiers() & ~Modifier.KeypadModifier == Modifier.AltModifier
        is_arrow = event.key() in {Key.Key_Left, Key.Key_Right}
        return self._is_writable and is_alt and is_arrow and bool(self.hypothesis_id)

    def _rate(self, event: QKeyEvent) -> Fit | None:
        """The fit a key stands for in the current cell; None for keys that rate nothing."""
        held = event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
        if not self._is_writable or held != Modifier.NoModifier or not self.hypothesis_id:
            return None
        cell = self._matrix.cell(self.currentIndex())
        known = cell.fit if cell else None
        fit = self._asked.get((self.hypothesis_id, self.claim_id), known)
        key = Key(event.key())
        if key in BETTER:
            is_very = fit in {Fit.CONSISTENT, Fit.VERY_CONSISTENT}
            return Fit.VERY_CONSISTENT if is_very else Fit.CONSISTENT
        if key == Key.Key_Minus:
            is_very = fit in {Fit.INCONSISTENT, Fit.VERY_INCONSISTENT}
            return Fit.VERY_INCONSISTENT if is_very else Fit.INCONSISTENT
        return Fit.NEUTRAL if key == Key.Key_0 else RATES.get(key)

    def _cells(self) -> list[tuple[str, str]]:
        """The cells that are selected, as pairs of hypothesis and claim."""
        found = []
        for index in (*self.selectedIndexes(), self.currentIndex()):
            hypothesis = self._matrix.hypothesis(index.column())
            if hypothesis is not None:
                found.append((hypothesis.id, str(index.data(Role.ID))))
        return list(dict.fromkeys(found))

    def _open(self, index: QModelIndex) -> None:
        if index.column() >= FIRST:
            self.reason_wanted.emit(index, False)
        else:
            self._open_claim(index)

    def _open_claim(self, index: QModelIndex) -> None:
        self.claim_opened.emit(str(index.data(Role.ID)), self.place_of(index))

    def _delete(self, here: QModelIndex) -> None:
        if here.column() < FIRST:
            self.removal_wanted.emit(self.claims_chosen() or [self.claim_id])
        else:
            self._ask(None)

    @Slot(int, int)
    def _on_moved(self, column: int, to: int) -> None:
        hypothesis = self._matrix.hypothesis(column)
        if hypothesis is not None:
            self.move_wanted.emit(hypothesis.id, to)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() >= FIRST and len(self.selectedIndexes()) == 1:
            self.reason_wanted.emit(index, True)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() < FIRST:
            self._open_claim(index)

    @Slot(int)
    def _on_head_clicked(self, column: int) -> None:
        if column == TELLING:
            self.sort_wanted.emit()
        elif column >= FIRST:
            self.go_to(max(0, self.currentIndex().row()), column)
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot(int)
    def _on_head_double_clicked(self, column: int) -> None:
        if column >= FIRST and self._is_writable and self.hypothesis_id:
            self.edit_wanted.emit(self.hypothesis_id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()  # the whole row is marked
        self.above.viewport().update()

    @Slot()
    def _lay_out(self) -> None:
        """Share the width out: claims first, what is left among the hypotheses."""
        px, count = self._theme.px, self._matrix.columnCount() - FIRST
        self.set_row_height(self._delegate.row_height())
        self.set_head_height(self.heads.sizeHint().height())
        if count < 0:
            self.freeze(0)
            return
        width = self.viewport().width()
        claim = max(px(LEAST_CLAIM), min(px(CLAIM_WIDTH), width * 2 // 5))
        rest = width - claim - px(TELLING_WIDTH)
        each = max(px(NARROW), min(px(WIDE), rest // max(1, count)))
        for column, wide in enumerate([claim, px(TELLING_WIDTH), *[each] * count]):
            self.setColumnWidth(column, wide)
        self.freeze(FIRST)
