"""A field for the information cut-off: what came in later is not in the briefing."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caseboard.briefing.words import minute
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.ui.forms.typed_moment import edtf_of
from caseboard.ui.lib.labels import plain_label, set_tone
from caseboard.ui.lib.theme import Theme


class CutoffField(QWidget):
    """A time in UTC; of a day its last minute; empty for the moment of export."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("The moment of export"))
        self.line.setAccessibleName(_("Information cut-off, UTC"))
        self.reading = plain_label("", self, tone="muted", size="small", wrap=True)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self.line)
        column.addWidget(self.reading)
        self.line.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def moment(self) -> datetime | None:
        """The cut-off, UTC; raises `CaseError` where what is typed is no time."""
        edtf = edtf_of(self.line.text())
        if not edtf:
            return None
        span = moments.read(edtf)
        if span.precision >= moments.Precision.MINUTE and span.start is not None:
            return span.start
        if span.end is None:
            raise CaseError(_("A cut-off has an end."), _("Write it as in 14 Nov 2024 18:00."))
        return span.end - timedelta(minutes=1)

    def show_moment(self, moment: datetime | None) -> None:
        """Show this one."""
        self.line.setText(f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if moment else "")

    @Slot()
    def _on_text_changed(self) -> None:
        try:
            moment = self.moment()
        except CaseError as error:
            self._say(f"{error} {error.hint}", is_wrong=True)
            return
        self._say(minute(moment) if moment else "", is_wrong=False)
        self.changed.emit()

    def _say(self, words: str, *, is_wrong: bool) -> None:
        self.reading.setText(words)
        self.reading.setVisible(bool(words))
        set_tone(self.reading, "bad" if is_wrong else "muted")
        self.line.setAccessibleDescription(words)
