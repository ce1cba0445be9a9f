"""The few choices there are: the look, the language, who is working, how links are fetched."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseboard.i18n import LANGUAGES, _
from caseboard.runtime.settings import Settings
from caseboard.ui.fetching_settings import FetchingSettings
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.theme import Theme
from caseboard.ui.map_settings import MapSettings
from caseboard.ui.suggestion_settings import SuggestionSettings

SCALES = (1.0, 1.15, 1.25, 1.5, 1.75, 2.0)
WIDTH = 520
GENERAL, FETCHING, SUGGESTIONS, MAP = "general", "fetching", "suggestions", "map"


class SettingsDialog(QDialog):
    """Shows the look at once as it is chosen; what is accepted is in `choices`."""

    def __init__(
        self, theme: Theme, settings: Settings, parent: QWidget, *, why_no_drawing: str = ""
    ) -> None:
        """`why_no_drawing` is a sentence where pages cannot be drawn on this machine."""
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
        self.fetching = FetchingSettings(theme, settings, why_no_drawing, self)
        self.suggestions = SuggestionSettings(theme, settings, self)
        self.map = MapSettings(theme, settings, self)
        names = [(GENERAL, _("General")), (FETCHING, _("Fetching"))]
        names += [(SUGGESTIONS, _("Suggestions")), (MAP, _("Map"))]
        self.page = Segments(theme, names, _("Pages of the settings"), self)
        self.page.chosen.connect(self.show_page)
        self._lay_out()
        self.rejected.connect(self._on_rejected)

    def choices(self) -> dict[str, object]:
        """What was chosen, by the names of `Settings`."""
        return {
            "theme": self.theme_choice.current,
            "text_scale": SCALES[self.scale.currentIndex()],
            "language": self.language.currentData(),
            "analyst": self.analyst.text().strip(),
            **self.fetching.choices(),
            **self.suggestions.choices(),
            **self.map.choices(),
        }

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show the general choices, or those on fetching, suggestions or the map."""
        self.page.choose(key)
        self._pages.setCurrentIndex((GENERAL, FETCHING, SUGGESTIONS, MAP).index(key))

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
        general = QWidget(self)
        form = QFormLayout(general)
        form.setContentsMargins(0, 0, 0, 0)
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
        form.addRow(plain_label(note, self, tone="muted", size="small"))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(general)
        self._pages.addWidget(self.fetching)
        self._pages.addWidget(self.suggestions)
        self._pages.addWidget(self.map)
        self.save = push_button(self._theme, _("Save"), self, primary=True)
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_saved)
        cancel = push_button(self._theme, _("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(16))
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Settings"), self, size="heading"), 1)
        head.addWidget(self.page)
        column.addLayout(head)
        column.addWidget(self._pages)
        column.addLayout(buttons)

    @Slot(int)
    def _on_scale_chosen(self, place: int) -> None:
        self._theme.set_scale(SCALES[place])

    @Slot()
    def _on_saved(self) -> None:
        if not self.fetching.check():
            self.show_page(FETCHING)
        elif not self.map.check():
            self.show_page(MAP)
        else:
            self.accept()

    @Slot()
    def _on_rejected(self) -> None:
        choice, scale = self._before
        self._theme.choose(choice)
        self._theme.set_scale(scale)
