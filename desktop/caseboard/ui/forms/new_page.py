"""The second page of the tag popup: what is to be known of a new location, unit or person."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.entity_fields import FIELDS, EntityFields
from caseboard.ui.forms.fields import FieldError, ReturnKey
from caseboard.ui.forms.matches import MODELS, Match, Tagged
from caseboard.ui.lib.buttons import flat_button, push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.reader.page import MarkKind


class NewPage(QWidget):
    """`made` is sent with the new entity; `left` when the analyst goes back."""

    made = Signal(object)
    left = Signal()
    resized = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = desk.desk.theme
        self._model: type[Tagged] = next(iter(MODELS.values()))
        self.fields: EntityFields | None = None
        self.title = plain_label("", self, size="strong")
        self.wrong = plain_label("", self, tone="bad", size="small", wrap=True)
        self.back = flat_button(self._theme, _("Back"), self, "chevron-left")
        self.keep = push_button(self._theme, _("Add and tag"), self, primary=True)
        self._returns = ReturnKey(self)
        self._returns.pressed.connect(self._on_keep)
        self.back.clicked.connect(self.left)
        self.keep.clicked.connect(self._on_keep)
        self._lay_out()

    def start(self, match: Match) -> None:
        """Ask about this one; the keyboard goes to the first field after its name."""
        self._model = MODELS[match.kind]
        self.title.setText(_titles()[match.kind])
        if self.fields is not None:
            self._holder.removeWidget(self.fields)
            self.fields.hide()
            self.fields.deleteLater()
        self.fields = FIELDS[self._model](self._theme, self._model(name=match.typed), short=True)
        self._holder.addWidget(self.fields)
        self._say("")
        for line in self.fields.findChildren(QLineEdit):
            line.returnPressed.connect(self._on_keep)
            line.textChanged.connect(self.resized)
        for child in self.fields.findChildren(QWidget):
            child.installEventFilter(self._returns)
        self.fields.show()

    def first(self) -> QWidget:
        """Where to go on typing."""
        assert self.fields is not None  # noqa: S101  `start` came first
        return self.fields.first() if self.fields.name.text() else self.fields.name

    def complain(self, error: CaseError) -> None:
        """Say what is wrong, and go to the field that is."""
        self._say(f"{error} {error.hint}".strip())
        if isinstance(error, FieldError):
            error.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._holder = QVBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addLayout(self._holder)
        column.addWidget(self.wrong)
        column.addLayout(row)
        column.addStretch(1)

    def _say(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.resized.emit()

    @Slot()
    def _on_keep(self) -> None:
        if self.fields is None:
            return
        try:
            values = self.fields.values()
        except CaseError as error:
            self.complain(error)
        else:
            self.made.emit(self._model(**values))


def _titles() -> dict[MarkKind, str]:
    return {
        MarkKind.LOCATION: _("New location"),
        MarkKind.UNIT: _("New unit"),
        MarkKind.PERSON: _("New person"),
    }
