"""The first page of the tag popup: a line to type in, and what it may mean."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.entities import Source
from caseboard.store import entities
from caseboard.ui.delegates.entity_match import HEIGHT, MatchDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.matches import MODELS, Match, matches, words_of
from caseboard.ui.itemmodels.rows import RowsModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.segments import Segments
from caseboard.ui.reader.page import MarkKind, kind_word

KINDS = (MarkKind.LOCATION, MarkKind.UNIT, MarkKind.PERSON, MarkKind.KEYWORD)


class MatchPage(QWidget):
    """Offers the best matches while one types; `taken` is sent with the `Match` picked.

    Enter pressed before the answer has come waits for it, so that it never takes a row that
    belongs to other words.
    """

    taken = Signal(object)
    resized = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._desk = desk
        self._theme = theme
        self._asked = self._answered = 0
        self._takes_first = False
        self.kind = MarkKind.LOCATION
        self.kinds = Segments(theme, [(k.value, kind_word(k)) for k in KINDS], _("Tag as"), self)
        self.line = _Line(self)
        self.model: RowsModel[Match] = RowsModel(words_of, self)
        self.list = _list(self.model, MatchDelegate(theme, self), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(6))
        column.setSpacing(theme.px(6))
        column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.line.textChanged.connect(self._look_up)
        self.line.stepped.connect(self._on_stepped)
        self.line.returnPressed.connect(self._on_enter)
        self.list.clicked.connect(self._on_clicked)

    def start(self, kind: MarkKind, typed: str) -> None:
        """Begin with these words."""
        self.kind = kind
        self.kinds.choose(kind.value)
        self._takes_first = False
        self.model.set_rows([])
        self._dress()
        self.line.setText(typed)
        self.line.selectAll()
        self._look_up()

    def current(self) -> Match | None:
        """The row that Enter would take."""
        index = self.list.currentIndex()
        return self.model.row(index) if index.isValid() else None

    @Slot()
    def _look_up(self) -> None:
        self._asked += 1  # from now on the rows shown belong to other words
        self._offer(self._asked, self.kind, " ".join(self.line.text().split()))

    @async_slot()
    async def _offer(self, asked: int, kind: MarkKind, typed: str) -> None:
        model = MODELS.get(kind)
        found = await self._desk.read(entities.matches, model, typed) if model else []
        if asked != self._asked:
            return  # more was typed meanwhile
        self._answered = asked
        known = [each for each in found if not isinstance(each, Source)]
        self.model.set_rows(matches(kind, typed, known))
        self._select(0)
        self._fit()
        if self._takes_first:
            self._on_enter()

    def _select(self, row: int) -> None:
        index = self.model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        match = self.current()
        self.line.setAccessibleDescription(words_of(match) if match else "")

    def _fit(self) -> None:
        rows = max(1, self.model.rowCount())
        self.list.setFixedHeight(rows * self._theme.px(HEIGHT) + 2)
        self.resized.emit()

    def _dress(self) -> None:
        name = kind_word(self.kind)
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(_("Tag as {word}").format(word=name))

    @Slot()
    def _on_enter(self) -> None:
        if self._asked != self._answered:
            self._takes_first = True
            return
        self._takes_first = False
        match = self.current()
        if match is not None:
            self.taken.emit(match)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            self._select((self.list.currentIndex().row() + by) % count)
            self.list.scrollTo(self.list.currentIndex())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self.model.row(index))

    @Slot(str)
    def _on_kind_chosen(self, key: str) -> None:
        self.kind = MarkKind(key)
        self._dress()
        self._look_up()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QLineEdit):
    """Up and Down move in the list below while one goes on typing here."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


def _list(model: RowsModel[Match], delegate: MatchDelegate, parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setUniformItemSizes(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(_("Matches"))
    return view
