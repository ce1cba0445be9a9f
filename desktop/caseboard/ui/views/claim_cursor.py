"""Where one stands among the claims, in the list and in the matrix alike."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal, Slot

from caseboard.ui.itemmodels.claims import FIRST, ClaimsModel

Flag = QItemSelectionModel.SelectionFlag


class ClaimCursor(QObject):
    """Keeps claim and claimant while rows and columns come and go.

    `chosen` is sent with the claim that is stood on and its claimant, or None; with an empty claim
    when there is none left. A heading leaves the claim shown that was shown before.
    """

    chosen = Signal(str, object)

    def __init__(self, model: ClaimsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.selection = QItemSelectionModel(model, self)
        self._wanted = ""  # asked for from outside: it may come later
        self._kept: tuple[str, str | None, int, int] | None = None
        self._told: tuple[str, str | None] = ("", None)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.listed.connect(self._on_listed)
        self.selection.currentChanged.connect(self._on_current_changed)

    @property
    def index(self) -> QModelIndex:
        """The cell that is stood on; invalid where there is none."""
        return self.selection.currentIndex()

    @property
    def claim_id(self) -> str:
        """The claim that is stood on; empty on a heading and where there is none."""
        index = self.index
        return self._model.id_at(index) if index.isValid() else ""

    @property
    def source_id(self) -> str | None:
        """The claimant of the column that is stood on."""
        index = self.index
        return self._model.source_at(index.column()) if index.isValid() else None

    def show(self, claim_id: str) -> None:
        """Stand on that claim, as soon as it is there; where one stands on it, nothing moves."""
        self._wanted = "" if claim_id == self.claim_id else claim_id
        if not self._wanted:
            return
        if self._model.place_of(claim_id) is not None:
            self._settle()
            return
        self._model.unfold_to(claim_id)
        if self._model.place_of(claim_id) is None and self._model.asked.is_filtered:
            self._model.ask(self._model.asked.unfiltered())
        self._settle()

    def _settle(self) -> None:
        """Stand on what is wanted if it is there; keep waiting for it otherwise."""
        at = self._model.place_of(self._wanted) if self._wanted else None
        if at is not None:
            self._wanted = ""
            self._stand(self._model.index(at, 0))

    def _stand(self, index: QModelIndex) -> None:
        self._kept = None
        self.selection.setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        index = self.index
        if index.isValid():
            source_id = self._model.source_at(index.column())
            key = self._model.key_at(index.row())
            self._kept = (key, source_id, index.row(), index.column())

    @Slot()
    def _on_listed(self) -> None:
        self._settle()
        if not self.index.isValid():
            self._stand_where_it_was()
        if not self.claim_id and not self._model.ids:
            self._tell("", None)

    def _stand_where_it_was(self) -> None:
        """On the same cell, or on the claim that has come to its place."""
        if not self._model.rowCount():
            return
        key, source_id, row, column = self._kept or ("", None, 0, 0)
        at = self._model.place_of(key)
        if at is None:
            at = self._nearest(row)
        fixed = column if column < FIRST else 0
        self._stand(self._model.index(at, self._model.column_of(source_id) or fixed))

    def _nearest(self, row: int) -> int:
        """A row with a claim, as near to `row` as there is one."""
        headings = set(self._model.headings)
        rows = [at for at in range(self._model.rowCount()) if at not in headings]
        return min(rows, key=lambda at: (abs(at - row), at), default=0)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and (claim_id := self._model.id_at(current)):
            self._tell(claim_id, self._model.source_at(current.column()))

    def _tell(self, claim_id: str, source_id: str | None) -> None:
        if (claim_id, source_id) != self._told or not claim_id:
            self._told = (claim_id, source_id)
            self.chosen.emit(claim_id, source_id)
