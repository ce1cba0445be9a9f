"""A field for a time, which says at once how it was understood."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.forms.typed_moment import edtf_of
from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.lib.theme import Theme


class MomentField(QWidget):
    """EDTF, or a date as it is printed; under it stands what that means."""

    def __init__(self, theme: Theme, name: str, edtf: str = "") -> None:
        super().__init__()
        self.line = QLineEdit(edtf)
        self.line.setPlaceholderText(_("14 Nov 2024 11:39"))
        self.line.setAccessibleName(name)
        self.reading = plain_label("", self, tone="muted", size="small", wrap=True)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.line.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def edtf(self) -> str:
        """What was typed, as EDTF; raises `FieldError` where it is none."""
        try:
            return edtf_of(self.line.text())
        except CaseError as error:
            raise FieldError(error, self.line) from error

    @Slot()
    def _on_text_changed(self) -> None:
        words, is_wrong = self._understood()
        self.reading.setText(words)
        self.reading.setVisible(bool(words))
        set_tone(self.reading, "bad" if is_wrong else "muted")
        self.line.setAccessibleDescription(words)

    def _understood(self) -> tuple[str, bool]:
        try:
            edtf = self.edtf()
        except CaseError as error:
            return f"{error} {error.hint}", True
        if not edtf:
            return "", False
        shown = moments.show(edtf)
        is_edtf = edtf == self.line.text().strip()
        return shown if is_edtf else f"{shown} · {edtf}", False
