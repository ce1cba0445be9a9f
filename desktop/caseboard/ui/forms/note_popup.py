"""A note on a passage, a region or a whole clip, written where one reads."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import ReturnKey
from caseboard.ui.forms.note_editor import NoteEditor
from caseboard.ui.forms.places import place_of
from caseboard.ui.forms.popup import Popup
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.navigation import Navigator
from caseboard.ui.reader.page import Selection, TextSelection

WIDTH = 380


class NotePopup(Popup):
    """Everything typed is kept as it is typed; Escape and Ctrl+Enter close."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, WIDTH, parent)
        self._desk = desk
        self._navigator = navigator
        self.editor: NoteEditor | None = None
        px = self.theme.px
        self.title = plain_label("", self, size="strong")
        self.quote = ElidedLabel("", self, tone="muted", size="quote")
        self.close_button = push_button(self.theme, _("Close"), self)
        self._returns = ReturnKey(self)
        self._returns.pressed.connect(self.close_popup)
        self.close_button.clicked.connect(self.close_popup)
        self.setAccessibleName(_("Note"))
        self._column = QVBoxLayout()
        self._column.setContentsMargins(px(12), px(10), px(12), px(10))
        self._column.setSpacing(px(6))
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Kept as you type"), self, tone="muted", size="small"))
        row.addStretch(1)
        row.addWidget(self.close_button)
        self._column.addWidget(self.title)
        self._column.addWidget(self.quote)
        self._column.addLayout(row)
        self.body.addLayout(self._column)

    def open_for(self, clip: Clip, selection: Selection | None, near: QRect) -> None:
        """Start a note there."""
        self._drop_editor()
        place = place_of(selection) if selection else None
        self.editor = NoteEditor(
            self._desk, self._navigator, clip_id=clip.id, place=place, lines=4, most=10
        )
        self.editor.text.installEventFilter(self._returns)
        self.editor.text.textChanged.connect(self._on_typed)
        self._column.insertWidget(2, self.editor)
        quote = selection.exact if isinstance(selection, TextSelection) else ""
        self.title.setText(_title(selection))
        self.quote.setText(_("“{words}”").format(words=quote) if quote else "")
        self.quote.setVisible(bool(quote))
        self.open_at(near, self.editor.text)

    def _drop_editor(self) -> None:
        if self.editor is None:
            return
        self.editor.autosave.end()
        self._column.removeWidget(self.editor)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = None

    def _on_typed(self) -> None:
        if self.isVisible():
            self.place()


def _title(selection: Selection | None) -> str:
    if selection is None:
        return _("Note on this clip")
    if isinstance(selection, TextSelection):
        return _("Note on this passage")
    return _("Note on this region")
