"""A field for a source: known ones are offered as one types, a new one is taken by its name."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from caseboard.commands.sources import Named, SourceRef
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.entities import Source, names_of
from caseboard.model.terms import SourceKind
from caseboard.store import entities
from caseboard.store.folding import fold
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Choice, FieldError, popup_of
from caseboard.ui.lib.asyncui import newest_slot


class SourceField(QWidget):
    """The name of a source; what sort it is, is asked only of one the library does not know."""

    changed = Signal()
    looked_up = Signal()
    """Whether the library knows what is typed is known now."""

    def __init__(
        self,
        desk: CaseDesk,
        name: str,
        source: Source | None = None,
        kind: SourceKind = SourceKind.OUTLET,
        *,
        known_only: bool = False,
    ) -> None:
        """With `known_only` nothing is asked of one the library does not know."""
        super().__init__()
        self._known_only = known_only
        self._desk = desk
        self._known: dict[str, Source] = {}
        self._offers = QStringListModel(self)
        self.line = QLineEdit(source.name if source else "")
        self.line.setAccessibleName(name)
        self.kind = Choice(words.options(SourceKind), kind)
        self.kind.setAccessibleName(_("What sort of source"))
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self._complete()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.desk.theme.px(6))
        row.addWidget(self.line, 3)
        row.addWidget(self.kind, 2)
        if source:
            self._remember([source])
        self.kind.hide()
        self.line.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """The name typed."""
        return self.line.text().strip()

    def show_source(self, source: Source) -> None:
        """Take a source the caller knows."""
        self._remember([source])
        self.line.setText(source.name)

    def suggest(self, name: str, kind: SourceKind) -> None:
        """Fill in a name; what sort of source it is counts only where the library has none."""
        self.kind.choose(kind)
        self.line.setText(name)
        self.line.setCursorPosition(0)

    def source(self) -> Source | None:
        """The source that is meant, where the library knows it; sure once `looked_up` is sent."""
        return self._known.get(fold(self.text()))

    def ref(self) -> SourceRef:
        """Who is meant; raises `FieldError` where nobody is."""
        typed = self.text()
        if not typed:
            error = CaseError(
                _("Say who said it."), _("Name the claimant, even if it is the outlet.")
            )
            raise FieldError(error, self.line)
        known = self.source()
        return known.id if known else Named(typed, self.kind.member)

    def _complete(self) -> None:
        self._completer = completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offered = popup_of(completer)
        self._offered.setAccessibleName(_("Sources the library knows"))
        self.line.setCompleter(completer)
        completer.activated.connect(self._on_offer_taken)

    def _remember(self, sources: Sequence[Source]) -> None:
        for source in sources:
            self._known.update({fold(name): source for name in names_of(source)})

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._look_up()
        self.changed.emit()

    @Slot(str)
    def _on_offer_taken(self, _name: str) -> None:
        self.kind.hide()

    @newest_slot()
    async def _look_up(self) -> None:
        typed = self.text()
        found = await self._desk.read(entities.matches, Source, typed) if typed else []
        self._remember([each for each in found if isinstance(each, Source)])
        is_known = fold(typed) in self._known
        self.kind.setVisible(bool(typed) and not is_known and not self._known_only)
        names = [] if is_known else [each.name for each in found]
        self._offers.setStringList(names)
        if names and self.line.hasFocus():
            self._completer.complete()
        self.looked_up.emit()
