"""The few choices there are: theme, language, size of text, who is working."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from caseboard.i18n import LANGUAGES, _
from caseboard.runtime.settings import Settings
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.theme import Theme

SCALES = (1.0, 1.15, 1.25, 1.5, 1.75, 2.0)
WIDTH = 460


class SettingsDialog(QDialog):
    """Shows the look at once as it is chosen; what is accepted is in `choices`."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = (theme.choice, settings.text_scale)
        self.setWindowTitle(_("Settings"))
        self.setMinimumWidth(theme.px(WIDTH))
        looks = (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark")))
        self.theme_choice = Segments(theme, looks, _("Theme"), self)
        self.theme_choice.choose(theme.choice)
        self.theme_choice.chosen.connect(theme.choose)
        self.scale = self._scales(settings.text_scale)
        self.language = self._languages(settings.language)
        self.analyst = QLineEdit(settings.analyst, self)
        self.analyst.setPlaceholderText(_("The name you use on this machine"))
        self._lay_out()
        self.rejected.connect(self._on_rejected)

    def choices(self) -> dict[str, object]:
        """What was chosen, by the names of `Settings`."""
        return {
            "theme": self.theme_choice.current,
            "text_scale": SCALES[self.scale.currentIndex()],
            "language": self.language.currentData(),
            "analyst": self.analyst.text().strip(),
        }

    def _scales(self, scale: float) -> QComboBox:
        box = QComboBox(self)
        for each in SCALES:
            box.addItem(_("{percent} %").format(percent=round(each * 100)))
        box.setCurrentIndex(min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - scale)))
        box.activated.connect(self._on_scale_chosen)
        return box

    def _languages(self, language: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(_("As the system"), "")
        for key, name in LANGUAGES.items():
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(language)))
        return box

    def _lay_out(self) -> None:
        px = self._theme.px
        form = QFormLayout()
        form.setHorizontalSpacing(px(20))
        form.setVerticalSpacing(px(12))
        for name, widget in (
            (_("Theme"), self.theme_choice),
            (_("Text size"), self.scale),
            (_("Language"), self.language),
            (_("Analyst"), self.analyst),
        ):
            label = plain_label(name, self, tone="muted")
            label.setBuddy(widget)
            widget.setAccessibleName(name)
            form.addRow(label, widget)
        note = _("Language and analyst hold from the next start.")
        self.save = push_button(self._theme, _("Save"), self, primary=True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        cancel = push_button(self._theme, _("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(16))
        column.addWidget(plain_label(_("Settings"), self, size="heading"))
        column.addLayout(form)
        column.addWidget(plain_label(note, self, tone="muted", size="small"))
        column.addLayout(buttons)

    @Slot(int)
    def _on_scale_chosen(self, place: int) -> None:
        self._theme.set_scale(SCALES[place])

    @Slot()
    def _on_rejected(self) -> None:
        choice, scale = self._before
        self._theme.choose(choice)
        self._theme.set_scale(scale)
