"""Short sentences offered for a field: one click or one chord takes one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme

MOST = 9


class Offers(QWidget):
    """`taken` is sent with the sentence; Alt+1 takes the first, wherever the keyboard is."""

    taken = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentences: tuple[str, ...] = ()
        self.rows: list[PickRow] = []
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        for number in range(1, MOST + 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), parent)
            keys.activated.connect(lambda number=number: self._take(number - 1))
        self.hide()

    @property
    def sentences(self) -> Sequence[str]:
        """What is offered."""
        return self._sentences

    def offer(self, sentences: Sequence[str]) -> None:
        """Offer these in the place of those before; without any it hides."""
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences[:MOST])
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(place, text) for place, text in enumerate(self._sentences)]
        for row in self.rows:
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def _row(self, place: int, sentence: str) -> PickRow:
        keys = _("Alt+{n}").format(n=place + 1)
        row = PickRow(self._theme, f"{sentence} {keys}", self, framed=True)
        row.put(plain_label(sentence, row, size="small", wrap=True), 1)
        cap = KeyCap(self._theme, keys, row)
        row.put(cap)
        row.body.setAlignment(cap, Qt.AlignmentFlag.AlignTop)
        row.clicked.connect(lambda: self._take(place))
        return row

    @Slot()
    def _take(self, place: int) -> None:
        if place < len(self._sentences):
            self.taken.emit(self._sentences[place])
