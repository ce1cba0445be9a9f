"""A field for one of the case's claims: by ref or by any of its words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QWidget

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.model.ids import ClaimId
from caseboard.model.refs import short
from caseboard.ui.forms.fields import FieldError, popup_of
from caseboard.ui.lib.labels import plain_label


class ClaimChoice(QComboBox):
    """Lists the claims; typing in it narrows them down."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._ids: list[ClaimId] = []
        self.setEditable(True)
        line, completer = self.lineEdit(), self.completer()
        assert line is not None  # noqa: S101  an editable one has both
        assert completer is not None  # noqa: S101
        self._line = line
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)
        self._line.setPlaceholderText(_("C1, or words of the claim"))
        self._line.setAccessibleName(name)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup_of(completer).setAccessibleName(_("Claims"))
        self.currentIndexChanged.connect(self._on_taken)

    def show_claims(self, claims: Sequence[Claim], current: ClaimId | None = None) -> None:
        """Offer these; choose `current`, or none."""
        self._ids = [claim.id for claim in claims]
        self.clear()
        for claim in claims:
            self.addItem(f"{short(claim.ref)} · {claim.statement}")
        self.choose(current)

    def choose(self, current: ClaimId | None) -> None:
        """Choose one of those offered, or none."""
        self.setCurrentIndex(self._ids.index(current) if current in self._ids else -1)
        self._line.setCursorPosition(0)

    @property
    def chosen(self) -> ClaimId | None:
        """The claim taken from the list; None while something else is typed."""
        row = self.currentIndex()
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def claim_id(self) -> ClaimId:
        """The claim chosen; raises `FieldError` where what is typed is none."""
        typed = self.currentText().strip().casefold()
        texts = [self.itemText(row).casefold() for row in range(self.count())]
        exact = [row for row, text in enumerate(texts) if typed == text]
        by_ref = [row for row, text in enumerate(texts) if text.startswith(f"{typed} ·")]
        by_words = [row for row, text in enumerate(texts) if typed and typed in text]
        for rows in (exact, by_ref, by_words):
            if len(rows) == 1:
                return self._ids[rows[0]]
        error = CaseError(_("Choose a claim."), _("Type its ref, such as C1, or words of it."))
        raise FieldError(error, self)

    @Slot()
    def _on_taken(self) -> None:
        """A long claim is read from its ref on."""
        self._line.setCursorPosition(0)


def nearest_hint(parent: QWidget) -> QLabel:
    """What stands below a choice that offers the most similar claim first."""
    words = _("The most similar first: Down takes one, typing narrows them down.")
    return plain_label(words, parent, tone="muted", size="small", wrap=True)
